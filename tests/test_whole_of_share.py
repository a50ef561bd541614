"""Of what whole a share is: of the body that was spoken of, of all bodies, of the narrower table that prints the part too."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_documents import find

from app.figures.resolve_task import resolve_task

BODIES = """桐花县粮食局
2031年部门预算

部门概况：桐花县粮食局部门预算包括：1.桐花县粮食局本级；2.桐花县粮油质检站。

2031年部门支出总表

单位：万元

单位名称\t合计\t基本支出\t项目支出
合计\t100.00\t70.00\t30.00
桐花县粮食局本级\t60.00\t50.00\t10.00
桐花县粮油质检站\t40.00\t20.00\t20.00

2031年支出预算分类汇总表

单位：万元

科目编码\t科目名称\t金额
302\t商品和服务支出\t30.00
30215\t会议费\t8.00
30216\t培训费\t6.00

2031年机关运行经费支出预算表

单位：万元

科目编码\t科目名称\t机关运行经费支出
\t合计\t20.00
30215\t会议费\t3.00
30216\t培训费\t2.00
"""


def share_of(question: str, units: tuple[str, ...] = ()) -> list[Decimal]:
    tasks = find(question, text=BODIES, units=units).tasks
    return [one.quantity.number for task in tasks for one in resolve_task(task) if one.quantity]


def test_parts_are_taken_from_the_table_of_the_whole() -> None:
    assert share_of("机关运行经费中，会议费、培训费加起来占几成？") == [Decimal("25.00")]


def test_an_amount_within_another_is_no_share() -> None:
    assert share_of("机关运行经费20万元里面，会议费一项占了多少钱？") == [Decimal("3.00")]


def test_a_units_part_of_what_all_have() -> None:
    assert share_of("~的项目支出占全部门项目支出的百分之几？", ("桐花县粮油质检站",)) == [Decimal("66.67")]


@pytest.mark.parametrize(("part", "share"), [("项目支出占总支出的比重", "50.00"), ("基本支出占总支出的比重", "50.00")])
def test_a_units_part_of_what_the_unit_has(part: str, share: str) -> None:
    assert share_of(f"~{part}", ("桐花县粮油质检站",)) == [Decimal(share)]


FUNDS = """桐花县粮食局
2031年部门预算

2031年部门收支总体情况表

单位：万元

收入\t金额\t支出\t金额
一般公共预算\t80.00\t一般公共服务支出\t100.00
政府性基金\t20.00
收入总计\t100.00\t支出总计\t100.00

2031年一般公共预算支出情况表

单位：万元

科目编码\t科目名称\t合计
\t合计\t80.00
2220105\t粮油仓储\t20.00
2220101\t行政运行\t60.00
"""


@pytest.mark.parametrize(("asked", "share"), [("总支出", "20.00"), ("支出总计", "20.00"), ("一般公共预算支出", "25.00")])
def test_all_that_was_spent_is_more_than_one_funds_table(asked: str, share: str) -> None:
    (found,) = find(f"粮油仓储占{asked}多少", text=FUNDS).tasks
    assert [str(result.quantity.number) for result in resolve_task(found) if result.quantity] == [share]
