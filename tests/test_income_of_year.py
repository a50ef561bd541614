"""The year's own income, and follow-ups in a word."""

from __future__ import annotations

import pytest
from figure_documents import find

from app.checks.check_measure import COUNTS_ASKED
from app.figures.resolve_task import resolve_task
from retrieval.spelling.normalize_question import normalize_question
from retrieval.spelling.reword import reword

CARRIED_OVER = """桐花县粮食局
2031年部门预算

2031年财政拨款收支预算总表

单位：万元

收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、本年收入\t90.00\t一、本年支出\t100.00
二、上年结转\t10.00\t\t
收入总计\t100.00\t支出总计\t100.00
"""


@pytest.mark.parametrize(("question", "amount"), [("财政拨款收入是多少？", "90.00万元"), ("财政拨款收入总计是多少？", "100.00万元")])
def test_income_of_the_year(question: str, amount: str) -> None:
    tasks = find(normalize_question(question), text=CARRIED_OVER).tasks
    assert [one.text for task in tasks for one in resolve_task(task)] == [amount]


@pytest.mark.parametrize(("asked", "said"), [("合计呢?", "一共是多少?"), ("跟去年比呢?", "比去年呢?"), ("合计是多少?", "合计是多少?")])
def test_follow_ups_in_a_word(asked: str, said: str) -> None:
    assert reword(asked) == said


def test_cars_are_counted() -> None:
    assert COUNTS_ASKED.search("公务用车购置几辆")
    assert not COUNTS_ASKED.search("每辆多少钱")
