"""A question in which the names that staff gave to bodies stand as the documents print them."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.spelling.load_staff_words import Alias
from retrieval.spelling.read_year import read_year

OPEN = 9999  # the end of a name that still holds


def rename_bodies(question: str, aliases: Sequence[Alias]) -> tuple[str, tuple[str, ...]]:
    """The question with each alias replaced by the name of the body that it meant in the year asked, and the names put in."""
    years = read_year(question).named
    renamed: list[str] = []
    words = sorted(((word, alias) for alias in aliases for word in alias.asked), key=lambda pair: -len(pair[0]))
    for word, alias in words:
        if word in question and alias.organization not in question and is_meant(alias, word, years, aliases):
            question = question.replace(word, alias.organization)
            renamed.append(alias.organization)
    return question, tuple(renamed)


def is_meant(alias: Alias, word: str, years: Sequence[int], aliases: Sequence[Alias]) -> bool:
    """Whether an alias holds for the years asked; for no year the one that held last."""
    if years:
        return any(alias.holds(year) for year in years)
    return alias == max((one for one in aliases if word in one.asked), key=lambda one: (one.until or OPEN, one.since or 0))
