"""How the places of the loaded bodies are written in Latin letters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from ingest import late_re as re
from ingest.identity.organization_forms import place_forms
from retrieval.catalog import Catalog
from retrieval.spelling.romanize import romanize

STREET = re.compile(r"([\u4e00-\u9fff]{2,4})(?:街道|镇|乡)")
PREFIX = re.compile(r"^(?:人民)?政府")
SHORTEST = 4
SYLLABLES = Path(__file__).parents[1] / "vocabulary" / "syllables.txt"


@lru_cache(maxsize=2)
def sound_places(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """Each place's and street's name in small Latin letters, and the Chinese names that sound so, the shortest first."""
    found: dict[str, set[str]] = {}
    streets = {stem for body in catalog.bodies for form in body.forms for stem in STREET.findall(PREFIX.sub("", form))}
    places = {form for paths in catalog.place_forms.values() for path in paths for place in path for form in place_forms(place)}
    for place in sorted(places | streets):
        letters = "".join(romanize(place)).lower().replace("ü", "v")
        if letters.isascii() and letters.isalpha() and len(letters) >= SHORTEST:
            found.setdefault(letters, set()).add(place)
    return {letters: tuple(sorted(places, key=len)) for letters, places in found.items()}


def is_pinyin(word: str) -> bool:
    """Whether a word may be the name of some place: it is made of Chinese syllables alone."""
    return bool(_pinyin().fullmatch(word.lower()))


@lru_cache(maxsize=1)
def _pinyin() -> re.Pattern[str]:
    lines = [line for line in SYLLABLES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return re.compile(f"(?:{'|'.join(' '.join(lines).split())})+")
