"""A cause stated in passing (因财务不独立，…), anywhere in a document's text but its glossary."""

from __future__ import annotations

import re

from app.question.asked_words import covered
from app.question.text_question import TextQuestion
from app.question.topics import pairs
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.passages import Found, cite_passage, last_heading, sentences
from ingest.document import Document
from ingest.outline.headings import GLOSSARY
from retrieval.spelling.label_key import fold

PARTS = re.compile(r"[^；;]+[；;]?")
CAUSE = re.compile(r"(?<!原)(?<!起)(?<!成)因(?![公此而素果私])|由于|鉴于")
NEGATED = re.compile(r"(?:不|无)(?:需要?|用|必)|没有?|[不未无]")
LATE = re.compile(r"结转|结余|延[迟期误]|推迟|滞后|未(?:能)?(?:完成|执行|支付|结算)")  # why money is left is not why something is done
CAUSE_COVER = 0.7
FEWEST_PAIRS = 3


def find_cause(document: Document, asked: TextQuestion, topic: str) -> Found | None:
    """The one clause in the whole text that gives a cause (因…) for what is asked about, of the unit that is named."""
    wanted = frozenset(pairs(NEGATED.sub("", topic)))
    if len(wanted) < (1 if asked.choice.units else FEWEST_PAIRS):
        return None
    said = [
        (section, paragraph, part.strip())
        for section in document.sections
        if not any(GLOSSARY.search(heading) for heading in section.heading_path)
        for paragraph in section.paragraphs
        for sentence in sentences(paragraph.text)
        for part in PARTS.findall(sentence)
        if CAUSE.search(part) and covered(wanted, part) >= CAUSE_COVER and bool(NEGATED.search(asked.rest)) == bool(NEGATED.search(part))
        and (LATE.search(asked.rest) or not LATE.search(part))
        and all(fold(unit) in fold(part) for unit in asked.choice.units)
    ]
    if len({part for *_, part in said}) != 1:
        return None
    section, paragraph, part = said[0]
    text = wording.REASON.format(section=within_quotes(last_heading(section)), quotes=wording.QUOTE.format(text=part))
    return Found(document, text, (cite_passage(document, section, part, paragraph.place),))
