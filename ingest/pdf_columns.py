"""Tables without rules: columns from words that stand under one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.blocks import Grid, GridCell
from ingest.pdf_glyphs import Glyph, Sheet, enclosing_box
from ingest.pdf_headers import Extent, HeaderCell, header_lines, home_column
from ingest.pdf_paragraphs import PAGE_NUMBER
from ingest.pdf_words import AMOUNT, NUMBER, cell_text, line_text, split_segments

MIN_ROWS = 3
MAX_HEADER_LINES = 6
MAX_LABEL_CHARACTERS = 30
MAX_GROUP_CHARACTERS = 14
# a line further from the next than this many usual row heights belongs to something else
MAX_ROW_GAP = 2.2
LEADER = re.compile(r"…|\.{4}|·{4}")
CAPTION = re.compile(r"单位[：:]")
CLOSE_POINTS = 1.0


@dataclass(frozen=True, slots=True)
class Columns:
    """A table that was found without rules."""

    top: float
    grid: Grid


@dataclass(frozen=True, slots=True)
class _Row:
    """A printed line in its segments."""

    line: list[Glyph]
    segments: list[list[Glyph]]
    words: tuple[str, ...]

    @property
    def y(self) -> float:
        return self.line[0].middle

    @property
    def is_short(self) -> bool:
        """Whether no word of it is prose, a contents line, a caption or a page number."""
        text = " ".join(self.words)
        is_other = LEADER.search(text) or CAPTION.search(text) or PAGE_NUMBER.fullmatch(text) or "。" in text
        return not is_other and all(len(word) <= MAX_LABEL_CHARACTERS for word in self.words)

    @property
    def is_body(self) -> bool:
        """Whether it looks like a table row: words side by side, an amount or several numbers among them."""
        numbers = sum(bool(NUMBER.fullmatch(word)) for word in self.words)
        has_amount = any(AMOUNT.fullmatch(word) for word in self.words)
        return len(self.words) >= 2 and (has_amount or numbers >= 2) and self.is_short


def find_columns(lines: Sequence[list[Glyph]], sheet: Sheet) -> list[Columns | list[Glyph]]:
    """The lines, those that make up a table without rules replaced by the table."""
    rows = [_row(line) for line in lines]
    found: list[Columns | list[Glyph]] = []
    index = 0
    while index < len(rows):
        end = _block_end(rows, index)
        spans = _aligned_spans(rows[index:end])
        if spans:
            first = _header_start(rows, index, end, len(found))
            del found[len(found) - (index - first) :]
            found.append(_table(rows[first:index], rows[index:end], spans, sheet))
            index = end
        else:
            found.append(rows[index].line)
            index += 1
    return found


def _row(line: list[Glyph]) -> _Row:
    segments = split_segments(line)
    return _Row(line, segments, tuple(line_text(segment) for segment in segments))


def _block_end(rows: Sequence[_Row], start: int) -> int:
    """The end of the run of table rows that begins here, or `start` where none does."""
    end, body = start, 0
    for index in range(start, len(rows)):
        is_far = index - start > 1 and rows[index].y - rows[index - 1].y > MAX_ROW_GAP * _pitch(rows[start:index])
        if is_far or not rows[index].is_short or not rows[start].is_body:
            break
        if rows[index].is_body:
            end, body = index + 1, body + 1
    return end if body >= MIN_ROWS else start


def _pitch(rows: Sequence[_Row]) -> float:
    return median(after.y - before.y for before, after in pairwise(rows))


def _header_start(rows: Sequence[_Row], start: int, end: int, available: int) -> int:
    """The first of the lines above the body that carry its column headers."""
    pitch = _pitch(rows[start:end])
    first = start
    while first > 0 and start - first < min(MAX_HEADER_LINES, available):
        row = rows[first - 1]
        if rows[first].y - row.y > MAX_ROW_GAP * pitch or not row.is_short or _is_title(row, rows[start]):
            break
        first -= 1
    return first


def _is_title(row: _Row, body: _Row) -> bool:
    """Whether a line of one word is a heading rather than a header that stands over several columns."""
    is_larger = row.line[0].size > 1.1 * body.line[0].size
    return len(row.words) == 1 and (is_larger or len(row.words[0]) > MAX_GROUP_CHARACTERS or row.words[0][-1] in "表：:）)")


def _table(header: Sequence[_Row], body: Sequence[_Row], spans: Sequence[Extent], sheet: Sheet) -> Columns:
    rows = [*header, *body]
    cuts = [(before[1] + after[0]) / 2 for before, after in pairwise(spans)]
    edges = [min(spans[0][0], _left(rows)), *cuts, max(spans[-1][1], _right(rows))]
    lines = header_lines([row.segments for row in header], spans) if header else []
    lines += [[HeaderCell(i, i, 1, glyphs) for i, glyphs in enumerate(_sort(row, spans))] for row in body]
    extents = [*_header_extents(header, len(lines) - len(body)), *(_extent(row) for row in body)]
    cells = tuple(_cells(line, i, extents, edges, sheet) for i, line in enumerate(lines))
    box = enclosing_box([g for row in rows for g in row.line])
    return Columns(rows[0].y, Grid(cells, sheet.place(box), has_spans=True))


def _extent(row: _Row) -> Extent:
    return min(g.top for g in row.line), max(g.bottom for g in row.line)


def _header_extents(header: Sequence[_Row], levels: int) -> list[Extent]:
    """The heights of the header's levels: its first line, and all of its lines below."""
    if not header:
        return []
    extents = [_extent(row) for row in header]
    bottom = max(bottom for _, bottom in extents)
    return [(extents[0][0], bottom)] if levels == 1 else [extents[0], (extents[0][1], bottom)]


def _left(rows: Sequence[_Row]) -> float:
    return min(row.segments[0][0].x0 for row in rows)


def _right(rows: Sequence[_Row]) -> float:
    return max(row.segments[-1][-1].x1 for row in rows)


def _column_spans(rows: Sequence[_Row]) -> list[Extent]:
    """Where words stand in more than a tenth of the rows: the extents of the columns from left to right."""
    events: list[tuple[float, int]] = []
    for row in rows:
        for segment in row.segments:
            events += [(segment[0].x0, 1), (segment[-1].x1 - CLOSE_POINTS, -1)]
    depth, least, spans = 0, 0.1 * len(rows), list[Extent]()
    begin = 0.0
    for x, step in sorted(events):
        before, depth = depth, depth + step
        if before <= least < depth:
            begin = x
        elif depth <= least < before:
            spans.append((begin, x + CLOSE_POINTS))
    return spans


def _aligned_spans(rows: Sequence[_Row]) -> list[Extent]:
    """The columns of the rows, or none unless amounts stand under amounts and hardly two words of a row in one column."""
    spans = _column_spans(rows) if rows else []
    if len(spans) < 2:
        return []
    amounts = [0] * len(spans)
    doubled = 0
    for row in rows:
        homes = [home_column(segment, spans) for segment in row.segments]
        doubled += len(homes) - len(set(homes))
        for home, word in zip(homes, row.words, strict=True):
            amounts[home] += bool(AMOUNT.fullmatch(word))
    return spans if max(amounts) >= MIN_ROWS and doubled <= 0.1 * len(rows) else []


def _sort(row: _Row, spans: Sequence[Extent]) -> list[list[Glyph]]:
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
