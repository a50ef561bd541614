"""What a document says under a heading: the section itself, where the question asks how it is told (“…情况怎么说的”)."""

from __future__ import annotations

import re

from app.answer import Answer
from app.question.asked_words import covered
from app.question.text_question import TextQuestion, asks_for, asks_for_amount, topic_of
from app.question.topics import pairs
from app.telling import wording_text as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds, shorten
from app.telling.passages import Found, cite_passage, last_heading
from ingest.document import Document, Section
from ingest.outline.headings import DUTIES, GLOSSARY
from retrieval.spelling.label_key import label_key

PLAIN_ENDING = re.compile(r"(?:的?(?:等|具体|有关|相关)?(?:情况|说明|结果))+$")
HOW_MUCH = re.compile(r"怎么(?:样|安排)|如何安排|情况如何")
MONEY = re.compile(r"\d\s*(?:万|亿)?元")
HEADING_NAMED, SECTION_HELD = 0.75, 0.8
SHORTEST_NAME = 3
LONGEST_SECTION = 1_500


def answer_section(asked: TextQuestion) -> Answer | None:
    """The section whose heading the question names, quoted; None where it names none."""
    if not asks_for(asked, "section") or asks_for_amount(asked):
        return None
    wanted = frozenset(pairs(topic_of(asked, "section")))
    founds = [found for document in asked.documents if wanted and (found := _find(document, wanted, asked.rest))]
    return offer_founds(asked, founds)


def _find(document: Document, wanted: frozenset[str], rest: str) -> Found | None:
    rated = [(score, section) for section in document.sections if (score := _score(document, section, wanted))]
    best = max((score for score, _ in rated), default=0.0)
    chosen = [section for score, section in rated if score == best]
    if len(chosen) != 1:
        return None
    told = _text(document, chosen[0].heading_path)
    if HOW_MUCH.search(rest) and MONEY.search(told):
        return None  # how the money is laid out is a question for figures
    heading = plain(last_heading(chosen[0]))
    text = wording.STATEMENT.format(section=heading, text=shorten(told, LONGEST_SECTION))
    return Found(document, text, (cite_passage(document, chosen[0], told),))


def _score(document: Document, section: Section, wanted: frozenset[str]) -> float:
    """How far the question names the heading; 0 where it does not, or asks for more than the section holds."""
    heading = last_heading(section)
    name = PLAIN_ENDING.sub("", label_key(heading))
    if len(name) < SHORTEST_NAME or GLOSSARY.search(heading) or DUTIES.search(heading):
        return 0.0
    named = covered(frozenset(pairs(name)), "".join(sorted(wanted)))
    told = _text(document, section.heading_path)
    around = _text(document, section.heading_path[:-1]) if named == 1.0 else told  # a project is named in the sections beside it
    if named < HEADING_NAMED or not told or covered(wanted, " ".join(section.heading_path) + around) < SECTION_HELD:
        return 0.0
    return named + covered(wanted, heading)


def _text(document: Document, path: tuple[str, ...]) -> str:
    """The paragraphs under a heading and under those below it."""
    sections = [section for section in document.sections if path and section.heading_path[: len(path)] == path]
    return "\n> ".join(plain(paragraph.text) for section in sections for paragraph in section.paragraphs)
