"""Words of a question that stand in one printed name together (退休人员, 休养费: 退休人员健康休养费), read as that name."""

from __future__ import annotations

from dataclasses import replace

from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Reading, Want
from retrieval.spelling.likeness import is_opposite

SHORTEST = 3


def join_parts(reading: Reading) -> Reading:
    """The reading with every name that stands within the names that a part of a name may mean taken into them."""
    tasks = tuple(replace(task, wants=tuple(map(joined, task.wants))) for task in reading.tasks)
    return replace(reading, tasks=tasks)


def joined(want: Want) -> Want:
    """A want with the names taken in that the names of its only part hold."""
    parts = [one for one in want.mentions if one.is_part]
    if len(parts) != 1:
        return want
    part, kept = parts[0], [one for one in want.mentions if not one.is_part]
    for one in tuple(kept):
        held = (key for key in part.keys if part.asked in key and one.asked in key and key != one.asked)
        keys = tuple(key for key in held if not is_opposite(key, want.text))
        if keys and is_item(one) and not set(part.keys) & set(one.keys):
            part = replace(part, keys=keys, start=min(part.start, one.start))
            kept.remove(one)
    return replace(want, mentions=tuple(sorted((*kept, part), key=lambda one: one.start)))


def is_item(one: Mention) -> bool:
    """Whether a mention names something of its own, and no table, column or total."""
    return len(one.asked) >= SHORTEST and not (one.is_column or one.is_total or one.is_scope or one.code or one.asked.endswith("表"))
