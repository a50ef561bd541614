"""Rates, shares and changes: as printed where the document states them, else computed from printed amounts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.figures.result import Result, sentence_of, usable
from app.figures.sides_of import is_of_side, of_side, side_asked, side_of
from app.telling import calculation
from app.telling.cite import fact_label, printed, show_quantity
from app.telling.tell_change import RATE_WORDS, tell_change
from ingest.document import Statement
from ingest.quantity import Quantity, convert_money, parse_quantity, rounds_to
from retrieval.evidence import StatementEvidence
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import Fact
from retrieval.facts.finding import TaskFound
from retrieval.lookup.columns_together import is_of_columns

OF_BUDGET = re.compile(r"^(?!上年|上一年|去年|20\d\d年?(?:度)?(?!年初)).*(?:年初|预算)")
BUDGET_ASKED = re.compile(r"(?:[比较与和跟同]|相?比).{0,6}(?:年初|预算)")
KIND_OF_BASE = re.compile(r"(?<!年初)(?:预算|决算)?数?$")
OF_ALL = re.compile(  # 支出 is 本年支出合计, and not 项目支出
    r"(?:本年度?|年度|全年|部门|单位|财政拨款|一般公共预算|政府性基金|总|合计|总计|总额|预算|决算|的|数)*"
)
FUND = re.compile(r"财政拨款|一般公共预算|政府性基金")  # all that was spent of it is not all that was spent
NEAR = Decimal("0.1")  # percentage points that rounding may make
NAMES_A_WHOLE = 4  # characters
YEAR_ROW = re.compile(r"20\d\d年?度?(?:年初)?(?:预算|决算)?数?|上年(?:预算|决算)?数?|本年(?:预算|决算)?数?")
AMOUNT = re.compile(r"-?\d[\d,]*(?:\.\d+)?\s*(?:亿元|万元|元)")
YEAR_ASKED = re.compile(r"上年|上一年|去年|前一年|20\d\d年")
OF_DEPARTMENT = re.compile(r"占[^,;?]{0,8}(?:部门|全部|全局|整个|全单位)|占[^,;?]{2,8}总额")
ALL_OF_IT = re.compile(r"(?:全部|全年)?总(?:支出|收入)|(?:全部|所有)(?:支出|收入)|(?:支出|收入)总(?:计|额)")


def rate_result(found: TaskFound, place: int) -> Result | None:
    """The rate at which a budget was met, as printed, else computed from the budget and the final amount."""
    chosen = usable(found.found[place])
    if chosen is None:
        return computed_rate(found)
    fact = chosen.facts[0]
    base = fact.source.base or "预算" if isinstance(fact.source, Statement) else "预算"
    return Result(f"{fact_label(fact)}完成{base}", printed(fact), chosen.quantity, chosen.facts[:2])


def computed_rate(found: TaskFound) -> Result | None:
    """The final amount in per cent of the budget, where the document prints both."""
    sides = [usable(one) for one in found.sides]
    if len(sides) != 2 or sides[0] is None or sides[1] is None or sides[0].quantity is None or sides[1].quantity is None:
        return None
    computed = calculation.share(sides[1].quantity, sides[0].quantity)
    if computed is None:
        return None
    facts = (sides[0].facts[0], sides[1].facts[0])
    if facts[0].source == facts[1].source:
        return None  # one amount is not what was made of it
    return Result(f"{fact_label(facts[1])}完成预算", show_quantity(computed.result), computed.result, facts, computed.formula)


def share_result(found: TaskFound, place: int) -> Result | None:
    """The share as the text states it for this whole, else computed from both amounts."""
    part = usable(found.plain[place])
    stated = next((one for one in found.found[place].candidates if is_of_whole(one, found)), None) if usable(found.found[place]) else None
    whole = usable(found.denominator) if found.denominator else None
    stated = None if stated and is_of_less(stated, part, whole, found) else stated
    if stated is not None:
        fact = stated.facts[0]
        base = fact.source.base if isinstance(fact.source, Statement) else None
        asked = [one.asked for one in found.task.denominator.mentions] if found.task.denominator else []
        label = f"{fact_label(fact)}占{base or ''.join(asked[:1]) or '总额'}的比重"
        if part is None or part.quantity is None:
            return Result(label, printed(fact), stated.quantity, stated.facts[:2])
        if not is_of_same_name(fact, part.facts):
            return None  # the share of one thing and the amount of another
        if not is_told_beside(fact, part.quantity):
            return Result(label, printed(fact), stated.quantity, stated.facts[:2])  # the sentence tells another amount of that share
        text, more = f"{printed(fact)}（{printed(part.facts[0])}）", (("", part.quantity),)
        return Result(label, text, stated.quantity, (*stated.facts[:1], part.facts[0]), extra=more)
    if part is None or whole is None or part.quantity is None or whole.quantity is None:
        return None
    if part.facts[0].source == whole.facts[0].source or is_of_columns(part):
        return None  # one cell is no part of itself
    if is_of_all_funds(part, found, place):
        return None
    part, whole, found = on_one_side(part, whole, found, place)
    if part is None or whole is None or part.quantity is None or whole.quantity is None:
        return None
    is_of_total = found.task.denominator is None and all(one.is_total for want in found.task.wants for one in want.mentions)
    if is_of_total and part.quantity == whole.quantity:
        return None  # the whole is no part of itself
    if part.quantity.is_money != whole.quantity.is_money:
        return None
    beside = same_table(part, found.denominator)
    is_less = is_of_all(found) and not (beside and beside.quantity and rounds_to(whole.quantity, beside.quantity))
    whole = beside if beside and not is_less else whole if is_of_all(found) else same_funds(part, found.denominator) or whole
    pair = same_table_facts(part, whole)
    computed = calculation.share(part.quantity, whole.quantity or part.quantity)
    if computed is None:
        return None
    label = f"{fact_label(part.facts[0])}占{name_of_whole(whole, found)}的比重"
    return Result(label, show_quantity(computed.result), computed.result, pair, computed.formula)


def name_of_whole(whole: Candidate, found: TaskFound) -> str:
    """What a whole is called: as it is printed, of rows added up as it was asked for and not by the first of them."""
    asked = "".join(dict.fromkeys(one.correction or one.asked for one in found.task.denominator.mentions)) if found.task.denominator else ""
    return asked if whole.is_sum and asked else fact_label(whole.facts[0])


def is_of_less(stated: Candidate, part: Candidate | None, whole: Candidate | None, found: TaskFound) -> bool:
    """Whether a stated share is of one fund's expenditure and the question asks it of all, which comes to another share."""
    source = stated.facts[0].source
    asked = "".join(one.asked for one in found.task.denominator.mentions) if found.task.denominator else ""
    if not isinstance(source, Statement) or not FUND.search(source.base or "") or not asked or FUND.search(asked):
        return False
    if part is None or whole is None or part.quantity is None or whole.quantity is None or stated.quantity is None:
        return False
    computed = calculation.share(part.quantity, whole.quantity)
    return computed is not None and abs(computed.result.number - stated.quantity.number) > NEAR


def is_of_all_funds(part: Candidate, found: TaskFound, place: int) -> bool:
    """Whether all basic or project expenditure is found where its share of one fund's is asked."""
    asked = [one.asked for one in found.task.wants[place].mentions] if place < len(found.task.wants) else []
    of_fund = found.task.denominator and FUND.search("".join(one.asked for one in found.task.denominator.mentions))
    if not of_fund or not any(one in ("基本支出", "项目支出") for one in asked):
        return False
    fact = part.facts[0]
    return not FUND.search("".join((*fact.titles, *fact.headers, *(key for key, _ in fact.labels))))


def on_one_side(part: Candidate, whole: Candidate, found: TaskFound, place: int) -> tuple[Candidate | None, Candidate | None, TaskFound]:
    """Part and whole of the sides that the question says, of one side where it says none of the whole; what was found without the other."""
    asked = side_asked(found.task.wants[place], found.task.text) if place < len(found.task.wants) else ""
    whole_asked = side_asked(found.task.denominator, found.task.text)
    chosen = of_side(found.plain[place], part, asked or whole_asked)
    side = whole_asked or (side_of(chosen.facts[0]) if chosen and not asked else "")
    kept = tuple(one for one in found.denominator.candidates if not side or is_of_side(one.facts, side)) if found.denominator else ()
    denominator = replace(found.denominator, candidates=kept) if found.denominator else None
    return chosen, of_side(found.denominator, whole, side), replace(found, denominator=denominator)


def is_of_same_name(stated: Fact, amounts: Sequence[Fact]) -> bool:
    """Whether a stated share and some amount are of one name, or of one with more words."""
    names = {key for fact in amounts for key, _ in fact.labels}
    return any(key in name or name in key for key, _ in stated.labels for name in names)


def is_told_beside(stated: Fact, amount: Quantity) -> bool:
    """Whether the sentence of a stated share tells no amount of money, or this one among its amounts."""
    told = [parse_quantity(found[0].strip()) for found in AMOUNT.finditer(sentence_of(stated))]
    if not amount.is_money:
        return True
    same = (convert_money(one, amount.unit).number == amount.number or rounds_to(one, amount) for one in told if one is not None)
    return not told or any(same)


def share_of_sum_result(found: TaskFound, _: int) -> Result | None:
    """What several amounts together are of a whole; None where one of them or the whole is not known, or one is itself a sum."""
    parts = [usable(one) for one in found.plain]
    whole = usable(found.denominator) if found.denominator else None
    quantities = [one.quantity for one in parts if one is not None and one.quantity is not None and not one.is_sum]
    if parts and parts[0]:
        whole = same_table(parts[0], found.denominator) or (None if is_of_all(found) else same_funds(parts[0], found.denominator)) or whole
    if whole is None or whole.quantity is None or len(quantities) != len(found.task.wants):
        return None
    if {one.is_money for one in quantities} != {whole.quantity.is_money}:
        return None
    total = calculation.add(quantities)
    computed = calculation.share(total.result, whole.quantity)
    if computed is None or total.result.number > calculation.aligned((whole.quantity, total.result))[0].number:
        return None
    facts = tuple(one.facts[0] for one in (*parts, whole) if one is not None)
    label = f"{'、'.join(fact_label(fact) for fact in facts[:-1])}合计占{name_of_whole(whole, found)}的比重"
    sums = ((f"{label.partition('合计')[0]}合计", total.result),)
    return Result(label, show_quantity(computed.result), computed.result, facts, f"{total.formula}；{computed.formula}", extra=sums)


def same_table_facts(part: Candidate, whole: Candidate) -> tuple[Fact, Fact]:
    """A fact of the part and one of the whole, from one table where both print there."""
    pairs = ((one, other) for one in part.facts for other in whole.facts if table_of(one) == table_of(other) is not None)
    return next(pairs, (part.facts[0], whole.facts[0]))


def table_of(fact: Fact) -> int | None:
    """The index of a fact's table; None for a statement."""
    return None if isinstance(fact.evidence, StatementEvidence) else fact.evidence.table.index


def same_table(part: Candidate, denominator: Found | None) -> Candidate | None:
    """The whole that stands in the same table as the part, where there is one."""
    tables = {table_of(fact) for fact in part.facts} - {None}
    candidates = denominator.candidates if denominator else ()
    return next((one for one in candidates if any(table_of(fact) in tables for fact in one.facts)), None)


def same_funds(part: Candidate, denominator: Found | None) -> Candidate | None:
    """The whole in a table of the same funds as the part (财政拨款, 一般公共预算), where the part's table is of such; None else."""
    funds = funds_of(part)
    candidates = denominator.candidates if denominator and funds else ()
    return next((one for one in candidates if funds_of(one) == funds), None)


def funds_of(candidate: Candidate) -> frozenset[str]:
    """The funds that the title of a candidate's table names; none of a sentence."""
    cells = [fact for fact in candidate.facts if table_of(fact) is not None]
    return frozenset(FUND.findall("".join(cells[0].titles[:1]))) if cells else frozenset()


def is_of_all(found: TaskFound) -> bool:
    """Whether the share is asked of all that was spent or received, in so many words: the total of one fund's table is less."""
    asked = [one.asked for one in found.task.denominator.mentions] if found.task.denominator else []
    return bool(asked) and (all(ALL_OF_IT.fullmatch(one) for one in asked) or bool(OF_DEPARTMENT.search(found.task.text)))


def is_of_whole(stated: Candidate, found: TaskFound) -> bool:
    """Whether a stated share is of the whole that was asked for."""
    if found.task.denominator is None:
        return True
    source = stated.facts[0].source
    base = source.base or "" if isinstance(source, Statement) else ""
    names = [name for one in found.task.denominator.mentions for name in (one.asked, *one.keys)]
    told_of = "".join((sentence_of(stated.facts[0]), *stated.facts[0].titles))
    if any(fund not in told_of for one in found.task.denominator.mentions for fund in FUND.findall(one.asked)):
        return False
    if not base and any(name in title for name in names if len(name) >= NAMES_A_WHOLE for title in stated.facts[0].titles):
        return True  # “其中：公用经费…，占…%” under the heading of the whole
    return not names or any(name in base or (base and base in name and OF_ALL.fullmatch(name.replace(base, "", 1))) for name in names)


def change_result(found: TaskFound, place: int) -> Result | None:
    """The change as the text states it: amount, rate and direction; else computed from the columns of two years."""
    if usable(found.found[place]) is None:
        return change_of_columns(found, place)
    stated = [fact for one in found.found[place].candidates for fact in one.facts if isinstance(fact.source, Statement)]
    facts = against(stated, found.task.text)
    if not facts and stated:
        return change_of_columns(found, place)
    if not facts:
        return change_of_columns(found, place)
    first = facts[0]
    same = [fact for fact in facts if fact.source.place == first.source.place] or facts
    amount = next((fact for fact in same if fact.source.quantity and fact.source.quantity.unit != "%"), None)
    rate = next((fact for fact in same if fact.source.quantity and fact.source.quantity.unit == "%"), None)
    if found.task.measure == "change" and amount is None and (computed := change_of_columns(found, place)) is not None:
        return computed
    told = change_text(tuple(fact for fact in (amount, rate) if fact is not None))
    if found.task.measure != "change_rate" or rate is not None or amount is None:
        return told
    return with_rate(told, amount, usable(found.plain[place]) if found.plain else None)


def against(facts: list[Fact], clause: str) -> list[Fact]:
    """The changes against what a clause asks: the year before, unless it names the budget; where it names neither, what there is."""
    of_budget = [fact for fact in facts if isinstance(fact.source, Statement) and OF_BUDGET.search(fact.source.base or "")]
    of_year = [fact for fact in facts if fact not in of_budget]
    if BUDGET_ASKED.search(clause):
        return of_budget or of_year
    return of_year if of_year or YEAR_ASKED.search(clause) else of_budget


def change_of_columns(found: TaskFound, place: int) -> Result | None:
    """The change between two years' amounts, with its rate; both must stand in one row of one table, or in one paragraph."""
    now = usable(found.plain[place]) if found.plain else None
    before = usable(found.before[place]) if found.before else None
    if now is None or before is None or now.quantity is None or before.quantity is None or not now.quantity.is_money:
        return None
    pair = next(((one, other) for one in now.facts for other in before.facts if row_of(one) == row_of(other)), None)
    this, last = (fact.source.quantity for fact in pair) if pair else (None, None)
    if pair is None or this is None or last is None or now.is_sum or before.is_sum:
        return None
    told = tell_change(this, last)
    label = f"{fact_label(pair[0])}与上年相比"
    extra = ((label, told.rate),) if told.rate else ()
    return Result(label, told.text, told.amount, pair, told.formula, extra=extra, direction=told.direction)


def row_of(fact: Fact) -> object:
    """The table and grid row of a fact, the column where rows are years; of a statement its own name and place."""
    if isinstance(fact.evidence, StatementEvidence):
        return fact.evidence.statement.subject, fact.evidence.statement.place
    figure = fact.evidence.figure
    named = [label for label in figure.row if not YEAR_ROW.fullmatch(label)]
    if len(named) < len(figure.row):
        return fact.evidence.table.index, "column", figure.cell[1], *named
    return fact.evidence.table.index, figure.cell[0]


def with_rate(told: Result, amount: Fact, now: Candidate | None) -> Result | None:
    """A stated change with its rate, computed from this year's amount and the stated increase or decrease; None where it cannot be."""
    if told.direction == "持平":
        return told
    change = amount.source.quantity
    if now is None or now.quantity is None or change is None or told.direction is None or not now.quantity.is_money:
        return None
    before = calculation.before_change(now.quantity, change, told.direction)
    rate = calculation.share(change, before.result)
    if rate is None:
        return None
    word = RATE_WORDS[told.direction]
    return replace(
        told, text=f"{told.text}，{word}{show_quantity(rate.result)}", facts=(*told.facts, now.facts[0]),
        calculation=f"{before.formula}；{rate.formula}", extra=(*told.extra, (word, rate.result)),
    )  # fmt: skip


def change_text(facts: tuple[Fact, ...]) -> Result:
    """“增加 X 万元，增长 Y%” from the one or two statements of a change."""
    source = facts[0].source
    direction = source.direction if isinstance(source, Statement) else None
    base = (source.base if isinstance(source, Statement) else None) or "上年"
    words = {"增加": ("增加", "增长"), "减少": ("减少", "下降")}.get(direction or "", ("", ""))
    rates = [fact.source.quantity is not None and fact.source.quantity.unit == "%" for fact in facts]
    told = [f"{words[1] if is_rate else words[0]}{printed(fact)}" for fact, is_rate in zip(facts, rates, strict=True)]
    text = "持平，没有增减" if direction == "持平" else "，".join(told)
    quantities = tuple((fact_label(fact), fact.source.quantity) for fact in facts[1:] if fact.source.quantity)
    label = f"{fact_label(facts[0])}与{KIND_OF_BASE.sub('', base) or base}相比"
    return Result(label, text, facts[0].source.quantity, facts, extra=quantities, direction=direction)
