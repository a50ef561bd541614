"""What was spent held against what was budgeted for it (“比预算超了多少”), which only final accounts print side by side."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from retrieval.clauses.clause import Clause
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Task, Want

TWO_BUDGETS = re.compile(r"(全年|年初|调整)预算数?[^,;?]{0,3}[比与和跟同较、及][^,;?]{0,3}(?!\1)(全年|年初|调整)预算")
COLUMN = "{name}预算数"


def is_against_budget(asked: Clause, index: FactIndex) -> bool:
    """Whether a clause holds what was spent against the budget, of a document that has both."""
    return "against_budget" in asked.operations and not TWO_BUDGETS.search(asked.text) and index.document.info.kind == "决算"


def against_budget(task: Task, clause: str) -> Task:
    """The task that holds what was budgeted for the first thing of another task against what was spent on it."""
    both = tuple(replace(want, side=side) for want in task.wants[:1] for side in ("预算", "决算"))
    return replace(task, measure="value", wants=both, reducer="difference", text=clause)


def two_budgets(asked: Clause) -> Task | None:
    """The task of a clause that asks for the first and the adjusted budget of one thing, as forms print both; None for any other."""
    found = TWO_BUDGETS.search(asked.text)
    if found is None:
        return None
    own = tuple(one for one in asked.mentions if not one.is_column and "预算数" not in one.asked)
    columns = [COLUMN.format(name=name) for name in found.groups()]
    wants = tuple(Want((*own, Mention(place, place + 1, name, (name,))), text=asked.text) for place, name in enumerate(columns, -2))
    return Task("value", wants, reducer="difference" if "difference" in asked.operations else None)
