"""A figure that stands alone for what was asked, and what another place of the document prints for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from app.answer import Answer, Value
from app.figures.result import sentence_of, usable
from app.figures.tell_beside import are_of_two_bodies, is_of_one_of_bodies
from app.telling.cite import cite_fact, fact_label, printed, scope
from ingest.document import DocumentInfo
from ingest.quantity import Quantity, convert_money, parse_quantity, rounds_to
from retrieval.evidence import StatementEvidence
from retrieval.facts.fact import Fact
from retrieval.facts.finding import Finding
from retrieval.spelling.label_key import fold

IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
EMPTY_WORDS = re.compile(
    r"[\W\d_]|本?年度?|全年|年初|预算|决算|总额|合计|总计|支出|安排|金额|统计数|财政拨款|一般公共|政府性基金|国有资本(?:经营)?|共|数|批次|人次|表$"
)
COUNTER = re.compile(r"批次|人次|人数|批|辆|台|个")
NEAR = Decimal("0.2")  # amounts of one name that lie further apart are hardly one thing printed twice
WHOLE = re.compile(r"总?收支总?|总?收入")  # of everything: what funds alone come to is another amount
ACCOUNTS = re.compile(r"一般公共|政府性基金|国有资本")
FUNDS = re.compile(r"财政拨款|一般公共|政府性基金|国有资本")
CHANGES = ("增减额", "增减率")
SHORTEST = 2
MONEY = re.compile(r"\d[\d,.]*(?:万元|亿元|元)")
WARNING = "{place}为{amount}，与上数不同：或口径、时点不同，或文件前后不一致，请以原文为准。"


def tell_other_print(answer: Answer, finding: Finding) -> Answer:
    """The answer, with a warning where a sentence (or, of a sentence, a cell) gives the one figure told differently."""
    chosen = only_fact(finding)
    if chosen is None or len(answer.values) != 1 or answer.warnings:
        return answer
    other = next(other_prints(chosen, finding), None)
    amount = printed(other) if other else ""
    if other is None or other.source.quantity is None or amount.replace(",", "") in answer.text.replace(",", ""):
        return answer
    if is_told(other.source.quantity, answer.text):
        return answer  # in another unit, as another scope
    warning = WARNING.format(place=scope(other), amount=amount)
    told = Value(fact_label(other), other.source.quantity.number, other.source.quantity.unit)
    text = f"{answer.text}\n注意：{warning}[{len(answer.citations) + 1}]"
    warned = replace(answer, text=text, values=(*answer.values, told), citations=(*answer.citations, cite_fact(other)))
    return warned.with_warnings(warning)


def is_told(quantity: Quantity, text: str) -> bool:
    """Whether a text gives an amount already, in another unit or to more digits."""
    told = (parse_quantity(found) for found in MONEY.findall(text)) if quantity.is_money else ()
    return any(one and one.unit != quantity.unit and (rounds_to(quantity, one) or rounds_to(one, quantity)) for one in told)


def only_fact(finding: Finding) -> Fact | None:
    """The printed figure that answers the only thing asked for; None where there are several or it was computed."""
    if len(finding.tasks) != 1 or len(finding.tasks[0].found) != 1 or finding.tasks[0].task.measure != "value":
        return None
    chosen = usable(finding.tasks[0].found[0])
    return None if chosen is None or chosen.is_sum or chosen.quantity is None or finding.tasks[0].task.reducer else chosen.facts[0]


def other_prints(chosen: Fact, finding: Finding) -> Iterator[Fact]:
    """The other facts of the same name, kind of number, year and side whose number is near, but not the same; one of both is a sentence."""
    name, is_stated = name_of(chosen), isinstance(chosen.evidence, StatementEvidence)
    for other in finding.index.facts if len(name) >= SHORTEST else ():
        is_sentence = is_stated or isinstance(other.evidence, StatementEvidence)
        is_same = name_of(other) == name and not is_of_funds(chosen, other, name) and is_of_one_account(chosen, other)
        is_same = is_same and not is_change(other) and is_of_one_time(chosen, other, finding.index.document.info)
        are_of_two = are_of_two_bodies(chosen, other) or is_of_one_of_bodies(chosen, other)
        if is_sentence and is_same and differs(chosen, other) and not are_of_two:
            yield other


def is_change(fact: Fact) -> bool:
    """Whether a sentence gives it as what was added or taken away: never a print of the amount itself."""
    return isinstance(fact.evidence, StatementEvidence) and fact.evidence.statement.measure in CHANGES


def is_of_funds(one: Fact, other: Fact, name: str) -> bool:
    """Whether one of two totals is of all money and the other of some funds."""
    return bool(WHOLE.fullmatch(name)) and set(FUNDS.findall(fact_label(one))) != set(FUNDS.findall(fact_label(other)))


def is_of_one_account(one: Fact, other: Fact) -> bool:
    """Whether two facts may be of one account: what they and the places where they stand name of accounts has one in common."""
    named = [set(ACCOUNTS.findall("".join((fact_label(fact), *fact.titles, sentence_of(fact))))) for fact in (one, other)]
    return not all(named) or bool(named[0] & named[1])


def name_of(fact: Fact) -> str:
    """What a fact is of, without the words for the account, the year and the kind of document."""
    return EMPTY_WORDS.sub("", fold(IN_BRACKETS.sub("", fact_label(fact))))


def is_of_one_time(one: Fact, other: Fact, own: DocumentInfo) -> bool:
    """Whether two facts may be of one year and one side; what says neither is of those of its document."""
    return (one.year or own.year) == (other.year or own.year) and (one.side or own.kind) == (other.side or own.kind)


def differs(one: Fact, other: Fact) -> bool:
    """Whether two facts give numbers of one kind that are near each other but not equal."""
    first, second = quantity_of(one), quantity_of(other)
    if first is None or second is None or first.is_money != second.is_money or rounds_to(first, second) or rounds_to(second, first):
        return False
    if first.is_money:
        second = convert_money(second, first.unit)
    gap = abs(first.number - second.number)
    return first.unit == second.unit and 0 < gap <= NEAR * max(abs(first.number), abs(second.number))


def quantity_of(fact: Fact) -> Quantity | None:
    """A fact's number, a count in the unit that its label names (“批次（个）”)."""
    quantity = fact.source.quantity
    if quantity is None or quantity.is_money or quantity.unit in ("%", "％"):
        return quantity
    named = COUNTER.search(quantity.unit if quantity.unit not in ("个", "") else fact_label(fact))
    return replace(quantity, unit=named[0]) if named else quantity
