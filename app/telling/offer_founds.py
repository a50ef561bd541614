"""What several documents say becomes one answer: the only one, all that agree, each labelled, or asking which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answer import Answer, Choice
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import document_name
from app.telling.passages import LONGEST_TEXT, Found
from ingest.document import DocumentInfo
from retrieval.spelling.label_key import fold

LEADING = re.compile(r"^[\s的里中,、]*(?:局(?=\S))?(?:年度?(?=\S))?的?")
HOW_MANY = re.compile(r"多少|几(?:个|项|家|人|名|辆|台|件)")
MOST_CITATIONS = 100
MOST_CHOICES = 12
MOST_TOLD = 4


def offer_founds(asked: TextQuestion, founds: Sequence[Found]) -> Answer | None:
    """One answer from what each document says; None where none says anything."""
    if not founds:
        return None
    if asked.choice.is_each and HOW_MANY.search(asked.rest) and len(founds) < len(asked.choice.documents):
        return None  # of each is asked how much: one without an amount leaves the question open
    first, others = founds[0], founds[1:]
    if all(fold(other.text) == fold(first.text) for other in others):
        return _agreeing(first, others)
    if asked.choice.is_each or _is_one_body(founds):
        different = {(found.document.info.organization, fold(found.text)): found for found in reversed(founds)}
        return _labelled([found for found in founds if found in different.values()])
    choices = tuple(Choice(document_name(found.document.info), ask_again(asked, found.document.info)) for found in founds[:MOST_CHOICES])
    return Answer("clarify", wording.WHICH_DOCUMENT.format(count=len(founds)), choices=choices, answered_by="quote")


def _is_one_body(founds: Sequence[Found]) -> bool:
    """Whether a few documents of one body answer: all of them are told, as figures are."""
    return len({found.document.info.organization for found in founds}) == 1 and len(founds) <= MOST_TOLD


def ask_again(asked: TextQuestion, info: DocumentInfo) -> str:
    """The whole question for one document."""
    return wording.CHOICE_QUESTION.format(document=document_name(info), rest=LEADING.sub("", re.sub(r"\s+", " ", asked.rest)).strip())


def shorten(text: str, most: int = LONGEST_TEXT) -> str:
    """The text, cut after a line where it is too long, with a word that says so."""
    if len(text) <= most:
        return text
    return text[:most].rpartition("\n")[0] + "\n" + wording.CUT_SHORT if "\n" in text[:most] else text[:most] + wording.CUT_SHORT


def _agreeing(first: Found, others: Sequence[Found]) -> Answer:
    text = wording.LABELLED.format(document=document_name(first.document.info), text=first.text)
    if others:
        names = "、".join(document_name(other.document.info) for other in others[:5])
        text += "\n\n" + wording.ALL_AGREE.format(count=len(others), names=names)
    citations = first.citations + tuple(citation for other in others for citation in other.citations[:1])
    return Answer("answered", shorten(text), first.values, first.calculation, citations=citations[:MOST_CITATIONS], answered_by="quote")


def _labelled(founds: Sequence[Found]) -> Answer:
    share = max(LONGEST_TEXT // len(founds) - 80, 200)
    named = [(document_name(found.document.info), shorten(found.text, share)) for found in founds]
    parts = [wording.LABELLED.format(document=name, text=text) for name, text in named]
    citations = tuple(citation for found in founds for citation in found.citations[:3])
    values = tuple(value for found in founds for value in found.values)
    formulas = "；".join(found.calculation for found in founds if found.calculation)
    text = shorten("\n\n".join(parts))
    return Answer("answered", text, values, formulas or None, citations=citations[:MOST_CITATIONS], answered_by="quote")
