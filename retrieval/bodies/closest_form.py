"""The name that misspelt words mean."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from retrieval.bodies.name_patterns import FOREIGN_BODY, TELLING
from retrieval.spelling.known_names import known_bodies
from retrieval.spelling.romanize import sound_of

LONG_NAME_LENGTH = 8
VERY_LONG_NAME_LENGTH = 12


def closest_form(text: str, forms: list[str]) -> tuple[str, int] | None:
    """The form that the text begins with but for a slip of the pen, and how many characters of the text it takes."""
    foreign = FOREIGN_BODY.match(text)
    if foreign and foreign.group() in known_bodies():
        return None
    best: tuple[float, int, str, int] | None = None
    for form in forms:
        allowed = 1 + (len(form) >= LONG_NAME_LENGTH) + (len(form) >= VERY_LONG_NAME_LENGTH)
        for length in range(max(2, len(form) - allowed), min(len(text), len(form) + allowed) + 1):
            if form in text[:length]:
                return None
            if TELLING & set(form) != TELLING & set(text[:length]):
                continue
            distance = Levenshtein.distance(form, text[:length], score_cutoff=allowed)
            rank = (distance / len(form), abs(len(form) - length), form, length)
            if distance <= allowed and (best is None or rank < best) and _ends_alike(text, length, form):
                best = rank
    return (best[2], best[3]) if best else None


def _ends_alike(text: str, length: int, form: str) -> bool:
    """Whether the slip leaves the ending (政务服务大|厅 is no 政务服务局), or the words stop short of it."""
    return sound_of(text[length - 1]) == sound_of(form[-1]) or not re.match(r"[\u4e00-\u9fff]", text[length:])
