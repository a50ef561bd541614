"""“商品和服务支出里哪项最多”: the rows one level below a coded row, each with its amount in the same column."""

from __future__ import annotations

from retrieval.evidence import FigureEvidence
from retrieval.index_facts import Fact, FactIndex
from retrieval.look_up_figures import Found


def list_children(index: FactIndex, parent: Found) -> tuple[Fact, ...]:
    """The children of the first coded row that was found; blank and zero rows left out; empty where the row has no code."""
    facts = (fact for one in parent.candidates for fact in one.facts if fact.codes and isinstance(fact.evidence, FigureEvidence))
    return next((found for fact in facts if (found := children_of(index, fact))), ())


def children_of(index: FactIndex, parent: Fact) -> tuple[Fact, ...]:
    """The rows of the parent's table and column whose code extends the parent's by one level."""
    below = [fact for fact in index.facts if is_below(fact, parent)]
    level = min((len(fact.codes[0]) for fact in below), default=0)
    return tuple(fact for fact in below if len(fact.codes[0]) == level)


def is_below(fact: Fact, parent: Fact) -> bool:
    """Whether a fact stands in the parent's table and column with a longer code of the same beginning and an amount."""
    if not isinstance(fact.evidence, FigureEvidence) or not isinstance(parent.evidence, FigureEvidence) or not fact.codes:
        return False
    one, other = fact.evidence.figure, parent.evidence.figure
    same = one.table == other.table and one.col == other.col
    amount = one.quantity is not None and one.quantity.number != 0
    return same and amount and fact.codes[0] != parent.codes[0] and fact.codes[0].startswith(parent.codes[0])
