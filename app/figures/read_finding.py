"""What was found in one document to results, task by task; none where a part of what was asked has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.figures.find_previous import is_change_of
from app.figures.reduce_results import Named, reduce_results
from app.figures.resolve_task import resolve_task
from app.figures.result import Result, usable
from ingest import late_re as re
from ingest.document import Document, DocumentInfo
from retrieval.facts.finding import Finding, TaskFound
from retrieval.facts.task import RELATED, Task, is_share_of_sum

OF_TWO = re.compile(r"[两三四俩仨2-4](?:家|个|处|边|项|笔|部分|个单位)|俩|仨")
ADDED_UP = re.compile(r"加起来|相加|加总|之和|[加凑并](?:在|到)?一(?:块|起)|合起来|合在一起")  # of one thing alone nothing is added
RANKING = {"rank", "maximum", "minimum", "extremes", "spread", "lead", "lag", "multiple", "loosest", "tightest"}
RELATING = (*RANKING, *RELATED)


@dataclass(frozen=True, slots=True)
class Answered:
    """One document's results, a list for each task."""

    info: DocumentInfo
    tasks: tuple[tuple[Task, tuple[Result, ...]], ...]
    lacking: tuple[str, ...] = ()  # units that were asked for too and have no such figure

    @property
    def results(self) -> tuple[Result, ...]:
        """All results in the order asked."""
        return tuple(result for _, results in self.tasks for result in results)


def read_finding(finding: Finding, is_compared: bool = False) -> Answered:
    """The results of one document; none where a part of the question finds nothing."""
    resolved = ((found, resolve_task(found)) for found in finding.tasks)
    if finding.reading.unhandled:
        return Answered(finding.index.document.info, ())
    document = finding.index.document
    whole = tuple(
        (found.task, results) for found, results in resolved
        if results and not lacks_operand(found, results, is_compared) and not is_change_of_another(found, results, document)
    )  # fmt: skip
    # A part of the question that finds nothing is said as such, not passed over: the parts can be asked one by one.
    lacking = tuple(dict.fromkeys(unit for found in finding.tasks for unit in found.lacking))
    return Answered(finding.index.document.info, whole if len(whole) == len(finding.tasks) else (), lacking)


def lacks_operand(found: TaskFound, results: Sequence[Result], is_compared: bool) -> bool:
    """Whether a part of what was asked was not found, or a relation has but one operand in the only document."""
    if found.task.reducer == "balance" or is_share_of_sum(found.task):
        return not results  # one result tells all of it
    if found.task.reducer == "difference" and len(results) > 1 and len({one.facts[0].source for one in results}) == 1:
        return True  # one print stands for both
    if found.task.reducer == "minus" and (found.owners or takes_more(results)):
        return True
    if tells_one_twice(found, results):
        return True
    is_related = found.task.reducer in RELATING and found.task.measure == "value"
    is_of_two = OF_TWO.search(found.task.text) or (ADDED_UP.search(found.task.text) and found.task.measure == "value")
    is_sum_of_two = found.task.reducer == "sum" and bool(is_of_two) and not any(one.calculation for one in results)
    is_alone = len(results) == 1 and (is_related or is_sum_of_two) and not is_compared
    kinds = {result.quantity.is_money or result.quantity.unit for result in results if result.quantity}
    return is_alone or len(results) < len(found.found) or (is_related and found.task.reducer != "percent" and len(kinds) > 1)


def tells_one_twice(found: TaskFound, results: Sequence[Result]) -> bool:
    """Whether one and the same cell or sentence would stand for both sides of a comparison, or for the budget and what was spent."""
    sides = {want.side for want in found.task.wants}
    told = {(id(result.facts[0].source), result.text) for result in results}
    return len(told) < len(results) and (found.task.reducer in RELATED or {"预算", "决算"} <= sides)


def is_change_of_another(found: TaskFound, results: Sequence[Result], document: Document) -> bool:
    """Whether the change that was found is that of another amount than the one asked for (收支总计 for 支出合计)."""
    if not found.task.measure.startswith("change") or len(found.plain) != len(results):
        return False
    amounts = [(result, usable(plain)) for result, plain in zip(results, found.plain, strict=True)]
    return any(
        not is_change_of(result.facts[0].source, amount.quantity, document) for result, amount in amounts if amount and amount.quantity
    )


def takes_more(results: Sequence[Result]) -> bool:
    """Whether more would be taken from an amount than it is: then what is taken is no part of it."""
    named = [Named(result.label, result.quantity, result.text) for result in results if result.quantity]
    return len(named) > 1 and reduce_results("minus", named) is None
