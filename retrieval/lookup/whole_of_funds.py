"""“项目支出多少” where a table gives it of one fund alone beside other funds: the total of the table that bears its name instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.task import Want
from retrieval.spelling.label_key import is_total, label_key

FUND = re.compile(r"一般公共预算|政府性基金|国有资本经营|财政专户|(?:单位|自有)资金|财政拨款")
NAME_OF_TABLE = re.compile(r"(?:预算|决算|明细|情况|汇总)*表")


def whole_of_funds(found: Found, index: FactIndex, want: Want) -> Found:
    """The find with all funds together where its best candidate is of one of several and none was named; as it is where no table tells."""
    asked = want.mentions[0].asked if len(want.mentions) == 1 and not want.context else ""
    if not asked or not found.candidates or FUND.search(want.text) or not is_of_one_fund(found.candidates[0], index):
        return found
    totals = {fact.source.quantity: fact for fact in totals_of_table(asked, index.facts) if fact.source.quantity}
    if len(totals) != 1:
        return found
    whole = next(iter(totals.values()))
    return replace(found, candidates=(add_up((whole,), found.candidates[0].score), *found.candidates[1:]))


def is_of_one_fund(one: Candidate, index: FactIndex) -> bool:
    """Whether a cell of a candidate stands in the column of one fund, and its row has an amount of another fund besides."""
    cells = [fact.source for fact in one.facts if isinstance(fact.source, Figure) and fund_of(fact.source)]
    return any(
        (other.table, other.cell[0]) == (cell.table, cell.cell[0]) and fund_of(other) not in ("", fund_of(cell))
        and other.quantity is not None and other.quantity.number != 0
        for cell in cells for fact in index.facts if isinstance(other := fact.source, Figure)
    )  # fmt: skip


def fund_of(cell: Figure) -> str:
    """The fund that heads a cell's column; empty where none does."""
    found = FUND.search(cell.col[0]) if cell.col else None
    return found[0] if found else ""


def totals_of_table(asked: str, facts: Iterable[Fact]) -> Iterable[Fact]:
    """The amounts in the total row and total column of the tables that are called what is asked."""
    for fact in facts:
        cell = fact.source
        if not isinstance(cell, Figure) or not fact.is_money or len(cell.col) != 1 or not is_total(label_key(cell.col[0])):
            continue
        title = fact.titles[0].removeprefix(asked) if fact.titles else ""
        if title != "".join(fact.titles[:1]) and NAME_OF_TABLE.match(title) and all(is_total(key) for key, _ in fact.labels):
            yield fact
