"""Amounts of an answer that its own evidence does not explain: in no quotation, not asked, and no sound calculation from such."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation
from itertools import permutations
from typing import Any

from eval.stated_figures import YUAN, Stated, fold, stated_figures

NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
EQUATION = re.compile(r"(?P<terms>[^=;]+)=\s*(?P<result>-?[\d.,]*\d)")
DIFFERENCE, QUOTIENT = ("相差", "差额"), ("计算为", "计算是")
WHOLE = Decimal(100)  # of a percentage
FACTORS = (Decimal(1), *sorted({a / b for a in YUAN.values() for b in YUAN.values() if a != b}))


def find_strays(answer: Mapping[str, Any], question: str) -> tuple[str, ...]:
    """The amounts (money and shares) that nothing explains, as printed; empty for a sound answer."""
    known = numbers(question)
    for citation in answer.get("citations") or []:
        places = (*(citation.get("row") or []), *(citation.get("col") or []), citation.get("section"), citation.get("table"))
        known |= numbers(f"{citation.get('quote') or ''} {' '.join(str(place or '') for place in places)}")
    for equation in EQUATION.finditer(fold(str(answer.get("calculation") or ""))):
        if is_sound(equation, known):
            known.add(to_number(equation["result"].lstrip("-")))
    known.add(WHOLE)
    amounts = [figure for figure in stated_figures(str(answer.get("text") or ""), question) if figure.is_amount]
    grounded = [figure for figure in amounts if is_known(abs(figure.number), known, figure.is_money)]
    return tuple(f"{one.number}{one.unit}" for one in amounts if one not in grounded and not is_worked_out(one, grounded))


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


def is_known(number: Decimal, known: set[Decimal], is_money: bool) -> bool:
    """Whether the number is known, or, for money, the same amount in another unit."""
    return any(number * factor in known for factor in (FACTORS if is_money else FACTORS[:1]))


def is_sound(equation: re.Match[str], known: set[Decimal]) -> bool:
    """Whether an equation's terms are known (100 % and the counts of an average apart) and its result follows from them."""
    terms = equation["terms"]
    if any(not is_known(number, known, True) for number in numbers(terms) if number != WHOLE):
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


def numbers(text: str) -> set[Decimal]:
    """Every number in a text, without sign."""
    return {to_number(found) for found in NUMBER.findall(fold(text))}


def to_number(text: str) -> Decimal:
    """A printed number."""
    return Decimal(text.replace(",", ""))
