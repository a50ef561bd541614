"""An item of the whole department where a table prints it only unit by unit: all the units together, not the row of its own level."""

from __future__ import annotations

from dataclasses import replace

from ingest.document import Figure
from retrieval.candidate import Found
from retrieval.evidence import FigureEvidence
from retrieval.gather_candidates import add_up
from retrieval.index_facts import Fact, FactIndex
from retrieval.label_key import label_key
from retrieval.statement_of_unit import OWN_LEVEL


def units_together(found: Found, index: FactIndex, own: frozenset[str]) -> Found:
    """The find with its best candidate, a row that bears the department's own name, added up with the same row of every other unit."""
    if not found.candidates or found.candidates[0].is_sum or len({one.evidence.table.index for one in figures_of(found)}) != 1:
        return found
    best = found.candidates[0]
    first = figures_of(found)[0]
    others = same_rows(first, index, own)
    if not others:
        return found
    whole = add_up((first, *others), best.score)
    return replace(found, candidates=(whole, *found.candidates[1:])) if whole.is_sum else found


def figures_of(found: Found) -> list[Fact]:
    """The cells that print the best candidate, none where text states it too."""
    facts = found.candidates[0].facts
    return list(facts) if all(isinstance(one.evidence, FigureEvidence) for one in facts) else []


def same_rows(fact: Fact, index: FactIndex, own: frozenset[str]) -> list[Fact]:
    """The cells of the same item and column that other units of the department have in the table; none where a row is of its own level."""
    place = owner_place(fact.source, own)
    if place is None:
        return []
    units = {label_key(name) for name in index.document.info.units} - own
    rows = [one for one in index.facts if is_like(one, fact, place)]
    owners = {label_key(one.source.row[place]) for one in rows}
    return [] if any(map(OWN_LEVEL.search, owners)) else [one for one in rows if label_key(one.source.row[place]) in units]


def owner_place(source: object, own: frozenset[str]) -> int | None:
    """Where a row that has an item besides names the department; None where it does not."""
    row = source.row if isinstance(source, Figure) else ()
    return next((at for at, label in enumerate(row) if label_key(label) in own), None) if len(row) > 1 else None


def is_like(one: Fact, fact: Fact, place: int) -> bool:
    """Whether a cell stands in the same table and column, in a row that differs in the unit alone."""
    figure, other = one.source, fact.source
    if not isinstance(figure, Figure) or not isinstance(other, Figure) or (figure.table, figure.col) != (other.table, other.col):
        return False
    rest = [(*row[:place], *row[place + 1 :]) for row in (figure.row, other.row)]
    return len(figure.row) == len(other.row) and rest[0] == rest[1] and figure.row != other.row
