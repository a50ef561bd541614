"""The score that the prose gives a project, or the whole body, against the total of its own form of self-evaluation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ingest import late_re as re
from ingest.checks.check_arithmetic import PROSE, Arithmetic
from ingest.checks.check_lines import plain_name
from ingest.document import Check, Document, Statement, Term

SAYS = "正文“{subject}”＝《{table}》“{row}”"
EVALUATED = re.compile(r"自评|评价")
TOTAL = re.compile(r"总分|合计|总计|总得分|综合得分|自评(?:总)?得分")
POINTS = re.compile(r"(?:自评|评价|实际|综合)?(?:得分|分数)")
STATED = re.compile(r"(?P<name>.*?)(?:项目)?(?:支出)?(?:绩效)?(?:自我?评价?|自评)?(?:综合|总)?(?:得分|分数|结果)(?:结果)?")
WHOLE = re.compile(r"(?:部门|单位)?整体(?:支出)?")
QUOTED = re.compile(r"[“《]([^”》]{3,40})[”》]")


def check_scores(arithmetic: Arithmetic) -> Iterator[Check]:
    """Every score that a sentence gives for the project of a form, where the document has one form of it with one total."""
    document = arithmetic.document
    totals = {name: cells[0] for name, cells in _totals(document).items() if len(cells) == 1}
    for index, statement in enumerate(document.statements):
        name = _scored(statement, totals) if statement.quantity.unit == "分" else None
        if name is None:
            continue
        figure = document.figures[totals[name]]
        says = SAYS.format(subject=statement.subject, table=document.tables[figure.table].title, row=figure.row[-1])
        check = arithmetic.compare(says, PROSE, (Term(statement=index),), (Term(totals[name]),))
        yield from [check] if check else []


def _totals(document: Document) -> dict[str, list[int]]:
    """The total scores that forms print, by the project that each is of; those of the whole body by an empty name."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, figure in enumerate(document.figures):
        table = document.tables[figure.table]
        if not (figure.row and figure.col and figure.quantity):
            continue
        is_total = TOTAL.fullmatch(plain_name(figure.row[-1])) and POINTS.fullmatch(plain_name(figure.col[-1]))
        if is_total and EVALUATED.search(table.title) and (table.context or WHOLE.search(table.title)):
            found["" if WHOLE.search(table.title) else plain_name(table.context or "")].append(index)
    return found


def _scored(statement: Statement, names: dict[str, int]) -> str | None:
    """Whose score a statement is: the project that its subject names, else the only one that its sentence names."""
    found = STATED.fullmatch(plain_name(statement.subject))
    if found is None:
        return None
    if said := found["name"].removesuffix("项目"):
        whose = "" if WHOLE.fullmatch(said) else said
        return next((name for name in names if name.removesuffix("项目") == whose), None)
    sentence = plain_name(statement.sentence)
    named = [name for name in names if name and name in sentence]
    others = [one for one in QUOTED.findall(statement.sentence) if plain_name(one) not in named]
    return named[0] if len(named) == 1 and not others else None
