"""How much of what a question names a unit of evidence holds: rare words count more than common ones."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.forms.evidence_units import Unit
from app.question.evidence_words import LETTER, Asked

NEAR = 6
UNKNOWN = 4.0  # a character that nothing holds
LONE = 0.5  # of it, where it stands alone
RENAMED = 3.0  # a character of a word that the unit says in other words
APART = 0.7  # of two characters that stand a few apart
DIGITS = 3  # characters that a number counts for


@dataclass(frozen=True, slots=True)
class Weight:
    """What a unit holds of the question: the share, and of it what the unit itself says; how much is held and missing."""

    share: float
    own: float
    held: float
    missing: float


class EvidenceIndex:
    """The units of a document, and how much each pair of characters counts among them."""

    def __init__(self, units: Sequence[Unit]) -> None:
        """Count the units that hold each pair."""
        self.units = tuple(units)
        texts = [_pairs(f"{unit.own}；{unit.around}") for unit in self.units]
        self._counts = Counter(pair for held in texts for pair in held)

    def weight(self, pair: str) -> float:
        """The pair's weight: a rare one counts more."""
        return min(UNKNOWN, math.log(1 + (len(self.units) + 1) / (1 + self._counts[pair])))


def weigh(asked: Asked, unit: Unit, index: EvidenceIndex) -> Weight:
    """The unit's share of what is asked."""
    own, around = _held(asked, unit.own, index, is_near=True), _held(asked, unit.around, index, is_near=False)
    best = {at: max(own.get(at, 0.0), around.get(at, 0.0)) for at in {*own, *around}}
    missing = _missing(asked, best)
    total = sum(best.values()) + missing
    if not total:
        return Weight(0.0, 0.0, 0.0, 0.0)
    return Weight(sum(best.values()) / total, sum(own.values()) / total, sum(best.values()), missing)


def holds_names(asked: Asked, unit: Unit) -> bool:
    """Whether a unit holds every name of an account in a question, whole or by another name."""
    text = f"{unit.own}；{unit.around}"
    renamed = [(one.start, one.end) for one in asked.named if one.said.search(text)]
    whole = (asked.text[start:end] in text or any(first <= start and end <= last for first, last in renamed) for start, end in asked.names)
    return all(whole)


def _held(asked: Asked, text: str, index: EvidenceIndex, *, is_near: bool) -> dict[int, float]:
    """The weight of every character of the question that the text holds."""
    held: dict[int, float] = {}
    for at in range(len(asked.text) - 1):
        pair = asked.text[at : at + 2]
        if not (LETTER.match(pair[0]) and LETTER.match(pair[1])) or {at, at + 1} <= asked.talk:
            continue
        part = 1.0 if pair in text else APART if is_near and re.search(f"{pair[0]}[^;,:。、]{{1,{NEAR}}}{pair[1]}", text) else 0.0
        if part:
            for place in (at, at + 1):
                held[place] = max(held.get(place, 0.0), part * index.weight(pair))
    for at, letter in enumerate(asked.text):
        is_listed = at not in held and LETTER.match(letter) and is_lone(asked.text, at)
        if is_listed and any(is_lone(text, place) for place in places(letter, text)):
            held[at] = index.weight(letter * 2)
    for one in (*asked.named, *asked.numbers):
        if one.said.search(text):
            for place in range(one.start, one.end):
                held[place] = max(held.get(place, 0.0), RENAMED)
    return held


def is_lone(text: str, at: int) -> bool:
    """Whether a character stands beside a mark that parts things (水、电)."""
    return "、" in (text[max(0, at - 1) : at], text[at + 1 : at + 2])


def places(letter: str, text: str) -> Iterator[int]:
    """Where a character stands."""
    return (at for at, one in enumerate(text) if one == letter)


def _missing(asked: Asked, held: dict[int, float]) -> float:
    """The weight of what the question names and nothing holds."""
    numbers = {at for one in asked.numbers for at in range(one.start, one.end)}
    open_places = [at for at, letter in enumerate(asked.text) if LETTER.match(letter) and at not in held and at not in asked.talk]
    alone = [at for at in open_places if at - 1 not in open_places and at + 1 not in open_places]
    missing = UNKNOWN * (len(open_places) - len(alone)) + UNKNOWN * LONE * len(alone)
    return missing + UNKNOWN * DIGITS * sum(one.start not in held for one in asked.numbers if numbers)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
