"""English names of bodies within a Chinese question as their Chinese names."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.catalog import Catalog
from retrieval.english.match_english_name import match_english_names
from retrieval.english.sound_places import sound_places
from retrieval.english.split_english import split_english

STRETCH = re.compile(r"[A-Za-z][A-Za-z'’&-]*(?:[ ,]+[A-Za-z][A-Za-z'’&-]*)*")
SHORTEST = 4
FEWEST_WORDS = 3  # fewer are an ordinary term (Data Center), unless a place is among them


def translate_names(question: str, catalog: Catalog) -> tuple[str, tuple[str, ...]]:
    """The question with the names in Chinese, and the names of bodies that are not loaded."""
    unknown: list[str] = []

    def translated(match: re.Match[str]) -> str:
        words = split_english(match.group())
        is_name = len(words) >= FEWEST_WORDS or any(len(word.text) >= SHORTEST and word.text in sound_places(catalog) for word in words)
        names = match_english_names(words, catalog) if is_name else ()
        if len(names) == 1 and (names[0].start, names[0].end) == (0, len(words)) and names[0].chinese and not names[0].is_group:
            return names[0].chinese
        if names:
            unknown.append(match.group())
        return match.group()

    return STRETCH.sub(translated, question), tuple(unknown)
