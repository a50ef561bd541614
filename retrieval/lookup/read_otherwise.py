"""A task taken another way, where its wants were not found as read: as operands, as one row's, as a rate or a change that is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest import late_re as re
from ingest.document import Statement
from retrieval.clauses.reshape_task import apart, as_completion, lacks_some, within
from retrieval.facts.candidate import Found
from retrieval.facts.fact import FactIndex
from retrieval.facts.task import Task
from retrieval.lookup.look_up_figures import is_header, look_up_figures
from retrieval.names.coordinate_mentions import named_within

AGAINST_BUDGET = re.compile(r"^(?:年初|全年|本年)?预算数?$")
OF_OPERANDS = ("sum", "difference", "times", "percent")


def read_otherwise(index: FactIndex, task: Task, found: tuple[Found, ...], units: Sequence[str]) -> Task | None:
    """The task that was meant instead, given what was found for its wants; None where it stands as it was read."""
    if lacks_some(found) and (computed := as_completion(task, index)):
        return computed
    if task.reducer not in OF_OPERANDS or task.measure != "value":
        return None
    named = task.wants[0].mentions if len(task.wants) == 1 else ()
    operands = apart(task.wants[0]) if len(named) > 1 and found[0].missing else ()
    if len(operands) > 1 and task.reducer == "sum" and is_one_name(task):
        return None
    if len(operands) > 1:
        inner = named_within(task.text, named) if task.reducer == "sum" and len(named) == 2 else ()
        return within(task, inner[0]) if inner else replace(task, wants=operands)
    return of_one_row(task, found, index) or stated_against_budget(task, found, index, units)


def is_one_name(task: Task) -> bool:
    """Whether the words of a want follow on each other with nothing between (上年结转资金): they name one thing, not two."""
    return all(one.end == following.start for one, following in pairwise(task.wants[0].mentions))


def of_one_row(task: Task, found: tuple[Found, ...], index: FactIndex) -> Task | None:
    """The task whose second operand is a column, and so of the row that is the first (“基本支出比调整预算数少多少”)."""
    if len(found) != 2 or found[0].missing or not found[1].missing:
        return None
    row, column = task.wants
    if not all(is_header(one, index) for one in column.mentions) or all(is_header(one, index) for one in row.mentions):
        return None
    return replace(task, wants=(row, replace(column, mentions=(*row.mentions, *column.mentions))))


def stated_against_budget(task: Task, found: tuple[Found, ...], index: FactIndex, units: Sequence[str]) -> Task | None:
    """The task that asks for the change against the budget as the text states it, where the budget itself is not printed."""
    if task.reducer != "difference" or [want.side for want in task.wants] != ["预算", "决算"]:
        return None
    if all(one.candidates and not one.missing and one.candidates[0].quantity for one in found):
        return None
    want = replace(task.wants[0], side=None)
    changes = look_up_figures(index, want, "change", units)
    sources = [fact.source for one in changes.candidates for fact in one.facts if not changes.missing]
    is_stated = any(isinstance(one, Statement) and AGAINST_BUDGET.search(one.base or "") for one in sources)
    return replace(task, measure="change", reducer=None, wants=(want,), text=f"比预算{task.text}") if is_stated else None
