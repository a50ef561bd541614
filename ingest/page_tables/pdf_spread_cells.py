"""Cells over several columns between level rules: words are printed in one of the columns, the cell reaches further."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, islice, pairwise

from ingest.page_tables.pdf_grids import Region
from ingest.page_tables.pdf_row_rules import RowRules
from ingest.page_tables.pdf_ruled_cells import RuledCell

SAME_START_POINTS = 1.5
# how far from the middle of its columns a header may stand, and how much further from that of any others, as shares of the narrowest column
MAX_SHIFT = 0.45
MIN_LEAD = 0.2
MAX_SPLITS = 20_000

Edges = Sequence[float]
Bounds = list[tuple[int, int]]


def spread_headers(
    places: Sequence[Region], cells: Sequence[RuledCell], stack: RowRules, edges: Edges, header: int
) -> list[Region]:
    """The places with each header of the first `header` rows over all columns that it heads: those of the rule below it are shared out."""
    spread = list(places)
    for rule in sorted((*stack.pieces, *stack.rules), key=lambda rule: rule.end - rule.start):
        bottom = _nearest(stack.heights, rule.at)
        if not 0 < bottom <= header:
            continue
        first, end = _nearest(edges, rule.start), _nearest(edges, rule.end)
        above = [i for i, r in enumerate(spread) if r.row + r.row_span == bottom and first <= r.column < end]
        above.sort(key=lambda i: spread[i].column)
        starts = [cells[i].extent[0] for i, r in enumerate(places) if r.row == bottom and first <= r.column < end]
        bounds = _share([cells[i] for i in above], edges[first : end + 1], starts)
        for i, (left, right) in zip(above, bounds, strict=False):
            spread[i] = replace(spread[i], column=first + left, column_span=right - left)
    return spread


def _nearest(edges: Edges, x: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - x))


def _share(groups: Sequence[RuledCell], edges: Edges, starts: Sequence[float]) -> Bounds:
    """The columns shared out among the groups over them, by where their words begin or stand; nothing where that is not clear."""
    columns = len(edges) - 1
    if not groups or len(groups) > columns:
        return []
    cuts = islice(combinations(range(1, columns), len(groups) - 1), MAX_SPLITS)
    splits = [list(pairwise((0, *inner, columns))) for inner in cuts]
    if len(splits) == 1:
        return splits[0]
    flush = [split for split in splits if len(starts) == columns and all(map(_is_flush, groups, (starts[first] for first, _ in split)))]
    if len(flush) == 1:
        return flush[0]
    width = min(right - left for left, right in pairwise(edges))
    shifts = sorted((max(_shift(g, edges, b) for g, b in zip(groups, split, strict=True)), split) for split in splits)
    is_clear = shifts[0][0] < MAX_SHIFT * width and shifts[1][0] - shifts[0][0] > MIN_LEAD * width
    return shifts[0][1] if is_clear else []


def _is_flush(group: RuledCell, start: float) -> bool:
    return abs(group.extent[0] - start) < SAME_START_POINTS


def _shift(group: RuledCell, edges: Edges, bounds: tuple[int, int]) -> float:
    return abs(sum(group.extent) - edges[bounds[0]] - edges[bounds[1]]) / 2


def spread_labels(places: Sequence[Region], cells: Sequence[RuledCell]) -> list[Region]:
    """The places of a form's cells, each label in the middle of several columns over those to its left, where nothing is printed.

    In one column it would stand in line with the other cells of that column.
    """
    headed = [any(_are_beside(r, place) and r.column < place.column for r in places) for place in places]
    spread = list(places)
    for i, place in enumerate(places):
        if headed[i] or all(r.column >= place.column for r in places):
            continue
        others = [cells[k] for k, r in enumerate(places) if headed[k] and r.column == place.column and r.column_span == 1]
        if not any(_are_in_line(cells[i], other) for other in others):
            spread[i] = replace(place, column=0, column_span=place.column + place.column_span)
    return spread


def _are_beside(one: Region, other: Region) -> bool:
    return one.row < other.row + other.row_span and other.row < one.row + one.row_span


def _are_in_line(one: RuledCell, other: RuledCell) -> bool:
    shifts = (one.extent[0] - other.extent[0], one.extent[1] - other.extent[1], (sum(one.extent) - sum(other.extent)) / 2)
    return min(map(abs, shifts)) < SAME_START_POINTS
