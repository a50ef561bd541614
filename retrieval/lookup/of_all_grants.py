"""“财政拨款项目支出”: of the grants of every fund, where the tables give it fund by fund (一般公共预算, 政府性基金, 国有资本经营)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.task import Want
from retrieval.spelling.label_key import is_total, label_key

GRANTS = re.compile(r"财政拨款")
BESIDE_BUDGET = re.compile(r"年初预算|预算数?(?:和|与|跟|、).*决算")  # the first budget is told of the general one alone
ONE_FUND = re.compile(r"一般公共|基金|国有资本")
GENERAL = re.compile(r"一般公共预算(?:财政拨款)?支出(?:决算|预算)?(?:情况)?(?:总?表)?$")
OTHERS = re.compile(r"(?:政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?(?:收入)?支出(?:决算|预算)?(?:情况)?(?:总?表)?$")


def of_all_grants(found: Found, index: FactIndex, want: Want) -> Found:
    """The find with the same column of the other funds' totals added to that of the general budget, where no one fund is asked."""
    best = found.candidates[0] if found.candidates else None
    cell = best.facts[0].source if best else None
    if best is None or best.is_sum or not isinstance(cell, Figure) or not GRANTS.search(want.text) or ONE_FUND.search(want.text):
        return found
    if BESIDE_BUDGET.search(want.text):
        return found
    if not is_total_of(best.facts[0], GENERAL) or not cell.col:
        return found
    others = tuple(others_of(best.facts[0], label_key(cell.col[-1]), index))
    return replace(found, candidates=(add_up((best.facts[0], *others), best.score), *found.candidates[1:])) if others else found


def is_total_of(fact: Fact, titled: re.Pattern[str]) -> bool:
    """Whether a cell stands in the total row of a table that is called so."""
    return bool(fact.titles) and bool(titled.search(fact.titles[0])) and all(is_total(key) for key, _ in fact.labels)


def others_of(fact: Fact, column: str, index: FactIndex) -> Iterator[Fact]:
    """The same amount of the other funds, where it is not nothing: one cell of each table."""
    seen = set[int]()
    for other in index.facts:
        cell = other.source
        if not isinstance(cell, Figure) or cell.table in seen or not is_total_of(other, OTHERS) or other.year != fact.year:
            continue
        is_same = bool(cell.col) and label_key(cell.col[-1]) == column
        if is_same and other.is_money and cell.quantity and cell.quantity.number and cell.quantity.unit == unit_of(fact):
            seen.add(cell.table)
            yield other


def unit_of(fact: Fact) -> str:
    """In what a fact is counted."""
    return fact.source.quantity.unit if fact.source.quantity else ""
