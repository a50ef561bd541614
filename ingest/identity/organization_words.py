"""Data: the words that names of public bodies and places are made of."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WORDS_FILE = Path(__file__).with_name("organization_words.toml")


@dataclass(frozen=True, slots=True)
class Function:
    """A function's short forms: beside its own suffix, and beside another function in a joined name."""

    alone: tuple[str, ...]
    joined: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganizationWords:
    """The tables of `organization_words.toml`."""

    zones: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[str, ...]]
    functions: dict[str, Function]
    fillers: tuple[str, ...]
    endings: tuple[tuple[str, str], ...]
    prefixes: tuple[str, ...]
    generic: frozenset[str]
    provinces: frozenset[str]
    prefectures: frozenset[str]


@lru_cache(maxsize=1)
def organization_words() -> OrganizationWords:
    """The tables, read once."""
    data = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    words = data["words"]
    return OrganizationWords(
        zones={name: tuple(forms) for name, forms in data["zones"].items()},
        bodies={name: tuple(forms) for name, forms in data["bodies"].items()},
        functions={name: Function(tuple(row["alone"]), tuple(row["joined"])) for name, row in data["functions"].items()},
        fillers=tuple(words["fillers"]),
        endings=tuple((long, short) for long, short in words["endings"]),
        prefixes=tuple(words["prefixes"]),
        generic=frozenset(words["generic"]),
        provinces=frozenset(data["places"]["provinces"].split()),
        prefectures=frozenset(data["places"]["prefectures"].split()),
    )
