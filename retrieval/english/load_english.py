"""Data: the English words that questions are made of, as `vocabulary/english_*.toml` list them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from retrieval.english.split_english import split_english

FOLDER = Path(__file__).parents[1] / "vocabulary"
ITEM_SORTS = ("amounts", "counts", "words", "scores", "terms")
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase is: a mark of `english_forms.toml`, I for an item, EMPTY; and what it means in Chinese, with its sort."""

    mark: str
    value: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class English:
    """Phrases of plain words with their meanings, the words of bodies' names, and how answers name Chinese terms.

    Of `fillers` whether one may end a name, of `kinds` how such places end in Chinese; `money`: what a counted thing costs.
    """

    phrases: Mapping[Phrase, Meaning]
    functions: Mapping[Phrase, tuple[str, ...]]
    nouns: Mapping[Phrase, tuple[str, ...]]
    fillers: Mapping[Phrase, bool]
    kinds: Mapping[str, str]
    zones: Mapping[Phrase, str]
    money: Mapping[str, str]
    names: Mapping[str, str]
    words: frozenset[str]
    frames: tuple[Mapping[str, Any], ...]
    parts: Mapping[str, str]
    endings: Mapping[str, str]
    labels: Mapping[str, str]


@lru_cache(maxsize=1)
def load_english() -> English:
    """The tables, read once."""
    names, items, forms = (_read(f"english_{part}") for part in ("names", "items", "forms"))
    phrases = _phrases(items, forms)
    functions = {plain(name): tuple(words) for name, words in names["functions"].items()}
    nouns = {plain(name): tuple(words) for name, words in names["nouns"].items()}
    fillers = {plain(one): kind == "kinds" for kind, words in names["fillers"].items() for one in words}
    zones = {plain(name): place for name, place in names["zones"].items()}
    tables: tuple[Mapping[Phrase, object], ...] = (phrases, functions, nouns, fillers, zones)
    words = frozenset(word for table in tables for phrase in table for word in phrase)
    told = {chinese: english[0] for sort in ITEM_SORTS for chinese, english in items[sort].items()}
    frames, answers = tuple(_read("english_frames")["frame"]), _read("english_answers")
    parts = {part: answers["parts"][part] for part in sorted(answers["parts"], key=len, reverse=True)}
    return English(
        phrases, functions, nouns, fillers, names["fillers"]["kinds"], zones, forms["money"], told, words, frames,
        parts, answers["endings"], answers["labels"],
    )  # fmt: skip


def plain(text: str) -> Phrase:
    """A phrase as its plain words."""
    return tuple(word.text for word in split_english(text))


def _phrases(items: Mapping[str, Any], forms: Mapping[str, Any]) -> dict[Phrase, Meaning]:
    found = {plain(one): Meaning("EMPTY") for one in (*forms["empty"]["words"].split(), *forms["empty"]["phrases"])}
    for mark, phrases in forms["marks"].items():
        found |= {plain(one): Meaning(mark) for one in phrases}
    for mark, meanings in forms["valued"].items():
        found |= {plain(one): Meaning(mark, value) for value, phrases in meanings.items() for one in phrases}
    for sort in ITEM_SORTS:
        found |= {plain(one): Meaning("I", chinese, sort) for chinese, english in items[sort].items() for one in english}
    return found


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
