"""Whether a budget or final account is of the body's own level or sums up others (本级决算、汇总决算), as the text states it."""

from __future__ import annotations

from app.answer import Answer
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, sentences
from ingest import late_re as re
from ingest.document import Document
from ingest.outline.headings import GLOSSARY
from retrieval.spelling.label_key import fold

ASKED = re.compile(
    r"(?:本级|汇总)(?:的)?(?:预算|决算)?(?:的)?,?还是(?:汇总|本级|部门|单位)"
    r"|(?:预算|决算)(?:数据)?(?:是不是|是否|属不属于|是|为|属于)(?:包含|含)?(?:本级|汇总)的?(?:预算|决算)?(?:吗|么|[?？。\s]*$)"
)
STATED = re.compile(
    r"(?:预算|决算)(?:为|是|属于?)(?:本级|汇总)"
    r"|(?:预算|决算)[^，。；]{0,4}(?:包括|由)[^。；]{0,40}本级(?:预算|决算)|汇总(?:预算|决算)"
)


def answer_own_or_summed(asked: TextQuestion) -> Answer | None:
    """The sentence that says which it is; None where this is not asked or no document says so."""
    if not ASKED.search(fold(asked.rest)):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document))])


def _find(document: Document) -> Found | None:
    """The first sentence of the text that says which it is."""
    said = (
        (section, paragraph, sentence)
        for section in document.sections if not any(map(GLOSSARY.search, section.heading_path))
        for paragraph in section.paragraphs
        for sentence in sentences(paragraph.text) if STATED.search(fold(sentence))
    )  # fmt: skip
    first = next(said, None)
    if first is None:
        return None
    section, paragraph, quote = first
    text = wording.REASON.format(section=within_quotes(last_heading(section)), quotes=wording.QUOTE.format(text=quote))
    return Found(document, text, (cite_passage(document, section, quote, paragraph.place),))
