"""A count whose words the question repeats as the document prints them."""

from __future__ import annotations

from rapidfuzz.distance import LCSseq

from retrieval.clauses.rate_fact import counts_right
from retrieval.facts.candidate import Found
from retrieval.facts.fact import FactIndex
from retrieval.facts.gather_candidates import add_up, merge, order
from retrieval.facts.task import Want

ENOUGH_OF_PHRASE = 0.75
SHORTEST_NAME = 4


def count_by_phrase(index: FactIndex, want: Want) -> Found | None:
    """The count whose words the question repeats (“自评等级为优的有几个”), where one statement of the unit stands out."""
    counts = [fact for fact in index.facts if fact.measure == "数量" and counts_right(fact, want.unit, "value")]
    named = [(fact.labels[0][0], fact) for fact in counts if fact.labels and len(fact.labels[0][0]) >= SHORTEST_NAME]
    rated = [(LCSseq.similarity(key, want.text) / len(key), len(key), fact) for key, fact in named]
    best = max((rate[:2] for rate in rated), default=(0.0, 0))
    if best[0] < ENOUGH_OF_PHRASE:
        return None
    same = [fact for rate, length, fact in rated if (rate, length) == best]
    found = tuple(order(merge(add_up((fact,), best[0]) for fact in same)))
    return Found(found, ()) if len(found) == 1 else None
