"""What a column of words says (归口处室, 项目类型): the cells of the rows asked for."""

from __future__ import annotations

import re

from app.answer import Answer
from app.question.asked_words import covered
from app.question.text_question import TextQuestion, asks_for
from app.question.topics import pairs
from app.telling import wording_text as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest.document import Document, Figure
from retrieval.clauses.read_balance import asks_balance
from retrieval.spelling.label_key import fold, label_key

ASKED = re.compile(r"哪|什么|谁|是否|吗|啥")
NOT_TOLD = re.compile(r"指标|目标|内容|说明|措施|原因|解释|名称|科目|单位|备注")
WORD = re.compile(r"[^\W\d_]")
SHORTEST_HEADER = 4
LONGEST_CELL = 30
ROW_NAMED = 0.7
MOST_ROWS = 12


def answer_column(asked: TextQuestion) -> Answer | None:
    """The words in the column whose header is asked for; None where no such column is, or a sum is held against another amount."""
    if not ASKED.search(asked.rest) or asks_for(asked, "reason") or asks_balance(asked.rest):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, fold(asked.rest)))])


def _find(document: Document, question: str) -> Found | None:
    columns: dict[tuple[int, str], list[Figure]] = {}
    for figure in document.figures:
        header = label_key(figure.col[-1]) if figure.col else ""
        if figure.row and len(header) >= SHORTEST_HEADER and header in question and not NOT_TOLD.search(header):
            columns.setdefault((figure.table, header), []).append(figure)
    told = {place: figures for place, figures in columns.items() if all(map(_is_words, figures))}
    longest = max((len(header) for _, header in told), default=0)
    told = {place: figures for place, figures in told.items() if len(place[1]) == longest}
    if len(told) != 1:
        return None
    ((_, header), figures) = told.popitem()
    asked_of = frozenset(pairs(question.replace(header, " ")))
    named = [figure for figure in figures if covered(frozenset(pairs(label_key(figure.row[-1]))), " ".join(asked_of)) >= ROW_NAMED]
    return _tell(document, named or figures)


def _is_words(figure: Figure) -> bool:
    is_text = bool(WORD.search(figure.value)) and not re.search(r"\d", figure.value)
    return figure.quantity is None and is_text and len(figure.value) <= LONGEST_CELL


def _tell(document: Document, figures: list[Figure]) -> Found:
    table = document.tables[figures[0].table]
    lines = [wording.GOAL_ITEM_DETAIL.format(name=plain(figure.row[-1]), detail=plain(figure.value)) for figure in figures[:MOST_ROWS]]
    text = wording.COLUMN.format(table=plain(table.title), header=plain(figures[0].col[-1]), items="\n".join(lines))
    return Found(document, text, tuple(cite_table(document, table, figure.value, figure.place) for figure in figures[:MOST_ROWS]))
