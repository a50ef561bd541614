"""Answers of another number of projects than was counted, of no money where money is asked, and quotes that count other things."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.checks.check_counted import tells_otherwise


def answer(text: str, *values: str, calculation: str | None = None, row: tuple[str, ...] = ("甲项目",), by: str = "rule") -> Answer:
    told = tuple(Value("甲", Decimal(value), "万元") for value in values)
    citation = Citation("a.txt", "a", "甲局预算", "二、支出", "甲 | 金额 | 1.00", table="项目支出表", row=row)
    return Answer("answered", text, told, calculation, citations=(citation,), answered_by=by)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("23个项目总共多少?", answer("共2项", "3", "4", calculation="3 + 4 = 7")),
        ("三个项目合计", answer("甲：3万元", "3")),
        ("17个项目多少钱?", answer("共2项", "3", "4")),
        ("以旧换新补贴发了多少钱?", answer("补贴发放时限·指标值：**≤20个工作日**[1]。")),
        ("护林员每人每年补助多少?", answer("平均每人：**0.00元**", "0", calculation="0.00元 ÷ 115人 = 0.00元")),
        ("参公单位编制多少?", answer("> 纳入编制范围的单位共4个，其中行政单位1个。", by="quote")),
        ("补助对象有多少?", answer("补助：**20万元**[1]。", "20")),
        ("退休人员多少?", answer("> 主要原因是新增退休人员2人。", by="quote")),
    ],
)
def test_figures_of_other_things_are_no_answer(question: str, told: Answer) -> None:
    assert tells_otherwise(told, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("两个项目总共多少?", answer("合计7万元", "3", "4", calculation="3 + 4 = 7")),
        ("23个项目总共多少?", answer("项目支出合计：**90万元**", "90", row=("合计",))),
        ("出国花了多少钱?", answer("因公出国费：**0**[1]。")),
        ("补贴发了多少钱?", answer("补贴：**20万元**[1]。", "20")),
        ("编制多少?", answer("> 核定事业编制20名。", by="quote")),
        ("新增退休人员多少?", answer("> 新增退休人员2人。", by="quote")),
    ],
)
def test_figures_of_what_is_asked_stay(question: str, told: Answer) -> None:
    assert not tells_otherwise(told, question)
