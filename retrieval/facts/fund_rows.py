"""“政府性基金用在哪些项目上”: of a list of projects those that a fund pays for, with what it pays."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.task import Task

FUND = re.compile(r"政府性基金|国有资本|财政专户|其他资金|单位资金|上年结转")
SPENT_ON = re.compile(r"^[~那都又分别]*(?:是|被)?(?:用[在于到]|花[在到]|投[在到向入]|安排[给到在]|安排(?:了|的)|支持(?:了|的)|给了)")


def fund_in(clause: str, tasks: Sequence[Task]) -> str:
    """The fund that a clause names, or that was asked for just before where the clause only asks what that was spent on; else empty."""
    if found := FUND.search(clause):
        return found[0]
    last = tasks[-1] if tasks and SPENT_ON.search(clause) else None
    said = "".join(one.asked for want in last.wants for one in want.mentions) if last else ""
    return found[0] if (found := FUND.search(said)) else ""


def of_fund(index: FactIndex, rows: Sequence[Fact], fund: str) -> tuple[Fact, ...]:
    """For the rows of a table the cells with money in the column of the fund; the rows themselves where the table is of that fund alone."""
    if all(any(fund in title for title in fact.titles) for fact in rows):
        return tuple(rows)
    places = {(fact.source.table, fact.source.cell[0]) for fact in rows if isinstance(fact.source, Figure)}
    cells: dict[tuple[int, int], Fact] = {}
    for fact in index.facts:
        if isinstance(fact.source, Figure) and fact.source.quantity and fact.source.quantity.number and fact.is_money:
            place = fact.source.table, fact.source.cell[0]
            if place in places and any(fund in header for header in fact.headers):
                cells.setdefault(place, fact)
    return tuple(cells.values())
