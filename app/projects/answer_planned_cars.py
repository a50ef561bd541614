"""How many cars a budget plans to buy, as the sentence that says so, or that none are bought, tells."""

from __future__ import annotations

from app.answer import Answer
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, narrative, sentences
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import load_vocabulary

PLAN = r"(?:计划|打算|拟|准备|预算|安排|预计|要|将)"
ASKED = re.compile(
    rf"(?:年初|今年|当年|本年度?|年度?)?{PLAN}+(?:新)?(?:购置|购买|采购|买|添置|购)(?:多少|几)辆(?:公务用?|公|新)?(?:车辆?|汽车)?"
)
TOLD = re.compile(
    r"(?:计划|拟)?安排(?:资金)?(?:新增)?(?:购置|购买|采购)[^，。；、\d]{0,14}?(?:车辆?|用车|汽车)(?:\d+辆)?(?=[，。；、]|$)"
)


def answer_planned_cars(asked: TextQuestion) -> Answer | None:
    """That sentence; None where a word of the question is not accounted for, or several sentences tell it."""
    text = fold(asked.rest)
    left = re.sub(r"[\W_]+", "", ASKED.sub("", text, count=1))
    if not ASKED.search(text) or asked.choice.units or not is_talk(left, load_vocabulary().talk):
        return None
    return offer_founds(asked, [found for document in asked.documents if document.info.kind == "预算" and (found := _find(document))])


def _find(document: Document) -> Found | None:
    told = [
        (section, paragraph, sentence)
        for section in narrative(document) for paragraph in section.paragraphs for sentence in sentences(paragraph.text)
        if TOLD.search(sentence)
    ]  # fmt: skip
    if len(told) != 1:
        return None
    section, paragraph, sentence = told[0]
    text = wording.STATEMENT.format(section=within_quotes(last_heading(section)), text=sentence)
    return Found(document, text, (cite_passage(document, section, sentence, paragraph.place),))
