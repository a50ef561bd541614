"""What was asked in English is answered in both languages: the Chinese answer, and below it what it comes to."""

from __future__ import annotations

import re
from dataclasses import replace

from app import wording_english as wording
from app.answer import Answer, Value

CHINESE = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"[A-Za-z]{2,}")
FEWEST_WORDS = 2


def is_english(question: str) -> bool:
    """Whether a question is in English only."""
    return not CHINESE.search(question) and len(WORD.findall(question)) >= FEWEST_WORDS


def tell_in_english(answer: Answer) -> Answer:
    """The answer with a line in English: its values or the place of its words, else that there is no answer."""
    return replace(answer, text=f"{answer.text}\n\n{_line(answer)}")


def _line(answer: Answer) -> str:
    if answer.status == "not_found":
        return wording.NOT_FOUND
    if answer.status == "clarify":
        return wording.CLARIFY
    values = "; ".join(map(_value, answer.values))
    sources = "; ".join(dict.fromkeys(citation.title for citation in answer.citations))
    return wording.ANSWER.format(values=values) if values else wording.QUOTED.format(sources=sources)


def _value(value: Value) -> str:
    return wording.VALUE.format(label=value.label, value=value.value, unit=wording.UNITS.get(value.unit, value.unit)).strip()
