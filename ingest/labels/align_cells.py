"""Which column of a header each cell of a shifted row belongs to, where the format shows no cell borders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHIFT_CHANGE = 2.0
SHIFTED = 0.5
FARTHER = 0.01  # of two equally good places the nearer one
NO_LABEL = 10.0
IMPOSSIBLE = 12.0
WORST_MEAN_COST = 6.0
LABELS = {"text": 0.0, "level1": IMPOSSIBLE, "level2": IMPOSSIBLE, "word": 5.0}
FIT = {
    "label": LABELS,
    "level1": {**LABELS, "level1": 0.0},
    "level2": {**LABELS, "level2": 0.0},
    "counter": {"number": 0.0},
    "number": {"number": 0.0, "dash": 0.0, "percent": 6.0},
    "percent": {"percent": 0.0, "dash": 0.0, "number": 1.0},
    "value": {"measure": 0.0, "percent": 0.0, "word": 0.0, "number": 1.0, "dash": 1.0, "text": 1.5},
    "text": {"text": 0.0, "word": 1.0, "measure": 3.0, "number": 4.0, "percent": 4.0, "dash": 1.0},
}
LABEL_KINDS = frozenset({"label", "level1", "level2"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A column that a header offers: where it stands and what kind of content it takes."""

    column: int
    kind: str


def align_cells(cells: Sequence[tuple[int, str]], slots: Sequence[Slot]) -> tuple[int, ...] | None:
    """For each cell (its column and kind) the index of its slot, in order, or None where they do not fit the header at all."""
    if not cells or len(cells) > len(slots):
        return None
    best: list[dict[int, tuple[float, tuple[int, ...]]]] = []
    for index, (column, kind) in enumerate(cells):
        reached = {}
        for place, slot in enumerate(slots):
            shift = slot.column - column
            own = FIT[slot.kind].get(kind, IMPOSSIBLE) + (SHIFTED + abs(shift) * FARTHER if shift else 0.0)
            before = _cheapest_before(best[index - 1] if index else None, place, shift, cells[index - 1][0] if index else 0, slots)
            if before is not None:
                reached[place] = (before[0] + own, (*before[1], place))
        best.append(reached)
    if not best[-1]:
        return None
    cost, path = min(best[-1].values())
    return path if cost <= WORST_MEAN_COST * len(cells) else None


def _cheapest_before(
    reached: dict[int, tuple[float, tuple[int, ...]]] | None, place: int, shift: int, column: int, slots: Sequence[Slot]
) -> tuple[float, tuple[int, ...]] | None:
    if reached is None:
        return (SHIFT_CHANGE if shift else 0.0) * 0.5 + _skipped_label(-1, place, slots), ()
    options = [
        (cost + (SHIFT_CHANGE if slots[last].column - column != shift else 0.0) + _skipped_label(last, place, slots), path)
        for last, (cost, path) in reached.items()
        if last < place
    ]
    return min(options) if options else None


def _skipped_label(last: int, place: int, slots: Sequence[Slot]) -> float:
    """A value without the label that names it is hardly ever meant."""
    labels = [index for index, slot in enumerate(slots) if slot.kind in LABEL_KINDS]
    return NO_LABEL if labels and last < labels[-1] < place else 0.0
