"""A budget held against what was spent of it: both as one table or one section tells them, for another may be of other funds."""

from __future__ import annotations

from dataclasses import replace

from ingest.document import Figure
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.task import Task

SIDES = {"预算", "决算"}


def of_one_place(task: Task, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The finds of both sides of one thing with the first two candidates that stand in one place before the others."""
    if task.reducer is None or len(found) != 2 or {want.side for want in task.wants} != SIDES:
        return found
    first, second = found
    pairs = ((one, other) for one in first.candidates for other in second.candidates if places(one) & places(other))
    pair = next(pairs, None)
    return (with_first(first, pair[0]), with_first(second, pair[1])) if pair else found


def places(one: Candidate) -> set[tuple[str, int]]:
    """The tables and sections in which a candidate is told."""
    return {("table", fact.source.table) if isinstance(fact.source, Figure) else ("section", fact.source.section) for fact in one.facts}


def with_first(found: Found, one: Candidate) -> Found:
    """A find with a candidate before the others, the fact of its own place as it is."""
    return replace(found, candidates=(one, *(other for other in found.candidates if other is not one)))
