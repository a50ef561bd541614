"""A change that no document states, computed from the same figure in the documents of two years."""

from __future__ import annotations

from decimal import Decimal

from app import calculation
from app.cite import fact_label, printed, show_quantity
from app.result import Result, usable
from ingest.quantity import Quantity
from retrieval.find_figures import Finding, TaskFound


def compare_years(now: Finding, before: Finding) -> tuple[Result, ...]:
    """A result for each change that was asked for and that both years' documents have the amounts of; empty where one is missing."""
    results = tuple(compare(found, other, now, before) for found, other in zip(now.tasks, before.tasks, strict=False))
    whole = tuple(result for result in results if result is not None)
    return whole if len(whole) == len(now.tasks) else ()


def compare(now: TaskFound, before: TaskFound, first: Finding, second: Finding) -> Result | None:
    """The difference and rate of one task's figure between two documents."""
    if not now.task.measure.startswith("change") or not now.plain or not before.plain:
        return None
    latest, earlier = usable(now.plain[0]), usable(before.plain[0])
    if latest is None or earlier is None or latest.quantity is None or earlier.quantity is None:
        return None
    if latest.quantity.is_money != earlier.quantity.is_money:
        return None
    gap = calculation.subtract(latest.quantity, earlier.quantity)
    rate = calculation.share(Quantity(abs(gap.result.number), gap.result.unit), earlier.quantity)
    direction = "增加" if gap.result.number > 0 else "减少" if gap.result.number < 0 else "持平"
    amount = Quantity(abs(gap.result.number), gap.result.unit)
    words = {"增加": "增长", "减少": "下降"}
    text = "持平，没有增减" if direction == "持平" else f"{direction}{show_quantity(amount)}"
    if rate is not None and gap.result.number != Decimal(0):
        text += f"，{words[direction]}{show_quantity(rate.result)}"
    label = f"{fact_label(latest.facts[0])}与{second.index.document.info.year}年相比"
    formula = f"{gap.formula}" + (f"；{rate.formula}" if rate is not None and direction != "持平" else "")
    told = ((first, latest.facts[0]), (second, earlier.facts[0]))
    years = "，".join(f"{one.index.document.info.year}年{printed(fact)}" for one, fact in told)
    extra = ((label, rate.result),) if rate is not None else ()
    return Result(label, f"{text}（{years}）", amount, (latest.facts[0], earlier.facts[0]), formula, extra=extra, direction=direction)
