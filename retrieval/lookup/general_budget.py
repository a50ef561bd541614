"""All that was spent against its budget: of the general public budget, where no table prints the budget of everything."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from retrieval.facts.candidate import Found
from retrieval.facts.fact import FactIndex
from retrieval.facts.task import Task

OF_EVERYTHING = re.compile(  # 公用经费合计 is not
    r"(?:本年|全年|当年|部门|单位|一般公共预算|财政拨款|预算|决算|支出|收入|收支)*(?:合计|总计|小计|总额|总数)"
)
GENERAL_BUDGET = re.compile(r"一般公共预算(?:财政拨款)?支出")


def is_of_budget(task: Task) -> bool:
    """Whether a task holds all that was spent against its budget."""
    is_related = task.measure == "completion" or (task.reducer == "difference" and {want.side for want in task.wants} == {"预算", "决算"})
    mentions = [one for want in task.wants for one in want.mentions]
    return is_related and bool(mentions) and all(any(map(OF_EVERYTHING.fullmatch, one.keys)) for one in mentions)


def lacks_budget(found: tuple[Found, ...], sides: tuple[Found, ...]) -> bool:
    """Whether one of the two amounts, or the printed rate, is not there."""
    lacking = [any(one.missing or not one.candidates for one in amounts) for amounts in (found, sides)]
    return lacking[0] and (not sides or lacking[1])


def of_general_budget(task: Task, index: FactIndex) -> Task | None:
    """The task of the general public budget, whose first budget the text of final accounts tells where no table does."""
    keys = tuple(key for key in index.postings if GENERAL_BUDGET.fullmatch(key))
    if not keys:
        return None
    named = {one: replace(one, asked=keys[0], keys=keys, is_total=False) for want in task.wants for one in want.mentions}
    return replace(task, wants=tuple(replace(want, mentions=tuple(named[one] for one in want.mentions)) for want in task.wants))
