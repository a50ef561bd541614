"""A thing that stands right behind a body's name and ends like a body (某学校加工中心), parted from it where its documents list it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from retrieval.catalog import Catalog
from retrieval.spelling.label_key import fold

SHORTEST = 4


def part_from_body(question: str, unknown: str, catalog: Catalog, names_of: Callable[[str], Iterable[str]]) -> str:
    """The question with a 的 between a loaded body and a name of its documents that were read as one unknown body; else as it is.

    `names_of` gives the names of rows in a document.
    """
    for body in catalog.bodies:
        tail = unknown.removeprefix(body.name)
        is_unit = any(tail in unit and tail != unit for one in body.documents for unit in one.units)
        if tail == unknown or len(tail) < SHORTEST or is_unit:
            continue
        if any(name.startswith(fold(tail)) for one in body.documents for name in names_of(one.id)):
            return question.replace(unknown, f"{body.name}的{tail}")
    return question
