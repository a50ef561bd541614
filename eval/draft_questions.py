"""A starting set of questions from an adopter's own documents: figures and headings as they were read, to be checked by a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import TypeVar

from eval.gold import Expectation, GoldQuestion, GoldSource, GoldValue
from ingest.document import Document, Figure, Statement, Table
from ingest.quantity import Quantity
from retrieval.knowledge_base import KnowledgeBase

FIGURES_A_DOCUMENT, STATEMENTS_A_DOCUMENT, SECTIONS_A_DOCUMENT = 12, 6, 4
SEED = 1
LONGEST_LABEL, LONGEST_REASON, LONGEST_CLAUSE = 24, 30, 40
CHANGES, WAYS = ("增减额", "增减率"), ("增加", "减少")
ABSENT = "月球基地维护经费"
REASON = "主要原因"
# A clerk knows what is asked where the name ends in a word for money and does not begin in the middle of a sentence.
AMOUNT_NAME = re.compile(
    r"(?:支出|收入|经费|费用?|资金|款项?|补助|结转|结余|预算数?|决算数?|总额|总计|合计|余额|金额)(?:[(（][类款项][)）](?:支出)?)?$"
)
PART_OF_SENTENCE = re.compile(r"其?中|含|涉及|包括|包含|用于|关于|有关|由|剔除|扣除|比|较|为|共|并|另|以及|对|按|将")


def draft_questions(knowledge_base: KnowledgeBase) -> tuple[GoldQuestion, ...]:
    """For each document: questions for cells and for amounts of the text, for reasons that sections give, and one without an answer."""
    drafts = [draft for info in knowledge_base.documents() for draft in document_drafts(knowledge_base.document(info.id))]
    return tuple(GoldQuestion(f"own-{number:04d}", *draft) for number, draft in enumerate(without_rivals(drafts), 1))


def without_rivals(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Every question once, and none that two documents of one name answer differently."""
    answers: dict[str, set[Expectation]] = {}
    for question, _, expect, *_ in drafts:
        answers.setdefault(question, set()).add(expect)
    seen = set()
    for draft in drafts:
        if len(answers[draft[0]]) == 1 and draft[0] not in seen:
            seen.add(draft[0])
            yield draft


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
    reasons = [draft for index in range(len(document.sections)) for draft in reason_drafts(name, document, index)]
    yield from reasons[:SECTIONS_A_DOCUMENT]
    yield f"{name}的{ABSENT}是多少？", "unanswerable", Expectation("not_found"), (), ()


def some(random: Random, items: list[T], most: int) -> list[T]:
    """At most so many of the items, drawn by chance."""
    return random.sample(items, min(most, len(items)))


def is_named(document: Document, figure: Figure) -> bool:
    """Whether title, row label and column name the cell alone, its unit is known and its reading not in doubt."""
    if figure.quantity is None or figure.uncertain or not figure.row or not figure.col or len(figure.row[-1]) > LONGEST_LABEL:
        return False
    title = document.tables[figure.table].title
    if not figure.quantity.unit or not title.strip():
        return False
    rivals = [other for other in document.figures if other.col == figure.col and document.tables[other.table].title == title]
    return sum(figure.row[-1] in other.row for other in rivals) == 1


def is_stated_once(document: Document, statement: Statement) -> bool:
    """Whether the text states one amount of this name, no part of another and no change."""
    if statement.measure != "金额" or statement.base or len(statement.subject) > LONGEST_LABEL:
        return False
    if not AMOUNT_NAME.search(name_of(statement)) or PART_OF_SENTENCE.match(statement.subject):
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
    return f"{name}中，{name_of(statement)}是多少？", "lookup_text", amount(statement.quantity), (), (source,)


def name_of(statement: Statement) -> str:
    """What a statement is about, its last word not said twice."""
    subject, aspect = statement.subject, statement.aspect
    overlap = next((size for size in range(min(len(subject), len(aspect)), 0, -1) if subject.endswith(aspect[:size])), 0)
    return f"{subject}{aspect[overlap:]}"


def amount(quantity: Quantity | None) -> Expectation:
    """The expectation of one amount."""
    return Expectation("answered", (GoldValue(format(quantity.number, "f"), quantity.unit),) if quantity else ())


def reason_drafts(name: str, document: Document, index: int) -> Iterator[Draft]:
    """A question for the only reason that a section gives, by the change that it explains; its first words must be told."""
    section = document.sections[index]
    if section.text.count(REASON) != 1 or not section.heading_path:
        return
    change = next((one for one in document.statements if one.section == index and is_explained(one)), None)
    reason = first_words(section.text.split(REASON, 1)[1])
    if change is None or not reason:
        return
    source = GoldSource(document.info.file_name, section.heading_path[-1])
    question = f"{name}中，{change.subject}{change.aspect}比{change.base}{change.direction}的主要原因是什么？"
    yield question, "reason", Expectation("answered", must_include=(reason,)), (), (source,)


def is_explained(statement: Statement) -> bool:
    """Whether a statement tells of a change with its reason, and of what it is a change."""
    is_change = statement.measure in CHANGES and statement.direction in WAYS
    return is_change and REASON in statement.sentence and bool(statement.subject and statement.base)


def first_words(text: str) -> str:
    """The reason up to its end, up to a comma where it is long; empty where it is long still."""
    reason = text.lstrip("是为：:，\n ").split("。")[0].split("；")[0].strip()
    reason = reason if len(reason) <= LONGEST_REASON else reason.split("，")[0]
    return reason if len(reason) <= LONGEST_CLAUSE else ""
