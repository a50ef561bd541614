"""The key projects that the prose names one by one (重点项目一：…，主要用于…), or that it says there are none of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.answer import Answer
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, narrative, sentences
from ingest.document import Document, Paragraph, Section

ASKED = re.compile(
    r"重点项目(?:都)?(?:有|是|包括)(?:哪|什么|几|啥)|(?:哪|什么)(?:些|几个)?重点项目|重点项目[^?]{0,14}(?:叫|名字|名称)(?:是|叫)?(?:什么|啥)"
)
GOALS_ASKED = re.compile(r"重点项目(?:预算)?的?(?:绩效|年度|预算)?目标(?:都)?(?:有|是|包括|怎么|如何)?(?:哪|什么|几|啥|定|写|[?？。\s]*$)")
DENIED = re.compile(r"(?:未|没有|无)[^，。；]{0,8}重点(?:支出)?项目|重点(?:支出)?项目[^，。；]{0,8}(?:未|没有|无)")
FIRST, SECOND = re.compile(r"头一个|第一个|首个|重点项目一"), re.compile(r"第二个|重点项目二|后一个")
NAMED = re.compile(r"^重点(?:支出)?项目[一二三四五六七八九十\d]*[：:]")
NUMBERED = re.compile(r"(?<!^)(?=重点(?:支出)?项目[一二三四五六七八九十\d]*[：:])")


def answer_key_projects(asked: TextQuestion) -> Answer | None:
    """The sentences that name the key projects, or say that there are none; None where no text does."""
    is_which = bool(ASKED.search(asked.rest))
    if not is_which and not GOALS_ASKED.search(asked.rest):
        return None
    place = 0 if FIRST.search(asked.rest) else 1 if SECOND.search(asked.rest) else None
    named = [found for document in asked.documents if is_which and (found := _find(document, place))]
    return offer_founds(asked, named or [found for document in asked.documents if (found := _find_denial(document))])


def _find_denial(document: Document) -> Found | None:
    """The sentence that says there are no key projects, or none with goals, where none is named."""
    said = [
        (section, paragraph, sentence)
        for section in narrative(document) for paragraph in section.paragraphs
        for sentence in sentences(paragraph.text) if DENIED.search(sentence)
    ]  # fmt: skip
    if not said or next(_named(document), None):
        return None
    section, paragraph, quote = said[0]
    text = wording.REASON.format(section=within_quotes(last_heading(section)), quotes=wording.QUOTE.format(text=quote))
    return Found(document, text, (cite_passage(document, section, quote, paragraph.place),))


def _find(document: Document, place: int | None) -> Found | None:
    """All sentences that name key projects, or the one at a place."""
    named = list(_named(document))
    named = named if place is None else named[place : place + 1]
    if not named:
        return None
    quotes = "\n>\n".join(wording.QUOTE.format(text=text) for *_, text in named)
    text = wording.REASON.format(section=within_quotes(last_heading(named[0][0])), quotes=quotes)
    return Found(document, text, tuple(cite_passage(document, section, quote, paragraph.place) for section, paragraph, quote in named))


def _named(document: Document) -> Iterator[tuple[Section, Paragraph, str]]:
    for section in narrative(document):
        for paragraph in section.paragraphs:
            for sentence in (part for whole in sentences(paragraph.text) for part in NUMBERED.split(whole)):
                if NAMED.match(sentence):
                    yield section, paragraph, sentence
