"""The 执行率 of what no column gives a rate for, and amounts of the year before that are wanted together."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_documents import find

from app.figures.answer_other_years import together
from app.figures.find_previous import find_previous
from app.figures.resolve_task import resolve_task

TWO_SIDES = """桐花县粮食局
2031年部门决算

2031年财政拨款“三公”经费支出决算表

单位：万元

项目\t预算数\t决算数
公务用车购置费\t18.00\t13.50
公务接待费\t4.00\t3.00

2031年项目支出绩效自评表

单位：万元

项目名称\t全年预算数\t全年执行数\t执行率
粮仓修缮\t20.00\t19.00\t95.00%
"""
TWO_YEARS = """桐花县粮食局
2031年部门预算

2031年会议费、培训费预算表

单位：万元

项目\t2030年预算数\t2031年预算数
会议费\t1.00\t1.20
培训费\t7.10\t8.60
"""


@pytest.mark.parametrize(("question", "rate"), [("公务用车购置费预算执行率多少?", "75.00"), ("粮仓修缮执行率多少?", "95.00")])
def test_the_rate_is_printed_or_computed(question: str, rate: str) -> None:
    results = [one for task in find(question, text=TWO_SIDES).tasks for one in resolve_task(task)]
    assert [one.quantity.number for one in results if one.quantity] == [Decimal(rate)]


def test_amounts_of_the_year_before_are_added_up() -> None:
    finding = find("会议费和培训费合计是多少?", text=TWO_YEARS)
    info = finding.index.document.info
    answer = together([(info, find_previous(finding, 2030, ()))], finding)
    assert [one.value for one in answer.values] == [Decimal("1.00"), Decimal("7.10"), Decimal("8.10")]
