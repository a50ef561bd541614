"""The whole that a share is of, and its parts as that whole has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest import late_re as re
from retrieval.clauses.reshape_task import lacks_some
from retrieval.facts.candidate import Found
from retrieval.facts.fact import FactIndex
from retrieval.facts.finding import TaskFound
from retrieval.facts.task import Task
from retrieval.lookup.columns_together import columns_together
from retrieval.lookup.look_up_figures import look_up_figures
from retrieval.lookup.whole_of_share import (
    is_of_whole_body,
    of_basic,
    of_body,
    of_like_unit,
    of_this_year,
    same_of_unit,
    total_of,
    within_whole,
)

OF_ALL = re.compile(r"占(?:了|到|的|整个|全局|全部门)*(?:全部|全部门|全局|所有)(?!合计|总)(?:的)?[一-鿿]")  # of everybody


def of_whole(task: Task, units: Sequence[str]) -> Task:
    """The task with the whole that a unit's share is asked of: of the very thing of everybody, or of the total of its own column."""
    task = same_of_unit(task) if units else task
    if not units or not task.denominator or not is_of_whole_body(task):
        return task
    wants = tuple(replace(want, mentions=want.mentions or task.denominator.mentions) for want in task.wants)
    return replace(task, wants=wants, denominator=None, is_of_total=True)


def find_share(index: FactIndex, parts: TaskFound, units: Sequence[str], *, is_of_all: bool) -> TaskFound:
    """What was found with the whole that is named, or that the parts' column has; `is_of_all` says that it is everybody's."""
    task, found, plain = parts.task, parts.found, parts.plain
    of_whom = () if is_of_all or OF_ALL.search(task.text) else units
    whole = look_up_figures(index, of_like_unit(task.denominator, task), "value", of_whom) if task.denominator else None
    if task.measure == "share" and task.denominator and whole:
        whole = of_body(index, whole, task)
        within = [(within_whole(index, want, task.denominator, whole, units), want) for want in task.wants]
        narrowed = tuple(columns_together(one, index, want) for one, want in within if one)
        plain = narrowed if len(narrowed) == len(task.wants) else plain
        plain = tuple(of_basic(index, one, want, whole) for one, want in zip(plain, task.wants, strict=True))
        whole = of_this_year(index, whole, plain, task)
        found = tuple(Found((), ()) for _ in found) if is_of_all else found  # no sentence tells a unit's share of all of it
    is_bare = task.measure == "share" and task.denominator is None and not task.is_of_total and len(task.wants) == 1
    is_unspoken = is_bare and lacks_some(found)
    if (task.is_of_total or is_unspoken) and plain:
        whole = total_of(index, plain[0], task.wants[0], is_named=is_unspoken)
    return replace(parts, found=found, plain=plain, denominator=whole)
