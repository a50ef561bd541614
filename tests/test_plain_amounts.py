"""Amounts written in other ways become digits before one unit; what only looks like one stays."""

from __future__ import annotations

import pytest

from eval.plain_amounts import plain_amounts


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("3万6千元", "3.6万元"), ("3 万 6 千元", "3.6万元"), ("3万6千5百元", "3.65万元"), ("3亿6千万元", "3.6亿元"),
        ("1亿2,000万元", "1.2亿元"),
        ("3万零500元", "3.05万元"), ("3千5百元", "3500元"), ("3万6，", "3万6，"), ("3万6、", "3.6万、"), ("2万3千人", "2.3万人"),
        ("¥36,000", "36000元"), ("RMB 3.60万元", "RMB 3.60万元"), ("3.6万圆", "3.6万元"), ("3圆桌", "3圆桌"), ("3.6w", "3.6万"),
        ("5wh", "5wh"),
        ("3千5万元", "3千5万元"), ("2万2024年", "2万2024年"), ("12.50万元", "12.50万元"), ("6万3个月", "6万3个月"),
    ],
)  # fmt: skip
def test_an_amount_becomes_digits_before_one_unit(text: str, plain: str) -> None:
    assert plain_amounts(text).replace(",", "") == plain


def test_a_newline_parts_amounts() -> None:
    assert plain_amounts("3万\n6千元") == "3万\n6千元"
