"""Excel workbooks (.xlsx) as lines and grids, as the sheets show them; the only door to openpyxl for reading."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from ingest.blocks import Block, Reading
from ingest.document import Place, Problem
from ingest.errors import UnreadableFileError
from ingest.formats.number_format import show_value
from ingest.formats.sheet_blocks import HIDDEN_PARTS, HIDDEN_SHEETS, Sheet, has_hidden_texts, sheet_blocks

FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
NO_VALUES = "工作表《{name}》有 {count} 个公式没有保存计算结果（如 {cell}），没有读；请用 Excel 或 WPS 打开，保存后再导入。"


def read_xlsx(path: Path) -> Reading:
    """Every visible sheet in order, and what of the workbook was not read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl does not keep when writing does not matter here
        workbook = _open(path, data_only=True)
    blocks: list[Block] = []
    problems: list[Problem] = []
    shown = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in workbook.worksheets if sheet not in shown]
    if hidden:
        problems.append(Problem(HIDDEN_SHEETS.format(names="、".join(hidden)), Place()))
    for number, sheet in enumerate(shown, 1):
        read = _read_sheet(sheet, number)
        blocks += sheet_blocks(read)
        if has_hidden_texts(read):
            problems.append(Problem(HIDDEN_PARTS.format(name=sheet.title), Place(number)))
    return Reading(tuple(blocks), (*problems, *_formulas_without_values(path, shown)))


def _open(path: Path, *, data_only: bool) -> Any:
    try:
        with path.open("rb") as file:  # by its content: openpyxl refuses a path of another extension
            return load_workbook(file, data_only=data_only, keep_links=False)
    except MemoryError:
        raise
    except Exception as error:  # openpyxl fails in many ways on a damaged workbook
        cause = "工作簿的内容不合 Excel 的写法"
        raise UnreadableFileError(
            f"文件《{path.name}》读不了：{cause}，可能已损坏。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
        ) from error


def _read_sheet(sheet: Any, number: int) -> Sheet:
    texts = {
        (cell.row - 1, cell.column - 1): show_value(cell.value, cell.number_format)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    corners = [(one.min_row, one.min_col, one.max_row, one.max_col) for one in sheet.merged_cells.ranges]
    merged = [(top - 1, left - 1, bottom - top + 1, right - left + 1) for top, left, bottom, right in corners]
    hidden_rows = frozenset(row - 1 for row, size in sheet.row_dimensions.items() if size.hidden)
    return Sheet(sheet.title, number, texts, merged, hidden_rows, frozenset(_hidden_columns(sheet)))


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for letter, size in sheet.column_dimensions.items():
        if size.hidden:
            first = size.min or column_index_from_string(letter)
            yield from range(first - 1, size.max or first)


def _formulas_without_values(path: Path, shown: list[Any]) -> Iterator[Problem]:
    """The formulas whose result the file does not hold: nothing here computes them."""
    if not _has_formulas(path):
        return
    blank = {sheet.title: {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.value is None} for sheet in shown}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        formulas = _open(path, data_only=False)
    for number, sheet in enumerate(shown, 1):
        cells = [cell.coordinate for row in formulas[sheet.title].iter_rows() for cell in row if cell.data_type == "f"]
        missing = [cell for cell in cells if cell in blank[sheet.title]]
        if missing:
            yield Problem(NO_VALUES.format(name=sheet.title, count=len(missing), cell=missing[0]), Place(number))


def _has_formulas(path: Path) -> bool:
    """Whether any sheet holds one; to look saves opening the workbook twice."""
    with zipfile.ZipFile(path) as package:
        return any(FORMULA.search(package.read(name)) for name in package.namelist() if name.startswith("xl/worksheets/"))
