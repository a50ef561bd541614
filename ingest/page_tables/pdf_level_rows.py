"""Levels of indicators printed without rules: whether each stands in the first of its rows, so that blank cells below are its own.

Where a merged cell prints its level in the middle, the rows above it would fall to the level before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.blocks import GridCell
from ingest.labels.form_rows import LEVEL
from ingest.labels.table_words import fold_all

# what stands under which level of others: (the lower level, the upper ones that it cannot stand under)
STRANGERS = (
    (re.compile(r"(?:数量|质量|时效)指标"), re.compile(r"(?:效益|满意度?|成本)指标")),
    (re.compile(r"(?:(?:经济|社会|生态)效益|可持续影响)指标"), re.compile(r"(?:产出|满意度?|成本)指标")),
    (re.compile(r"(?:服务对象)?满意度(?:指标)?"), re.compile(r"(?:产出|成本)指标")),
)

Rows = Sequence[Sequence[GridCell | None]]


def are_levels_whole(head: Sequence[GridCell | None], rows: Rows, is_continued: bool = False) -> bool:
    """Whether the levels of the rows below this head are printed in their first rows; those of a part go on from the page before."""
    columns = [column for column, cell in enumerate(head) if cell and LEVEL.fullmatch(fold_all(cell.text))]
    levels = [[fold_all(cell.text) if (cell := row[column]) else "" for column in columns] for row in rows]
    if not levels or not (is_continued or all(levels[0])):
        return False
    return all(map(_is_filled, levels)) and not _has_strangers(levels)


def _is_filled(levels: Sequence[str]) -> bool:
    """Whether a level is printed beside each that begins to its left."""
    first = next((place for place, text in enumerate(levels) if text), len(levels))
    return first < len(levels) and all(levels[first:])


def _has_strangers(rows: Sequence[Sequence[str]]) -> bool:
    above = ""
    for upper, *lower in rows:
        above = upper or above
        if any(one.fullmatch(text) and other.fullmatch(above) for text in lower for one, other in STRANGERS):
            return True
    return False
