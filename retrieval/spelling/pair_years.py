"""Which kind of document each year of a question is said with (2025年预算比2023年决算)."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.spelling.read_kind import BUDGET, FINAL
from retrieval.spelling.read_year import YEAR, Years


@dataclass(frozen=True, slots=True)
class YearOfKind:
    """A year, the one kind of document named after it and before the next year, and where the words for the kind (预算数) stand."""

    year: int
    kind: str
    spans: tuple[tuple[int, int], ...]


def pair_years(question: str, years: Years) -> tuple[YearOfKind, ...]:
    """Each year with its own kind, where a normalised question names two years or more, both kinds, and one of them for every year."""
    asked = {*years.named, *years.references}
    places = [place for place in YEAR.finditer(question) if int(place[1]) in asked]
    if len(places) < 2:
        return ()
    ends = [*(place.start() for place in places[1:]), len(question)]
    paired = []
    for place, end in zip(places, ends, strict=True):
        budget, final = (
            [
                (found.start(), found.end() + question.startswith(("数", "额"), found.end()))
                for found in words.finditer(question, place.end(), end)
            ]
            for words in (BUDGET, FINAL)
        )
        if bool(budget) == bool(final):
            return ()
        paired.append(YearOfKind(int(place[1]), "预算" if budget else "决算", tuple(budget or final)))
    kinds = {one.kind for one in paired}
    return tuple(paired) if len(kinds) > 1 and len({(one.year, one.kind) for one in paired}) == len(paired) else ()
