"""What a document says of the body itself in passing: whom to call about it, and the plaques that it bears (挂…牌子)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.answer import Answer
from app.answerer.question_answerer import QuestionAnswerer
from app.telling.cite import document_name, plain
from app.telling.passages import cite_passage, sentences
from app.telling.wording_body import HEAD, SAID
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from retrieval.spelling.label_key import fold

PHONE_ASKED = re.compile(
    r"(?:联系|咨询|监督|举报|服务)(?:电话|方式)(?!费)|(?:打|拨)(?:打|通)?(?:哪个|什么|哪一?个|多少号?)?的?电话(?!费)|电话(?:号码)?(?:是|为)?多少(?!钱|万|元)|哪个电话"
)
PLAQUES_ASKED = re.compile(r"(?:加挂|挂)(?:着|了|有|的)*(?:哪些|哪块|哪几块|什么|几块|谁的)?(?:招?牌子?)")
PHONE = re.compile(r"(?:电\s*话|联系方式)(?:号码)?[：:]?\s*[（(]?\d[\d（）()\-－—转、,，/ ]{6,}")
PLAQUES = re.compile(r"挂[^，。；]{2,60}牌子|牌子[^，。；]{0,4}挂")
MONEY = re.compile(r"费|钱|万|预算多少|支出|花")
MOST_DOCUMENTS = 3


def answer_of_body(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The sentences that give the telephone or the plaques; None for any other question, or where no document meant has them."""
    choice = answerer.reader.choose(question, history)[0]
    text = fold(choice.rest)
    pattern = PHONE if PHONE_ASKED.search(text) and not MONEY.search(text) else PLAQUES if PLAQUES_ASKED.search(text) else None
    if pattern is None or choice.failed or not 0 < len(choice.documents) <= MOST_DOCUMENTS:
        return None
    documents = [answerer.disclosures.document(one) for one in choice.documents]
    told = [(document, found) for document in documents if (found := list(said(document, pattern)))]
    if not told:
        return None
    lines, citations = [], []
    for document, found in told:
        lines.append(HEAD.format(document=document_name(document.info)))
        for section, paragraph, sentence in found:
            citations.append(cite_passage(document, section, sentence, paragraph.place))
            lines.append(SAID.format(said=sentence, mark=len(citations)))
    return Answer("answered", "\n".join(lines), citations=tuple(citations), answered_by="quote")


def said(document: Document, pattern: re.Pattern[str]) -> Iterator[tuple[Section, Paragraph, str]]:
    """The sentences that fit, each once."""
    seen = set()
    for section in document.sections:
        for paragraph in section.paragraphs:
            for sentence in sentences(paragraph.text):
                if pattern.search(sentence) and plain(sentence) not in seen:
                    seen.add(plain(sentence))
                    yield section, paragraph, sentence
