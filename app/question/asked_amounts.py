"""Amounts of money that a question itself names: “77.31万元是什么”."""

from __future__ import annotations

from decimal import Decimal

from ingest import late_re as re
from ingest.quantity import Quantity

AMOUNT = re.compile(r"(?<![\d.])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(亿元|万元|千元|元)(?!以上|以下|以内)")


def asked_amounts(question: str) -> list[Quantity]:
    """The amounts, in order; a bound (30万元以上) is none."""
    return [Quantity(Decimal(number.replace(",", "")), unit) for number, unit in AMOUNT.findall(question)]
