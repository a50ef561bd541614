"""Which government item a department's economic item is booked under, or the reverse, as the table that prints both side by side tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.answer import Answer
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table, names_of
from ingest.document import Document, Figure
from retrieval.spelling.label_key import fold, label_key

ASKED = re.compile(
    r"(?:对应|对着|归(?:到|入|在)|列(?:到|入|在)|换成|属于?|相当于|是)[^,;?？。]*(?:哪|什么|啥|编码|代码)|(?:哪|什么|啥)[^,;?？。]*对应"
)
CLASSIFICATION = re.compile(r"(政府|部门)(?:的)?(?:预算)?(?:支出)?经济(?:分类|科目)")
DEPARTMENT, GOVERNMENT = re.compile(r"3\d{2}(?:\d{2})?"), re.compile(r"5\d{2}(?:\d{2})?")
SIDES = {"政府": 1, "部门": 0}
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Item:
    """An item by its code and name."""

    code: str
    name: str


def answer_equivalent(asked: TextQuestion) -> Answer | None:
    """The items on the other side, or the word that no table prints the item asked beside another; None where something else is asked."""
    question = fold(asked.rest)
    sides = {found[1] for found in CLASSIFICATION.finditer(question)}
    if not ASKED.search(question) or not sides or re.search("多少(?:钱|万|元)", question):
        return None
    spoken = ("", *(fold(one) for one in asked.earlier[-1:]))  # the item may stand in the question before
    tried = ([one for document in asked.documents if (one := _find(document, before + question, sides))] for before in spoken)
    founds = next(filter(None, tried), [])
    refused = wording.NO_EQUIVALENT.format(documents=names_of(asked.documents))
    return offer_founds(asked, founds) or Answer("not_found", refused, answered_by="quote")


def _find(document: Document, question: str, sides: set[str]) -> Found | None:
    """The pairs of one item, told from the side on which the question names it."""
    pairs = list(_pairs(document))
    for wanted in sorted(sides, key=question.rindex, reverse=True):
        there = SIDES[wanted]
        named = {pair[1 - there]: _told_at(pair[1 - there], question) for _, pair in pairs}
        best = max(named.values(), default=0)
        items = [item for item, length in named.items() if length == best and best]
        if len({item.code for item in items}) == 1:
            return _tell(document, [(figure, pair[there]) for figure, pair in pairs if pair[1 - there] == items[0]], items[0], wanted)
    return None


def _told_at(item: _Item, question: str) -> int:
    """How much of a question names an item: its code before its name."""
    if re.search(rf"(?<!\d){item.code}(?!\d)", question):
        return len(question)
    name = label_key(item.name)
    return len(name) if len(name) >= SHORTEST and name in question else 0


def _pairs(document: Document) -> Iterator[tuple[Figure, tuple[_Item, _Item]]]:
    """The rows that print an item of the department's classification and one of the government's."""
    for figure in document.figures:
        parts = [plain(part) for part in figure.row]
        if len(parts) == 4 and DEPARTMENT.fullmatch(parts[0]) and GOVERNMENT.fullmatch(parts[2]):
            yield figure, (_Item(parts[0], parts[1]), _Item(parts[2], parts[3]))


def _tell(document: Document, found: list[tuple[Figure, _Item]], item: _Item, side: str) -> Found:
    figure, table = found[0][0], document.tables[found[0][0].table]
    others = dict.fromkeys(other for _, other in found)
    items = "\n".join(wording.EQUIVALENT.format(code=other.code, name=other.name) for other in others)
    text = wording.EQUIVALENTS.format(
        table=plain(table.title), name=item.name, code=item.code, side=wording.CLASSIFICATION.format(side=side), items=items
    )
    return Found(document, text, (cite_table(document, table, "；".join(map(plain, figure.row)), figure.place),))
