"""Follow-ups that point at the two answers before them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.refer_to_two import refer_to_two

NAMES = {"b24": "灯塔局2024年部门预算", "f24": "灯塔局2024年部门决算", "f23": "灯塔局2023年部门决算", "p24": "渡口局2024年部门决算"}


def told(document: str, label: str) -> Answer:
    value, cited = Value(label, Decimal(8), "万元"), Citation("a.pdf", document, "", "正文", "")
    return Answer("answered", "", (value,), citations=(cited,))


ANSWERS = {
    "植树多少": told("b24", "植树"),
    "修路呢": told("b24", "修路"),
    "运行费呢": told("b24", "公车·运行费"),
    "支出多少": told("f24", "支出合计"),
    "去年呢": told("f23", "支出合计"),
    "渡口局呢": told("p24", "支出合计"),
    "不知道": Answer("not_found", ""),
}


def whole(before: Sequence[str], question: str) -> str:
    return refer_to_two(question, before, lambda one, _before: ANSWERS[one], NAMES.__getitem__)


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    [
        (("植树多少", "修路呢"), "这两个项目差多少？", "灯塔局2024年部门预算“植树”和“修路”差多少?"),
        (("不知道", "植树多少", "修路呢"), "那两项一共多少", "灯塔局2024年部门预算“植树”和“修路”一共多少?"),
        (("植树多少", "修路呢"), "两个哪个多？", "灯塔局2024年部门预算“植树”和“修路”哪个多?"),
        (("支出多少", "去年呢"), "比一下，哪年多？", "灯塔局2024年和2023年部门决算支出合计哪年多?"),
        (("支出多少", "去年呢"), "两年差多少？", "灯塔局2024年和2023年部门决算支出合计差多少?"),
    ],
)
def test_the_two_things_before_are_named(before: tuple[str, ...], question: str, expected: str) -> None:
    assert whole(before, question) == expected


@pytest.mark.parametrize(
    ("before", "question"),
    [
        (("植树多少",), "这两个项目差多少？"),
        (("植树多少", "运行费呢"), "这两个差多少？"),
        (("植树多少", "不知道"), "这两个差多少？"),
        (("支出多少", "渡口局呢"), "哪年多？"),
        (("支出多少", "渡口局呢"), "两个差多少？"),
        (("植树多少", "修路呢"), "两个项目的满意度是多少？"),
        (("植树多少", "修路呢"), "哪年多？"),
    ],
)
def test_what_does_not_fit_stays_as_it_was_asked(before: tuple[str, ...], question: str) -> None:
    assert whole(before, question) == question
