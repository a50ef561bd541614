"""What a form tells in the prose of a cell (年度总体目标, 实际完成情况): quoted where its sentence holds nearly all that was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.answer import Answer
from app.question.asked_words import ASKS_WORDS, DONE_ASKED, MONEY_ASKED, asked_measures, asked_pairs, counts, covered
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table, sentences
from ingest.document import Document, Figure
from retrieval.spelling.label_key import fold, label_key

FIGURE_ASKED = re.compile(r"指标|目标|得分|分值|预算数|决算数")
AIMED_COLUMN = re.compile(r"(?:预期|预定|设定的?)(?:绩效)?目标")
EXPLAINING_COLUMN = re.compile(r"说明|措施|解释|原因")
SHORTEST_PROSE = 30
FEWEST_PAIRS = 5
LONG_LABEL = 5
ENOUGH = 0.85


@dataclass(frozen=True, slots=True)
class _Sentence:
    figure: Figure
    text: str


def answer_cell(asked: TextQuestion) -> Answer | None:
    """The sentence of a form's cell that tells what was asked; None where none surely does or a row of figures is asked for."""
    measures, wanted = asked_measures(asked.rest), asked_pairs(asked.rest)
    if FIGURE_ASKED.search(asked.rest) or MONEY_ASKED.search(asked.rest) or not (measures or ASKS_WORDS.search(asked.rest)):
        return None
    if len(wanted) < FEWEST_PAIRS:
        return None
    founds = [found for document in asked.documents if (found := _find(document, wanted, measures, fold(asked.rest)))]
    return offer_founds(asked, founds)


def _find(document: Document, wanted: frozenset[str], measures: tuple[str, ...], question: str) -> Found | None:
    fitting = {
        sentence.text: sentence
        for sentence in _prose(document)
        if not (DONE_ASKED.search(question) and AIMED_COLUMN.search(label_key((*sentence.figure.row, *sentence.figure.col)[-1])))
        and covered(wanted, sentence.text) >= ENOUGH
        and all(counts(sentence.text, measure) for measure in measures)
    }
    if len(fitting) != 1 or _has_row(document, question):
        return None
    (sentence,) = fitting.values()
    table = document.tables[sentence.figure.table]
    column = plain((*sentence.figure.row, *sentence.figure.col)[-1])
    text = wording.CELL.format(table=plain(table.title), project=plain(table.context or ""), column=column, text=sentence.text)
    return Found(document, text.replace("（）", ""), (cite_table(document, table, sentence.text, sentence.figure.place),))


def _prose(document: Document) -> Iterator[_Sentence]:
    for figure in document.figures:
        if len(figure.value) >= SHORTEST_PROSE and not (figure.col and EXPLAINING_COLUMN.search(figure.col[-1])):
            for text in sentences(figure.value):
                yield _Sentence(figure, text)


def _has_row(document: Document, question: str) -> bool:
    """Whether the question names a row with a figure in a form: that figure answers it."""
    labels = {label_key(figure.row[-1]) for figure in document.figures if figure.row and len(figure.value) < SHORTEST_PROSE}
    return any(len(label) >= LONG_LABEL and label in question for label in labels)
