"""A task of a question that follows on others: what it keeps of what was spoken of before, and what takes its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz

from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Task, Want
from retrieval.names.coordinate_mentions import is_column

ALIKE = 60


def follow_on(task: Task, before: tuple[Task, ...], index: FactIndex) -> Task:
    """A task of a question that follows on others: a new row takes the old one's place, a new column keeps the old row."""
    old = {one for earlier in before for want in earlier.wants for one in (*want.mentions, *want.context)}
    rows = {one for one in old if not is_column(one, index)}
    wants = (replace(want, mentions=tuple(likest(one, rows) for one in want.mentions)) for want in task.wants)
    return replace(task, wants=tuple(replace(want, context=tuple(context_of(want, old, rows, index))) for want in wants))


def likest(one: Mention, rows: set[Mention]) -> Mention:
    """A part of names in the name that is most like the row it takes the place of (“那基金的呢” after 一般公共预算拨款收入)."""
    if not one.is_part or not rows:
        return one
    rated = [(max(fuzz.ratio(key, old) for row in rows for old in (*row.keys, row.asked)), key) for key in one.keys]
    best = max(likeness for likeness, _ in rated)
    return replace(one, keys=tuple(key for likeness, key in rated if likeness == best)) if best >= ALIKE else one


def context_of(want: Want, old: set[Mention], rows: set[Mention], index: FactIndex) -> Iterator[Mention]:
    """What a want keeps of its context: all that its own question said, and of earlier ones what it does not replace."""
    is_row = not any(is_column(one, index) for one in want.mentions)
    for one in want.context:
        if one not in old or (bool(rows) and (one not in rows or stands_over(one, want, index)) if is_row else one in rows):
            yield one


def stands_over(one: Mention, want: Want, index: FactIndex) -> bool:
    """Whether a row that was spoken of (a project) has rows of the name that is now asked for."""
    held = {number for key in one.keys for number in index.postings.get(key, ())}
    asked = {number for mention in want.mentions for key in mention.keys for number in index.postings.get(key, ())}
    return not set(one.keys) & {key for mention in want.mentions for key in mention.keys} and bool(held & asked)
