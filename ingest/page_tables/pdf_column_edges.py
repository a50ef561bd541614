"""Where the columns of a table without rules end: every header stands in the middle of its column, and words keep to one column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from ingest.page_tables.pdf_header_cells import PrintedCell
from ingest.pages.pdf_word_rows import Extent, Stack, overlap

EDGE_SLACK = 1.0
# rules end in the middle of a corner, and words are set in the middle to within this
SIDE_SLACK = 2.0
# text that is set flush keeps at most this distance from the edge of its column
MAX_PADDING = 12.0
MAX_SOLUTIONS = 8
MAX_STEPS = 20_000

Homes = tuple[int, ...]
Edges = tuple[float, ...]


def find_edges(leaves: Sequence[PrintedCell], stacks: Sequence[Stack], sides: Extent | None = None) -> tuple[Edges, bool] | None:
    """The edges of the columns, and whether no other columns fit the print; None where the words fit no columns at all.

    `sides` are the outer edges where a rule shows them.
    """
    offsets = [0.0]
    for leaf in leaves:
        offsets.append(2 * leaf.axis - offsets[-1])
    search = _Search(leaves, stacks, count(), offsets)
    solutions = search.solve(sides)
    if solutions:
        return search.edges(solutions[0][1]), len({homes for homes, _ in solutions}) == 1
    contents = None if sides else _overlapping(leaves, stacks)
    return None if contents is None else (_middle_edges(contents), True)


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for homes of the stacks; the first edge decides all others, so every home narrows the range of the first edge."""

    leaves: Sequence[PrintedCell]
    stacks: Sequence[Stack]
    steps: Iterator[int]
    offsets: Sequence[float]

    def solve(self, sides: Extent | None) -> list[tuple[Homes, Extent]]:
        """The homes that fit, each with the range of the first edge."""
        bounds = (-1e9, 1e9)
        for column, side in zip((0, len(self.leaves)), sides or (), strict=False):
            bounds = self._bound(bounds, column, side + SIDE_SLACK, is_most=True)
            bounds = self._bound(bounds, column, side - SIDE_SLACK, is_most=False)
        for column, leaf in enumerate(self.leaves):
            bounds = self._narrow(bounds, column, leaf.extent)
        found: list[tuple[Homes, Extent]] = []
        for number, solution in enumerate(self._extend((), bounds)):
            found.append(solution)
            if number + 1 >= MAX_SOLUTIONS:
                break
        return found

    def _extend(self, homes: Homes, bounds: Extent) -> Iterator[tuple[Homes, Extent]]:
        if bounds[0] > bounds[1] + EDGE_SLACK or next(self.steps) > MAX_STEPS:
            return
        if len(homes) == len(self.stacks):
            yield homes, bounds
            return
        stack = self.stacks[len(homes)]
        for column in self._candidates(stack):
            if homes and (column < homes[-1] or self._is_taken(homes, column, stack)):
                continue
            narrowed = self._narrow(bounds, column, stack.extent)
            yield from self._extend((*homes, column), self._pad(narrowed, column, stack))

    def _candidates(self, stack: Stack) -> list[int]:
        over = [i for i, leaf in enumerate(self.leaves) if overlap(leaf.extent, stack.extent) > EDGE_SLACK]
        after = sum(leaf.axis < stack.extent[0] for leaf in self.leaves)
        return over[:1] if len(over) == 1 else [] if over else [i for i in (after - 1, after) if 0 <= i < len(self.leaves)]

    def _is_taken(self, homes: Homes, column: int, stack: Stack) -> bool:
        """Whether words of the stack would stand beside other words in one cell."""
        return any(home == column and self.stacks[i].rows & stack.rows for i, home in enumerate(homes))

    def _narrow(self, bounds: Extent, column: int, content: Extent) -> Extent:
        """The content begins behind the column's left edge and ends before its right one."""
        return self._bound(bounds, column, min(content[0], 2 * self.leaves[column].axis - content[1]), is_most=True)

    def _pad(self, bounds: Extent, column: int, stack: Stack) -> Extent:
        if stack.is_flush_left:
            bounds = self._bound(bounds, column, stack.extent[0] - MAX_PADDING, is_most=False)
        if stack.is_flush_right:
            bounds = self._bound(bounds, column, 2 * self.leaves[column].axis - stack.extent[1] - MAX_PADDING, is_most=False)
        return bounds

    def _bound(self, bounds: Extent, column: int, at: float, is_most: bool) -> Extent:
        """The range of the first edge that keeps a column's left edge at most, or at least, there."""
        sign, offset = self._left(column)
        limit = sign * (at - offset)
        return (bounds[0], min(bounds[1], limit)) if is_most == (sign > 0) else (max(bounds[0], limit), bounds[1])

    def _left(self, column: int) -> tuple[int, float]:
        """The left edge of a column as sign · first edge + offset."""
        return (-1 if column % 2 else 1), self.offsets[column]

    def edges(self, bounds: Extent) -> Edges:
        """The edges in the middle of what is possible."""
        low, high = max(bounds[0], self.leaves[0].extent[0] - 1e3), min(bounds[1], self.leaves[0].extent[0])
        first = (low + high) / 2
        return tuple(sign * first + offset for sign, offset in map(self._left, range(len(self.leaves) + 1)))


def _overlapping(leaves: Sequence[PrintedCell], stacks: Sequence[Stack]) -> list[Extent] | None:
    """The extents of the columns where every stack stands under one header, though not in the middle."""
    contents = [leaf.extent for leaf in leaves]
    taken: set[int] = set()
    for stack in stacks:
        over = [i for i, leaf in enumerate(leaves) if overlap(leaf.extent, stack.extent) > EDGE_SLACK]
        if len(over) != 1 or over[0] in taken:
            return None
        taken.add(over[0])
        contents[over[0]] = min(contents[over[0]][0], stack.extent[0]), max(contents[over[0]][1], stack.extent[1])
    return contents if all(after[0] >= before[1] for before, after in pairwise(contents)) else None


def _middle_edges(contents: Sequence[Extent]) -> Edges:
    return (contents[0][0], *((before[1] + after[0]) / 2 for before, after in pairwise(contents)), contents[-1][1])
