"""Slips of the pen in English words: a letter or two wrong, but never a word that is right as it stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA

from retrieval.catalog import Catalog
from retrieval.english.load_english import load_english
from retrieval.english.sound_places import is_pinyin, sound_places
from retrieval.english.split_english import Word

SHORTEST, LONG = 5, 8
OWN = 10  # so long a place has no other that is a letter away
ASKED = frozenset({"what", "much", "many", "does", "have", "from", "with"})
RIGHT = Path(__file__).parents[1] / "vocabulary" / "english_near.txt"


def mend_english(words: Sequence[Word], catalog: Catalog) -> tuple[tuple[Word, ...], tuple[tuple[str, str], ...]]:
    """The words with their slips put right, and each slip: as typed, and as understood."""
    places = sound_places(catalog)
    known = load_english().words | places.keys()
    mended, slips = [], []
    for word in words:
        meant = word.text if word.text in known or not word.text.isalpha() else _meant(word.text, load_english().words, tuple(places))
        mended.append(replace(word, text=meant))
        slips += [(word.typed, meant)] if meant != word.text else []
    return tuple(mended), tuple(slips)


def _meant(word: str, known: Collection[str], places: Collection[str]) -> str:
    """The one known word or place that this may be a slip of, else the word itself."""
    near = [one for one in known if _is_slip(word, one) or (one in ASKED and _is_turned(word, one))] if word not in _right() else []
    near += [one for one in places if _is_slip(word, one) and (_is_turned(word, one) or len(one) >= OWN or not is_pinyin(word))]
    best = min((OSA.distance(word, one) for one in near), default=0)
    nearest = {one for one in near if OSA.distance(word, one) == best}
    return nearest.pop() if len(nearest) == 1 else word


def _is_slip(word: str, meant: str) -> bool:
    most = 2 if len(meant) >= LONG else 1
    return len(meant) >= SHORTEST and word[0] == meant[0] and abs(len(word) - len(meant)) <= most and OSA.distance(word, meant) <= most


def _is_turned(word: str, meant: str) -> bool:
    """Whether two letters beside each other have changed places."""
    return sorted(word) == sorted(meant) and word[0] == meant[0] and OSA.distance(word, meant) == 1


@lru_cache(maxsize=1)
def _right() -> frozenset[str]:
    """English words that are near a known one and mean something else."""
    return frozenset(word for line in RIGHT.read_text("utf-8").splitlines() if not line.startswith("#") for word in line.split())
