"""Counts that a sentence tells of a whole and, unit by unit, of its parts: “在职人员82人（局本级38人、甲中心25人、乙站19人）”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.document import DocumentInfo, Statement
from retrieval.facts.unit_headers import unit_headers
from retrieval.spelling.label_key import label_key

FEWEST = 2


class CountOfUnit(NamedTuple):
    """The place of a statement that counts what the statement at `whole` counts, for one unit."""

    place: int
    whole: int
    unit: str


def counts_of_units(statements: Sequence[Statement], info: DocumentInfo) -> Iterator[CountOfUnit]:
    """Such statements, where the counts of the units come to that of the whole before them."""
    for whole, statement in enumerate(statements):
        if statement.measure != "数量":
            continue
        parts = following(statements, whole)
        units = unit_headers(info, (label_key(statements[part].subject) for part in parts))
        told = [part for part in parts if label_key(statements[part].subject) in units]
        run = told[: next((at for at, part in enumerate(told) if part != whole + 1 + at), len(told))]
        if len(run) >= FEWEST and sum(statements[part].quantity.number for part in run) == statement.quantity.number:
            yield from (CountOfUnit(part, whole, units[label_key(statements[part].subject)]) for part in run)


def following(statements: Sequence[Statement], whole: int) -> list[int]:
    """The places of the statements behind one in its sentence that count in its unit."""
    first = statements[whole]
    places = []
    for place in range(whole + 1, len(statements)):
        other = statements[place]
        if (other.section, other.sentence) != (first.section, first.sentence):
            break
        if other.measure == first.measure and other.quantity.unit == first.quantity.unit:
            places.append(place)
    return places
