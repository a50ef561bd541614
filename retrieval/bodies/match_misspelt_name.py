"""A name that stands in the question with slips, found without a place before it."""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.bodies.closest_form import closest_form
from retrieval.bodies.mention import Mention
from retrieval.catalog import Catalog

MINIMUM_BARE_MISSPELT_LENGTH = 6
MOST_WRONG = 2


def match_misspelt_name(question: str, catalog: Catalog) -> list[Mention]:
    """A name that stands in the question with slips even in its place: the closest full name or long form."""
    names = _alike(question, _long_names(catalog))
    starts = [m.start() for m in re.finditer(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]", question)]
    for start in starts:
        if not (found := closest_form(question[start:], names)):
            continue
        form, length = found
        # A place is never guessed: another town's name may differ by one character.
        numbers = catalog.names.get(form, ()) or catalog.body_forms.get(form, ())
        place = "".join(catalog.bodies[numbers[0]].places)
        if form in catalog.names and place and not question.startswith(place[:-1], start):
            return [Mention((), question[start : start + length], ((start, start + length),))]
        return [Mention(numbers, question[start : start + length], ((start, start + length),), understood=form)]
    return []


@lru_cache(maxsize=2)
def _long_names(catalog: Catalog) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((name, frozenset(name)) for name in (*catalog.names, *catalog.body_forms) if len(name) >= MINIMUM_BARE_MISSPELT_LENGTH)


def _alike(question: str, names: tuple[tuple[str, frozenset[str]], ...]) -> list[str]:
    characters = set(question)
    return [name for name, needed in names if len(needed - characters) <= MOST_WRONG]
