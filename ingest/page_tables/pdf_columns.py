"""Tables without rules: columns from words that stand under one another and from the headers above them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.labels.read_caption import is_note
from ingest.labels.read_unit import COUNTED_LABEL
from ingest.labels.table_words import fold_all
from ingest.page_tables.pdf_body_rows import row_pitch
from ingest.page_tables.pdf_column_tables import Columns, continued_table, edge_spans, headed_table, plain_table
from ingest.page_tables.pdf_header_cells import MAX_LINE_PITCH_EM, MAX_LINE_PITCH_OF_ROWS
from ingest.page_tables.pdf_headers import Header, read_header
from ingest.pages.pdf_glyphs import Glyph, Sheet, enclosing_box
from ingest.pages.pdf_word_rows import Extent, WordRow, aligned_spans, home_column, word_row, word_stacks
from ingest.pages.pdf_words import NUMBER

MIN_ROWS = 3
MAX_HEADER_LINES = 14
MAX_GROUP_CHARACTERS = 14
MAX_RUNNING_HEADS = 2
# a line further from the next than this many usual row heights belongs to something else
MAX_ROW_GAP = 2.2
USUAL_PITCH_EM = 1.9
OUTER_SLACK = 24.0
MIN_PITCH_EM = 1.2
# a wrapped header makes its row higher by some lines
WRAPPED_EM = 2.4
MAX_HEADER_GAP_EM = 10.0


def find_columns(lines: Sequence[list[Glyph]], sheet: Sheet, open_table: Columns | None = None) -> list[Columns | list[Glyph]]:
    """The lines, those that make up a table without rules replaced by the table.

    `open_table` is the table that the page before ended with: one row that fits its columns is enough to continue it.
    """
    rows = [word_row(line) for line in lines]
    found: list[Columns | list[Glyph]] = []
    index = 0
    while index < len(rows):
        table, first, end = _table_at(rows, index, len(found), sheet, open_table)
        if table:
            del found[len(found) - (index - first) :]
            found.append(table)
            open_table = None
        else:
            end = max(end, index + 1)
            found += [row.line for row in rows[index:end]]
        index = end
    return found


Found = tuple[Columns | None, int, int]  # a table, the first row of its header, and the row after its last


def _table_at(rows: Sequence[WordRow], index: int, available: int, sheet: Sheet, open_table: Columns | None) -> Found:
    """The table whose body, or whose repeated header, begins at this row.

    There is none where the print does not show which header stands over which column: its lines stay lines.
    """
    if open_table and (start := _after_repeated(rows, index, open_table)) and (end := _continued_end(rows, start, open_table)) > start:
        return continued_table(rows[index:start], rows[start:end], open_table, sheet), index, end
    end = _block_end(rows, index)
    body = rows[index:end]
    first = _header_start(rows, index, end, available) if body else index
    has_header = first < index and not _goes_on_above(rows, first) and not _is_tight(rows[first:index], body)
    if has_header and (header := _header(rows[first:index], body, _sides(rows, first, end, sheet))):
        return _under_header(rows, (first, index, end), header, sheet)
    if index <= MAX_RUNNING_HEADS and open_table:
        continued = _continued_end(rows, index, open_table)
        if continued > index and not _has_header(rows, index, sheet) and len(aligned_spans(body)) <= len(open_table.spans):
            end = max(end, continued)
            return continued_table([], rows[index:end], open_table, sheet), index, end
    is_part = (index <= MAX_RUNNING_HEADS and sheet.number > 1) or (index > 0 and _follows(rows, index))
    spans = aligned_spans(body) if len(body) >= MIN_ROWS and first == index and not is_part else []
    return plain_table([], body, _middle_spans(spans), sheet, False) if spans else None, index, end


def _under_header(rows: Sequence[WordRow], bounds: tuple[int, int, int], header: Header, sheet: Sheet) -> Found:
    """The table of a header and a body; none where further lines of its last row do not fit its columns."""
    first, start, end = bounds
    pitch = row_pitch(rows[start:end])
    end = _last_end(rows, end, edge_spans(header.edges), pitch)
    is_close = end < len(rows) and rows[end].y - rows[end - 1].y < MAX_LINE_PITCH_OF_ROWS * pitch
    is_cut = is_close and not is_note("".join(rows[end].words), False)
    return None if is_cut else headed_table(rows[first:start], rows[start:end], header, sheet), first, end


def _follows(rows: Sequence[WordRow], index: int) -> bool:
    """Whether a row stands right below another with numbers, so that it is not the first of its table."""
    above = rows[index - 1]
    has_number = above.may_be_cell and any(NUMBER.fullmatch(word) for word in above.words)
    return has_number and rows[index].y - above.y < MAX_ROW_GAP * USUAL_PITCH_EM * above.line[0].size


def _after_repeated(rows: Sequence[WordRow], index: int, table: Columns) -> int:
    """The row after the header of the open table where it is printed again, or 0."""
    end = index + len(table.header_words)
    return end if table.header_words and tuple(row.words for row in rows[index:end]) == table.header_words else 0


def _has_header(rows: Sequence[WordRow], index: int, sheet: Sheet) -> bool:
    """Whether the first row with numbers from here on stands under a header."""
    start = next((i for i in range(index, len(rows)) if rows[i].is_body), index)
    body = rows[start : _block_end(rows, start)]
    first = _header_start(rows, start, start + len(body), start) if body else start
    return first < start and _header(rows[first:start], body, _sides(rows, first, start + len(body), sheet)) is not None


def _header(lines: Sequence[WordRow], body: Sequence[WordRow], sides: Extent | None = None) -> Header | None:
    """The header; where words alone do not show it, with the sides of the table as its rules show them."""
    stacks, pitch = word_stacks(body), row_pitch(body)
    header = read_header(lines, body, stacks, pitch)
    ruled = read_header(lines, body, stacks, pitch, sides) if sides and not header else None
    return header or ruled


def _sides(rows: Sequence[WordRow], first: int, end: int, sheet: Sheet) -> Extent | None:
    """The ends of the rule over a table, where it runs over all its words."""
    top = rows[first - 1].y if first else 0.0
    x0, _, x1, _ = enclosing_box([glyph for row in rows[first:end] for segment in row.segments for glyph in segment])
    level = [rule for rule in sheet.rules if not rule.is_vertical and top < rule.at < rows[first].y]
    over = [(rule.start, rule.end) for rule in level if rule.start <= x0 and x1 <= rule.end]
    return min(over, key=lambda side: side[1] - side[0], default=None)


def _goes_on_above(rows: Sequence[WordRow], first: int) -> bool:
    """Whether another line of the header may stand above, too far for the others."""
    if not first or not rows[first - 1].is_short or _is_title(rows[first - 1], rows[first]):
        return False
    return rows[first].y - rows[first - 1].y < MAX_HEADER_GAP_EM * rows[first].line[0].size


def _is_tight(header: Sequence[WordRow], body: Sequence[WordRow]) -> bool:
    """Whether rows stand as close as the lines of one cell, and some line may be either."""
    pitch = min(row_pitch(body), body[0].y - header[-1].y)
    is_close = pitch < MAX_LINE_PITCH_EM * body[0].line[0].size
    return is_close and (len(header) > 1 or not all(row.is_body for row in body))


def _continued_end(rows: Sequence[WordRow], start: int, table: Columns) -> int:
    """The end of the rows that fit the columns of the page before, one with numbers among them."""
    end = start
    while end < len(rows) and rows[end].is_short and _fits(rows[end], table.spans) and _keeps_amounts(rows[end], table):
        if end > start and rows[end].y - rows[end - 1].y > MAX_ROW_GAP * USUAL_PITCH_EM * rows[end].line[0].size:
            break
        end += 1
    return end if any(row.is_body for row in rows[start:end]) else start


def _keeps_amounts(row: WordRow, table: Columns) -> bool:
    """Whether columns of numbers go on with numbers; a word there belongs to a header."""
    homes = [home_column(segment, table.spans) for segment in row.segments]
    return all(home not in table.amounts or NUMBER.fullmatch(word) for home, word in zip(homes, row.words, strict=True))


def _fits(row: WordRow, spans: Sequence[Extent]) -> bool:
    homes = [home_column(segment, spans) for segment in row.segments]
    slack = [OUTER_SLACK if home in (0, len(spans) - 1) else 2.0 for home in homes]
    inside = [
        s[0].x0 > spans[home][0] - room and s[-1].x1 < spans[home][1] + room
        for s, home, room in zip(row.segments, homes, slack, strict=True)
    ]
    return all(inside) and len(set(homes)) == len(homes)


def _last_end(rows: Sequence[WordRow], end: int, spans: Sequence[Extent], pitch: float) -> int:
    """The end of the table with the rows of labels alone, and lines of wrapped labels, that stand below its last number."""
    while end < len(rows) and rows[end].is_short and _fits(rows[end], spans) and rows[end].y - rows[end - 1].y < 1.3 * pitch:
        end += 1
    return end


def _block_end(rows: Sequence[WordRow], start: int) -> int:
    """The end of the run of table rows that begins here, or `start` where none does."""
    end = start
    for index in range(start, len(rows)):
        is_far = index - start > 1 and rows[index].y - rows[index - 1].y > MAX_ROW_GAP * _pitch(rows[start:index])
        if is_far or not rows[index].may_be_cell or not rows[start].is_body:
            break
        if rows[index].is_body:
            end = index + 1
    return end


def _pitch(rows: Sequence[WordRow]) -> float:
    """The usual distance of two lines; where labels are wrapped the lines of neighbouring cells stand closer than rows do."""
    return max(median(after.y - before.y for before, after in pairwise(rows)), MIN_PITCH_EM * rows[0].line[0].size)


def _header_start(rows: Sequence[WordRow], start: int, end: int, available: int) -> int:
    """The first of the lines above the body that carry its column headers."""
    pitch = _pitch(rows[start:end]) if end - start > 1 else USUAL_PITCH_EM * rows[start].line[0].size
    first = start
    while first > 0 and start - first < min(MAX_HEADER_LINES, available):
        row = rows[first - 1]
        is_far = rows[first].y - row.y > MAX_ROW_GAP * pitch + WRAPPED_EM * row.line[0].size
        if is_far or not row.is_short or row.has_amount or _is_title(row, rows[start]):
            break
        first -= 1
    return first


def _is_title(row: WordRow, body: WordRow) -> bool:
    """Whether a line is a heading rather than a header that stands over several columns."""
    if row.line[0].size > 1.1 * body.line[0].size:
        return True
    word = row.words[0]
    is_closed = word[-1] in "表：:）)" and not COUNTED_LABEL.search(fold_all(word))
    return len(row.words) == 1 and (len(word) > MAX_GROUP_CHARACTERS or is_closed)


def _middle_spans(spans: Sequence[Extent]) -> list[Extent]:
    """The columns parted in the middle between their words."""
    return edge_spans([spans[0][0], *((before[1] + after[0]) / 2 for before, after in pairwise(spans)), spans[-1][1]])
