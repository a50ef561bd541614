"""Results set in relation."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.figures.reduce_results import Named, reduce_results
from ingest.quantity import Quantity


def of(name: str, number: str, unit: str = "万元") -> Named:
    return Named(name, Quantity(Decimal(number), unit), f"{number}{unit}")


A, B, C = of("甲", "3.00"), of("乙", "5.50"), of("丙", "1.25")


@pytest.mark.parametrize(
    ("reducer", "named", "sentence", "number"),
    [
        ("difference", [A, B], "**乙**比甲多**2.50万元**。", "2.50"),
        ("difference", [A, of("丁", "3.00")], "两者相等，相差0万元。", "0.00"),
        ("difference", [of("甲", "60.5", "%"), of("乙", "60", "%")], "**甲**比乙多**0.5个百分点**。", "0.5"),
        ("rank", [A, B, C], "从高到低：1. 乙（5.50万元），2. 甲（3.00万元），3. 丙（1.25万元）。", None),
        ("maximum", [A, B, C], "最高的是**乙**：**5.50万元**。", None),
        ("minimum", [A, B, C], "最低的是**丙**：**1.25万元**。", None),
        ("maximum", [of("甲", "5"), of("乙", "5", "元")], "最高的是**甲**：**5万元**。", None),
        ("maximum", [of("甲", "0.5"), of("乙", "5000", "元")], "最高的是**甲、乙**：**0.5万元**。", None),
        ("rank", [of("甲", "4000", "元"), of("乙", "0.5")], "从高到低：1. 乙（0.5万元），2. 甲（4000元）。", None),
        ("sum", [A, B, C], "合计**9.75万元**。", "9.75"),
        ("times", [of("甲", "6"), of("乙", "4")], "甲是乙的**1.50倍**。", "1.50"),
    ],
)
def test_a_relation_is_told_with_its_amount(reducer: str, named: list[Named], sentence: str, number: str | None) -> None:
    reduced = reduce_results(reducer, named)
    assert reduced is not None
    assert reduced.sentence == sentence
    assert (str(reduced.quantity.number) if reduced.quantity else None) == number


@pytest.mark.parametrize("named", [[A], [A, of("车", "2", "辆")], [of("甲", "1", "%"), of("乙", "1", "人")]])
def test_what_cannot_be_compared_is_not(named: list[Named]) -> None:
    assert reduce_results("difference", named) is None


def test_nothing_is_a_multiple_of_nothing() -> None:
    assert reduce_results("times", [A, of("乙", "0")]) is None
