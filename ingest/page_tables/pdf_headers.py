"""Column headers without rules: the columns that they head and the headers that stand over several columns.

A header cell is printed in the middle of its cell. So the middles of the lowest cells give the edges of the columns, the height of a
cell tells whether it reaches down to the body, and a cell above others spans those columns whose common middle it stands at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product

from ingest.page_tables.pdf_column_edges import find_edges
from ingest.page_tables.pdf_header_cells import PrintedCell, join_wrapped_cells
from ingest.pages.pdf_glyphs import Glyph
from ingest.pages.pdf_word_rows import Extent, Stack, WordRow, overlap

MAX_UNSURE = 6
# the first row of a header may be this much higher than its print; a cell that ends above the last row would reach higher still
SPARE_ROWS = 0.75
MAX_SPLITS = 20_000
# a group stands at the middle of its columns to within this, and nearer than over any other columns by this
GROUP_SLACK = 2.5


Placed = tuple[int, int, PrintedCell]


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A header over the columns `first` to `last` and the header rows from `row`, with its glyphs."""

    first: int
    last: int
    row: int
    row_span: int
    glyphs: list[Glyph]


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its cells, and the edges of the columns, one more than there are columns."""

    cells: tuple[HeaderCell, ...]
    edges: tuple[float, ...]
    is_certain: bool = True

    @property
    def depth(self) -> int:
        """How many header rows there are."""
        return max(cell.row + cell.row_span for cell in self.cells)


@dataclass(frozen=True, slots=True)
class _Space:
    """The heights that a header fills, and the distance of the table's rows."""

    top: float
    bottom: float
    pitch: float


def read_header(
    lines: Sequence[WordRow], body: Sequence[WordRow], stacks: Sequence[Stack], pitch: float, sides: Extent | None = None
) -> Header | None:
    """The header that the lines make over the words of the body, or None where the print does not show it.

    `sides` are the outer edges of the columns where a rule shows them.
    """
    cells = sorted(join_wrapped_cells([line.segments for line in lines], pitch), key=lambda cell: cell.axis)
    if not cells:
        return None
    padding = (body[0].y - lines[-1].y) / 2
    space = _Space(lines[0].y - padding, lines[-1].y + padding, pitch)
    lowest = [cell for cell in cells if not any(_is_over(cell, other) for other in cells)]
    reaching = [cell for cell in lowest if 2 * cell.middle - space.bottom > space.top - SPARE_ROWS * pitch]
    blank = [cell for cell in reaching if not any(overlap(cell.extent, stack.extent) > 0 for stack in stacks)]
    unsure = [cell for cell in blank if _is_above_neighbours(cell, lowest)]
    if len(unsure) > MAX_UNSURE:
        return None
    found = [header for leaves in _choices(reaching, unsure) if (header := _build(cells, leaves, stacks, space, sides))]
    certain = [header for header in found if header.is_certain]
    best = next(iter(certain or found), None)
    return replace(best, is_certain=False) if best and len(certain) > 1 else best


def _choices(reaching: Sequence[PrintedCell], unsure: Sequence[PrintedCell]) -> Iterator[list[PrintedCell]]:
    for kept in product((True, False), repeat=len(unsure)):
        dropped = {id(cell) for cell, is_kept in zip(unsure, kept, strict=True) if not is_kept}
        yield [cell for cell in reaching if id(cell) not in dropped]


def _is_over(cell: PrintedCell, other: PrintedCell) -> bool:
    return other.first > cell.last + 1 and overlap(cell.extent, other.extent) > 0


def _is_above_neighbours(cell: PrintedCell, lowest: Sequence[PrintedCell]) -> bool:
    """Whether a lower cell stands next to it, so that it may stand over that one and others."""
    index = next(i for i, other in enumerate(lowest) if other is cell)
    beside = [lowest[i] for i in (index - 1, index + 1) if 0 <= i < len(lowest)]
    return any(other.middle > cell.middle + 1 for other in beside)


def _build(
    cells: Sequence[PrintedCell], leaves: Sequence[PrintedCell], stacks: Sequence[Stack], space: _Space, sides: Extent | None
) -> Header | None:
    if len(leaves) < 2 or any(after.extent[0] < before.extent[1] for before, after in pairwise(leaves)):
        return None
    found = find_edges(leaves, stacks, sides)
    if found is None:
        return None
    edges, is_certain = found
    chosen = {id(cell) for cell in leaves}
    placed = _place_groups([cell for cell in cells if id(cell) not in chosen], leaves, edges, space)
    if placed is None or _has_gap_above(placed, leaves, space):
        return None
    return Header(tuple(_rows(placed, leaves)), edges, is_certain)


def _has_gap_above(placed: Sequence[Placed], leaves: Sequence[PrintedCell], space: _Space) -> bool:
    """Whether a leaf under no group does not reach up to the top of the header: then it stands under one, or is not set in the middle."""
    free = (leaf for i, leaf in enumerate(leaves) if not any(first <= i <= last for first, last, _ in placed))
    return any(_top(leaf, space) > space.top + SPARE_ROWS * space.pitch for leaf in free)


def _place_groups(
    groups: Sequence[PrintedCell], leaves: Sequence[PrintedCell], edges: Sequence[float], space: _Space
) -> list[Placed] | None:
    """Each group with the columns it spans; None where not every group stands over columns of its own."""
    placed: list[Placed] = []
    for level in _levels(groups):
        below = [i for i, leaf in enumerate(leaves) if _top(leaf, space) > level[0].middle]
        runs = _runs(below, placed)
        shares = [_share(run, [g for g in level if edges[run[0]] <= g.axis <= edges[run[-1] + 1]], edges) for run in runs]
        if any(share is None for share in shares) or sum(len(share or []) for share in shares) != len(level):
            return None
        placed += [group for share in shares for group in share or []]
    return placed


def _top(leaf: PrintedCell, space: _Space) -> float:
    """The upper edge of a cell that reaches down to the body and has its text in the middle."""
    return 2 * leaf.middle - space.bottom


def _levels(groups: Sequence[PrintedCell]) -> list[list[PrintedCell]]:
    """The groups by height: groups side by side are of one level."""
    levels: list[list[PrintedCell]] = []
    for group in sorted(groups, key=lambda cell: cell.middle):
        if levels and group.first <= levels[-1][0].last + 0.7 * group.lines[0][0].size:
            levels[-1].append(group)
        else:
            levels.append([group])
    return [sorted(level, key=lambda cell: cell.axis) for level in levels]


def _runs(columns: Sequence[int], placed: Sequence[Placed]) -> list[list[int]]:
    """Neighbouring columns together that stand under one and the same group, or under none."""
    def owner(column: int) -> int:
        return next((i for i in range(len(placed) - 1, -1, -1) if placed[i][0] <= column <= placed[i][1]), -1)

    runs: list[list[int]] = []
    for column in columns:
        if runs and column == runs[-1][-1] + 1 and owner(column) == owner(runs[-1][-1]):
            runs[-1].append(column)
        else:
            runs.append([column])
    return runs


def _share(run: list[int], above: Sequence[PrintedCell], edges: Sequence[float]) -> list[Placed] | None:
    """The columns of a run shared out, in order, among the groups above; columns may stay without group where that is clear."""
    if not above:
        return []
    best = sorted(_splits(run, above, edges), key=lambda split: split[0])[:2]
    if not best or best[0][0] > GROUP_SLACK or (len(best) > 1 and best[1][0] < best[0][0] + GROUP_SLACK):
        return None
    return best[0][1]


def _splits(run: list[int], above: Sequence[PrintedCell], edges: Sequence[float]) -> Iterator[tuple[float, list[Placed]]]:
    """Every way to share out the run without a column left over, with the worst distance of a group from its columns' middle."""
    for number, starts in enumerate(combinations(run[1:], len(above) - 1)):
        if number > MAX_SPLITS:
            return
        bounds = [*zip([run[0], *starts], [*(s - 1 for s in starts), run[-1]], strict=True)]
        far = [abs((edges[first] + edges[last + 1]) / 2 - group.axis) for (first, last), group in zip(bounds, above, strict=True)]
        yield max(far), [(first, last, group) for (first, last), group in zip(bounds, above, strict=True)]


def _rows(placed: Sequence[Placed], leaves: Sequence[PrintedCell]) -> Iterator[HeaderCell]:
    """The cells in header rows: a group stands below the groups over it, a leaf below its groups and down to the last row."""
    depths = [sum(first <= i <= last for first, last, _ in placed) for i in range(len(leaves))]
    depth = max(depths) + 1
    for number, (first, last, group) in enumerate(placed):
        row = sum(f <= first and last <= end for f, end, _ in placed[:number])
        yield HeaderCell(first, last, row, 1, group.glyphs)
    for i, leaf in enumerate(leaves):
        yield HeaderCell(i, i, depths[i], depth - depths[i], leaf.glyphs)
