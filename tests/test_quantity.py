"""Printed numbers as exact quantities."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.quantity import Quantity, convert_money, parse_number, parse_quantity, round_half_up


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("1,234.50", "1234.50"),
        ("１２.３０", "12.30"),
        (" 7 8 . 0 ", "78.0"),
        ("¥5.00", "5.00"),
        ("￥1,000", "1000"),
        ("−3.2", "-3.2"),
        ("-3.2", "-3.2"),
        ("（4.10）", "-4.10"),
        ("0.00", "0.00"),
        ("+6", "6"),
    ],
)
def test_a_printed_number_is_read_exactly(printed: str, expected: str) -> None:
    number = parse_number(printed)
    assert number is not None
    assert str(number) == expected


@pytest.mark.parametrize("printed", ["", "-", "—", "无", "1,23.4", "12.3.4", "2010301a", "≥95", "5人", "1-2"])
def test_what_is_no_number_is_not_read_as_one(printed: str) -> None:
    assert parse_number(printed) is None


@pytest.mark.parametrize(
    ("printed", "declared", "number", "unit"),
    [
        ("12.5", "万元", "12.5", "万元"),
        ("12.5%", "万元", "12.5", "%"),
        ("3亿元", "万元", "3", "亿元"),
        ("8千元", "", "8", "千元"),
        ("2百万元", "元", "2", "百万元"),
        ("70万元", "元", "70", "万元"),
        ("4", "", "4", ""),
    ],
)
def test_a_cells_own_unit_outranks_its_tables(printed: str, declared: str, number: str, unit: str) -> None:
    assert parse_quantity(printed, declared) == Quantity(Decimal(number), unit)


def test_a_unit_without_a_number_is_no_quantity() -> None:
    assert parse_quantity("万元", "万元") is None


@pytest.mark.parametrize(
    ("number", "unit", "wanted", "expected"),
    [("1.23", "万元", "元", "12300"), ("12300", "元", "万元", "1.23"), ("0.5", "亿元", "万元", "5000"), ("70", "千元", "万元", "7")],
)
def test_money_is_converted_exactly(number: str, unit: str, wanted: str, expected: str) -> None:
    assert convert_money(Quantity(Decimal(number), unit), wanted) == Quantity(Decimal(expected), wanted)


@pytest.mark.parametrize(("unit", "is_money"), [("元", True), ("万元", True), ("%", False), ("辆", False), ("", False)])
def test_only_amounts_of_money_are_money(unit: str, is_money: bool) -> None:
    assert Quantity(Decimal(1), unit).is_money is is_money


@pytest.mark.parametrize(
    ("number", "places", "expected"), [("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("2.5", 0, "3"), ("1", 2, "1.00")]
)
def test_halves_are_rounded_away_from_nothing(number: str, places: int, expected: str) -> None:
    assert str(round_half_up(Decimal(number), places)) == expected
