"""Amounts of an answer that its own evidence does not explain: in no quotation, not asked, and no sound calculation from such."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation
from itertools import permutations
from typing import Any

from eval.fold import fold
from eval.stated_figures import DECLARED_UNIT, NUMBER, SHARE, YUAN, Stated, stated_figures

EQUATION = re.compile(r"(?P<terms>[^=;]+)=\s*(?P<result>-?[\d.,]*\d)\s*(?P<unit>%|百万元|亿元|万元|千元|元)?")
DIFFERENCE, QUOTIENT = ("相差", "差额"), ("计算为", "计算是")
WHOLE = Decimal(100)  # of a percentage
FACTORS = (Decimal(1), *sorted({a / b for a in YUAN.values() for b in YUAN.values() if a != b}))
# A cell without a unit may stand in a table of yuan or of ten thousands, and for a share only where its labels say so.
TABLE_UNITS = ("元", "万元")
SHARE_LABEL = re.compile(r"%|率|比重|占比|比例|幅|百分|度")
BARE = ""
Known = set[tuple[Decimal, str]]  # numbers, money in yuan, with 元, %, the unit of a count, or BARE


def find_strays(answer: Mapping[str, Any], question: str) -> tuple[str, ...]:
    """The amounts (money and shares) that nothing explains in their unit, as printed; empty for a sound answer."""
    known: Known = {(WHOLE, SHARE)} | numbers(question)
    for citation in answer.get("citations") or []:
        known |= evidence_of(citation)
    for equation in EQUATION.finditer(fold(str(answer.get("calculation") or ""))):
        if is_sound(equation, {number for number, _ in known}):
            known |= as_known(to_number(equation["result"].lstrip("-")), equation["unit"] or BARE)
    amounts = [figure for figure in stated_figures(str(answer.get("text") or ""), question) if figure.is_amount]
    grounded = [figure for figure in amounts if is_known(figure, known)]
    return tuple(f"{one.number}{one.unit}" for one in amounts if one not in grounded and not is_worked_out(one, grounded))


def evidence_of(citation: Mapping[str, Any]) -> Known:
    """The amounts of a quotation and of its labels; a cell without a unit takes that of its headers, where they bear one."""
    labels = fold(" ".join(str(one or "") for one in (*(citation.get("row") or []), *(citation.get("col") or []), citation.get("table"))))
    declared = DECLARED_UNIT.search(labels)
    unit = (declared[1] or declared[2]) if declared else BARE
    quote = fold(str(citation.get("quote") or ""))
    known = {pair for number, one in numbers(quote) for pair in as_known(number, one or unit)}
    if SHARE_LABEL.search(labels + quote):
        known |= {(number, SHARE) for number, one in numbers(quote) if one == BARE}
    return known | numbers(labels) | numbers(str(citation.get("section") or ""))


def is_worked_out(figure: Stated, grounded: Sequence[Stated]) -> bool:
    """Whether a figure follows, as its sentence says, from two grounded ones of that sentence: their difference or their quotient."""
    before = figure.clause[: figure.offset]
    pairs = permutations([one for one in grounded if one.clause == figure.clause], 2)
    if before.endswith(DIFFERENCE):
        return any(in_yuan(a) - in_yuan(b) == in_yuan(figure) for a, b in pairs)
    if before.endswith(QUOTIENT) and figure.unit == "%":
        return any(b.number and rounded(in_yuan(a) / in_yuan(b) * WHOLE, figure.number) == figure.number for a, b in pairs)
    return False


def in_yuan(figure: Stated) -> Decimal:
    """Money in yuan, anything else as it is."""
    return figure.number * YUAN.get(figure.unit, 1)


def rounded(number: Decimal, like: Decimal) -> Decimal:
    """The number rounded half up to the decimals of another."""
    return number.quantize(like, rounding=ROUND_HALF_UP)


def is_known(figure: Stated, known: Known) -> bool:
    """Whether a figure is known with its unit, or, for money, as an equal amount in another."""
    number = abs(figure.number)
    if not figure.is_money:
        return (number, figure.unit) in known
    yuan = number * YUAN[figure.unit]
    return (yuan, "元") in known or any((yuan / YUAN[unit], BARE) in known for unit in TABLE_UNITS)


def is_sound(equation: re.Match[str], known: set[Decimal]) -> bool:
    """Whether an equation's terms are known in some unit (100 % apart), its result follows from them and a share is one."""
    terms = equation["terms"]
    if any(not any(number * factor in known for factor in FACTORS) for number, _ in numbers(terms) if number != WHOLE):
        return False
    value, result = evaluate(terms), to_number(equation["result"].lstrip("-"))
    return value is not None and rounded(abs(value), result) == result


def evaluate(terms: str) -> Decimal | None:
    """The value of + − × ÷ with the usual order, brackets apart; None where it is no such expression."""
    tokens = re.findall(r"\d[\d,]*(?:\.\d+)?|[+\-×÷*/]", terms)
    if len(tokens) % 2 == 0:
        return None
    total, sign, product = Decimal(0), 1, to_number(tokens[0])
    try:
        for operator, token in zip(tokens[1::2], tokens[2::2], strict=True):
            if operator in "×*":
                product *= to_number(token)
            elif operator in "÷/":
                product /= to_number(token)
            else:
                total += sign * product
                sign, product = (1 if operator == "+" else -1), to_number(token)
    except (InvalidOperation, DivisionByZero):
        return None
    return total + sign * product


def numbers(text: str) -> Known:
    """Every number in a text, without sign, with the unit behind it."""
    folded = re.sub(r"(?<=[百千万亿])\s+(?=元)", "", fold(text))
    return {pair for found in NUMBER.finditer(folded) for pair in as_known(to_number(found["digits"]), unit_of(found))}


def unit_of(found: re.Match[str]) -> str:
    """The unit of a number that was found."""
    return SHARE if found["percent"] else found["unit"] or BARE


def as_known(number: Decimal, unit: str) -> Known:
    """A number with its unit, money in yuan."""
    return {(number * YUAN[unit], "元")} if unit in YUAN else {(number, unit)}


def to_number(text: str) -> Decimal:
    """A printed number."""
    return Decimal(text.replace(",", ""))
