"""The parts that a document consists of: its outermost headings."""

from __future__ import annotations

from app.answer import Answer
from app.question.text_question import TextQuestion, asks_for, topic_of
from app.telling import wording_text as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage
from ingest.document import Document

FEWEST_PARTS = 2


def answer_outline(asked: TextQuestion) -> Answer | None:
    """The document's parts in their order; None where the parts of something else are asked for."""
    if not asks_for(asked, "outline") or topic_of(asked, "outline"):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document))])


def _find(document: Document) -> Found | None:
    firsts = {section.heading_path[0]: section for section in reversed(document.sections) if section.heading_path}
    parts = sorted(firsts.values(), key=document.sections.index)
    if len(parts) < FEWEST_PARTS:
        return None
    names = [plain(part.heading_path[0]) for part in parts]
    items = "\n".join(wording.GOAL_ITEM.format(name=name) for name in names)
    citations = tuple(cite_passage(document, part, name) for part, name in zip(parts, names, strict=True))
    return Found(document, wording.OUTLINE.format(count=len(names), items=items), citations)
