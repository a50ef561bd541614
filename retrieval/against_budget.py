"""What was spent held against what was budgeted for it (“比预算超了多少”), which only final accounts print side by side."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from retrieval.clause import Clause
from retrieval.fact import FactIndex
from retrieval.task import Task

TWO_BUDGETS = re.compile(r"(?:全年|年初|调整)预算数?[^,;?]{0,3}[比与和跟同较、及][^,;?]{0,3}(?:全年|年初|调整)预算")


def is_against_budget(asked: Clause, index: FactIndex) -> bool:
    """Whether a clause holds what was spent against the budget, of a document that has both."""
    return "against_budget" in asked.operations and not TWO_BUDGETS.search(asked.text) and index.document.info.kind == "决算"


def against_budget(task: Task, clause: str) -> Task:
    """The task that holds what was budgeted for the first thing of another task against what was spent on it."""
    both = tuple(replace(want, side=side) for want in task.wants[:1] for side in ("预算", "决算"))
    return replace(task, measure="value", wants=both, reducer="difference", text=clause)
