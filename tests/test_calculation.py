"""Arithmetic with the formula that a user reads."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.telling.calculation import Calculation, add, before_change, divide, share, subtract, times
from ingest.quantity import Quantity


def of(text: str, unit: str = "万元") -> Quantity:
    return Quantity(Decimal(text), unit)


def told(found: Calculation | None) -> tuple[str, str] | None:
    return (f"{found.result.number}{found.result.unit}", found.formula) if found else None


@pytest.mark.parametrize(
    ("computed", "expected"),
    [
        (add([of("1.10"), of("2.20")]), ("3.30万元", "1.10 + 2.20 = 3.30万元")),
        (add([of("1"), of("5000", "元")]), ("1.5万元", "1 + 0.5 = 1.5万元")),
        (subtract(of("8.00"), of("6.50")), ("1.50万元", "8.00 − 6.50 = 1.50万元")),
        (subtract(of("20000", "元"), of("1.5")), ("5000.0元", "20000 − 15000.0 = 5000.0元")),
        (share(of("1"), of("3")), ("33.33%", "1 ÷ 3 × 100% = 33.33%")),
        (share(of("1"), of("8"), 0), ("13%", "1 ÷ 8 × 100% = 13%")),
        (share(of("5000", "元"), of("1")), ("50.00%", "5000 ÷ 10000 × 100% = 50.00%")),
        (times(of("10"), of("4")), ("2.50倍", "10 ÷ 4 = 2.50倍")),
        (divide(of("10"), of("3", "辆")), ("3.33万元", "10万元 ÷ 3辆 = 3.33万元")),
        (before_change(of("10"), of("2"), "增加"), ("8万元", "10 − 2 = 8万元")),
        (before_change(of("10"), of("2"), "减少"), ("12万元", "10 + 2 = 12万元")),
    ],
)
def test_a_result_is_exact_and_shows_how_it_came_about(computed: Calculation, expected: tuple[str, str]) -> None:
    assert told(computed) == expected


def test_nothing_is_divided_by_nothing() -> None:
    assert share(of("1"), of("0.00")) is None
    assert times(of("1"), of("0")) is None
    assert divide(of("1"), of("0", "人")) is None


def test_small_and_large_numbers_have_no_exponent() -> None:
    assert told(add([of("0.0000001"), of("0")])) == ("1E-7万元", "0.0000001 + 0 = 0.0000001万元")
