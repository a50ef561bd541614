"""Body lines without rules to rows of cells: a wrapped label stands around the line of its row's numbers, or goes on beneath it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.page_tables.pdf_header_cells import PrintedCell, line_pitch
from ingest.pages.pdf_glyphs import Glyph
from ingest.pages.pdf_word_rows import BROKEN, TAIL, Extent, WordRow, find_tails, home_column
from ingest.pages.pdf_words import NUMBER, line_text

SAME_ROW_EM = 0.36
USUAL_PITCH_EM = 1.9
# lines that stand closer are parts of one row
MIN_PITCH_EM = 0.9
MIN_ROW_STEP_EM = 0.8


def row_pitch(rows: Sequence[WordRow]) -> float:
    """The smallest distance in points between two lines that bear numbers, each of them a row of its own."""
    tails = find_tails(rows)
    anchors = [row for i, row in enumerate(rows) if row.is_body and i not in tails]
    size = rows[0].line[0].size
    steps = [after.y - before.y for before, after in pairwise(anchors) if after.y - before.y > MIN_PITCH_EM * size]
    return min(steps, default=USUAL_PITCH_EM * size)


def fill_rows(
    lines: Sequence[WordRow], spans: Sequence[Extent], pitch: float, reach: float | None = None
) -> list[list[PrintedCell | None]]:
    """The rows of the body, top to bottom, each with its cell or nothing in every column.

    `reach` is how far below a line of a cell its next line stands at most, where that is known.
    """
    columns: list[list[list[list[Glyph]]]] = [[] for _ in spans]
    for line in lines:
        pieces: dict[int, list[Glyph]] = {}
        for segment in line.segments:
            pieces.setdefault(home_column(segment, spans), []).extend(segment)
        for column, piece in pieces.items():
            _add(columns[column], piece, line_pitch(piece, pitch) if reach is None else reach)
    cells = [(column, PrintedCell(tuple(cell))) for column, printed in enumerate(columns) for cell in printed]
    rows: dict[float, list[PrintedCell | None]] = {}
    for column, cell in sorted(cells, key=lambda item: (len(item[1].lines) > 1, item[1].middle)):
        y = _height(cell, column, rows)
        rows.setdefault(y, [None] * len(spans))[column] = cell
    return [row for _, row in sorted(rows.items(), key=lambda item: item[0])]


def rows_overlap(rows: Sequence[Sequence[PrintedCell | None]]) -> bool:
    """Whether the print of a row reaches into the next."""
    extents = [(min(c.first for c in row if c), max(c.last for c in row if c)) for row in rows]
    sizes = [next(c for c in row if c).lines[0][0].size for row in rows]
    return any(below[0] - above[1] < MIN_ROW_STEP_EM * size for (above, below), size in zip(pairwise(extents), sizes[1:], strict=True))


def _add(printed: list[list[list[Glyph]]], piece: list[Glyph], reach: float) -> None:
    """Puts a line into the cell above where it goes on, else into a new one."""
    above = printed[-1][-1] if printed else None
    is_near = above is not None and 0 < piece[0].middle - above[0].middle <= reach
    if above is not None and is_near and _goes_on(line_text(above), line_text(piece)):
        printed[-1].append(piece)
    else:
        printed.append([piece])


def _goes_on(above: str, below: str) -> bool:
    """Whether a line can be the rest of the one above: words of words, and the last digits of a broken amount."""
    if TAIL.fullmatch(below) and BROKEN.fullmatch(above):
        return True
    return not NUMBER.fullmatch(above) and not NUMBER.fullmatch(below)


def _height(cell: PrintedCell, column: int, rows: dict[float, list[PrintedCell | None]]) -> float:
    """The row of a cell: that which its middle, its first or its last line stands in; else a row of its own."""
    slack = SAME_ROW_EM * cell.lines[0][0].size
    for y in (cell.middle, cell.first, cell.last):
        near = min(rows, key=lambda row: abs(row - y), default=None)
        if near is not None and abs(near - y) <= slack and rows[near][column] is None:
            return near
    y = cell.middle
    while y in rows:
        y += slack / 100
    return y
