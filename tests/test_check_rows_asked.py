"""Rows, columns and years other than those asked for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.checks.check_asked import tells_less


def told(table: str, col: str, calculation: str | None = None) -> Answer:
    cell = Citation("a.txt", "a", "园林局预算", "第三部分 表", "90", table=table, row=("行政运行",), col=(col,))
    value = Value("行政运行", Decimal(90), "万元")
    return Answer("answered", "行政运行：**90万元**[1]。", (value,), calculation, citations=(cell,), answered_by="rule")


@pytest.mark.parametrize(
    ("answer", "question"),
    [
        (told("单位收入总表", "事业收入"), "园林局2031年哪个项目安排的事业收入最多,是多少?"),
        (told("支出决算表", "合计"), "园林局2031年项目支出按科目排,金额最大的前三项是哪些?"),
        (told("支出决算表", "合计"), "园林局古树保护2031年决算到2033年预算涨了多少?"),
    ],
)
def test_what_stands_elsewhere_is_no_answer(answer: Answer, question: str) -> None:
    assert tells_less(answer, question)


@pytest.mark.parametrize(
    ("answer", "question"),
    [
        (told("项目支出表", "合计"), "园林局2031年哪个项目安排的钱最多?"),
        (told("支出决算表", "项目支出"), "园林局2031年项目支出最大的科目是哪个?"),
        (told("支出决算表", "合计", "90 − 80 = 10"), "园林局古树保护2031年决算到2033年预算涨了多少?"),
    ],
)
def test_what_stands_where_it_was_asked_for_is_told(answer: Answer, question: str) -> None:
    assert not tells_less(answer, question)


def test_a_change_against_the_year_before_answers_for_both_years() -> None:
    change = Value("收入与上年相比", Decimal(6), "万元")
    told_change = Answer("answered", "收入与上年相比：**增加6万元**[1]。", (change,), answered_by="rule")
    assert not tells_less(told_change, "园林局2031年收入比2030年增加多少?")
    assert tells_less(told_change, "园林局2031年收入比2029年增加多少?")
