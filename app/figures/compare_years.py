"""A change that no document states, computed from the same figure in the documents of two years."""

from __future__ import annotations

from app.figures.result import Result, usable
from app.telling.cite import fact_label, printed, show_quantity
from app.telling.tell_change import tell_change
from retrieval.facts.candidate import Candidate
from retrieval.facts.finding import Finding, TaskFound


def compare_years(now: Finding, before: Finding) -> tuple[Result, ...]:
    """A result for each change that was asked for and that both years' documents have the amounts of; empty where one is missing."""
    results = tuple(compare(found, other, now, before) for found, other in zip(now.tasks, before.tasks, strict=False))
    whole = tuple(result for result in results if result is not None)
    return whole if len(whole) == len(now.tasks) else ()


def _shown(candidate: Candidate) -> str:
    """An amount as it is printed; one that several rows come to as it was added up."""
    quantity = candidate.quantity
    return show_quantity(quantity) if candidate.is_sum and quantity else printed(candidate.facts[0])


def compare(now: TaskFound, before: TaskFound, first: Finding, second: Finding) -> Result | None:
    """The difference and rate of one task's figure between two documents."""
    if not now.task.measure.startswith("change") or not now.plain or not before.plain:
        return None
    latest, earlier = usable(now.plain[0]), usable(before.plain[0])
    if latest is None or earlier is None or latest.quantity is None or earlier.quantity is None:
        return None
    if latest.quantity.is_money != earlier.quantity.is_money:
        return None
    change = tell_change(latest.quantity, earlier.quantity)
    label = f"{fact_label(latest.facts[0])}与{second.index.document.info.year}年相比"
    told = ((first, latest), (second, earlier))
    years = "，".join(f"{one.index.document.info.year}年{_shown(candidate)}" for one, candidate in told)
    extra = ((label, change.rate),) if change.rate else ()
    facts = tuple(fact for one in (latest, earlier) for fact in (one.facts if one.is_sum else one.facts[:1]))
    return Result(label, f"{change.text}（{years}）", change.amount, facts, change.formula, extra=extra, direction=change.direction)
