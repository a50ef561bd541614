"""Data: English words for bodies, items and questions, as `vocabulary/english.toml` lists them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ENGLISH_FILE = Path(__file__).with_name("vocabulary") / "english.toml"


@dataclass(frozen=True, slots=True)
class English:
    """Words of bodies with their Chinese equivalents, phrases with the Chinese ones, and words that say nothing; the longest first."""

    bodies: Mapping[str, tuple[str, ...]]
    items: Mapping[str, str]
    kinds: Mapping[str, str]
    questions: Mapping[str, str]
    empty: frozenset[str]


@lru_cache(maxsize=1)
def load_english() -> English:
    """The tables, read once."""
    data = tomllib.loads(ENGLISH_FILE.read_text(encoding="utf-8"))
    return English(
        bodies={name: tuple(data["bodies"][name]) for name in _longest_first(data["bodies"])},
        items={name: data["items"][name] for name in _longest_first(data["items"])},
        kinds=data["kinds"],
        questions={name: data["questions"][name] for name in _longest_first(data["questions"])},
        empty=frozenset(data["empty"]["words"].split()),
    )


def _longest_first(table: Mapping[str, object]) -> list[str]:
    return sorted(table, key=len, reverse=True)
