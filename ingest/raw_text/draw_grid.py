"""Draws a grid with merged cells from a form's header and the placed rows of a raw table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Grid, GridCell
from ingest.document import Place
from ingest.raw_text.raw_table import Entry, span_places
from ingest.standard_forms import HeaderCell

GridRow = list[GridCell | None]


def draw_grid(header: Sequence[HeaderCell], header_place: Place, body: Sequence[Sequence[GridCell | None]]) -> Grid:
    """The grid of a header tree and the body rows beneath it."""
    rows = [*draw_header(header, header_place), *body]
    places = [header_place, *(cell.place for row in body for cell in row if cell)]
    return Grid(tuple(tuple(row) for row in rows), span_places(places), has_spans=True)


def draw_header(header: Sequence[HeaderCell], place: Place) -> list[GridRow]:
    """The header rows: a cell spans the leaves under it, a leaf reaches down to the last header row."""
    depth = max(depth_of(cell) for cell in header)
    width = sum(width_of(cell) for cell in header)
    rows: list[GridRow] = [[None] * width for _ in range(depth)]

    def draw(cells: Sequence[HeaderCell], row: int, column: int) -> None:
        for cell in cells:
            span = width_of(cell)
            height = 1 if cell.children else depth - row
            rows[row][column] = GridCell(cell.names[0], place, height, span)
            draw(cell.children, row + 1, column)
            column += span

    draw(header, 0, 0)
    return rows


def depth_of(cell: HeaderCell) -> int:
    """How many header rows the cell and those under it take."""
    return 1 + max((depth_of(child) for child in cell.children), default=0)


def width_of(cell: HeaderCell) -> int:
    """How many leaf columns the cell covers."""
    return sum(width_of(child) for child in cell.children) or 1


def body_cell(entry: Entry | None, place: Place) -> GridCell:
    """A body cell; a missing entry is a blank cell at its row's place."""
    return GridCell(entry.text, entry.place, is_uncertain=entry.is_uncertain) if entry else GridCell("", place)


def merge_down(rows: Sequence[GridRow], columns: Sequence[int], joins_above: Sequence[bool]) -> None:
    """Extends the cells of merged label columns over the blank cells beneath them, row by row where `joins_above` allows it."""
    for position, column in enumerate(columns):
        owner: int | None = None
        for number, row in enumerate(rows):
            cell = row[column]
            is_blank = cell is not None and not cell.text
            is_new_outer = any((outer := row[left]) is not None and outer.text for left in columns[:position])
            if is_blank and owner is not None and joins_above[number] and not is_new_outer:
                above = rows[owner][column]
                if above is not None:
                    rows[owner][column] = replace(above, row_span=above.row_span + 1)
                    row[column] = None
            elif joins_above[number] and not is_blank:
                owner = number
            else:
                owner = None
