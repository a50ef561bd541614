"""Lines on how a question was understood: what was corrected, what was taken over from the questions before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.telling.wording import CORRECTED, FEWER_YEARS, INHERITED, SLOTS
from ingest.document import DocumentInfo
from retrieval.query import DocumentChoice
from retrieval.spelling.read_year import ALL_LOADED, read_year


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


def with_missing_years(answer: Answer, question: str, infos: Sequence[DocumentInfo]) -> Answer:
    """The answer with a line on how many of “the last five years” no loaded document is of."""
    latest = read_year(question).latest
    cited = {citation.document_id for citation in answer.citations}
    years = sorted({info.year for info in infos if info.id in cited and info.year})
    if answer.status != "answered" or not answer.values or latest is None or latest == ALL_LOADED or not 0 < len(years) < latest:
        return answer
    return replace(answer, text=f"{answer.text}\n{FEWER_YEARS.format(years='、'.join(map(str, years)), count=latest - len(years))}")
