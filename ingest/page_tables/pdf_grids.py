"""Ruling lines to the cells they enclose, and glyphs into cells: merged cells come out with the spans that the rules draw."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.pages.pdf_glyphs import Box, Rule

SNAP_POINTS = 2.5
JOIN_POINTS = 3.0
# rules that run on this far beyond the last crossing line show a side without a border
OPEN_SIDE_POINTS = 8.0
MAX_RULES = 6000


@dataclass(frozen=True, slots=True)
class Region:
    """A cell of a frame: the rows and columns of the frame's grid that it covers, counted from 0."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Frame:
    """A ruled area: the edges of its columns and rows, and the rectangles between the rules."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]

    @property
    def box(self) -> Box:
        """The outer box."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def is_table(self) -> bool:
        """Whether more than one column stands side by side; one column is a box around text."""
        return any(r.column for r in self.regions)

    def region_box(self, region: Region) -> Box:
        """The box of one of its regions."""
        return (
            self.xs[region.column],
            self.ys[region.row],
            self.xs[region.column + region.column_span],
            self.ys[region.row + region.row_span],
        )


def find_frames(rules: Sequence[Rule]) -> list[Frame]:
    """The frames that the rules draw, smallest first, so that a table inside a box comes before the box."""
    if len(rules) > MAX_RULES * 20:
        return []
    verticals, horizontals = (merge_rules([r for r in rules if r.is_vertical is side]) for side in (True, False))
    if len(verticals) > MAX_RULES or len(horizontals) > MAX_RULES:
        return []
    frames = [frame for group in _connect(verticals, horizontals) if (frame := _frame(*group))]
    return sorted(frames, key=lambda f: (f.xs[-1] - f.xs[0]) * (f.ys[-1] - f.ys[0]))


def merge_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Rules of one direction, those within a hair of each other moved together, pieces of one line joined."""
    merged: list[Rule] = []
    cluster: list[Rule] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if cluster and rule.at - cluster[0].at > SNAP_POINTS:
            merged += _join(cluster)
            cluster = []
        cluster.append(rule)
    return merged + _join(cluster) if cluster else merged


def _join(cluster: list[Rule]) -> list[Rule]:
    lengths = sum(r.end - r.start for r in cluster)
    at = sum(r.at * (r.end - r.start) for r in cluster) / lengths if lengths else cluster[0].at
    spans: list[tuple[float, float]] = []
    for rule in sorted(cluster, key=lambda r: r.start):
        if spans and rule.start <= spans[-1][1] + JOIN_POINTS:
            spans[-1] = (spans[-1][0], max(spans[-1][1], rule.end))
        else:
            spans.append((rule.start, rule.end))
    return [Rule(cluster[0].is_vertical, at, start, end) for start, end in spans]


def _connect(verticals: list[Rule], horizontals: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules in groups that cross or touch each other."""
    parent = list(range(len(verticals) + len(horizontals)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    heights = [h.at for h in horizontals]
    for i, vertical in enumerate(verticals):
        first, last = bisect_left(heights, vertical.start - JOIN_POINTS), bisect_right(heights, vertical.end + JOIN_POINTS)
        for j in range(first, last):
            if horizontals[j].start - JOIN_POINTS <= vertical.at <= horizontals[j].end + JOIN_POINTS:
                parent[root(i)] = root(len(verticals) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, rule in enumerate([*verticals, *horizontals]):
        groups[root(i)][0 if rule.is_vertical else 1].append(rule)
    return list(groups.values())


def _frame(verticals: list[Rule], horizontals: list[Rule]) -> Frame | None:
    if not verticals or not horizontals:
        return None
    xs, ys = _edges(verticals, horizontals), _edges(horizontals, verticals)
    if len(xs) < 2 or len(ys) < 2:
        return None
    right_walls = _walls(xs, ys, verticals)
    lower_walls = _walls(ys, xs, horizontals)
    return Frame(xs, ys, tuple(_regions(len(ys) - 1, len(xs) - 1, right_walls, lower_walls)))


def _edges(rules: list[Rule], crossing: list[Rule]) -> tuple[float, ...]:
    edges = sorted({r.at for r in rules})
    first, last = min(r.start for r in crossing), max(r.end for r in crossing)
    before = [first] if first < edges[0] - OPEN_SIDE_POINTS else []
    after = [last] if last > edges[-1] + OPEN_SIDE_POINTS else []
    return (*before, *edges, *after)


def _walls(edges: Sequence[float], crossing: Sequence[float], rules: list[Rule]) -> list[list[bool]]:
    """For every edge and every interval between two crossing edges: whether a rule stands there."""
    by_edge: dict[float, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_edge[rule.at].append(rule)
    return [
        [_covered(by_edge[edge], low, high) for low, high in pairwise(crossing)]
        for edge in edges
    ]


def _covered(rules: list[Rule], low: float, high: float) -> bool:
    return sum(max(0.0, min(r.end, high) - max(r.start, low)) for r in rules) > 0.5 * (high - low)


def _regions(rows: int, columns: int, right_walls: list[list[bool]], lower_walls: list[list[bool]]) -> Iterable[Region]:
    """Rectangles grown to the right and then down until a rule stops them."""
    taken = [[False] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            end = column + 1
            while end < columns and not right_walls[end][row] and not taken[row][end]:
                end += 1
            bottom = row + 1
            while bottom < rows and _is_open(bottom, column, end, taken, right_walls, lower_walls):
                bottom += 1
            for line in taken[row:bottom]:
                line[column:end] = [True] * (end - column)
            yield Region(row, column, bottom - row, end - column)


def _is_open(
    row: int, column: int, end: int, taken: list[list[bool]], right_walls: list[list[bool]], lower_walls: list[list[bool]]
) -> bool:
    is_below_open = not any(lower_walls[row][c] or taken[row][c] for c in range(column, end))
    return is_below_open and not any(right_walls[c][row] for c in range(column + 1, end))
