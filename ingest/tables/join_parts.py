"""The page parts of one table as one run of rows: repeated headers dropped, columns brought under those of the first part."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.blocks import Grid, GridCell
from ingest.document import Place
from ingest.labels.read_header import count_header_rows
from ingest.labels.table_words import CODE_PIECES, fold_all, kind_of_cell

Rows = list[list[GridCell | None]]
SAME_EDGE = 3.0
HIGHEST_HEADER = 6


def join_parts(grids: Sequence[Grid]) -> tuple[Rows, frozenset[int]]:
    """All rows, and the indices of those that begin a page part (a gap in the lines of a text begins one too)."""
    rows: Rows = []
    breaks: set[int] = set()
    lefts = _left_edges(grids[0])
    header: list[list[str]] = []
    for part, grid in enumerate(grids):
        lines: Rows = [list(row) for row in grid.rows]
        if part and grid.has_spans and lefts and lines and len(lines[0]) != len(lefts):
            lines = [_by_position(row, lefts) for row in lines]
        if not part:
            header = _header_of(lines)
        place = 0
        while place < len(lines):
            repeated = _length_of_repeated_header(lines[place:], header) if rows else 0
            if repeated:
                place += repeated
                breaks.add(len(rows))
                continue
            if (part and place == 0) or (place and _has_gap(lines[place - 1], lines[place])):
                breaks.add(len(rows))
            rows.append(lines[place])
            place += 1
    mixed = next((index for index, row in enumerate(rows[:HIGHEST_HEADER]) if _mixes_header_and_data(row)), None)
    if mixed is not None:
        rows[mixed : mixed + 1] = _header_and_data(rows[mixed])
        breaks = {index + (index > mixed) for index in breaks}
    return rows, frozenset(breaks)


def _mixes_header_and_data(row: Sequence[GridCell | None]) -> bool:
    """Whether 类 | 款 | 项 share their printed row with the first row of data."""
    pieces = sum(1 for text in _printed(row) if text in CODE_PIECES)
    return pieces > 1 and any(kind_of_cell(text) == "number" for text in _printed(row))


def _header_and_data(row: Sequence[GridCell | None]) -> Rows:
    blank = [cell and GridCell("", cell.place) for cell in row]
    is_piece = [bool(cell and fold_all(cell.text) in CODE_PIECES) for cell in row]
    return [
        [cell if piece else empty for cell, empty, piece in zip(row, blank, is_piece, strict=True)],
        [empty if piece else cell for cell, empty, piece in zip(row, blank, is_piece, strict=True)],
    ]


def _printed(row: Sequence[GridCell | None]) -> list[str]:
    return [fold_all(cell.text) for cell in row if cell and cell.text.strip()]


def header_of(grid: Grid) -> list[list[str]]:
    """The printed texts of a grid's header rows, for comparing."""
    return _header_of([list(row) for row in grid.rows])


def _header_of(lines: Rows) -> list[list[str]]:
    height = count_header_rows([[cell.text if cell else "" for cell in row] for row in lines])
    header = [_printed(row) for row in lines[:height]]
    return header if header and len(header[0]) > 1 else []


def _length_of_repeated_header(lines: Rows, header: list[list[str]]) -> int:
    length = 0
    while length < min(len(lines), len(header)) and _printed(lines[length]) == header[length]:
        length += 1
    return length


def _has_gap(above: Sequence[GridCell | None], below: Sequence[GridCell | None]) -> bool:
    last, first = _lines(above), _lines(below)
    return bool(last and first and first[0] - last[1] > 1)


def _lines(row: Sequence[GridCell | None]) -> tuple[int, int] | None:
    return next((cell.place.lines for cell in row if cell and cell.place.lines), None)


def _left_edges(grid: Grid) -> list[float]:
    """The left edge of every column of a grid that knows its boxes, else nothing."""
    width = len(grid.rows[0]) if grid.rows else 0
    edges: dict[int, float] = {}
    for row in grid.rows:
        for column, cell in enumerate(row):
            if cell and cell.place.bbox:
                edges[column] = min(edges.get(column, cell.place.bbox[0]), cell.place.bbox[0])
    return [edges[column] for column in range(width)] if len(edges) == width else []


def _by_position(row: Sequence[GridCell | None], lefts: Sequence[float]) -> list[GridCell | None]:
    """The row's cells under the columns where they stand on the page; as they are where they have no box or two stand in one column."""
    if any(cell and cell.place.bbox is None for cell in row):
        return list(row)
    placed: list[GridCell | None] = [GridCell("", Place()) for _ in lefts]
    taken: set[int] = set()
    for cell in row:
        if cell is None or cell.place.bbox is None:
            continue
        left, _, right, _ = cell.place.bbox
        column = min(range(len(lefts)), key=lambda index: abs(lefts[index] - left))
        end = next((index for index in range(column + 1, len(lefts)) if lefts[index] > right - SAME_EDGE), len(lefts))
        if taken & {*range(column, end)}:
            return list(row)
        taken |= {*range(column, end)}
        placed[column:end] = [GridCell(cell.text, cell.place, cell.row_span, end - column, cell.is_uncertain), *[None] * (end - column - 1)]
    return placed
