"""Indicators asked for by what they say, several in one question: each row as its form prints it, and which is more where that is asked."""

from __future__ import annotations

from app.answer import Answer
from app.forms.tell_rows import Line, join_lines, tell_row
from app.question.text_question import TextQuestion
from app.targets.find_asked_indicators import AskedIndicators, find_asked_indicators
from app.telling import wording_forms as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest.document import Document

TOLD = ("target", "actual")


def answer_asked_indicators(asked: TextQuestion) -> Answer | None:
    """The rows that the question means, every one that it asks for; None where one of them is not clear."""
    if asked.choice.units:
        return None
    founds = [(one, meant) for one in asked.documents if (meant := find_asked_indicators(asked.rest, one))]
    bodies = {(one.info.organization, one.info.year) for one, _ in founds}
    return offer_founds(asked, [_tell(one, meant) for one, meant in founds]) if len(bodies) == 1 or asked.choice.is_each else None


def _tell(document: Document, meant: AskedIndicators) -> Found:
    lines = [tell_row(row, TOLD, wording.ROW) for row in {id(row): row for row in meant.rows}.values()]
    if meant.is_compared:
        lines.append(_compared(meant))
    return join_lines(document, lines)


def _compared(meant: AskedIndicators) -> Line:
    """Which of two rows aims at more."""
    first, second = meant.rows
    one, other = first.quantity("target"), second.quantity("target")
    if one is None or other is None or one.number == other.number:
        return Line(wording.TARGETS_ALIKE)
    more = first if one.number > other.number else second
    return Line(wording.MORE_AIMED_AT.format(name=plain(more.name), value=more.shown("target")))
