"""What every layout prints alike: the title page, the contents, and a table as a rectangle of texts."""

from __future__ import annotations

from eval.invented import InventedDocument, InventedSection, InventedTable

DIGITS = "〇一二三四五六七八九"
MONTHS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


def title_lines(document: InventedDocument) -> list[str]:
    """Organisation, year and kind, and the month of publication."""
    year, month, _ = document.published.split("-")
    word = "年" if document.kind == "预算" else "年度"
    date = "".join(DIGITS[int(digit)] for digit in year) + f"年{MONTHS[int(month)]}月"
    return [document.organization, f"{document.year}{word}{document.scope}{document.kind}", "", date]


def contents_lines(document: InventedDocument) -> list[str]:
    """The contents: parts, their sections and their tables."""
    return [
        part.heading_path[-1] if isinstance(part, InventedSection) else part.title for part in document.body if is_in_contents(part)
    ]


def is_in_contents(part: InventedSection | InventedTable) -> bool:
    """Whether the contents name it: every table, and headings down to the second level."""
    return isinstance(part, InventedTable) or len(part.heading_path) <= 2


def table_rows(table: InventedTable) -> list[list[str]]:
    """Every row of the grid; what a merged cell covers is empty."""
    rows = [[""] * table.column_count for _ in range(table.row_count)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return rows
