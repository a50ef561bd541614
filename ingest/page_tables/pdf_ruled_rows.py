"""Tables whose rules only part rows, as frames.

Rules that are shorter than the table stand at the ends of merged cells, so they begin and end where columns do. The other columns are the
fewest that keep apart the words that stand side by side.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.labels.table_words import CODE_PIECES
from ingest.page_tables.pdf_grids import JOIN_POINTS, Frame, Region
from ingest.page_tables.pdf_row_rules import RowRules
from ingest.page_tables.pdf_ruled_cells import RuledCell, read_ruled_cells
from ingest.page_tables.pdf_spread_cells import spread_headers, spread_labels
from ingest.pages.pdf_glyphs import Rule
from ingest.pages.pdf_word_rows import Extent, WordRow
from ingest.pages.pdf_words import AMOUNT, NUMBER

MIN_ROWS = 3
MIN_PARTED = 2
# where one side of a table is longer, its last rows print labels alone
LEAST_PARTED = 0.25
EDGE_POINTS = 1.0
# between words and the edge of the column that they are set flush with
PADDING = 3.0
# the ends of two rules with no column between them
SAME_EDGE_POINTS = 12.0
# columns without rules end at their words, not at the sides of the table
SAME_SIDE_POINTS = 24.0
MOST_CONTENTS_WORDS = 3  # 第一部分 部门概况 2
PAGE_NUMBER = re.compile(r"\d{1,3}")
LEVEL = re.compile(r"[一二三]级指标")

Edges = tuple[float, ...]
Bands = list[list[RuledCell]]


def read_ruled_rows(stack: RowRules, lines: Sequence[WordRow], before: Edges = ()) -> Frame | None:
    """The frame of such a table, or None where the print does not show its columns.

    `before` are the edges of the columns on the page before: they hold here too where they part the words.
    """
    cells = read_ruled_cells(stack, lines)
    bands = [sorted((c for c in cells if c.top <= i < c.bottom), key=lambda c: c.extent) for i in range(len(stack.heights) - 1)]
    gaps = [(left.extent[1], right.extent[0]) for band in bands for left, right in pairwise(band)]
    goes_on = _hold(before, stack, gaps)
    if not _are_rows(bands, 1 if goes_on else MIN_ROWS) or any(start > end for start, end in gaps):
        return None
    edges = (stack.left, *before[1:-1], stack.right) if goes_on else _find_edges(stack, gaps)
    places = [_place(cell, edges) for cell in cells]
    if _are_amounts(bands):
        header = _header_rows(bands)
        places = spread_headers(places, cells, stack, edges, header)
        are_whole = all(len(cell.text) > 1 or cell.text in CODE_PIECES for band in bands[:header] for cell in band)
        if not are_whole or not _is_headed(places, header, len(edges) - 1) or not (header or goes_on):
            return None
    else:
        places = spread_labels(places, cells)
    regions = _fill(places, len(bands), len(edges) - 1)
    return Frame(edges, stack.heights, regions) if regions else None


def _are_rows(bands: Bands, least: int) -> bool:
    """Whether between the rules stand single rows, enough of them with several cells."""
    printed = [band for band in bands if band]
    parted = sum(len(band) > 1 for band in printed)
    are_enough = len(printed) >= least and parted >= min(MIN_PARTED, least) and parted >= LEAST_PARTED * len(printed)
    return are_enough and not _is_contents(printed) and not any(cell.holds_rows for band in printed for cell in band)


def _is_contents(bands: Bands) -> bool:
    """Whether every row is a title and the number of its page, none smaller than the one above."""
    ends = [band[-1].text for band in bands]
    are_short = all(len(band) <= MOST_CONTENTS_WORDS for band in bands)
    return are_short and all(PAGE_NUMBER.fullmatch(end) for end in ends) and ends == sorted(ends, key=int)


def _hold(edges: Edges, stack: RowRules, gaps: Sequence[Extent]) -> bool:
    """Whether a table goes on in columns with these edges: one stands in every gap between words and at every end of a rule."""
    if not edges or max(abs(edges[0] - stack.left), abs(edges[-1] - stack.right)) > SAME_SIDE_POINTS:
        return False
    ends = [(end - SAME_EDGE_POINTS, end + SAME_EDGE_POINTS) for end in _rule_ends(stack)]
    return all(any(_is_in(edge, gap) for edge in edges[1:-1]) for gap in (*gaps, *ends))


def _is_in(edge: float, gap: Extent) -> bool:
    return gap[0] - EDGE_POINTS <= edge <= gap[1] + EDGE_POINTS


def _find_edges(stack: RowRules, gaps: Sequence[Extent]) -> Edges:
    inner = _clusters(sorted([*_rule_ends(stack), *_piece_ends(stack, gaps)]))
    left = sorted((gap for gap in gaps if not any(_is_in(edge, gap) for edge in inner)), key=lambda gap: gap[1])
    while left:
        shared = [gap for gap in left if gap[0] <= left[0][1]]
        inner.append(_edge(shared))
        left = [gap for gap in left if gap not in shared]
    return (stack.left, *sorted(inner), stack.right)


def _edge(gaps: Sequence[Extent]) -> float:
    """Where in the gaps a column ends: close to the words that are set flush with it, else in the middle."""
    low, high = max(gap[0] for gap in gaps), min(gap[1] for gap in gaps)
    rights = sum(low - gap[0] < EDGE_POINTS for gap in gaps)
    lefts = sum(gap[1] - high < EDGE_POINTS for gap in gaps)
    if lefts == rights or max(lefts, rights) * 2 <= len(gaps):
        return (low + high) / 2
    return max(high - PADDING, (low + high) / 2) if lefts > rights else min(low + PADDING, (low + high) / 2)


def _rule_ends(stack: RowRules) -> list[float]:
    """Where rules end inside the table."""
    return _clusters(_inner_ends(stack, stack.rules))


def _piece_ends(stack: RowRules, gaps: Sequence[Extent]) -> list[float]:
    """Where rules that are drawn cell by cell meet between words."""
    return [end for end in _inner_ends(stack, stack.pieces) if any(_is_in(end, gap) for gap in gaps)]


def _inner_ends(stack: RowRules, rules: Sequence[Rule]) -> list[float]:
    ends = sorted({end for rule in rules for end in (rule.start, rule.end)})
    return [end for end in ends if stack.left + JOIN_POINTS < end < stack.right - JOIN_POINTS]


def _clusters(ends: Sequence[float]) -> list[float]:
    """The ends, those with no column between them as one."""
    clusters: list[list[float]] = []
    for end in ends:
        if clusters and end - clusters[-1][0] <= SAME_EDGE_POINTS:
            clusters[-1].append(end)
        else:
            clusters.append([end])
    return [(cluster[0] + cluster[-1]) / 2 for cluster in clusters]


def _place(cell: RuledCell, edges: Edges) -> Region:
    first = min(max(bisect_right(edges, cell.extent[0] + EDGE_POINTS) - 1, 0), len(edges) - 2)
    end = max(min(bisect_left(edges, cell.extent[1] - EDGE_POINTS), len(edges) - 1), first + 1)
    return Region(cell.top, first, cell.bottom - cell.top, end - first)


def _are_amounts(bands: Bands) -> bool:
    """Whether the table is one of amounts, in which every column has a header; the fields of a form have none."""
    if any(LEVEL.fullmatch(cell.text) for band in bands for cell in band):
        return False
    header = _header_rows(bands)
    rows = [any(AMOUNT.fullmatch(cell.text) for cell in band) for band in bands[header:] if band]
    is_headed = header > 0 and len(bands[header - 1]) == max(map(len, bands))
    return any(rows) and (is_headed or sum(rows) * 2 >= len(rows))


def _header_rows(bands: Bands) -> int:
    """How many rows stand above the first numbers."""
    return next((i for i, band in enumerate(bands) if any(NUMBER.fullmatch(cell.text) for cell in band)), len(bands))


def _is_headed(places: Sequence[Region], header: int, columns: int) -> bool:
    """Whether headers stand over all columns in every row of the header."""
    return all(sum(r.column_span for r in places if r.row <= row < r.row + r.row_span) == columns for row in range(header))


def _fill(places: Sequence[Region], rows: int, columns: int) -> tuple[Region, ...] | None:
    """The places and the empty cells beside them; None where two places overlap."""
    taken: set[tuple[int, int]] = set()
    for region in places:
        covered = set(_covered(region))
        if covered & taken:
            return None
        taken |= covered
    free = (Region(row, column) for row in range(rows) for column in range(columns) if (row, column) not in taken)
    return tuple(sorted((*places, *free), key=lambda r: (r.row, r.column)))


def _covered(region: Region) -> Iterator[tuple[int, int]]:
    for row in range(region.row, region.row + region.row_span):
        for column in range(region.column, region.column + region.column_span):
            yield row, column
