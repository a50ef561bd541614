"""Cells with their places and spans as a grid: what the readers of formats with merged cells share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.blocks import Grid, GridCell
from ingest.document import Place
from ingest.quantity import parse_number

BLANKS = " \t\r\n\u00a0\u3000"


@dataclass(frozen=True, slots=True)
class SpanCell:
    """The text of a cell that covers `row_span` × `column_span` places from (row, column), counted from 0."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


def span_grid(cells: Sequence[SpanCell], places: Sequence[Place]) -> Grid | None:
    """The grid of the cells, one place a row; rows and columns that nothing is printed in are left out, None where none is left."""
    printed = [cell for cell in cells if cell.text.strip()]
    rows = sorted({cell.row for cell in printed if cell.row < len(places)})
    columns = sorted({cell.column for cell in printed})
    if not rows or not columns:
        return None
    owners = _owners(cells, rows[-1] + 1, columns[-1] + 1)
    lines = tuple(tuple(_cell_at(owners, row, column, rows, columns, places[row]) for column in columns) for row in rows)
    return Grid(lines, _whole(places, rows), has_spans=True)


def plain_grid(cells: Sequence[SpanCell], places: Sequence[Place]) -> Grid:
    """The grid of cells of which nothing says what they cover, all rows equally long."""
    width = max(cell.column for cell in cells) + 1
    rows = [[GridCell("", place) for _ in range(width)] for place in places]
    for cell in cells:
        rows[cell.row][cell.column] = GridCell(cell.text.strip(BLANKS), places[cell.row])
    return Grid(tuple(map(tuple, rows)), _whole(places, range(len(places))))


def join_cell_lines(lines: Sequence[str]) -> str:
    """The lines of a cell as one text: no space between Chinese words; two numbers on one another are kept apart."""
    text = ""
    for line in filter(None, (line.strip(BLANKS) for line in lines)):
        text += _joint(text, line) + line
    return text


def _joint(before: str, after: str) -> str:
    if not before:
        return ""
    if parse_number(before.rsplit("；", 1)[-1]) is not None and parse_number(after) is not None:
        return "；"
    return " " if before[-1].isascii() and before[-1].isalnum() and after[0].isascii() and after[0].isalnum() else ""


def _owners(cells: Sequence[SpanCell], height: int, width: int) -> Mapping[tuple[int, int], SpanCell]:
    """The cell that covers each place; where a file lays one over another, the first keeps its place."""
    owners: dict[tuple[int, int], SpanCell] = {}
    for cell in cells:
        for row in range(cell.row, min(cell.row + cell.row_span, height)):
            for column in range(cell.column, min(cell.column + cell.column_span, width)):
                owners.setdefault((row, column), cell)
    return owners


def _cell_at(
    owners: Mapping[tuple[int, int], SpanCell], row: int, column: int, rows: Sequence[int], columns: Sequence[int], place: Place
) -> GridCell | None:
    cell = owners.get((row, column))
    if cell is None:
        return GridCell("", place)
    first_row, last_row = bisect_left(rows, cell.row), bisect_left(rows, cell.row + cell.row_span)
    first_column, last_column = bisect_left(columns, cell.column), bisect_left(columns, cell.column + cell.column_span)
    if (row, column) != (rows[first_row], columns[first_column]):
        return None
    return GridCell(cell.text.strip(BLANKS), place, last_row - first_row, last_column - first_column)


def _whole(places: Sequence[Place], rows: Sequence[int]) -> Place:
    first, last = places[rows[0]], places[rows[-1]]
    return Place(first.page, lines=(first.lines[0], last.lines[1]) if first.lines and last.lines else None)
