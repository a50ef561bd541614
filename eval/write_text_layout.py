"""An invented document as text with tab-separated tables, with bare headings or as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.invented import InventedDocument, InventedSection, InventedTable
from eval.invented_pages import contents_lines, table_rows, title_lines


@dataclass(frozen=True, slots=True)
class TextLayout:
    """How headings, tables and total rows are marked, and what extraction does to tables.

    `wraps_headers` and `wraps_labels` break long cells with a space, as extraction does. A table longer than `rows_a_page` goes on
    after a blank line, below its header again where `repeats_header` says so.
    """

    heading_marks: tuple[str, ...] = ("", "", "")
    is_bold_total: bool = False
    wraps_headers: bool = False
    wraps_labels: bool = False
    rows_a_page: int = 0
    repeats_header: bool = True


TABS = TextLayout(wraps_headers=True)
MARKDOWN = TextLayout(("# ", "## ", "### "), is_bold_total=True)
HEADER_WIDTH = 7
LABEL_WIDTH = 9


def write_text_layout(document: InventedDocument, layout: TextLayout) -> str:
    """The whole document as text."""
    lines = [*title_lines(document), "", f"{layout.heading_marks[0]}目 录", "", *contents_lines(document), ""]
    for part in document.body:
        lines += ["", *(section_lines(part, layout) if isinstance(part, InventedSection) else table_lines(part, document, layout))]
    return "\n".join(lines) + "\n"


def section_lines(section: InventedSection, layout: TextLayout) -> list[str]:
    """A heading and its paragraphs, a blank line between them."""
    mark = layout.heading_marks[min(len(section.heading_path), 3) - 1]
    return [f"{mark}{section.heading_path[-1]}", *(line for paragraph in section.paragraphs for line in ("", paragraph))]


def table_lines(table: InventedTable, document: InventedDocument, layout: TextLayout) -> list[str]:
    """Caption, rows and notes of a table."""
    return [*caption_lines(table, document, layout), "", *grid_lines(table, layout), "", *table.notes]


def grid_lines(table: InventedTable, layout: TextLayout) -> list[str]:
    """The rows of a table, page by page."""
    rows = table_rows(table)
    header, body = rows[: table.header_rows], rows[table.header_rows :]
    if layout.wraps_headers:
        header = [[wrap_cell(text, HEADER_WIDTH) for text in row] for row in header]
    if layout.wraps_labels:
        body = [[wrap_cell(text, LABEL_WIDTH) if not text.isascii() else text for text in row] for row in body]
    if layout.is_bold_total:
        body = [bold_total(row) for row in body]
    height = layout.rows_a_page or len(body)
    lines: list[str] = []
    for start in range(0, len(body), height):
        page = [*(header if layout.repeats_header or not start else ()), *body[start : start + height]]
        lines += [*([""] if start else []), *("\t".join(row) for row in page)]
    return lines


def caption_lines(table: InventedTable, document: InventedDocument, layout: TextLayout) -> list[str]:
    """Title, number, organisation and unit in the order of the layout."""
    title = f"{layout.heading_marks[1]}{table.title}"
    if document.kind == "决算":
        return [title, "", f"部门：{table.organization}", "", f"{document.year}年度", "", table.number, f"金额单位：{table.unit}"]
    return [title, "", f"部门名称：{table.organization}", "", table.number, "", f"单位：{table.unit}"]


def wrap_cell(text: str, width: int) -> str:
    """A long cell with a space where its line broke."""
    return " ".join(text[start : start + width] for start in range(0, len(text), width))


def bold_total(row: Sequence[str]) -> list[str]:
    """A total row with bold marks around its printed cells."""
    is_total = any(text.endswith(("合计", "总计")) for text in row[:4])
    return [f"<b>{text}</b>" if is_total and text else text for text in row]
