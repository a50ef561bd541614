"""Of what whole a share is asked: of the total of its column, of the whole body, and the unit in which it is counted."""

from __future__ import annotations

import re
from dataclasses import replace

from retrieval.candidate import Found
from retrieval.evidence import FigureEvidence
from retrieval.gather_candidates import add_up
from retrieval.index_facts import FactIndex
from retrieval.label_key import is_total, label_key
from retrieval.task import Task, Want

SIDE_OF_TOTAL = re.compile(r"收入|支出")
WHOLE_BODY = re.compile(r"全(?:部门|局|委|系统|单位|街道|镇|院|校|县局)|整个(?:部门|局|系统|单位)|部门(?:总|合计|的总)")


def of_like_unit(whole: Want, task: Task) -> Want:
    """The whole of a share in the unit in which its part is counted."""
    counted = {want.unit for want in task.wants}
    return replace(whole, unit=counted.pop()) if task.measure == "share" and len(counted) == 1 and whole.unit is None else whole


def is_of_whole_body(task: Task) -> bool:
    """Whether a unit's share is asked of the whole body's total: it says so, or the unit itself is all that the share is of."""
    if task.denominator is None or not all(one.is_total for one in task.denominator.mentions):
        return False
    return bool(WHOLE_BODY.search(task.text)) or not any(want.mentions for want in task.wants)


def total_of(index: FactIndex, part: Found, want: Want, *, is_named: bool = False) -> Found:
    """The total of the column in which the part stands: the cell of the table's row that only says 合计.

    Of several columns that print the part's amount it is the one that ends as the question does (总计, 合计), then the broadest. A named
    total says itself of what it is (收入总计).
    """
    facts = [fact for one in part.candidates[:1] for fact in one.facts if isinstance(fact.evidence, FigureEvidence)]
    ends = tuple(one.asked[-2:] for one in want.mentions if one.is_total)
    facts.sort(key=lambda fact: (not "".join(fact.source.col[-1:]).endswith(ends), len(fact.source.col)))  # type: ignore[union-attr]
    for fact in facts:
        own = fact.evidence.figure  # type: ignore[union-attr]
        totals = [
            one for one in index.facts
            if isinstance(one.evidence, FigureEvidence) and (one.evidence.figure.table, one.evidence.figure.col) == (own.table, own.col)
            and one.evidence.figure.row and is_total(label_key(one.evidence.figure.row[-1])) and len(one.evidence.figure.row) == 1
            and (not is_named or SIDE_OF_TOTAL.search(one.evidence.figure.row[-1])) and one is not fact
        ]  # fmt: skip
        if totals and len({one.source.quantity for one in totals}) == 1:
            return Found((add_up((totals[0],), 0.0),), ())
    return Found((), ())
