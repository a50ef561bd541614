"""Tables of words under a head between two rules: the head names the columns, words that stand under one another fill them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.blocks import Grid, GridCell
from ingest.labels.form_rows import begins_with_levels
from ingest.page_tables.pdf_body_rows import USUAL_PITCH_EM
from ingest.page_tables.pdf_column_tables import edge_spans, headed_table, plain_table
from ingest.page_tables.pdf_columns import MAX_RUNNING_HEADS
from ingest.page_tables.pdf_grids import merge_rules
from ingest.page_tables.pdf_head_rules import HeadRules, find_head_rules, lines_to_foot
from ingest.page_tables.pdf_headers import Header, read_header
from ingest.page_tables.pdf_level_rows import are_levels_whole
from ingest.page_tables.pdf_row_rules import MAX_PIECES
from ingest.page_tables.pdf_word_pitch import Pitch, word_pitch
from ingest.pages.pdf_glyphs import Box, Glyph, Sheet, enclosing_box
from ingest.pages.pdf_word_rows import Extent, WordRow, home_column, word_row, word_stacks
from ingest.pages.pdf_words import split_lines

MIN_ROWS = 2
# a line further from the next than this many rows belongs to something else
MAX_ROW_GAP = 2.5
# over and under rows that go on from the page before
RULES_AROUND = 2
SAME_SIDE_POINTS = 6.0
EDGE_POINTS = 2.0


@dataclass(frozen=True, slots=True)
class WordTable:
    """Such a table: its box, the edges of its columns, the cells of its head, and whether levels of indicators run over several rows.

    `is_open` says that no rule closes it on this page.
    """

    box: Box
    grid: Grid
    edges: tuple[float, ...]
    head: tuple[GridCell | None, ...]
    has_merged_rows: bool
    is_open: bool = False

    @property
    def top(self) -> float:
        """The height at which it begins."""
        return self.box[1]


def find_word_tables(glyphs: Sequence[Glyph], sheet: Sheet, before: WordTable | None = None) -> list[WordTable]:
    """Such tables on a page; `before` is the one that the page before ended with."""
    lines = [word_row(line) for line in split_lines(glyphs)]
    part = _continued(lines, sheet, before) if before else None
    below = [line for line in lines if not part or line.y > part.box[3]]
    heads = find_head_rules(sheet.rules, below)
    found = [table for number, one in enumerate(heads) if (table := _read(one, sheet, None if number else before))]
    return [part, *found] if part else found


def _read(rules: HeadRules, sheet: Sheet, before: WordTable | None) -> WordTable | None:
    header = _header(rules) if rules.body else None
    pitch = _pitch(rules.body, header.edges) if header else None
    columns = headed_table(rules.head, rules.body, header, sheet, pitch.lines) if header and pitch else None
    if not header or not columns:
        return None
    head, rows = columns.grid.rows[header.depth - 1], columns.grid.rows[header.depth :]
    has_levels = begins_with_levels([head])
    is_repeated = before is not None and _texts(before.head) == _texts(head)
    if not (are_levels_whole(head, rows, is_repeated) if has_levels else sum(map(_is_parted, rows)) >= MIN_ROWS):
        return None
    edges = (rules.sides[0], *header.edges[1:-1], rules.sides[1])
    grid = replace(columns.grid, header_rows=header.depth)
    return WordTable((edges[0], rules.top, edges[-1], rules.bottom), grid, edges, head, has_levels, rules.is_open)


def _header(rules: HeadRules) -> Header | None:
    stacks, pitch = word_stacks(rules.body), USUAL_PITCH_EM * rules.body[0].line[0].size
    found = (read_header(rules.head, rules.body, stacks, pitch, sides) for sides in (rules.sides, None))
    return next((header for header in found if header and header.is_certain and not _has_rows(header)), None)


def _has_rows(header: Header) -> bool:
    """Whether a cell stands over a single other one, as in rows, not in heads."""
    return any(cell.first == cell.last and cell.row + cell.row_span < header.depth for cell in header.cells)


def _pitch(body: Sequence[WordRow], edges: Sequence[float]) -> Pitch | None:
    """How far the rows stand apart; None where lines do not stand in the columns, or too far from one another."""
    spans = edge_spans(edges)
    if not all(_is_inside(segment, spans) for line in body for segment in line.segments):
        return None
    pitch = word_pitch(body, spans)
    is_loose = pitch is not None and any(below.y - above.y > MAX_ROW_GAP * pitch.rows for above, below in pairwise(body))
    return None if is_loose else pitch


def _is_inside(segment: Sequence[Glyph], spans: Sequence[Extent]) -> bool:
    """Whether a word does not reach over the edge between two columns."""
    home = home_column(segment, spans)
    is_begun = home == 0 or segment[0].x0 > spans[home][0] - EDGE_POINTS
    return is_begun and (home == len(spans) - 1 or segment[-1].x1 < spans[home][1] + EDGE_POINTS)


def _texts(row: Sequence[GridCell | None]) -> list[str]:
    return [cell.text for cell in row if cell]


def _is_parted(row: Sequence[GridCell | None]) -> bool:
    return sum(bool(cell and cell.text) for cell in row) > 1


def _continued(lines: Sequence[WordRow], sheet: Sheet, before: WordTable) -> WordTable | None:
    """The part of the table before at the head of this page, without its head: rows down to a rule, or to the foot of the page."""
    body, is_open = _rows_at_head(lines, sheet, before)
    pitch = _pitch(body, before.edges) if body else None
    columns = plain_table([], body, edge_spans(before.edges), sheet, True, pitch.lines) if pitch else None
    if not columns or not any(map(_is_parted, columns.grid.rows)):
        return None
    if before.has_merged_rows and not are_levels_whole(before.head, columns.grid.rows, is_continued=True):
        return None
    _, top, _, bottom = enclosing_box([glyph for line in body for glyph in line.line])
    box = before.edges[0], top, before.edges[-1], bottom
    return replace(before, box=box, grid=columns.grid, is_open=is_open)


def _rows_at_head(lines: Sequence[WordRow], sheet: Sheet, before: WordTable) -> tuple[list[WordRow], bool]:
    """The rows that may go on with the table before, and whether no rule closes them."""
    heights = _rules_across(sheet, before.edges)
    foot = lines_to_foot(lines, 0.0)
    if not heights:
        return (_block(foot, 0.0) if before.is_open else []), True
    if before.is_open and (block := _block([line for line in foot if line.y < heights[0]], heights[0])):
        return block, False
    is_alone = len(heights) == RULES_AROUND and not lines_to_foot(lines, heights[1])
    return (_block([line for line in foot if heights[0] < line.y < heights[1]], heights[1]) if is_alone else []), False


def _rules_across(sheet: Sheet, edges: Sequence[float]) -> list[float]:
    """The heights of the level rules that run from side to side of a table."""
    level = merge_rules([rule for rule in sheet.rules if not rule.is_vertical]) if len(sheet.rules) <= MAX_PIECES else []
    ends = ((rule.at, max(abs(rule.start - edges[0]), abs(rule.end - edges[-1]))) for rule in level)
    return sorted(at for at, far in ends if far < SAME_SIDE_POINTS)


def _block(lines: Sequence[WordRow], bottom: float) -> list[WordRow]:
    """The rows that follow one another down to this height, where hardly more than a running head stands above them."""
    first = len(lines)
    below = bottom or (lines[-1].y if lines else 0.0)
    while first and below - lines[first - 1].y <= MAX_ROW_GAP * USUAL_PITCH_EM * lines[first - 1].line[0].size:
        first -= 1
        below = lines[first].y
    return list(lines[first:]) if first <= MAX_RUNNING_HEADS else []
