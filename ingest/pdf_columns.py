"""Tables without rules: columns from words that stand under one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.blocks import Grid, GridCell
from ingest.pdf_glyphs import Glyph, Sheet, enclosing_box
from ingest.pdf_headers import HeaderCell, header_lines
from ingest.pdf_word_rows import Extent, WordRow, aligned_spans, home_column, word_row
from ingest.pdf_words import cell_text

MIN_ROWS = 3
MAX_HEADER_LINES = 6
MAX_GROUP_CHARACTERS = 14
MAX_RUNNING_HEADS = 2
# a line further from the next than this many usual row heights belongs to something else
MAX_ROW_GAP = 2.2


@dataclass(frozen=True, slots=True)
class Columns:
    """A table that was found without rules."""

    top: float
    grid: Grid
    spans: tuple[Extent, ...]


def find_columns(lines: Sequence[list[Glyph]], sheet: Sheet, open_spans: Sequence[Extent] = ()) -> list[Columns | list[Glyph]]:
    """The lines, those that make up a table without rules replaced by the table.

    `open_spans` are the columns of the table that the page before ended with: one row is enough to continue it.
    """
    rows = [word_row(line) for line in lines]
    found: list[Columns | list[Glyph]] = []
    index = 0
    while index < len(rows):
        end = _block_end(rows, index)
        spans = aligned_spans(rows[index:end])
        if index <= MAX_RUNNING_HEADS and (continued := _continued_end(rows, index, open_spans)) > index:
            end = max(end, continued)
            spans = spans if len(spans) > len(open_spans) else list(open_spans)
            open_spans = ()
        if spans:
            first = _header_start(rows, index, end, len(found))
            del found[len(found) - (index - first) :]
            found.append(_table(rows[first:index], rows[index:end], spans, sheet))
            index = end
        else:
            found.append(rows[index].line)
            index += 1
    return found


def _continued_end(rows: Sequence[WordRow], start: int, spans: Sequence[Extent]) -> int:
    """The end of the rows that fit the columns of the page before."""
    end = start
    while spans and end < len(rows) and rows[end].is_body and _fits(rows[end], spans):
        end += 1
    return end


def _fits(row: WordRow, spans: Sequence[Extent]) -> bool:
    homes = [home_column(segment, spans) for segment in row.segments]
    overlaps = [min(s[-1].x1, spans[home][1]) > max(s[0].x0, spans[home][0]) for s, home in zip(row.segments, homes, strict=True)]
    return all(overlaps) and len(set(homes)) == len(homes)


def _block_end(rows: Sequence[WordRow], start: int) -> int:
    """The end of the run of table rows that begins here, or `start` where none does."""
    end, body = start, 0
    for index in range(start, len(rows)):
        is_far = index - start > 1 and rows[index].y - rows[index - 1].y > MAX_ROW_GAP * _pitch(rows[start:index])
        if is_far or not rows[index].is_short or not rows[start].is_body:
            break
        if rows[index].is_body:
            end, body = index + 1, body + 1
    return end if body >= MIN_ROWS else start


def _pitch(rows: Sequence[WordRow]) -> float:
    return median(after.y - before.y for before, after in pairwise(rows))


def _header_start(rows: Sequence[WordRow], start: int, end: int, available: int) -> int:
    """The first of the lines above the body that carry its column headers."""
    pitch = _pitch(rows[start:end]) if end - start > 1 else 0.0
    first = start
    while first > 0 and start - first < min(MAX_HEADER_LINES, available):
        row = rows[first - 1]
        if rows[first].y - row.y > MAX_ROW_GAP * pitch or not row.is_short or _is_title(row, rows[start]):
            break
        first -= 1
    return first


def _is_title(row: WordRow, body: WordRow) -> bool:
    """Whether a line of one word is a heading rather than a header that stands over several columns."""
    is_larger = row.line[0].size > 1.1 * body.line[0].size
    return len(row.words) == 1 and (is_larger or len(row.words[0]) > MAX_GROUP_CHARACTERS or row.words[0][-1] in "表：:）)")


def _table(header: Sequence[WordRow], body: Sequence[WordRow], spans: Sequence[Extent], sheet: Sheet) -> Columns:
    rows = [*header, *body]
    cuts = [(before[1] + after[0]) / 2 for before, after in pairwise(spans)]
    edges = [min(spans[0][0], _left(rows)), *cuts, max(spans[-1][1], _right(rows))]
    lines = header_lines([row.segments for row in header], spans) if header else []
    lines += [[HeaderCell(i, i, 1, glyphs) for i, glyphs in enumerate(_sort(row, spans))] for row in body]
    extents = [*_header_extents(header, len(lines) - len(body)), *(_extent(row) for row in body)]
    cells = tuple(_cells(line, i, extents, edges, sheet) for i, line in enumerate(lines))
    box = enclosing_box([g for row in rows for g in row.line])
    return Columns(rows[0].y, Grid(cells, sheet.place(box), has_spans=True), tuple(spans))


def _extent(row: WordRow) -> Extent:
    return min(g.top for g in row.line), max(g.bottom for g in row.line)


def _header_extents(header: Sequence[WordRow], levels: int) -> list[Extent]:
    """The heights of the header's levels: its first line, and all of its lines below."""
    if not header:
        return []
    extents = [_extent(row) for row in header]
    bottom = max(bottom for _, bottom in extents)
    return [(extents[0][0], bottom)] if levels == 1 else [extents[0], (extents[0][1], bottom)]


def _left(rows: Sequence[WordRow]) -> float:
    return min(row.segments[0][0].x0 for row in rows)


def _right(rows: Sequence[WordRow]) -> float:
    return max(row.segments[-1][-1].x1 for row in rows)


def _sort(row: WordRow, spans: Sequence[Extent]) -> list[list[Glyph]]:
    contents: list[list[Glyph]] = [[] for _ in spans]
    for segment in row.segments:
        contents[home_column(segment, spans)] += segment
    return contents


def _cells(
    line: Sequence[HeaderCell | None], row: int, extents: Sequence[Extent], edges: Sequence[float], sheet: Sheet
) -> tuple[GridCell | None, ...]:
    cells: list[GridCell | None] = []
    for cell in line:
        if cell is None:
            cells.append(None)
            continue
        left, right = edges[cell.first], edges[cell.last + 1]
        place = sheet.place((left, extents[row][0], right, extents[row + cell.row_span - 1][1]))
        cells.append(GridCell(cell_text(cell.glyphs, right - left), place, cell.row_span, cell.last - cell.first + 1))
    return tuple(cells)
