"""A fact with the unit whose code stands in its row."""

from __future__ import annotations

from collections.abc import Mapping

from retrieval.facts.fact import Fact
from retrieval.facts.with_owner import with_owner


def with_coded_unit(fact: Fact, units: Mapping[str, str]) -> Fact:
    """The fact with the unit whose code alone stands in its row (行政运行 of 305001)."""
    found = {units[code] for code in fact.codes if code in units} - {key for key, _ in fact.labels}
    is_named = any(key in units.values() for key, _ in fact.labels)
    return fact if is_named or len(found) != 1 else with_owner(fact, found.pop())
