"""Last year's figure from this year's document: stated in it for that year, or computed from this year's figure and the stated change."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from app.figures.resolve_rate import against
from app.figures.resolve_task import is_beside_the_point
from app.figures.result import Result, usable
from app.telling import calculation
from app.telling.cite import fact_label, printed, show_quantity
from ingest.document import Document, Figure, Statement
from ingest.quantity import Quantity, convert_money
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import Fact
from retrieval.facts.finding import Finding, TaskFound
from retrieval.facts.task import Want
from retrieval.lookup.look_up_figures import look_up_figures, look_up_year_before

NOT_NAMES = re.compile(r"[\W\d_]|请|按照?|根据|依|年初|部门|预算|决算|推算|倒推|反推|计算|估算|一下|一共|总共|是|的|多少")
LONG_NAME = 6
OF_YEAR = "比上年"
ROUNDING = Quantity(Decimal("0.01"), "万元")  # prose rounds to it what a table prints in 元
WITH_CARRIED = "总计"  # holds what was carried over too; 合计 does not
OWN_YEAR = re.compile(r"^20\d\d年度?")
COLUMN_END = re.compile(r"(?<=..)(?:预算|决算)数$")
LAST_YEAR_END = re.compile(r"上年(?:期|年)?末")


def find_previous(finding: Finding, year: int, units: tuple[str, ...]) -> tuple[Result, ...]:
    """The results for the year before the document's own; empty where the document does not let them be known."""
    results: list[Result] = []
    if names_something_else(finding):
        return ()
    for found in finding.tasks:
        for place, own in enumerate(found.found[: len(found.task.wants)]):
            result = stated(own, year) or printed_before(finding, found, place, units, year)
            result = result or derived(finding, found, place, units, year)
            if result is not None and not is_beside_the_point(result, found.task.unknown):
                results.append(result)
    return tuple(results)


def amounts_of(finding: Finding) -> Finding:
    """The finding with the plain amounts of what it tells the change of (“去年呢” after “比上年增加多少”)."""
    return replace(finding, tasks=tuple(map(_amount_of, finding.tasks)))


def _amount_of(found: TaskFound) -> TaskFound:
    is_change = found.task.measure in ("change", "change_rate") and len(found.plain) == len(found.task.wants)
    return replace(found, task=replace(found.task, measure="value", reducer=None), found=found.plain) if is_change else found


def names_something_else(finding: Finding) -> bool:
    """Whether the whole income or expenditure was found for a question that names a thing which no label has."""
    mentions = [one for found in finding.tasks for want in found.task.wants for one in want.mentions]
    return all(one.is_total for one in mentions) and any(len(NOT_NAMES.sub("", one)) >= LONG_NAME for one in finding.reading.unexplained)


def stated(found: Found, year: int) -> Result | None:
    """A statement that speaks of the year itself, such as the assets at its end."""
    for candidate in found.candidates:
        for fact in candidate.facts:
            if isinstance(fact.source, Statement) and speaks_of(fact.source, year):
                return Result(f"{year}年{plain_label(fact)}", printed(fact), fact.source.quantity, (fact,))
    return None


def printed_before(finding: Finding, found: TaskFound, place: int, units: tuple[str, ...], year: int) -> Result | None:
    """The figure in a column of the year itself, beside that of the document's own year."""
    if found.task.measure != "value" or finding.index.document.info.year != year + 1:
        return None
    before = usable(look_up_year_before(finding.index, found.task.wants[place], units))
    if before is None or before.quantity is None or is_of_narrower(before, usable(found.found[place])):
        return None
    fact = before.facts[0]
    return Result(f"{year}年{plain_label(fact)}", show_quantity(before.quantity), before.quantity, (fact,))


def is_of_narrower(before: Candidate, now: Candidate | None) -> bool:
    """Whether the year before is printed in a table of one account alone, and this year's amount in one of everything."""
    return now is not None and before.depth > now.depth and not tables_of(before) & tables_of(now)


def tables_of(one: Candidate) -> set[int]:
    """The tables in which a candidate stands."""
    return {fact.source.table for fact in one.facts if isinstance(fact.source, Figure)}


def speaks_of(statement: Statement, year: int) -> bool:
    """Whether a statement is of that year: it names the year, or the end of the year before its document's."""
    return statement.year == year or (statement.year is None and bool(LAST_YEAR_END.search(statement.sentence)))


def derived(finding: Finding, found: TaskFound, place: int, units: tuple[str, ...], year: int) -> Result | None:
    """This year's amount less the increase, or plus the decrease, that the text states against the year before."""
    now = usable(found.found[place])
    changes = look_up_figures(finding.index, of_the_item(found.task.wants[place]), "change", units)
    stated = against(statements_of(changes), OF_YEAR)
    if found.task.measure != "value" or now is None or now.quantity is None:
        return None
    amounts = [fact for fact in stated if fact.source.quantity and fact.source.quantity.unit != "%"]
    change = next((fact for fact in amounts if is_change_of(fact.source, now.quantity, finding.index.document)), None)
    if change is None:
        return None
    return before_change(year, now.facts[0], change, now.quantity)


def plain_label(fact: Fact) -> str:
    """The name of what is told without the year that it begins with, for the amount is that of another."""
    return OWN_YEAR.sub("", fact_label(fact))


def of_the_item(want: Want) -> Want:
    """The want without the column's name that its own ends with (三公经费预算数): the text tells the change of the item itself."""
    plain = ((one, tuple(COLUMN_END.sub("", key) for key in one.keys)) for one in want.mentions)
    return replace(want, mentions=tuple(replace(one, keys=tuple(dict.fromkeys((*one.keys, *keys)))) for one, keys in plain))


def before_change(year: int, now: Fact, change: Fact, quantity: Quantity | None = None) -> Result | None:
    """The year before from this year's amount (`quantity`, where it is not the fact's own) and the change; None where it is no money."""
    direction = change.source.direction if isinstance(change.source, Statement) else None
    amount, moved = quantity or now.source.quantity, change.source.quantity
    if amount is None or moved is None or direction is None:
        return None
    if direction == "持平":
        return Result(f"{year}年{plain_label(now)}（与上年持平）", show_quantity(amount), amount, (now, change))
    if not amount.is_money:
        return None
    computed = calculation.before_change(amount, moved, direction)
    label = f"{year}年{plain_label(now)}（由本年数和增减额推算）"
    return Result(label, show_quantity(computed.result), computed.result, (now, change), computed.formula)


def is_change_of(change: Figure | Statement, now: Quantity, document: Document) -> bool:
    """Whether a change is of this amount: where its section states the amount that changed (收支总计), it must be this one (支出合计)."""
    if not isinstance(change, Statement) or not now.is_money:
        return True
    same = [one.quantity for one in document.statements if one.section == change.section and is_amount_of(one, change)]
    if not same and WITH_CARRIED in change.subject:  # “收支总计增加…” in words, the totals in the table alone
        same = [one.quantity for one in document.figures if one.quantity and any(WITH_CARRIED in part for part in one.row)]
    told = [convert_money(one, now.unit).number for one in same if one.is_money]
    rounding = convert_money(ROUNDING, now.unit).number
    return not told or any(abs(number - now.number) <= rounding for number in told)


def is_amount_of(stated: Statement, change: Statement) -> bool:
    """Whether a statement gives the amount that changed: of the same subject, or of either side where both totals changed (收支总计)."""
    is_total = WITH_CARRIED in stated.subject and WITH_CARRIED in change.subject
    return stated.measure == "金额" and (stated.subject == change.subject or is_total)


def statements_of(found: Found) -> list[Fact]:
    """The statements among the candidates, where nothing that was named is missing."""
    return [fact for one in found.candidates for fact in one.facts if isinstance(fact.source, Statement)] if usable(found) else []
