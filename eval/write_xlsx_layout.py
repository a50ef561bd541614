"""An invented document as an Excel workbook: its text on one sheet, every table on one of its own, as finance programs export them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from eval.invented import InventedDocument, InventedSection, InventedTable
from eval.invented_pages import title_lines
from eval.without_time import without_time

AMOUNT = re.compile(r"-?\d{1,3}(?:,\d{3})*\.\d+|-?\d+\.\d+")
LONGEST_NAME = 31
TOO_MANY_DIGITS = 15  # a spreadsheet keeps no more


def write_xlsx_layout(document: InventedDocument, *, has_numbers: bool = True) -> bytes:
    """The workbook; amounts are numbers with a format that shows them as printed, or texts without `has_numbers`."""
    book = Workbook()
    text = book.active
    text.title = "说明"
    for line in text_lines(document):
        text.append([line])
    for index, table in enumerate(document.tables, 1):
        write_sheet(book.create_sheet(f"表{index}"), [table], has_numbers=has_numbers)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    buffer = BytesIO()
    book.save(buffer)
    return without_time(buffer.getvalue())


def text_lines(document: InventedDocument) -> list[str]:
    """The title and the sections, a paragraph a line."""
    lines = [line for line in title_lines(document) if line]
    for part in document.body:
        if isinstance(part, InventedSection):
            lines += [part.heading_path[-1], *part.paragraphs]
    return lines


def write_sheet(sheet: Any, tables: Sequence[InventedTable], *, has_numbers: bool = True) -> None:
    """The tables one below the other, a blank row between them, each below its title, number, organisation and unit."""
    top = 1
    for table in tables:
        width = table.column_count
        sheet.cell(top, 1, table.title)
        if width > 1:
            sheet.merge_cells(start_row=top, start_column=1, end_row=top, end_column=width)
        sheet.cell(top + 1, 1, table.number or None)
        sheet.cell(top + 2, 1, f"部门：{table.organization}" if table.organization else None)
        sheet.cell(top + 2, max(width, 2), f"单位：{table.unit}")
        write_cells(sheet, table, top + 3, has_numbers=has_numbers)
        top += 3 + table.row_count
        for note in table.notes:
            sheet.cell(top, 1, note)
            top += 1
        top += 1


def write_cells(sheet: Any, table: InventedTable, top: int, *, has_numbers: bool) -> None:
    """The cells of a table, the first in this row; merged ones as ranges."""
    for cell in table.cells:
        row, column = top + cell.row, cell.column + 1
        target = sheet.cell(row, column, cell.text or None)
        digits = re.sub(r"\D", "", cell.text)
        if has_numbers and not cell.is_header and AMOUNT.fullmatch(cell.text) and len(digits) <= TOO_MANY_DIGITS:
            target.value = float(Decimal(cell.text.replace(",", "")))
            target.number_format = ("#,##0." if "," in cell.text else "0.") + "0" * len(cell.text.partition(".")[2])
        if cell.row_span * cell.column_span > 1:
            end = {"end_row": row + cell.row_span - 1, "end_column": column + cell.column_span - 1}
            sheet.merge_cells(start_row=row, start_column=column, **end)
