"""“项目支出多少，其中单位资金多少”: of what was asked just before, the column of its own row or the table of the funds that are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.finding import TaskFound
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.not_of_projects import FUND

WITHIN = re.compile(r"其中|当中|里面|里头")


def within_row(index: FactIndex, found: Sequence[TaskFound]) -> tuple[TaskFound, ...]:
    """What was found for each task, a part of the task before it taken from that one's row where its table has such a column."""
    kept = list(found[:1])
    for one in found[1:]:
        part = part_of(index, one, kept[-1])
        kept.append(replace(one, found=(Found((part,), ()),)) if part else one)
    return tuple(kept)


def part_of(index: FactIndex, asked: TaskFound, before: TaskFound) -> Candidate | None:
    """The amount of the part; None where the tasks are not so related or no one cell tells it."""
    if any(one.task.measure != "value" or len(one.task.wants) != 1 or one.task.reducer for one in (asked, before)):
        return None
    mentions = asked.task.wants[0].mentions
    fund = mentions[0].asked.removesuffix("支出") if len(mentions) == 1 else ""
    is_fund = bool(fund) and bool(FUND.fullmatch(fund))
    candidates = before.found[0].candidates if before.found else ()
    if len(mentions) != 1 or not candidates or not (is_fund or WITHIN.search(asked.task.text)):
        return None
    cells = list(beside(index, candidates[0].facts, frozenset(mentions[0].keys) | {mentions[0].asked}))
    if len({fact.source.quantity for fact in cells}) == 1:
        return add_up((cells[0],), candidates[0].score)
    if not is_fund or not any(fact.codes for fact in candidates[0].facts):
        return None
    same = [fact for fact in candidates[0].facts if fund in "".join(fact.titles)]
    if same:
        return add_up((same[0],), candidates[0].score)
    of_fund = [one for one in candidates[1:] if fund in "".join(one.facts[0].titles)]
    return of_fund[0] if len(of_fund) == 1 else None


def beside(index: FactIndex, facts: Sequence[Fact], names: frozenset[str]) -> Iterator[Fact]:
    """The amounts under one of the names in the rows of these facts."""
    rows = {(fact.source.table, fact.source.cell[0]) for fact in facts if isinstance(fact.source, Figure)}
    for fact in index.facts:
        is_beside = isinstance(fact.source, Figure) and fact.is_money and (fact.source.table, fact.source.cell[0]) in rows
        if is_beside and names & set(fact.headers):
            yield fact
