"""Of which of a paragraph's amounts a stated change is: of the part named last, or of the whole whose parts were listed; the rate tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ingest.document import Statement
from ingest.quantity import convert_money

AMOUNT, CHANGE, RATE = "金额", "增减额", "增减率"
GRANTS_IN_ALL = "财政拨款收支总计"
SIGN = {"增加": 1, "减少": -1}
FUND_INCOME = re.compile(r"(?P<fund>(?:财政拨款|一般公共预算|政府性基金预算|国有资本经营预算)+(?:本年|当年)?)收入")
SPENDING = re.compile(r"(?:本年|当年)?支出")
EACH_CHANGED = re.compile(r"相比[，,]?(?:各|均|分别)(?:增加|减少|增长|下降|上升|降低)")
TOLERANCE = Decimal("0.02")  # percentage points: both amounts are rounded


def settle_subjects(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of a paragraph, changes that fit the whole and not the part said to be of the whole."""
    settled = list(statements)
    for place, (change, rate) in enumerate(pairwise(statements)):
        if (change.measure, rate.measure) != (CHANGE, RATE) or change.subject != rate.subject:
            continue
        part = _amount_of(change.subject, statements[:place])
        whole = _amount_of(part.base, statements[:place]) if part and part.base else None
        if part and whole and not _fits(part, change, rate) and _fits(whole, change, rate):
            settled[place : place + 2] = [replace(one, subject=whole.subject) for one in settled[place : place + 2]]
    return of_both_sides(of_the_same_fund(settled))


def of_the_same_fund(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, 支出 behind the income of one fund in one sentence (“财政拨款本年收入A；本年支出B”) told of that fund."""
    found: list[Statement] = []
    for one in statements:
        funds = [fund for said in found if said.sentence == one.sentence and (fund := FUND_INCOME.fullmatch(said.subject))]
        is_of_fund = funds and SPENDING.fullmatch(one.subject)
        found.append(replace(one, subject=f"{funds[-1]['fund']}支出") if is_of_fund else one)
    return found


def of_both_sides(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, changes of both sides at once (“收入总计A，支出总计B，与上年相比，各减少C”) told of each side."""
    found: list[Statement] = []
    for one in statements:
        found.append(one)
        if one.measure in (CHANGE, RATE) and one.subject.endswith(GRANTS_IN_ALL):
            found += [replace(one, subject=one.subject.replace("收支", side)) for side in ("收入", "支出")]
        if one.measure not in (CHANGE, RATE) or not EACH_CHANGED.search(one.sentence):
            continue
        amounts = [said for said in found if said.measure == AMOUNT and said.sentence == one.sentence]
        sides = [said.subject for said in amounts[-2:]]
        if len(sides) == 2 and sides[1] == one.subject and sides[0] == one.subject.replace("支出", "收入") != one.subject:
            found.append(replace(one, subject=sides[0]))
    return tuple(found)


def _amount_of(subject: str, before: Sequence[Statement]) -> Statement | None:
    """The last amount that was stated of a subject."""
    return next((one for one in reversed(before) if one.measure == AMOUNT and one.subject == subject), None)


def _fits(now: Statement, change: Statement, rate: Statement) -> bool:
    """Whether an amount changed by so much changed by this rate."""
    if now.quantity is None or change.quantity is None or rate.quantity is None or change.direction not in SIGN:
        return False
    gap = convert_money(change.quantity, now.quantity.unit).number
    before = now.quantity.number - SIGN[change.direction] * gap
    return before > 0 and abs(gap / before * 100 - abs(rate.quantity.number)) <= TOLERANCE
