"""Forms of several projects that stand below one another without a title between them: each begins with its project's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Grid, GridCell
from ingest.document import Place
from ingest.labels.table_words import FORM_FIELDS, PROJECT_NAME, fold_all

MOST_HEAD_ROWS = 3
FEWEST_CELLS, MOST_CELLS = 2, 6  # a field with its value, or several of them
FEWEST_ROWS = 3  # a form has further rows below the name

Rows = Sequence[Sequence[GridCell | None]]


def part_forms(grid: Grid) -> list[Grid]:
    """The grid cut where the form of another project begins; cells that reach over such a place show that none does."""
    if not (project := project_of(grid.rows)):
        return [grid]
    starts = [0]
    for place in range(FEWEST_ROWS, len(grid.rows) - FEWEST_ROWS + 1):
        is_head = _first(grid.rows[place]) == _first(grid.rows[0])
        named = project_of(grid.rows[place:]) if is_head else ""
        if named and named != project and not _reaches_over(grid.rows, place):
            starts.append(place)
            project = named
    ends = [*starts[1:], len(grid.rows)]
    return [_part(grid, start, end) for start, end in zip(starts, ends, strict=True)] if len(starts) > 1 else [grid]


def project_of(rows: Rows) -> str:
    """The project that a form names in its first rows; empty where it begins otherwise, or the row is the header of a list."""
    for place, row in enumerate(rows[:MOST_HEAD_ROWS]):
        if PROJECT_NAME.fullmatch(_first(row).rstrip(":")):
            return _project_in(rows, place)
        if not (_is_label(_first(row)) and FEWEST_CELLS <= len(_printed(row)) <= MOST_CELLS):
            return ""
    return ""


def _project_in(rows: Rows, place: int) -> str:
    printed = _printed(rows[place])
    if len(printed) < FEWEST_CELLS or FORM_FIELDS.fullmatch(printed[1]):
        return ""
    is_list = len(rows) > place + 1 and not _begins_with_label(rows[place + 1])
    return "" if is_list or (len(printed) > FEWEST_CELLS and not any(map(_is_label, printed[2::2]))) else printed[1]


def _printed(row: Sequence[GridCell | None]) -> list[str]:
    return [fold_all(cell.text) for cell in row if cell and cell.text.strip()]


def _first(row: Sequence[GridCell | None]) -> str:
    return next(iter(_printed(row)), "")


def _begins_with_label(row: Sequence[GridCell | None]) -> bool:
    return _is_label(_first(row))


def _is_label(text: str) -> bool:
    return bool(FORM_FIELDS.fullmatch(text) or re.search(r"部门|单位|资金|目标|指标|编码|类别|类型|属性|期|负责|时间|年度", text))


def _reaches_over(rows: Rows, place: int) -> bool:
    return any(cell and at + cell.row_span > place for at, row in enumerate(rows[:place]) for cell in row)


def _part(grid: Grid, start: int, end: int) -> Grid:
    rows = grid.rows[start:end]
    boxes = [cell.place.bbox for row in rows for cell in row if cell and cell.place.bbox]
    if not boxes:
        return replace(grid, rows=rows)
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return replace(grid, rows=rows, place=Place(grid.place.page, box, grid.place.lines))
