"""A fact with the unit whose row it is."""

from __future__ import annotations

from dataclasses import replace

from retrieval.facts.fact import Fact


def with_owner(fact: Fact, unit: str) -> Fact:
    """The fact with the unit whose row it is before the row's own names."""
    return fact if any(key == unit for key, _ in fact.labels) else replace(fact, labels=((unit, 2), *fact.labels))
