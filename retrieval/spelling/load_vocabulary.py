"""The words that questions are made of, read from data files that staff can extend."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ingest import late_re as re
from retrieval.spelling.label_key import fold

PARTICLES = "元是的了呢吗啊有年在和与我~、。?!;,:"
FOLDER = Path(__file__).parents[1] / "vocabulary"


@dataclass(frozen=True, slots=True)
class Synonym:
    """Asked words and the names they may have in documents, likeliest first.

    `is_total` names an organisation's whole income or expenditure; a weak one counts only where nothing else is asked for. An ending
    holds also for longer names that end in it. A column is meant only where the document has it. `counted`
    restricts it to questions for a number of these units, `unless_counted` to all others. `patterns` are regular expressions for more
    asked words, `holding` for more names.
    """

    asked: tuple[str, ...]
    names: tuple[str, ...]
    is_total: bool = False
    is_weak: bool = False
    is_ending: bool = False
    is_column: bool = False
    counted: tuple[str, ...] = ()
    unless_counted: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    holding: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowList:
    """Things that can be listed: how they are asked for, and in which tables (and on which side) their rows stand."""

    name: str
    pattern: re.Pattern[str]
    titles: tuple[str, ...]
    side: str | None = None
    only: str | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """Words that narrow nothing, by which a stretch of a question is known to only talk and ask, and words made of these that do narrow."""

    words: frozenset[str]
    longest: int
    narrowing: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All of it: synonyms, words for several names at once, standard names of accounts, operation patterns, words that say nothing."""

    synonyms: tuple[Synonym, ...]
    compounds: tuple[tuple[str, tuple[str, ...]], ...]
    standard_names: frozenset[str]
    functional_names: tuple[str, ...]
    lists: tuple[RowList, ...]
    operations: tuple[tuple[str, re.Pattern[str]], ...]
    fillers: re.Pattern[str]
    long_fillers: re.Pattern[str]
    talk: Talk


def load_vocabulary(extra: Path | None = None) -> Vocabulary:
    """The vocabulary of the program, with the synonyms of `extra` (a folder with a synonyms.toml) before its own, as they are now."""
    own = extra / "synonyms.toml" if extra is not None else None
    if own is None or not own.is_file():
        return read_vocabulary(None, 0, 0)
    return read_vocabulary(own, own.stat().st_mtime_ns, own.stat().st_size)


@lru_cache(maxsize=8)
def read_vocabulary(own: Path | None, _changed: int, _size: int) -> Vocabulary:
    """The vocabulary with the synonyms of a file of this time and size."""
    given = tomllib.loads((FOLDER / "synonyms.toml").read_text("utf-8"))
    added = tomllib.loads(own.read_text("utf-8")).get("synonym", ()) if own else ()
    words = tomllib.loads((FOLDER / "operations.toml").read_text("utf-8"))
    names = tomllib.loads((FOLDER / "standard_names.toml").read_text("utf-8"))
    return Vocabulary(
        synonyms=tuple(map(read_synonym, (*added, *given["synonym"]))),
        compounds=tuple((entry["asked"], tuple(entry["names"])) for entry in given["compound"]),
        standard_names=frozenset(fold(name) for group in names.values() for name in group)
        | {fold(name).removesuffix("支出") for name in names["functional"] if name.endswith("支出")},
        functional_names=tuple(fold(name) for name in names["functional"]),
        lists=tuple(read_list(entry) for entry in tomllib.loads((FOLDER / "lists.toml").read_text("utf-8"))["list"]),
        operations=tuple((entry["name"], re.compile("|".join(entry["patterns"]))) for entry in words["operation"]),
        fillers=any_of(words["fillers"], words["filler_patterns"]),
        long_fillers=any_of([word for word in words["fillers"] if len(word) > 1 or word in PARTICLES], words["filler_patterns"]),
        talk=read_talk(tomllib.loads((FOLDER / "talk.toml").read_text("utf-8"))),
    )


def read_talk(lists: dict[str, list[str]]) -> Talk:
    """The lists of talk.toml: all but the last hold words of one kind."""
    words = frozenset(word for kind, listed in lists.items() if kind != "narrowing" for word in listed)
    return Talk(words, max(map(len, words)), any_of(lists["narrowing"]))


def read_list(entry: dict[str, Any]) -> RowList:
    """One [[list]] entry."""
    pattern = re.compile("|".join(entry["patterns"]))
    return RowList(entry["name"], pattern, tuple(entry["titles"]), entry.get("side"), entry.get("only"))


def any_of(words: list[str], patterns: Iterable[str] = ()) -> re.Pattern[str]:
    """A pattern for any of the patterns, else any of the words, the longest first."""
    return re.compile("|".join((*patterns, *(re.escape(word) for word in sorted(words, key=len, reverse=True)))))


def read_synonym(entry: dict[str, object]) -> Synonym:
    """One [[synonym]] entry with its words folded."""
    folded: dict[str, object] = {
        name: tuple(map(str if name in ("patterns", "holding") else fold, map(str, value))) if isinstance(value, list) else value
        for name, value in entry.items()
    }
    return Synonym(**folded)  # type: ignore[arg-type]
