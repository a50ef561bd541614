"""Which cars were bought, and for how much, as the text on the three public funds tells it."""

from __future__ import annotations

from collections.abc import Iterator

from app.answer import Answer
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, narrative, sentences
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from retrieval.spelling.label_key import fold

ASKED = re.compile(
    r"(?:新)?(?:买|购|购置|购买|添|添置|更新|配)(?:进|来|入|置)?(?:了|的|过)?(?:新)?(?:公务用?|公家)?(?:车)?(?:是)?(?:个)?(?:什么|啥|哪种|哪类|哪些|哪几)(?:样的?|种|类|辆)?的?(?:公务用|公|新)?车"
)
TOLD = re.compile(r"(?:购置|购买|更新|新购|新增|购入|采购)[^。；，]{0,20}车|公务用车[^。；，]{0,4}(?:购置|更新)[^。；，]{0,8}辆")
SECTION = re.compile(r"三公|公务用车")
PIECE = re.compile(r"[^。；]+[。；]?")
NUMBER = re.compile(r"\d")
ONLY_FEE = re.compile(r"^[^，]*购置(?:费|及运行)[^，]*$")  # an amount, and no car


def answer_bought_cars(asked: TextQuestion) -> Answer | None:
    """The piece of a sentence that tells of them; None where nothing of that is asked or told, or in two ways."""
    if not ASKED.search(fold(asked.rest)):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document))])


def _find(document: Document) -> Found | None:
    told = list(_pieces(document))
    if len({piece for *_, piece in told}) != 1:
        return None
    section, paragraph, piece = told[0]
    text = wording.STATEMENT.format(section=within_quotes(last_heading(section)), text=piece)
    return Found(document, text, (cite_passage(document, section, piece, paragraph.place),))


def _pieces(document: Document) -> Iterator[tuple[Section, Paragraph, str]]:
    """The pieces between semicolons that name what was bought."""
    for section in narrative(document):
        for paragraph in section.paragraphs:
            if not SECTION.search(f"{last_heading(section)}{paragraph.text}"):
                continue
            for sentence in sentences(paragraph.text):
                for piece in PIECE.findall(sentence):
                    if TOLD.search(piece) and NUMBER.search(piece) and not ONLY_FEE.search(piece):
                        yield section, paragraph, piece.strip()
