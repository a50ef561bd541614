"""What an income is (“其他收入是什么钱”, “事业收入哪里来的”), as the sentence on it tells behind its amount or its name."""

from __future__ import annotations

from collections.abc import Iterator

from app.answer import Answer
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import plain, within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, narrative
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from retrieval.spelling.label_key import fold

WHAT = (
    r"(?:都|主要|具体|又|这|那)*(?:(?:是|指)?(?:些)?(?:什么|啥|哪些|哪笔|哪种)(?:钱|收入|资金)(?:来着)?"
    r"|是?(?:从|打)?哪(?:里|儿|块)?(?:来|收)的?(?:钱)?|是?怎么(?:来|收)的)"
)
NAME = re.compile(r"[一-鿿]{2,8}(?:收入|结余|结转)")
ASKED = re.compile(rf"[“”\"]?(?P<name>[一-鿿]{{0,10}}(?:收入|结余|结转))[“”\"]?(?:里)?的?(?:这|那)?(?:[\d.,]+[万亿]?元?)?的?{WHAT}")
BEFORE = re.compile(r".*(?:的|年(?![初末]))")
ALONE = re.compile(rf"{WHAT}呢?[?]?")
OF_ALL = re.compile(r"(?:总|本年|全部|部门|财政拨款|一般公共预算)*收入")  # made of others: another question
TOLD = (
    r"[“”\"]?(?:决算|预算)?(?:（[^（）]*）)?(?:[\d.,]+\s*[万亿]?元)?(?:[，,]占[^，。；]{0,12}[\d.]+%)?"
    r"[，,]?(?:主要|全部|均|都)?(?:为|是|系|来自)(?![\d指无])[^；。]{3,}"
)


def answer_income_source(asked: TextQuestion) -> Answer | None:
    """The clause that says what the income is; None where nothing of that is asked or a document tells it in two ways."""
    name = _named(asked)
    if not name or OF_ALL.fullmatch(name):
        return None
    return offer_founds(asked, [told for document in asked.documents if (told := _find(document, name))])


def _named(asked: TextQuestion) -> str:
    """The income that is asked about, by the question or, where it names nothing, by the one before; empty where none is."""
    text = re.sub(r"[\s~]", "", fold(asked.rest))
    if found := ASKED.search(text):
        return BEFORE.sub("", found["name"])
    named = [one[0] for one in map(NAME.search, map(fold, reversed(asked.earlier))) if one] if ALONE.fullmatch(text) else []
    return BEFORE.sub("", named[0]) if named else ""


def _find(document: Document, name: str) -> Found | None:
    told = list(_clauses(document, name))
    if len({clause for *_, clause in told}) != 1:
        return None
    section, paragraph, clause = told[0]
    text = wording.REASON.format(section=within_quotes(last_heading(section)), quotes=wording.QUOTE.format(text=f"{clause}。"))
    return Found(document, text, (cite_passage(document, section, clause, paragraph.place),))


def _clauses(document: Document, name: str) -> Iterator[tuple[Section, Paragraph, str]]:
    """Every clause of the narrative that begins with the name and says what it is."""
    clause = re.compile(re.escape(name) + TOLD)
    for section in narrative(document):
        for paragraph in section.paragraphs:
            yield from ((section, paragraph, found[0].strip()) for found in clause.finditer(plain(paragraph.text)))
