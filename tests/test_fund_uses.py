"""What a fund is used for: all that the prose says of it, or the projects that it pays for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import asking

from app.assistant import Assistant

BODY = "栖霞渡区湿地局"
FINAL = f"""{BODY}
2032年度部门决算

第一部分 概况

一、主要职责

（一）负责全区湿地的巡护。

第二部分 2032年度部门决算情况说明

一、政府性基金预算财政拨款支出决算情况说明

2032年度政府性基金预算财政拨款支出60.00万元。具体为：

（一）栈道建设支出（项）40.00万元，主要用于芦苇栈道铺设。

（二）水质监测支出（项）20.00万元，主要用于浮标更换。

二、预算绩效情况说明

组织对2个政府性基金预算项目开展绩效自评，资金60.00万元。
"""
BUDGET = f"""{BODY}
2033年部门预算

第一部分 概况

一、主要职责

（一）负责全区湿地的巡护。

第二部分 2033年部门预算情况说明

一、收支预算总体情况

2033年收支总预算90.00万元，比2032年增加5.00万元，主要原因是彩票公益金项目增加。

二、政府性基金预算支出情况说明

2033年政府性基金预算支出30.00万元，全部为用于社会福利的彩票公益金支出。

第三部分 部门预算表

项目支出表

单位：万元

项目名称\t项目单位\t合计\t一般公共预算\t政府性基金预算
芦苇补种\t{BODY}\t60.00\t60.00\t
护理站改造\t{BODY}\t30.00\t\t30.00
合计\t\t90.00\t60.00\t30.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("funds"), FINAL, BUDGET) as opened:
        yield opened


@pytest.mark.parametrize(
    "asked", ["政府性基金用于哪些方面？", "政府性基金支出主要用在哪里？", "政府性基金预算支出用于什么？", "政府性基金用于哪些项目？"]
)
def test_every_use_that_the_prose_gives_is_told(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"2032年决算{asked}")
    assert answer.status == "answered"
    assert [one in answer.text for one in ("芦苇栈道铺设", "浮标更换", "自评")] == [True, True, False]


def test_projects_of_lottery_money_are_those_of_the_fund_that_is_all_of_it(assistant: Assistant) -> None:
    answer = assistant.ask("2033年预算彩票公益金用在哪些项目？")
    assert answer.status == "answered"
    assert [one in answer.text for one in ("护理站改造", "芦苇补种", "收支总预算")] == [True, False, False]


def test_money_of_another_lottery_has_no_projects(assistant: Assistant) -> None:
    assert "护理站改造" not in assistant.ask("2033年预算体育彩票公益金用在哪些项目？").text
