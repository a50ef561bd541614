"""Of what whole a share is asked: of the total of its column, of the whole body or of one in it, and the unit in which it is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest import late_re as re
from ingest.quantity import convert_money
from retrieval.clauses.rate_fact import cover
from retrieval.evidence import FigureEvidence
from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.task import Task, Want
from retrieval.lookup.list_rows import UNIT_NAME
from retrieval.lookup.look_up import look_up
from retrieval.lookup.look_up_figures import look_up_figures
from retrieval.spelling.label_key import is_total, label_key

OF_YEAR, CARRIED = re.compile(r"本年(?:收入|支出)"), re.compile(r"总计|结转|结余")
SIDE_OF_TOTAL = re.compile(r"收入|支出")
ACCOUNT = re.compile(r"一般公共预算|政府性基金|国有资本经营|财政拨款")
BASIC = re.compile(r"基本支出|公用经费|人员经费")
WHOLE_BODY = re.compile(r"全(?:部门|局|委|系统|单位|街道|镇|院|校|县局)|整个(?:部门|局|系统|单位)|部门(?:总|合计|的总)")


def same_of_unit(task: Task) -> Task:
    """“某中心项目支出占全局项目支出”: the task whose part is the very thing that the whole is of, where it names none."""
    is_same = task.measure == "share" and not task.wants and task.denominator is not None and bool(WHOLE_BODY.search(task.text))
    return replace(task, wants=(replace(task.denominator, text=task.text),)) if is_same and task.denominator else task


def of_body(index: FactIndex, whole: Found, task: Task) -> Found:
    """The whole of the body that the part is spoken of; nothing where the body has no such amount, for the whole of all is not meant."""
    bodies = tuple(one for want in task.wants for one in want.context if one.keys and UNIT_NAME.search(one.asked))[:1]
    if task.measure != "share" or not bodies or task.denominator is None:
        return whole
    own = look_up(index, replace(task.denominator, mentions=(*bodies, *task.denominator.mentions)), "value", ())
    return own if own.candidates and not own.missing else Found((), bodies)


def of_this_year(index: FactIndex, whole: Found, parts: Sequence[Found], task: Task) -> Found:
    """The total of the column 本年支出 in which the part stands, where the whole that is named holds what is carried over too (总计)."""
    mentions = task.denominator.mentions if task.denominator else ()
    facts = [fact for one in parts[:1] for candidate in one.candidates[:1] for fact in candidate.facts]
    columns = ["".join(fact.evidence.figure.col) for fact in facts if isinstance(fact.evidence, FigureEvidence)]
    if not mentions or not all(one.is_total for one in mentions) or CARRIED.search(task.text) or not any(map(OF_YEAR.search, columns)):
        return whole
    total = total_of(index, parts[0], task.wants[0])
    return total if total.candidates else whole


def within_whole(index: FactIndex, want: Want, whole: Want, found: Found, units: Sequence[str]) -> Found | None:
    """The part as a table of the whole prints it (a cost within 机关运行经费); None where no such table does."""
    tables = {table for one in found.candidates for fact in one.facts if (table := table_of(fact)) is not None}
    if not want.mentions or not whole.mentions or any(one.is_total or one.is_weak for one in whole.mentions):
        return None
    if all(one.is_total for one in want.mentions):
        return None  # all of the expenditure is no part of a part of it
    inner = look_up_figures(index, replace(want, mentions=(*whole.mentions, *want.mentions)), "value", units)
    best = inner.candidates[:1] if not inner.missing else ()
    is_named = all(cover(mention, fact) not in (None, "title") for one in best for fact in one.facts[:1] for mention in want.mentions)
    is_of_table = any(table_of(fact) in tables for one in best for fact in one.facts)
    is_of_account = bool(best) and any(map(ACCOUNT.search, (one.asked for one in whole.mentions))) and best[0].depth > 0
    if not is_named or not (is_of_table or is_of_account or (not tables and is_of_column(index, inner, want, found))):
        return None
    is_unit = any(unit.endswith(one.asked) for unit in index.document.info.units for one in want.mentions)
    return Found((), want.mentions) if is_unit and not units and not tables else inner  # 图书馆 is an account and a unit


def of_basic(index: FactIndex, part: Found, want: Want, whole: Found) -> Found:
    """The part as it is printed of the basic expenditure, where the whole is of that and the part was found of all expenditure."""
    wholes = [is_basic(index, fact) for one in whole.candidates[:1] for fact in one.facts]
    if not wholes or not all(wholes) or not want.mentions or all(one.is_total for one in want.mentions):
        return part
    if any(is_basic(index, fact) for one in part.candidates[:1] for fact in one.facts):
        return part
    narrow = tuple(one for one in part.candidates if one.facts and all(is_basic(index, fact) for fact in one.facts))
    return replace(part, candidates=narrow) if narrow else part


def is_basic(index: FactIndex, fact: Fact) -> bool:
    """Whether a cell stands in a table, a column or a row of the basic expenditure, or a statement is of that."""
    if not isinstance(fact.evidence, FigureEvidence):
        return BASIC.search(f"{fact.evidence.statement.subject}{fact.evidence.statement.aspect}") is not None
    figure = fact.evidence.figure
    return BASIC.search("".join((index.document.tables[figure.table].title, *figure.row, *figure.col))) is not None


def is_of_column(index: FactIndex, part: Found, want: Want, whole: Found) -> bool:
    """Whether the column in which a part stands comes to the whole that the text states."""
    totals = [one.quantity for one in total_of(index, part, want).candidates if one.quantity and one.quantity.is_money]
    stated = [one.quantity for one in whole.candidates[:1] if one.quantity and one.quantity.is_money]
    return any(convert_money(one, other.unit) == other for one in totals for other in stated)


def beside_parts(index: FactIndex, task: Task, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """What is taken from a whole and the whole itself: as the column prints it in which the part stands, where it is called so there."""
    parts = [fact for one in found[1:2] for candidate in one.candidates[:1] for fact in candidate.facts]
    places = {place for fact in parts if (place := place_of(fact))}
    beside = [one for one in found[0].candidates if any(place_of(fact) in places for fact in one.facts)]
    if beside or not parts:
        return (replace(found[0], candidates=tuple(dict.fromkeys((*beside, *found[0].candidates)))), *found[1:])
    total = total_of(index, found[1], task.wants[1])
    same = [one for one in found[0].candidates for other in total.candidates if one.quantity == other.quantity]
    is_called = bool(total.candidates) and not same and all(cover(one, total.candidates[0].facts[0]) for one in task.wants[0].mentions)
    return (total if is_called else found[0], *found[1:])


def place_of(fact: Fact) -> tuple[int, tuple[str, ...]] | None:
    """The table and column of a cell; None for a statement."""
    return (fact.evidence.figure.table, fact.evidence.figure.col) if isinstance(fact.evidence, FigureEvidence) else None


def table_of(fact: Fact) -> int | None:
    """The table of a cell; None for a statement."""
    return fact.evidence.figure.table if isinstance(fact.evidence, FigureEvidence) else None


def of_like_unit(whole: Want, task: Task) -> Want:
    """The whole of a share in the unit in which its part is counted."""
    counted = {want.unit for want in task.wants}
    return replace(whole, unit=counted.pop()) if task.measure == "share" and len(counted) == 1 and whole.unit is None else whole


def is_of_whole_body(task: Task) -> bool:
    """Whether a unit's share is asked of the whole body's total: it says so, or the unit itself is all that the share is of."""
    if task.denominator is None or not all(one.is_total for one in task.denominator.mentions):
        return False
    return bool(WHOLE_BODY.search(task.text)) or not any(want.mentions for want in task.wants)


def total_of(index: FactIndex, part: Found, want: Want, *, is_named: bool = False) -> Found:
    """The total of the column in which the part stands: the cell of the table's row that only says 合计.

    Of several columns that print the part's amount it is the one that ends as the question does (总计, 合计), then the broadest. A named
    total says itself of what it is (收入总计).
    """
    facts = [fact for one in part.candidates[:1] for fact in one.facts if isinstance(fact.evidence, FigureEvidence)]
    ends = tuple(one.asked[-2:] for one in want.mentions if one.is_total)
    facts.sort(key=lambda fact: (not "".join(fact.source.col[-1:]).endswith(ends), len(fact.source.col)))  # type: ignore[union-attr]
    for fact in facts:
        own = fact.evidence.figure  # type: ignore[union-attr]
        totals = [
            one for one in index.facts
            if isinstance(one.evidence, FigureEvidence) and (one.evidence.figure.table, one.evidence.figure.col) == (own.table, own.col)
            and one.evidence.figure.row and is_total(label_key(one.evidence.figure.row[-1])) and len(one.evidence.figure.row) == 1
            and (not is_named or SIDE_OF_TOTAL.search(one.evidence.figure.row[-1])) and one is not fact
        ]  # fmt: skip
        if totals and len({one.source.quantity for one in totals}) == 1:
            return Found((add_up((totals[0],), 0.0),), ())
    return Found((), ())
