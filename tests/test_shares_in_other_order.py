"""Shares asked for in another order (甲是乙的百分之几; 甲,在乙中占几成; 乙的几成是甲), and percentages that are none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import asking

from app.assistant import Assistant

BEES = """梨坞县养蜂局
2031年度部门决算

第一部分 梨坞县养蜂局概况

一、主要职责

（一）负责蜂场巡查。

第二部分 2031年度部门决算情况说明

一、收入支出决算总体情况说明

2031年度支出合计500.00万元，其中：基本支出300.00万元，占60.00%；项目支出200.00万元，占40.00%。

二、一般公共预算基本支出情况说明

2031年度一般公共预算基本支出300.00万元，其中：人员经费180.00万元，占60.00%；公用经费120.00万元，占40.00%。

三、“三公”经费支出情况

2031年度“三公”经费支出8.00万元。公务接待费支出2.00万元，完成年初预算4.00万元的50.00%，比上年减少1.00万元，下降33.33%。

第三部分 2031年度部门决算表

一般公共预算基本支出决算表

单位：万元

科目编码\t科目名称\t合计\t人员经费\t公用经费
\t合计\t300.00\t180.00\t120.00
30101\t基本工资\t90.00\t90.00\t
30102\t津贴补贴\t90.00\t90.00\t
30208\t取暖费\t30.00\t\t30.00
30239\t其他交通费用\t90.00\t\t90.00

“三公”经费支出决算表

单位：万元

项目\t决算数
合计\t8.00
公务接待费\t2.00
公务用车运行维护费\t6.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("shares"), BEES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("梨坞县养蜂局2031年取暖费是公用经费的百分之几", "25.00"),
        ("梨坞县养蜂局2031年的取暖费（30208），算下来是公用经费的几成？", "25.00"),
        ("取暖费这一项，在梨坞县养蜂局2031年公用经费总额中占百分之几", "25.00"),
        ("取暖费放在梨坞县养蜂局2031年公用经费里，算百分之几", "25.00"),
        ("梨坞县养蜂局2031年公用经费的百分之几是取暖费", "25.00"),
        ("梨坞县养蜂局2031年基本工资相当于人员经费的百分之多少（保留两位小数）", "50.00"),
        ("梨坞县养蜂局2031年基本工资跟人员经费比是百分之几", "50.00"),
        ("梨坞县养蜂局2031年取暖费多少，是公用经费的百分之几", "25.00"),
        ("梨坞县养蜂局2031年公用经费是人员经费的百分之几", "66.67"),
        ("公务接待费这一项，在梨坞县养蜂局2031年三公经费总额中占百分之几", "25.00"),
    ],
)
def test_a_share_in_another_order(assistant: Assistant, question: str, share: str) -> None:
    answer = assistant.ask(question)
    assert [f"{value.value:f}" for value in answer.values if value.unit == "%"] == [share], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "梨坞县养蜂局2031年人员经费是公用经费的百分之几",  # each has a share of the basic expenditure, neither is a part of the other
        "梨坞县养蜂局2031年公务接待费是上年的百分之几",
        "梨坞县养蜂局2031年蜂蜡费是公用经费的百分之几",
    ],
)
def test_a_percentage_of_another_whole_is_not_told(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "not_found", assistant.ask(question).text
