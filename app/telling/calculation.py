"""Arithmetic on exact quantities; every result carries the formula that a user reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.quantity import Quantity, convert_money, round_half_up


@dataclass(frozen=True, slots=True)
class Calculation:
    """A computed quantity and how it was computed."""

    result: Quantity
    formula: str


def show(number: Decimal) -> str:
    """A number as it is written in a formula: plain digits, no exponent."""
    return format(number, "f")


def aligned(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The quantities in the unit of the first, where all are money."""
    unit = quantities[0].unit
    return tuple(convert_money(one, unit) if one.is_money and quantities[0].is_money and one.unit != unit else one for one in quantities)


def add(quantities: Sequence[Quantity]) -> Calculation:
    """The sum."""
    parts = aligned(quantities)
    total = sum((one.number for one in parts), Decimal(0))
    return Calculation(Quantity(total, parts[0].unit), " + ".join(show(one.number) for one in parts) + f" = {show(total)}{parts[0].unit}")


def subtract(larger: Quantity, smaller: Quantity) -> Calculation:
    """The difference of two quantities."""
    left, right = aligned((larger, smaller))
    result = left.number - right.number
    return Calculation(Quantity(result, left.unit), f"{show(left.number)} − {show(right.number)} = {show(result)}{left.unit}")


def is_rounding(gap: Quantity, amounts: Sequence[Quantity]) -> bool:
    """Whether rounding each of the amounts to its last digit explains how far they are apart."""
    exponents = (one.number.as_tuple().exponent for one in amounts)
    digits = (Decimal(1).scaleb(min(0, exponent)) for exponent in exponents if isinstance(exponent, int))
    return abs(gap.number) <= sum(digits, Decimal(0)) / 2


def share(part: Quantity, whole: Quantity, places: int = 2) -> Calculation | None:
    """The part in per cent of the whole, rounded half up; None where the whole is nothing."""
    left, right = aligned((part, whole))
    if right.number == 0:
        return None
    result = round_half_up(left.number / right.number * 100, places)
    return Calculation(Quantity(result, "%"), f"{show(left.number)} ÷ {show(right.number)} × 100% = {show(result)}%")


def times(larger: Quantity, smaller: Quantity, places: int = 2) -> Calculation | None:
    """How many times the second the first is."""
    left, right = aligned((larger, smaller))
    if right.number == 0:
        return None
    result = round_half_up(left.number / right.number, places)
    return Calculation(Quantity(result, "倍"), f"{show(left.number)} ÷ {show(right.number)} = {show(result)}倍")


def divide(amount: Quantity, count: Quantity, places: int = 2) -> Calculation | None:
    """The amount for each one of a count; below 0.1 of its unit it is told in 元, for the rounding would show."""
    if count.number == 0:
        return None
    if amount.is_money and amount.number / count.number < Decimal("0.1"):
        amount = convert_money(amount, "元")
    result = round_half_up(amount.number / count.number, places)
    formula = f"{show(amount.number)}{amount.unit} ÷ {show(count.number)}{count.unit} = {show(result)}{amount.unit}"
    return Calculation(Quantity(result, amount.unit), formula)


def before_change(now: Quantity, change: Quantity, direction: str) -> Calculation:
    """The earlier amount from the present one and the change that led to it."""
    left, right = aligned((now, change))
    if direction == "增加":
        return subtract(left, right)
    return add((left, right))
