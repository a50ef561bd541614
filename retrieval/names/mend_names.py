"""Slips of the pen within names: a character that sounds or looks like the one that the name has (“住房公机金缴存”)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from retrieval.spelling.likeness import LOOKALIKES
from retrieval.spelling.load_vocabulary import Vocabulary
from retrieval.spelling.name_windows import WINDOW, is_han, windows
from retrieval.spelling.romanize import sound_of
from retrieval.spelling.unexplained import without_gaps

ASKS = re.compile(r"[是有多少几了花]")  # no name, but a way to ask
# Words by themselves between names, and those that ask.
PARTICLES = frozenset("几哪谁的了是在有和与及跟同比占对中里内上下为不没除外非未无年月日")
Slips = tuple[tuple[str, str], ...]


def mend_names(text: str, spelt: frozenset[str], vocabulary: Vocabulary) -> tuple[str, Slips]:
    """The text with such characters put right, and what was changed (as typed, as understood); `spelt` are a document's windows."""
    known, pairs, by_sound = all_windows(spelt, windows_of_words(vocabulary))
    changes: list[tuple[str, str]] = []
    asking = text
    for _, pattern in vocabulary.operations:
        asking = pattern.sub(without_gaps, asking)
    for place, typed in enumerate(text):
        starts = range(max(0, place - WINDOW + 1), min(place, len(text) - WINDOW) + 1)
        around = [text[start : start + WINDOW] for start in starts]
        beside = (text[max(0, place - 1) : place + 1], text[place : place + 2])
        is_word = any(pair in pairs or pair in vocabulary.talk.words or vocabulary.long_fillers.fullmatch(pair) for pair in beside)
        if not is_han(asking[place]) or typed in PARTICLES or is_word or any(window in known for window in around):
            continue
        alike = {*by_sound.get(sound_of(typed), ()), *(one for group in LOOKALIKES if typed in group for one in group)}
        meant = {
            one: start for one in sorted(alike) for start, window in zip(starts, around, strict=True)
            if window[: place - start] + one + window[place - start + 1 :] in known
        }  # fmt: skip
        if len(meant) == 1:
            ((one, start),) = meant.items()
            right = f"{text[:place]}{one}{text[place + 1 :]}"
            first, end = whole_name(right, start, known)
            changes.append((text[first:end], right[first:end]))
            text = right
    return text, tuple(changes)


def whole_name(text: str, start: int, known: frozenset[str]) -> tuple[int, int]:
    """The stretch around a window whose every window is known: the name as far as it goes."""
    end = start + WINDOW
    while start and text[start - 1 : start - 1 + WINDOW] in known:
        start -= 1
    while end < len(text) and text[end + 1 - WINDOW : end + 1] in known:
        end += 1
    return start, end


@lru_cache(maxsize=64)
def all_windows(spelt: frozenset[str], words: frozenset[str]) -> tuple[frozenset[str], frozenset[str], Mapping[str, frozenset[str]]]:
    """The windows of a document and of the everyday words, the pairs of characters in them, and their characters by sound."""
    by_sound: dict[str, set[str]] = defaultdict(set)
    for character in set("".join((*spelt, *words))):
        by_sound[sound_of(character)].add(character)
    pairs = frozenset(one[start : start + 2] for one in spelt | words for start in range(WINDOW - 1))
    return spelt | words, pairs, {sound: frozenset(characters) for sound, characters in by_sound.items()}


@lru_cache(maxsize=4)
def windows_of_words(vocabulary: Vocabulary) -> frozenset[str]:
    """The windows of everyday words for names and of the names of accounts."""
    asked = (word for synonym in vocabulary.synonyms for word in synonym.asked if not ASKS.search(word))
    return windows((*asked, *vocabulary.standard_names))
