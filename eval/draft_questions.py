"""A starting set of questions from an adopter's own documents: figures and headings as they were read, to be checked by a person."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import TypeVar

from eval.gold import Expectation, GoldQuestion, GoldSource, GoldValue
from ingest.document import Document, Figure, Section, Statement, Table
from ingest.quantity import Quantity
from retrieval.knowledge_base import KnowledgeBase

FIGURES_A_DOCUMENT, STATEMENTS_A_DOCUMENT, SECTIONS_A_DOCUMENT = 12, 6, 4
SEED = 1
LONGEST_LABEL, LONGEST_REASON = 24, 30
ABSENT = "月球基地维护经费"
REASON = "主要原因"


def draft_questions(knowledge_base: KnowledgeBase) -> tuple[GoldQuestion, ...]:
    """For each document: questions for cells and for amounts of the text, for reasons that sections give, and one without an answer."""
    drafts = [draft for info in knowledge_base.documents() for draft in document_drafts(knowledge_base.document(info.id))]
    return tuple(GoldQuestion(f"own-{number:04d}", *draft) for number, draft in enumerate(drafts, 1))


T = TypeVar("T")
Draft = tuple[str, str, Expectation, tuple[str, ...], tuple[GoldSource, ...]]  # question, type, expectation, history, sources


def document_drafts(document: Document) -> Iterator[Draft]:
    """The drafts of one document."""
    info = document.info
    name = f"{info.organization or info.file_name}{f'{info.year}年' if info.year else ''}{info.scope or ''}{info.kind or ''}"
    random = Random(f"{SEED}/{info.file_name}")
    named = [figure for figure in document.figures if is_named(document, figure)]
    telling = [figure for figure in named if figure.quantity and figure.quantity.number] or named
    for figure in sorted(some(random, telling, FIGURES_A_DOCUMENT), key=lambda one: (one.table, one.cell)):
        yield figure_draft(name, info.file_name, document.tables[figure.table], figure)
    stated = [statement for statement in document.statements if is_stated_once(document, statement)]
    for statement in sorted(some(random, stated, STATEMENTS_A_DOCUMENT), key=lambda one: one.section):
        yield statement_draft(name, document, statement)
    reasons = [section for section in document.sections if section.text.count(REASON) == 1 and section.heading_path]
    for section in reasons[:SECTIONS_A_DOCUMENT]:
        yield reason_draft(name, info.file_name, section)
    yield f"{name}的{ABSENT}是多少？", "unanswerable", Expectation("not_found"), (), ()


def some(random: Random, items: list[T], most: int) -> list[T]:
    """At most so many of the items, drawn by chance."""
    return random.sample(items, min(most, len(items)))


def is_named(document: Document, figure: Figure) -> bool:
    """Whether row label and column name the cell alone in its table, and its reading is not in doubt."""
    if figure.quantity is None or figure.uncertain or not figure.row or not figure.col or len(figure.row[-1]) > LONGEST_LABEL:
        return False
    rivals = [other for other in document.figures if (other.table, other.col) == (figure.table, figure.col)]
    return sum(figure.row[-1] in other.row for other in rivals) == 1


def is_stated_once(document: Document, statement: Statement) -> bool:
    """Whether the text states one amount of this name, no part of another and no change."""
    if statement.measure != "金额" or statement.base or not statement.subject or len(statement.subject) > LONGEST_LABEL:
        return False
    kin = [other for other in document.statements if other.measure == "金额" and other.subject == statement.subject]
    return len(kin) == 1 and statement.year in (None, document.info.year)


def figure_draft(name: str, file_name: str, table: Table, figure: Figure) -> Draft:
    """A question for one cell; all of its column's headers are said, for several columns may end in one word."""
    column = "的".join(f"“{part}”" for part in dict.fromkeys(figure.col))
    question = f"{name}《{table.title}》中“{figure.row[-1]}”的{column}是多少？"
    return question, "lookup_table", amount(figure.quantity), (), (GoldSource(file_name, table.title, figure.row[-1], figure.col[-1]),)


def statement_draft(name: str, document: Document, statement: Statement) -> Draft:
    """A question for one amount of the text."""
    path = document.sections[statement.section].heading_path
    source = GoldSource(document.info.file_name, path[-1] if path else "")
    return f"{name}中，{statement.subject}{statement.aspect}是多少？", "lookup_text", amount(statement.quantity), (), (source,)


def amount(quantity: Quantity | None) -> Expectation:
    """The expectation of one amount."""
    return Expectation("answered", (GoldValue(format(quantity.number, "f"), quantity.unit),) if quantity else ())


def reason_draft(name: str, file_name: str, section: Section) -> Draft:
    """A question for the only reason that a section gives; its first words must be told, up to a comma where they are many."""
    heading = section.heading_path[-1]
    reason = section.text.split(REASON, 1)[1].lstrip("是为：:，\n").split("。")[0].split("；")[0]
    reason = reason if len(reason) <= LONGEST_REASON else reason.split("，")[0][:LONGEST_REASON]
    source = GoldSource(file_name, heading)
    return f"{name}“{heading}”里写的主要原因是什么？", "reason", Expectation("answered", must_include=(reason,)), (), (source,)
