"""Lines on how a question was understood: what was corrected, what was taken over from the questions before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.wording import CORRECTED, INHERITED, SLOTS
from retrieval.query import DocumentChoice


def noted(answer: Answer, choice: DocumentChoice, corrections: tuple[tuple[str, str], ...]) -> Answer:
    """The answer with a line on what was corrected."""
    return with_corrections(answer, [good for asked, good in (*choice.corrections, *corrections) if asked != good])


def with_inherited(answer: Answer, choice: DocumentChoice) -> Answer:
    """The answer with a line on what was taken over from earlier questions."""
    slots = "、".join(SLOTS[slot] for slot in choice.inherited if slot in SLOTS)
    is_told = bool(slots) and answer.status == "answered"
    return replace(answer, text=f"{answer.text}\n{INHERITED.format(slots=slots)}") if is_told else answer


def with_corrections(answer: Answer, understood: Sequence[str]) -> Answer:
    """The answer with a line for each word that was not read as it was typed."""
    lines = [CORRECTED.format(understood=good) for good in dict.fromkeys(understood)]
    return replace(answer, text="\n".join([answer.text, *lines])) if lines and answer.status == "answered" else answer
