"""Counts of the narrative (接待批次, 车辆) against the one cell of a table that prints the same count under the same name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ingest.checks.check_arithmetic import BROKEN, HOLDS, PROSE
from ingest.checks.check_lines import plain_name
from ingest.document import Check, Document, Figure, Statement, Term
from ingest.quantity import COUNTERS, Quantity

SAYS = "正文“{subject}”＝《{table}》“{row}”"
COUNTED = re.compile(rf"[（(](?:{'|'.join(COUNTERS)}|批|次|人|台、套|台（套）)[）)]$")  # 国内公务接待批次（个）
FINAL = re.compile(r"决算|执行|统计")
SHORTEST_NAME = 5
VISITS = re.compile(r"国内(?:公务)?(?:接待|来访)|(?:国（境）外|国\(境\)外|外事|外宾)(?:公务)?(?:接待|来访)")
RECEIVED = re.compile(r"接待|来访|团组")
VISIT_COUNTS = {"批次": ("批次", "批", "次", "个"), "人次": ("人次", "人")}


def check_counts(document: Document) -> Iterator[Check]:
    """Every count that a sentence states and exactly one cell of the tables prints, for the document's own year."""
    rows = counted_rows(document)
    for index, statement in enumerate(document.statements):
        if statement.measure != "数量" or statement.year not in (None, document.info.year):
            continue
        cells = [cell for name, cells in rows.items() if names_it(statement, name) for cell in cells]
        if len(cells) == 1:
            yield compared(document, index, cells[0])


def counted_rows(document: Document) -> dict[str, list[int]]:
    """The numeric cells of the rows whose label ends in the unit they are counted in, by the row's name without it."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, figure in enumerate(document.figures):
        *before, label = (part.strip() for part in figure.row) if figure.row else ("",)
        named = COUNTED.search(label) or (before and label in COUNTERS)  # its unit behind it, or in a column of its own
        if named and figure.quantity and not figure.quantity.is_money and is_final(figure, document):
            found[plain_name(COUNTED.sub("", label) if label not in COUNTERS else before[-1])].append(index)
    return found


def is_final(figure: Figure, document: Document) -> bool:
    """Whether a cell of a final account is not its budget side."""
    return document.info.kind != "决算" or not figure.col or bool(FINAL.search(figure.col[-1])) or "预算" not in figure.col[-1]


def names_it(statement: Statement, name: str) -> bool:
    """Whether a sentence's subject, with its unit where the row's name ends in that, is the row's name."""
    subject, name = spelt_out(plain_name(statement.subject)), spelt_out(name)
    if name == plain_name(visits_of(statement)):
        return True
    return len(name) >= SHORTEST_NAME and (subject == name or f"{subject}{statement.quantity.unit}".endswith(name))


def visits_of(statement: Statement) -> str:
    """What the tables call the visits that a sentence counts (“国内公务接待支出…，接待86批次”); empty where it says not whose they are."""
    before = statement.sentence[: statement.sentence.find(statement.value)]
    whose = VISITS.findall(before)
    kind = next((name for name, units in VISIT_COUNTS.items() if statement.quantity.unit in units), "")
    if not whose or not kind or not RECEIVED.search(statement.subject):
        return ""
    return f"{'国内' if whose[-1].startswith('国内') else '国（境）外'}公务接待{kind}"


def spelt_out(name: str) -> str:
    """A name with the car of office in full (公务车保有量: 公务用车保有量)."""
    return name.replace("公务车", "公务用车").replace("公车", "公务用车")


def compared(document: Document, index: int, cell: int) -> Check:
    """The check that both print one number."""
    statement, figure = document.statements[index], document.figures[cell]
    number = figure.quantity.number if figure.quantity else statement.quantity.number
    difference = Quantity(statement.quantity.number - number, statement.quantity.unit)
    says = SAYS.format(subject=statement.subject, table=document.tables[figure.table].title, row=figure.row[-1])
    return Check(says, PROSE, (Term(statement=index),), (Term(cell),), difference, BROKEN if difference.number else HOLDS)
