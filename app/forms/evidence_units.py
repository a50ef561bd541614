"""All that can be quoted of a document: its sentences, the rows and the words of its tables of goals, projects and purchases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from app.answer import Citation, Value
from app.forms.form_rows import read_rows, role_named
from app.forms.tell_rows import tell_row
from app.telling.cite import plain, within_quotes
from app.telling.passages import cite_passage, cite_table, last_heading, sentences
from app.telling.wording_forms import OWNED_TABLE_ROW, ROW
from app.telling.wording_text import GOAL_ITEM, INDICATOR, INDICATORS, STATEMENT
from ingest.document import Document, Figure, Place, Section, Table
from ingest.outline.headings import GLOSSARY, read_numbering
from retrieval.spelling.label_key import fold

FORMS = re.compile(r"绩效|目标|自评|评价|项目|采购")
GOALS = re.compile(r"绩效|目标|自评|评价")
INDICATOR_WORDS = "三级指标；指标"
LONG_WORDS, LONGEST_CELL, LONGEST_ITEM = 12, 240, 40
COVER = "封"  # the lines of a title page: they count among a document's words and are never quoted
UNTOLD = ("sign", "unit")


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that can be quoted: the words that it says itself, those around it, how it is told and cited.

    `kind` is 封 (a line of the title page), 句 (a sentence), 段 (a short paragraph of several), 格 (the words of a cell), 行 (a row of a
    form) or 组 (the names of the rows under one heading).
    """

    kind: str
    own: str
    around: str
    text: str
    citations: tuple[Citation, ...]
    values: tuple[Value, ...] = ()


def read_units(document: Document) -> tuple[Unit, ...]:
    """Everything of a document that can be quoted, in reading order."""
    return (*_sentences(document), *_rows(document), *_cells(document), *_groups(document))


def _sentences(document: Document) -> Iterator[Unit]:
    for section in document.sections:
        if any(map(GLOSSARY.search, section.heading_path)):
            continue  # what a word means tells nothing of this department
        for index, paragraph in enumerate(section.paragraphs):
            said, kind = sentences(paragraph.text), COVER if not section.heading_path and "。" not in paragraph.text else "句"
            for place, sentence in enumerate(said):
                around = "；".join((*section.heading_path[-2:], *said[max(0, place - 1) : place]))
                whole = sentence + _listed(section, index) if place == len(said) - 1 else sentence
                yield _prose(document, section, kind, whole, around, paragraph.place)
            if len(said) > 1 and len(paragraph.text) <= LONGEST_CELL:
                yield _prose(document, section, "段", "".join(said), "；".join(section.heading_path[-2:]), paragraph.place)


def _listed(section: Section, index: int) -> str:
    """The short numbered paragraphs that a paragraph which ends in a colon opens."""
    if not section.paragraphs[index].text.rstrip().endswith(("：", ":")):
        return ""
    listed = [one.text for one in takewhile(lambda one: read_numbering(one.text) is not None, section.paragraphs[index + 1 :])]
    return "".join(listed) if all(len(one) <= LONGEST_ITEM for one in listed) else ""


def _prose(document: Document, section: Section, kind: str, words: str, around: str, place: Place) -> Unit:
    text = STATEMENT.format(section=within_quotes(last_heading(section)), text=words)
    return Unit(kind, fold(words), fold(around), text, (cite_passage(document, section, words, place),))


def _rows(document: Document) -> Iterator[Unit]:
    for row in read_rows(document, FORMS):
        own = "；".join((row.name, *row.headings, *(f"{role_named(role).title}{row.shown(role)}" for role, _ in row.cells)))
        around = "；".join((row.project, row.owner, row.table.title))
        template = OWNED_TABLE_ROW if row.owner and not row.project else ROW
        line = tell_row(row, [role for role, _ in row.cells if role not in UNTOLD], template)
        yield Unit("行", fold(own), fold(around), line.text, line.citations, line.values)


def _cells(document: Document) -> Iterator[Unit]:
    for figure in document.figures:
        if figure.quantity is None and len(figure.value) > LONG_WORDS and (figure.row or figure.col):
            table = document.tables[figure.table]
            parts = sentences(figure.value)
            if len(figure.value) <= LONGEST_CELL:
                yield _cell(document, table, figure, plain(figure.value))
            for part in parts if len(parts) > 1 or len(figure.value) > LONGEST_CELL else ():
                yield _cell(document, table, figure, part)


def _cell(document: Document, table: Table, figure: Figure, words: str) -> Unit:
    labels = "，".join(plain(part) for part in (*figure.row, *figure.col) if not plain(part).isdigit())
    text = INDICATOR.format(table=plain(table.title), name=labels, value=words)
    around = fold("；".join((table.title, table.context or "")))
    return Unit("格", fold(f"{labels}；{words}"), around, text, (cite_table(document, table, words, figure.place),))


def _groups(document: Document) -> Iterator[Unit]:
    """The names of the rows under each heading of the tables of goals."""
    tables = {table.index for table in document.tables if GOALS.search(table.title)}
    groups: dict[tuple[int, tuple[str, ...]], dict[str, Figure]] = {}
    for figure in document.figures:
        if figure.table in tables and len(figure.row) > 1:
            for depth in range(1, len(figure.row)):
                groups.setdefault((figure.table, figure.row[:depth]), {}).setdefault(plain(figure.row[-1]), figure)
    for (index, path), names in groups.items():
        table, heading = document.tables[index], "，".join(plain(part) for part in path)
        items = "\n".join(GOAL_ITEM.format(name=name) for name in names)
        text = INDICATORS.format(table=plain(table.title), heading=heading, count=len(names), items=items)
        around = fold("；".join((table.title, table.context or "")))
        cited = cite_table(document, table, "；".join(names), next(iter(names.values())).place)
        yield Unit("组", fold(f"{heading}；{INDICATOR_WORDS}"), around, text, (cited,))
