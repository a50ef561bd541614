"""What self-evaluation found wanting and what is to be done about it, as the narrative says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answer import Answer
from app.question.text_question import TextQuestion, asks_for, asks_for_amount, topic_of
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, sentences
from ingest.document import Document, Place, Section
from ingest.outline.headings import DUTIES, GLOSSARY
from retrieval.spelling.label_key import fold

SAID = {
    "problems": re.compile(r"(?:存在|发现)(?:的|了)?(?:一些|主要|以下)?(?:问题|不足)|问题及原因|但(?:个别|部分|仍|还|也)"),
    "measures": re.compile(r"下一步|今后将|改进(?:的)?(?:措施|意见)|整改"),
    "applied": re.compile(r"结果(?:应用|作为|运用|与)"),
}
FAULTS_ASKED = re.compile(r"(?:问题|毛病|不足|短板)[^?]*[,;]|[什哪啥][^,;?]{0,4}(?:问题|毛病|不足|短板)")
TALK = re.compile(r"[,;?!。]")
HEADED = re.compile(r"^[^。：]{2,20}(?:应用|措施|问题)(?:情况)?。$")
MOST_TOLD = 3


def answer_remarks(asked: TextQuestion) -> Answer | None:
    """The sentences on problems, on measures or on what results are used for; None where the text has none or they are not asked for."""
    kind = next((name for name in ("applied", "measures", "problems") if asks_for(asked, name)), None)
    if kind is None or asks_for_amount(asked):
        return None
    is_both = kind == "measures" and bool(FAULTS_ASKED.search(asked.rest))
    said = re.compile(f"{SAID['problems'].pattern}|{SAID[kind].pattern}") if is_both else SAID[kind]
    founds = [found for document in asked.documents if (found := _find(document, said, TALK.sub("", fold(topic_of(asked, kind)))))]
    return offer_founds(asked, founds)


def _find(document: Document, said: re.Pattern[str], topic: str) -> Found | None:
    """The sentences of the first paragraph that says so, of a project where the question names one, else of the section headed so."""
    sections = [one for one in document.sections if not any(GLOSSARY.search(head) or DUTIES.search(head) for head in one.heading_path)]
    for section in sections:
        for paragraph in section.paragraphs:
            told = [sentence for sentence in sentences(paragraph.text) if said.search(sentence) and not HEADED.match(sentence)]
            if told and topic in fold("".join(section.heading_path) + paragraph.text):
                first = sentences(paragraph.text)[0]
                opening = first if topic in fold(first) and topic not in fold("".join(told)) else ""
                return _quoted(document, section, told, paragraph.place, opening)
    for section in sections:
        told = [sentence for paragraph in section.paragraphs for sentence in sentences(paragraph.text)]
        if told and section.heading_path and said.search(last_heading(section)) and topic in fold("".join((*section.heading_path, *told))):
            return _quoted(document, section, told, section.paragraphs[0].place)
    return None


def _quoted(document: Document, section: Section, told: Sequence[str], place: Place, opening: str = "") -> Found:
    """The first of the sentences under their heading, after the one that names what they speak of."""
    quote = "".join(told[:MOST_TOLD])
    text = wording.SHORTENED_QUOTE.format(opening=opening, clause=quote) if opening and opening not in quote else quote
    shown = wording.STATEMENT.format(section=within_quotes(last_heading(section)), text=text)
    return Found(document, shown, (cite_passage(document, section, quote, place),))
