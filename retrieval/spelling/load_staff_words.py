"""What staff write for their own knowledge base: other names of bodies (with the years they held) and answers they have fixed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

ALIASES, ANSWERS = "aliases.toml", "answers.toml"


class StaffWordsError(ValueError):
    """A file that staff wrote cannot be read; `path` names it, the message says where it is wrong."""

    def __init__(self, path: Path, where: str) -> None:
        """Of this file, wrong there."""
        super().__init__(where)
        self.path = path


@dataclass(frozen=True, slots=True)
class Alias:
    """Other names of a body, and the years in which they meant it (None: without bound)."""

    asked: tuple[str, ...]
    organization: str
    since: int | None = None
    until: int | None = None

    def holds(self, year: int) -> bool:
        """Whether the names meant this body in a year."""
        return (self.since or year) <= year <= (self.until or year)


@dataclass(frozen=True, slots=True)
class FixedAnswer:
    """An answer in the staff's own words to questions asked in one of several ways, of one organisation or of any."""

    questions: tuple[str, ...]
    text: str
    organization: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class StaffWords:
    """All of them."""

    aliases: tuple[Alias, ...] = ()
    answers: tuple[FixedAnswer, ...] = ()


def load_staff_words(home: Path) -> StaffWords:
    """The words in a knowledge base's folder as they are now; raises StaffWordsError where a file is written wrongly."""
    return StaffWords(
        tuple(read_alias(home / ALIASES, entry) for entry in entries(home / ALIASES, "alias")),
        tuple(read_answer(home / ANSWERS, entry) for entry in entries(home / ANSWERS, "answer")),
    )


def entries(path: Path, name: str) -> list[dict[str, Any]]:
    """The entries of a file, none where there is no file; read again only when it has changed."""
    try:
        stamp = path.stat()
    except OSError:
        return []
    return read_entries(path, name, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=16)
def read_entries(path: Path, name: str, _changed: int, _size: int) -> list[dict[str, Any]]:
    """The entries of a file of this time and size."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise StaffWordsError(path, str(error)) from error
    unknown = sorted(found.keys() - {name})
    listed = found.get(name, [])
    if unknown or not isinstance(listed, list):
        raise StaffWordsError(path, f"unknown '{unknown[0] if unknown else name}'")
    return listed


def read_alias(path: Path, entry: dict[str, Any]) -> Alias:
    """One [[alias]] entry."""
    require(path, entry, {"asked": list, "organization": str}, {"from": int, "until": int})
    return Alias(tuple(map(str, entry["asked"])), entry["organization"], entry.get("from"), entry.get("until"))


def read_answer(path: Path, entry: dict[str, Any]) -> FixedAnswer:
    """One [[answer]] entry."""
    require(path, entry, {"questions": list, "text": str}, {"organization": str, "source": str})
    return FixedAnswer(tuple(map(str, entry["questions"])), entry["text"], entry.get("organization"), entry.get("source"))


def require(path: Path, entry: dict[str, Any], needed: dict[str, type], allowed: dict[str, type]) -> None:
    """Raise StaffWordsError where an entry lacks a field, has another, or one of the wrong kind."""
    for name in (*entry, *needed):
        kind = (needed | allowed).get(name)
        if kind is None or not isinstance(entry.get(name), kind) or entry[name] in ([], ""):
            raise StaffWordsError(path, f"argument '{name}'")
