"""One answered want, and when a find may be used."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.document import Statement
from ingest.quantity import Quantity
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import Fact


@dataclass(frozen=True, slots=True)
class Result:
    """One answered want: its label and text as shown, the quantity, the facts it rests on, and how it was computed."""

    label: str
    text: str
    quantity: Quantity | None
    facts: tuple[Fact, ...]
    calculation: str | None = None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    extra: tuple[tuple[str, Quantity], ...] = field(default=())
    direction: str | None = None


def usable(found: Found) -> Candidate | None:
    """The best candidate, or None where something that was plainly named is not borne by it."""
    is_stated = bool(found.candidates) and isinstance(found.candidates[0].facts[0].source, Statement)  # prose carries no codes
    missing = (one for one in found.missing if not (one.code and not one.keys and is_stated))
    lacking = [one for one in missing if not one.is_total and not one.is_weak]
    return found.candidates[0] if found.candidates and not lacking else None


def sentence_of(fact: Fact) -> str:
    """The sentence of a statement; nothing for a cell."""
    return fact.source.sentence if isinstance(fact.source, Statement) else ""
