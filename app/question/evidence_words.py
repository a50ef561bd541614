"""A question as a demand on evidence: which of its characters name something, what they may be called, what form the answer must have."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from app.question.asked_words import ASKS_COUNT
from ingest import late_re as re
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import FOLDER, load_vocabulary

LETTER = re.compile(r"[一-鿿a-z]")
NUMBER = re.compile(r"(?<![\d.])(?!20\d\d(?!\d))\d[\d.]*")  # a year says nothing of what is asked for
SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word of everyday speech and what documents say for it."""

    asked: re.Pattern[str]
    said: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class EvidenceWords:
    """All of evidence.toml."""

    talk: re.Pattern[str]
    words: tuple[Word, ...]
    operations: tuple[Word, ...]
    kinds: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of a question, from `start` to `end`, that may stand in a text as `said`."""

    start: int
    end: int
    said: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A folded question: its text, the places of its talk, the words that may be said otherwise, its numbers, its names of accounts."""

    text: str
    talk: frozenset[int]
    named: tuple[Named, ...]
    numbers: tuple[Named, ...]
    names: tuple[tuple[int, int], ...]

    @property
    def names_something(self) -> bool:
        """Whether anything but talk is in it."""
        return any(LETTER.match(letter) and at not in self.talk for at, letter in enumerate(self.text))


@cache
def load_evidence_words() -> EvidenceWords:
    """The words by which a question is held against evidence."""
    data = tomllib.loads((FOLDER / "evidence.toml").read_text("utf-8"))
    words, operations, kinds = (
        tuple(Word(re.compile("|".join(_listed(entry["asked"]))), re.compile("|".join(_listed(entry["said"])))) for entry in data[part])
        for part in ("word", "operation", "kind")
    )
    return EvidenceWords(re.compile("|".join(data["talk"])), words, operations, kinds)


def kinds_asked(text: str) -> list[Word]:
    """The kinds of which the name is asked for (哪家公司)."""
    return [kind for kind in load_evidence_words().kinds if kind.asked.search(text)]


def read_asked(rest: str) -> Asked:
    """What a question names, its document's words (left as spaces) apart."""
    text = fold(re.sub(r"\s+", "~", rest))
    words = load_evidence_words()
    named = [Named(*found.span(), word.said) for word in words.words for found in word.asked.finditer(text)]
    named += _synonyms(text)
    numbers = tuple(Named(*found.span(), re.compile(rf"(?<![\d.]){re.escape(found[0])}(?![\d.])")) for found in NUMBER.finditer(text))
    names = _names(text)
    kept = {at for one in names for at in range(*one)}
    talk = {at for found in (*ASKS_COUNT.finditer(text), *words.talk.finditer(text)) for at in range(*found.span())}
    talk |= {at for kind in words.kinds for found in kind.asked.finditer(text) for at in range(*found.span())}
    talk |= {at for found in load_vocabulary().long_fillers.finditer(text) for at in range(*found.span())}
    return Asked(text, frozenset(talk - kept), tuple(named), numbers, tuple(names))


def _listed(said: str | list[str]) -> Iterable[str]:
    return [said] if isinstance(said, str) else said


def _synonyms(text: str) -> list[Named]:
    """The usual words for accounts in a question, with the accounts' names."""
    return [
        Named(found.start(), found.end(), re.compile("|".join(map(re.escape, synonym.names))))
        for synonym in load_vocabulary().synonyms if not (synonym.is_total or synonym.is_column or synonym.is_weak)
        for word in synonym.asked if len(word) >= SHORTEST_NAME and word in text for found in re.finditer(re.escape(word), text)
    ]  # fmt: skip


def _names(text: str) -> list[tuple[int, int]]:
    """Where the standard names of accounts stand: no part of one is talk."""
    standing = (name for name in load_vocabulary().standard_names if len(name) > SHORTEST_NAME and name in text)
    return [(at, at + len(name)) for name in standing for at in _places(name, text)]


def _places(name: str, text: str) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(name), text)]
