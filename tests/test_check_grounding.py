"""Amounts that nothing accounts for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.checks.check_grounding import check_grounding

CITATION = Citation(
    "a.txt", "a", "甲局预算", "三、支出", "差旅费 | 合计 | 1,234.50", table="2031年支出表", row=("302", "差旅费"), col=("合计",)
)


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("差旅费为1,234.50万元", ()),
        ("差旅费为1234.5万元", ()),
        ("差旅费为1,234.60万元", ("1,234.60",)),
        ("占12.5%，增加2.00个百分点", ()),
        ("占12.6%", ("12.6",)),
        ("相差7元", ()),
        ("您问的88万元", ()),
        ("是9倍", ("9",)),
        ("第3项，共5个科室", ()),
    ],
)
def test_every_amount_stands_in_values_citations_calculation_or_question(text: str, stray: tuple[str, ...]) -> None:
    answer = Answer(
        "answered",
        text,
        values=(Value("占比", Decimal("12.50"), "%"), Value("差额", Decimal(-7), "元")),
        calculation="4.00 − 2.00 = 2.00个百分点",
        citations=(CITATION,),
    )
    assert check_grounding(answer, "88万元是什么") == stray


def test_an_answer_without_amounts_is_sound() -> None:
    assert check_grounding(Answer("answered", "共15项职责"), "") == ()
