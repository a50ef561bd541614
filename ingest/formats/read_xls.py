"""Excel 97–2003 workbooks (.xls, .et) as lines and grids, as the sheets show them; the only door to xlrd."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import xlrd

from ingest.blocks import Block, Reading
from ingest.document import Place, Problem
from ingest.errors import UnreadableFileError
from ingest.formats.number_format import show_value
from ingest.formats.sheet_blocks import HIDDEN_PARTS, HIDDEN_SHEETS, Sheet, has_hidden_texts, sheet_blocks


def read_xls(path: Path) -> Reading:
    """Every visible sheet in order, and what of the workbook was not read."""
    workbook = _open(path)
    blocks: list[Block] = []
    problems: list[Problem] = []
    shown = [sheet for sheet in workbook.sheets() if not sheet.visibility]
    hidden = [sheet.name for sheet in workbook.sheets() if sheet.visibility]
    if hidden:
        problems.append(Problem(HIDDEN_SHEETS.format(names="、".join(hidden)), Place()))
    for number, one in enumerate(shown, 1):
        sheet = _read_sheet(workbook, one, number)
        blocks += sheet_blocks(sheet)
        if has_hidden_texts(sheet):
            problems.append(Problem(HIDDEN_PARTS.format(name=sheet.name), Place(number)))
    return Reading(tuple(blocks), tuple(problems))


def _open(path: Path) -> Any:
    try:
        return xlrd.open_workbook(path, formatting_info=True, logfile=io.StringIO())
    except MemoryError:
        raise
    except Exception as error:  # xlrd fails in many ways on a damaged workbook
        is_protected = "encrypt" in str(error).lower() or "password" in str(error).lower()
        cause = "工作簿加了密码" if is_protected else "工作簿的内容不合 Excel 的写法，可能已损坏"
        raise UnreadableFileError(f"文件《{path.name}》读不了：{cause}。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。") from error


def _read_sheet(workbook: Any, sheet: Any, number: int) -> Sheet:
    texts = {
        (row, column): _shown(workbook, cell)
        for row in range(sheet.nrows)
        for column, cell in enumerate(sheet.row(row))
        if cell.ctype not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
    }
    merged = [(top, left, bottom - top, right - left) for top, bottom, left, right in sheet.merged_cells]
    hidden_rows = frozenset(row for row, size in sheet.rowinfo_map.items() if size.hidden)
    hidden_columns = frozenset(column for column, size in sheet.colinfo_map.items() if size.hidden)
    return Sheet(sheet.name, number, texts, merged, hidden_rows, hidden_columns)


def _shown(workbook: Any, cell: Any) -> str:
    """The cell's text in its format."""
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, ""))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return show_value(bool(cell.value), None)
    code = _format(workbook, cell)
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return show_value(xlrd.xldate_as_datetime(cell.value, workbook.datemode), code)
        except (xlrd.xldate.XLDateError, OverflowError, ValueError):
            return show_value(cell.value, None)
    return show_value(cell.value, code)


def _format(workbook: Any, cell: Any) -> str | None:
    try:
        found = workbook.format_map.get(workbook.xf_list[cell.xf_index].format_key)
    except (IndexError, TypeError):
        return None
    return found.format_str if found else None
