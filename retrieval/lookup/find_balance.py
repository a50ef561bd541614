"""The figures of a sum that is held against another amount: each part, and the whole that is named or stands in their total row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from retrieval.evidence import FigureEvidence
from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.task import Task, Want
from retrieval.lookup.look_up_figures import look_up_figures
from retrieval.spelling.label_key import is_total, label_key

IN_PROSE = re.compile(r"(?:说明|正文|文字|报告)(?:里|中|上)?面?(?=写|说|讲|列|提|的|:|基|人|项|公)")
ALL_ROWS = re.compile(
    r"(?:各个?|每个?|所有|全部|[二两三四五六七八九十几\d]+(?:个|家|项|行))(?:下属|所属|预算)*(?:单位|科目|项目|分项|明细|行|部门|家|项)?的?|逐[行项]|分项"
)
ROUNDING = Decimal("0.01")
STATED_TOTAL = re.compile(r"总[计额数]|合计|^总|支出预算$|收入预算$|^本年(?:支出|收入)$")


def find_balance(index: FactIndex, task: Task, units: Sequence[str]) -> tuple[Task, tuple[Found, ...], Found]:
    """The task with a want for each part, what was found for each, and for the whole; one item of several units has a part for each."""
    index = in_prose(index) if IN_PROSE.search(task.text) else index
    if len(task.wants) == 1 and not task.denominator and ALL_ROWS.search(task.text) and (rows := rows_below(index, task.wants[0])):
        return rows_task(task, rows, index)
    is_by_unit = len(task.wants) == 1 and len(units) > 1
    pairs = [(want, (unit,)) for want in task.wants for unit in units] if is_by_unit else [(want, tuple(units)) for want in task.wants]
    found = tuple(
        look_up_figures(index, want, "value", () if any(one.code for one in want.mentions) else own) for want, own in pairs
    )  # fmt: skip
    whole = look_up_figures(index, task.denominator, "value") if task.denominator else totals_beside(index, found[0])
    return replace(task, wants=tuple(want for want, _ in pairs)), found, whole


def rows_task(task: Task, rows: tuple[Fact, ...], index: FactIndex) -> tuple[Task, tuple[Found, ...], Found]:
    """The task with a want for each of the rows that are to be added up."""
    found = tuple(Found((add_up((fact,), 0.0),), ()) for fact in rows)
    return replace(task, wants=task.wants * len(rows)), found, totals_beside(index, found[0])


def rows_below(index: FactIndex, want: Want) -> tuple[Fact, ...]:
    """The rows of the column that a want names whose total row it met: of rows in levels those of the highest with several."""
    found = look_up_figures(index, want, "value")
    total = next((fact for one in found.candidates[:1] for fact in one.facts if is_total_row(fact)), None)
    if total is None or found.missing:
        return ()
    rows = [fact for fact in index.facts if column_of(fact) == column_of(total) and not is_total_row(fact) and fact.source.quantity]
    uncoded = tuple(fact for fact in rows if not fact.codes)
    levels = sorted({len(fact.codes[0]) for fact in rows if fact.codes})
    by_level = [tuple(fact for fact in rows if fact.codes and len(fact.codes[0]) == level) for level in levels]
    if uncoded and by_level:  # a row without a code may stand beside the others or be a part of one of them
        mixed = ((*uncoded, *level) for level in by_level)
        top = next((one for one in (*by_level, *mixed) if len(one) > 1 and adds_up(one, total)), ())
    else:
        top = next((level for level in (uncoded, *by_level) if len(level) > 1), ())
    return top if len({fact.labels for fact in top}) == len(top) else ()


def adds_up(rows: Sequence[Fact], total: Fact) -> bool:
    """Whether rows come to what a total row prints, but for the rounding of each."""
    printed = total.source.quantity
    added = sum(fact.source.quantity.number for fact in rows if fact.source.quantity)
    return printed is not None and abs(added - printed.number) <= ROUNDING * len(rows)


def in_prose(index: FactIndex) -> FactIndex:
    """The index with what sentences state alone."""
    stated = {number for number, fact in enumerate(index.facts) if not isinstance(fact.evidence, FigureEvidence)}
    kept = ((key, tuple(number for number in numbers if number in stated)) for key, numbers in index.postings.items())
    return replace(index, postings={key: numbers for key, numbers in kept if numbers})


def totals_beside(index: FactIndex, part: Found) -> Found:
    """The cells of a row that only says 合计, in the columns where the part stands; behind them what the text calls a total."""
    columns = {column_of(fact) for one in part.candidates for fact in one.facts} - {None}
    totals = [fact for fact in index.facts if column_of(fact) in columns and is_total_row(fact)]
    stated = (fact for fact in index.facts if column_of(fact) is None and fact.measure == "金额")
    totals += [fact for fact in stated if STATED_TOTAL.search(fact.labels[0][0])]
    return Found(tuple(add_up((fact,), 0.0) for fact in totals), ())


def column_of(fact: Fact) -> object:
    """The table and column of a cell; None for a statement."""
    return (fact.evidence.figure.table, fact.evidence.figure.col) if isinstance(fact.evidence, FigureEvidence) else None


def is_total_row(fact: Fact) -> bool:
    """Whether a cell stands in a row that only says 合计."""
    row = fact.evidence.figure.row if isinstance(fact.evidence, FigureEvidence) else ()
    return len(row) == 1 and is_total(label_key(row[0]))
