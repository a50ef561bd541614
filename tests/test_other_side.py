"""“支出呢” after what came in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Value
from app.dialogue.other_side import other_side


@pytest.mark.parametrize(
    ("question", "last", "label", "whole"),
    [
        ("支出呢？", "灯塔局收入合计多少", "收入合计", "灯塔局支出合计多少"),
        ("那收入呢", "灯塔局政府性基金支出多少", "政府性基金支出", "灯塔局政府性基金收入多少"),
        ("收入呢", "灯塔局项目支出多少", "项目支出", "收入总计多少"),
        ("收入呢", "灯塔局今年花多少钱", "支出合计", "收入总计多少"),
        ("支出呢", "灯塔局项目支出多少", "项目支出", "支出呢"),
        ("支出呢", "灯塔局有几辆车", "车辆", "支出呢"),
        ("项目支出呢", "灯塔局收入合计多少", "收入合计", "项目支出呢"),
    ],
)
def test_the_other_side_is_asked_in_full(question: str, last: str, label: str, whole: str) -> None:
    assert other_side(question, last, Answer("answered", "", (Value(label, Decimal(1), "万元"),))) == whole
