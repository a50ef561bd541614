"""An item of the whole department where a table prints it only unit by unit: all the units together, not the row of its own level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.document import Figure
from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.statement_of_unit import OWN_LEVEL
from retrieval.spelling.label_key import label_key


def units_together(found: Found, index: FactIndex, own: frozenset[str]) -> Found:
    """The find with its best candidate, a row that bears the department's own name, added up with the same row of every other unit."""
    if not found.candidates or found.candidates[0].is_sum:
        return found
    best = found.candidates[0]
    cells = [fact.source for fact in best.facts if isinstance(fact.source, Figure)]
    if len(cells) != len(best.facts) or len({cell.table for cell in cells}) != 1:
        return found
    whole = add_up((best.facts[0], *rows_of_units(cells[0], index, own)), best.score)
    return replace(found, candidates=(whole, *found.candidates[1:])) if whole.is_sum else found


def rows_of_units(cell: Figure, index: FactIndex, own: frozenset[str]) -> list[Fact]:
    """The facts of the same item and column that other units have in the table; none where a row is of the department's own level."""
    place = next((at for at, label in enumerate(cell.row) if label_key(label) in own), None) if len(cell.row) > 1 else None
    if place is None:
        return []
    units = {label_key(name) for name in index.document.info.units} - own
    rows = list(like_rows(cell, index, place))
    return [] if any(OWN_LEVEL.search(owner) for owner, _ in rows) else [fact for owner, fact in rows if owner in units]


def like_rows(cell: Figure, index: FactIndex, place: int) -> Iterator[tuple[str, Fact]]:
    """The facts of the same table and column whose rows differ in the owner alone, each with its owner."""
    for fact in index.facts:
        other = fact.source
        if not isinstance(other, Figure) or (other.table, other.col) != (cell.table, cell.col) or len(other.row) != len(cell.row):
            continue
        differing = [at for at in range(len(cell.row)) if other.row[at] != cell.row[at]]
        if differing == [place]:
            yield label_key(other.row[place]), fact
