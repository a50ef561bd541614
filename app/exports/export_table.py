"""One table as it stands in its document, as a spreadsheet with its merged cells or as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

from app.exports.export_figures import FORMULA_STARTS, LARGEST_EXACT_DIGITS
from app.telling.cite import plain
from ingest.document import Table
from ingest.quantity import parse_number

SHEET = "表"
NARROWEST, WIDEST, SPARE_WIDTH = 10, 44, 2


def table_to_xlsx(table: Table) -> bytes:
    """A workbook with the title, the cells where they stand, and the notes; numbers are numbers and all else is text."""
    from openpyxl import Workbook  # 0.2 s: only for this format
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    opening = _opening(table)
    for number, line in enumerate(opening, 1):
        _write(sheet.cell(number, 1), line)
    for cell in table.cells:
        top, left = cell.row + 1 + len(opening), cell.column + 1
        _write(sheet.cell(top, left), plain(cell.text), is_text=cell.is_header)
        if cell.row_span > 1 or cell.column_span > 1:
            sheet.merge_cells(start_row=top, start_column=left, end_row=top + cell.row_span - 1, end_column=left + cell.column_span - 1)
    for column, width in _widths(table).items():
        sheet.column_dimensions[get_column_letter(column + 1)].width = width
    last = len(opening) + max((cell.row + cell.row_span for cell in table.cells), default=0)
    for number, note in enumerate(table.notes, last + 1):
        _write(sheet.cell(number, 1), note)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def table_to_csv(table: Table) -> bytes:
    """The grid as CSV that spreadsheet programs open as UTF-8; a merged cell stands in its first place."""
    rows = max((cell.row + cell.row_span for cell in table.cells), default=0)
    width = max((cell.column + cell.column_span for cell in table.cells), default=0)
    grid = [[""] * width for _ in range(rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = _harmless(plain(cell.text))
    text = io.StringIO()
    csv.writer(text).writerows([*([line] for line in _opening(table)), *grid, *([_harmless(note)] for note in table.notes)])
    return ("\ufeff" + text.getvalue()).encode()


TABLE_FORMATS: dict[str, Callable[[Table], bytes]] = {"xlsx": table_to_xlsx, "csv": table_to_csv}


def _widths(table: Table) -> dict[int, int]:
    """How wide each column has to be for its own cells, in characters; a Chinese one takes two."""
    widths: dict[int, int] = {}
    for cell in table.cells:
        if cell.column_span == 1:
            wanted = sum(1 if character.isascii() else 2 for character in plain(cell.text)) + SPARE_WIDTH
            widths[cell.column] = max(widths.get(cell.column, NARROWEST), min(wanted, WIDEST))
    return widths


def _opening(table: Table) -> list[str]:
    name = " ".join(part for part in (table.number, plain(table.title), table.context) if part)
    return [_harmless(line) for line in (name, f"单位：{table.unit}" if table.unit else "") if line]


def _write(place: Any, text: str, *, is_text: bool = False) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    number = None if is_text or _is_code(text) else parse_number(text)
    if number is not None and len(number.as_tuple().digits) <= LARGEST_EXACT_DIGITS:
        place.value = number
        decimals = max(0, -int(number.as_tuple().exponent))
        place.number_format = ("#,##0" if decimals or "," in text else "0") + ("." + "0" * decimals if decimals else "")
        return
    place.value = ILLEGAL_CHARACTERS_RE.sub("", text) or None
    if place.value is not None:
        place.data_type = "s"  # whatever it begins with, it is text and no formula


def _is_code(text: str) -> bool:
    """A code keeps its leading nought."""
    return text.isdigit() and (len(text) > 1 and text.startswith("0"))


def _harmless(text: str) -> str:
    return "'" + text if text.startswith(FORMULA_STARTS) and parse_number(text) is None else text


