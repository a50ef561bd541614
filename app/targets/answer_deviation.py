"""Why an indicator missed its target or lost points, as the column of reasons in a self-evaluation form tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.answer import Answer
from app.question.text_question import TextQuestion, asks_for
from app.question.topics import pairs
from app.telling import wording_text as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest.document import Document, Figure
from retrieval.spelling.label_key import fold, label_key

REASON_COLUMN = re.compile(r"(?:偏差|未完成|扣分|差异)原因|原因分析")
REASON_ASKED = re.compile(r"偏差原因|未完成原因|扣分原因|改进措施")
SCORE_COLUMN = re.compile(r"^(?:分值|得分|权重)$")
NOTHING = re.compile(r"^[\s无—\-/]*$")
SHORTEST_LABEL = 3
ENOUGH_NAMED = 0.5


def answer_deviation(asked: TextQuestion) -> Answer | None:
    """The row of the indicator whose reason is asked for; None where no single form gives one."""
    if not (asks_for(asked, "reason") or REASON_ASKED.search(asked.rest)):
        return None
    founds = [found for document in asked.documents if (found := _find(document, fold(asked.rest)))]
    return offer_founds(asked, founds)


def _find(document: Document, question: str) -> Found | None:
    """The reason in the one form that the question can mean: where several evaluate the indicator, the project must be named."""
    labels = {label for figure in document.figures if figure.row and len(label := label_key(figure.row[-1])) >= SHORTEST_LABEL}
    asked = max((label for label in labels if label in question), key=len, default="")
    rows = [figure for figure in document.figures if figure.row and label_key(figure.row[-1]) == asked]
    forms = {figure.table for figure in rows}
    shares = {table: _share_named(document.tables[table].context, question) for table in forms}
    tables = {table for table in forms if shares[table] >= ENOUGH_NAMED and shares[table] == max(shares.values())} or forms
    reasons = [figure for figure in rows if figure.table in tables and _is_reason(figure)]
    if len(tables) != 1 or len(reasons) != 1:
        return None
    return _tell(document, reasons[0], list(_row(rows, reasons[0])))


def _share_named(context: str | None, question: str) -> float:
    """How much of the project's name the question says, 0 to 1."""
    name = pairs(context or "")
    return len(name & pairs(question)) / len(name) if name else 0.0


def _is_reason(figure: Figure) -> bool:
    return bool(figure.col and REASON_COLUMN.search(figure.col[-1])) and not NOTHING.match(figure.value)


def _row(rows: Sequence[Figure], reason: Figure) -> Iterator[Figure]:
    """The cells of the reason's own row."""
    return (figure for figure in rows if figure.table == reason.table and figure.row == reason.row and figure.cell[0] == reason.cell[0])


def _tell(document: Document, reason: Figure, row: Sequence[Figure]) -> Found:
    table = document.tables[reason.table]
    cells = "；".join(f"{plain(figure.col[-1])}：{_shown(figure)}" for figure in row if figure.col)
    text = wording.DEVIATION.format(table=plain(table.title), project=plain(table.context or ""), label=plain(reason.row[-1]), cells=cells)
    return Found(document, text.replace("（）", ""), (cite_table(document, table, cells, reason.place),))


def _shown(figure: Figure) -> str:
    is_bare_score = bool(SCORE_COLUMN.match(label_key(figure.col[-1]))) and figure.quantity is not None and not figure.quantity.unit
    return plain(figure.value) + wording.POINTS * is_bare_score
