"""Levels of indicators that are printed once above blank cells: without merged cells a blank says that the one above goes on."""

from __future__ import annotations

from dataclasses import replace

from ingest.blocks import GridCell
from ingest.labels.table_words import kind_of_cell
from ingest.tables.join_parts import Rows

LEVELS = ("level1", "level2")


def extend_levels(rows: Rows) -> Rows:
    """The rows, whose spans are known, with every 产出指标 and 数量指标 covering the blank cells below it."""
    extended = [list(row) for row in rows]
    for column in range(max(map(len, extended), default=0)):
        owner: int | None = None
        for place, row in enumerate(extended):
            cell = row[column] if column < len(row) else None
            if cell is not None and cell.text.strip():
                owner = place if kind_of_cell(cell.text) in LEVELS else None
            elif cell is not None and owner is not None and _goes_on(row, column, cell):
                above = extended[owner][column]
                assert above
                extended[owner][column] = replace(above, row_span=place - owner + 1)
                row[column] = None
            elif cell is not None:
                owner = None
    return extended


def _goes_on(row: list[GridCell | None], column: int, cell: GridCell) -> bool:
    """Whether nothing stands left of the blank cell in its row, and something right of it."""
    left, right = row[:column], row[column + 1 :]
    is_single = cell.row_span == cell.column_span == 1
    return is_single and not any(one and one.text.strip() for one in left) and any(one and one.text.strip() for one in right)
