"""A question in the wording that its names are known by: “采购里工程占多少” asks for 工程类, “一批客人平均” for each 批."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest import late_re as re

WORDINGS = Path(__file__).parent / "vocabulary" / "wordings.toml"


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said, what is said instead, and what else the question must say."""

    asked: re.Pattern[str]
    told: str
    when: re.Pattern[str]


@cache
def load_wordings(kind: str) -> tuple[Wording, ...]:
    """The wordings of one kind (`wording`, `speech`) that are replaced, in order."""
    entries = tomllib.loads(WORDINGS.read_text("utf-8"))[kind]
    return tuple(Wording(re.compile(one["asked"]), one["told"], re.compile(one.get("when", ""))) for one in entries)


def reword(text: str) -> str:
    """The folded question with each known wording for figures replaced."""
    return _replaced(text, "wording")


def plain_speech(question: str) -> str:
    """The normalised question with each known turn of speech as a form would ask it, whatever it asks for."""
    return _replaced(question, "speech")


def _replaced(text: str, kind: str) -> str:
    for one in load_wordings(kind):
        text = one.asked.sub(one.told, text) if one.when.search(text) else text
    return text
