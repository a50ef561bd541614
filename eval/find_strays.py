"""Amounts of an answer that its own evidence does not explain: in no quotation, not asked, and no sound calculation from such."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation
from typing import Any

from eval.stated_figures import YUAN, fold, stated_figures

NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
EQUATION = re.compile(r"(?P<terms>[^=;]+)=\s*(?P<result>-?[\d.,]*\d)")
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
    amounts = [figure for figure in stated_figures(str(answer.get("text") or ""), question, is_unit_declared=False) if figure.is_amount]
    return tuple(f"{figure.number}{figure.unit}" for figure in amounts if not is_known(abs(figure.number), known, figure.is_money))


def is_known(number: Decimal, known: set[Decimal], is_money: bool) -> bool:
    """Whether the number is known, or, for money, the same amount in another unit."""
    return any(number * factor in known for factor in (FACTORS if is_money else FACTORS[:1]))


def is_sound(equation: re.Match[str], known: set[Decimal]) -> bool:
    """Whether an equation's terms are known (100 % and the counts of an average apart) and its result follows from them."""
    terms = equation["terms"]
    if any(not is_known(number, known, True) for number in numbers(terms) if number != WHOLE):
        return False
    value, result = evaluate(terms), to_number(equation["result"].lstrip("-"))
    return value is not None and abs(value).quantize(result, rounding=ROUND_HALF_UP) == result


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
