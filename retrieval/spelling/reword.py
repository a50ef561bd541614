"""A question in the wording that its names are known by: “采购里工程占多少” asks for 工程类, “一批客人平均” for each 批."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ingest import late_re as re
from retrieval.spelling.normalize_question import normalize_question

FILE = Path(__file__).parents[1] / "vocabulary" / "wordings.toml"
NAMES, QUESTIONS, IN_TWO, SHARES = "names", "question", "in_two", "share"
FRAGMENTS = "fragments"


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said, what is said instead, and what else the question must say."""

    asked: re.Pattern[str]
    told: str
    when: re.Pattern[str]


@cache
def load_wordings() -> dict[str, tuple[Wording, ...]]:
    """The wordings that are replaced, in order: those of names, of whole questions, of questions that are two, and of shares."""
    read = tomllib.loads(FILE.read_text("utf-8"))
    fragments = read.pop(FRAGMENTS)
    return {
        part: tuple(wording for group in groups for row in group["rows"] for wording in _wordings(row, fragments))
        for part, groups in read.items()
    }


def _wordings(row: Mapping[str, Any], fragments: Mapping[str, str]) -> Iterator[Wording]:
    """The wordings of a row: one for each way to ask, and for each name that it gives a code, put where it says {name} and {code}."""
    asked = [row["asked"]] if isinstance(row["asked"], str) else row["asked"]
    when = re.compile(filled(row.get("when", ""), fragments))
    for name, code in row.get("codes", {"": ""}).items():
        for one in asked:
            yield Wording(re.compile(filled(one, {**fragments, "name": name})), filled(row["told"], {"code": code}), when)


def filled(text: str, fragments: Mapping[str, str]) -> str:
    """The text with each name in braces replaced by what it stands for."""
    for name, fragment in fragments.items():
        text = text.replace(f"{{{name}}}", fragment)
    return text


def in_usual_words(question: str) -> str:
    """A whole normalised question with everyday ways to ask for a sum or an amount in the usual ones."""
    return reword(question, QUESTIONS)


def in_two(question: str) -> str:
    """A question as two where it asks of a thing that it does not name (“最小的项目占多少”: which it is, and how much that is)."""
    normalized = normalize_question(question)
    told = reword(normalized, IN_TWO)
    return question if told == normalized else told


def as_share(question: str) -> str:
    """A normalised question for a share as it is usually asked (“甲是乙的几成”: 甲占乙的), where it is said otherwise."""
    said = reword(question, SHARES)
    return question if said == question else in_usual_words(said)


def reword(text: str, part: str = NAMES) -> str:
    """The folded question with each known wording replaced."""
    for one in load_wordings()[part]:
        text = one.asked.sub(one.told, text) if one.when.search(text) else text
    return text
