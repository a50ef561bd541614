"""A starting set of questions from an adopter's own documents: figures and headings as they were read, to be checked by a person."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from eval.gold import Expectation, GoldQuestion, GoldSource, GoldValue
from eval.judge_answer import squeeze
from ingest.document import Document, Figure, Table
from ingest.quantity import Quantity
from retrieval.knowledge_base import KnowledgeBase

FIGURES_A_DOCUMENT, SECTIONS_A_DOCUMENT = 12, 4
SEED = 1
LONGEST_LABEL = 24
ABSENT = "月球基地维护经费"


def draft_questions(knowledge_base: KnowledgeBase) -> tuple[GoldQuestion, ...]:
    """For each document: questions for cells that one label names, for the reasons that sections give, and one without an answer."""
    drafts = [draft for info in knowledge_base.documents() for draft in document_drafts(knowledge_base.document(info.id))]
    return tuple(GoldQuestion(f"own-{number:04d}", *draft) for number, draft in enumerate(drafts, 1))


Draft = tuple[str, str, Expectation, tuple[str, ...], tuple[GoldSource, ...]]  # question, type, expectation, history, sources


def document_drafts(document: Document) -> Iterator[Draft]:
    """The drafts of one document."""
    info = document.info
    name = f"{info.organization or info.file_name}{f'{info.year}年' if info.year else ''}{info.scope or ''}{info.kind or ''}"
    random = Random(f"{SEED}/{info.file_name}")
    named = [
        (table, figure)
        for table in document.tables
        for figure in document.figures
        if figure.table == table.index and is_named(document, figure)
    ]
    for table, figure in sorted(random.sample(named, min(FIGURES_A_DOCUMENT, len(named))), key=lambda pair: pair[0].index):
        yield figure_draft(name, info.file_name, table, figure)
    headings = [section for section in document.sections if "主要原因" in section.text and section.heading_path]
    for section in headings[:SECTIONS_A_DOCUMENT]:
        reason = squeeze(section.text.split("主要原因", 1)[1].split("。")[0].lstrip("是：:"))[:20]
        question = f"{name}“{section.heading_path[-1]}”里写的主要原因是什么？"
        source = GoldSource(info.file_name, section.heading_path[-1])
        yield question, "reason", Expectation("answered", must_include=(reason,)), (), (source,)
    yield f"{name}的{ABSENT}是多少？", "unanswerable", Expectation("not_found"), (), ()


def is_named(document: Document, figure: Figure) -> bool:
    """Whether row label and column name the cell alone in its table, and its reading is not in doubt."""
    if figure.quantity is None or figure.uncertain or not figure.row or not figure.col or len(figure.row[-1]) > LONGEST_LABEL:
        return False
    name = figure.row[-1], figure.col
    return (
        sum((other.row[-1:] or ("",))[0] == name[0] and other.col == name[1] for other in document.figures if other.table == figure.table)
        == 1
    )


def figure_draft(name: str, file_name: str, table: Table, figure: Figure) -> Draft:
    """A question for one cell."""
    quantity: Quantity = figure.quantity  # type: ignore[assignment]  # is_named has seen to it
    question = f"{name}《{table.title}》中“{figure.row[-1]}”的“{figure.col[-1]}”是多少？"
    expect = Expectation("answered", (GoldValue(format(quantity.number, "f"), quantity.unit),))
    return question, "lookup_table", expect, (), (GoldSource(file_name, table.title, figure.row[-1], figure.col[-1]),)
