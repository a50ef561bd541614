"""A column that a table gives unit by unit without a total (编制数 of every unit): asked of the whole department it is their sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ingest.document import Figure
from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up, is_additive
from retrieval.facts.label_mention import Mention
from retrieval.facts.statement_of_unit import OWN_LEVEL
from retrieval.spelling.label_key import label_key

FEWEST = 2


def column_of_units(index: FactIndex, mentions: Sequence[Mention], own: frozenset[str]) -> Found | None:
    """The only column of the asked name whose rows are the department's units, every one of them once, added up; None else.

    `own` are the names of the department itself, under which its own level may stand.
    """
    units = {key for unit in index.document.info.units if OWN_LEVEL.sub("", key := label_key(unit)) not in own}
    if not units or not mentions:
        return None
    columns: dict[tuple[int, tuple[str, ...]], list[Fact]] = defaultdict(list)
    for number in {number for key in mentions[0].keys for number in index.postings.get(key, ())}:
        fact = index.facts[number]
        if isinstance(fact.source, Figure) and all(set(one.keys) & set(fact.headers) for one in mentions):
            columns[fact.source.table, fact.source.col].append(fact)
    whole = [rows for rows in columns.values() if are_units([owner(row) for row in rows], units, own) and adds(rows)]
    return Found((add_up(tuple(whole[0]), 0.0),), ()) if len(whole) == 1 else None


def are_units(owners: Sequence[str], units: set[str], own: frozenset[str]) -> bool:
    """Whether rows are those of all the units, once each, and of the department's own level."""
    others = set(owners) - units
    is_own = len(others) <= 1 and all(OWN_LEVEL.sub("", one) in own for one in others)
    return FEWEST <= len(set(owners)) == len(owners) and units <= set(owners) and is_own


def owner(fact: Fact) -> str:
    """The only name of a row; empty where it has several."""
    return fact.labels[0][0] if len(fact.labels) == 1 else ""


def adds(rows: Sequence[Fact]) -> bool:
    """Whether rows may be added up; bare numbers may where their column says number."""
    is_bare = all(fact.source.quantity and not fact.source.quantity.unit for fact in rows)
    return is_additive(rows) or (is_bare and any("数" in header or "人" in header for header in rows[0].headers))
