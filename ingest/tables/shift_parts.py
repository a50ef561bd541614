"""Page parts of a tab-separated table that stand some columns beside their headers as a whole: found by what no column can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.blocks import GridCell
from ingest.labels.align_cells import LABEL_KINDS
from ingest.labels.table_words import fold_all, kind_of_cell

FARTHEST = 3
AMOUNT = re.compile(r"-?\d[\d,]*\.\d+")
Texts = Sequence[str]


def shift_parts(rows: Sequence[Texts], starts: Sequence[int], leaves: Mapping[int, str]) -> dict[int, int]:
    """How many columns to the right (negative: left) the rows of each shifted part belong, by row.

    `rows` are the texts of a table's rows, `starts` the first row of each part, `leaves` the kind of content that each column's header
    announces. A part is moved only if it has more or fewer columns than the header, and its rows cannot stand where they are printed
    and can all stand in another place.
    """
    width = max(leaves, default=-1) + 1
    shifts: dict[int, int] = {}
    for start, end in zip(starts, (*starts[1:], len(rows)), strict=True):
        part = range(start, end)
        is_as_wide = max((len(rows[row]) for row in part), default=width) == width
        if is_as_wide or not any(_misfits(rows[row], 0, leaves) for row in part):
            continue
        fitting = [shift for shift in _shifts() if not any(_misfits(rows[row], shift, leaves) for row in part)]
        if fitting:
            shifts |= dict.fromkeys(part, fitting[0])
    return shifts


def _shifts() -> Iterator[int]:
    for distance in range(1, FARTHEST + 1):
        yield from (-distance, distance)


def misfits(printed: Sequence[tuple[int, GridCell]], leaves: Mapping[int, str]) -> bool:
    """Whether a row has a cell that its column cannot hold."""
    texts = dict(printed)
    return _misfits([texts[column].text if column in texts else "" for column in range(max(texts, default=-1) + 1)], 0, leaves)


def _misfits(row: Texts, shift: int, leaves: Mapping[int, str]) -> bool:
    """Whether a row has a cell that its column cannot hold: a name under an amount's header, an amount under a name's or under none."""
    for column, text in enumerate(row):
        if not text.strip():
            continue
        leaf = leaves.get(column + shift)
        if leaf is None or (leaf in LABEL_KINDS and AMOUNT.fullmatch(fold_all(text))):
            return True
        if leaf in ("number", "counter") and kind_of_cell(text) == "text":
            return True
    return False
