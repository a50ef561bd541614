"""Stocks are told as of the day asked for, funds of listed projects are cited, and what an indicator must reach is no amount."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import asking

from app.assistant import Assistant

HARBOUR = """荻浦市港务局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责全市港口的安全监管。

第二部分 情况说明

一、收支预算总体情况

2031年收支总计300.00万元，与2030年相比，收支总计各增加20.00万元，增长7.14%。

二、国有资产占用情况

截至2030年8月31日，部门共有车辆17辆，其中：应急保障用车6辆、执法执勤用车11辆。

第三部分 2031年部门预算表

收支总表

单位：万元

收入\t\t支出\t
项目\t预算数\t项目\t预算数
收入总计\t300.00\t支出总计\t300.00

部门项目支出预算表

单位：万元

单位名称\t项目名称\t合计\t一般公共预算\t上年结转
\t合计\t175.40\t154.40\t21.00
荻浦市港航站\t航道疏浚\t128.00\t107.00\t21.00
荻浦市港航站\t航标更换\t32.40\t32.40\t
荻浦市引航站\t引航艇维护\t15.00\t15.00\t
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant for one invented budget with cars counted in August."""
    with asking(tmp_path_factory.mktemp("harbour"), HARBOUR) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("截至2030年8月底，荻浦市港务局有多少辆执法执勤用车？", "11辆"),
        ("截至2030年8月31日，荻浦市港务局有多少辆车？", "17辆"),
        ("荻浦市港务局有多少辆车？", "17辆"),
    ],
)
def test_cars_are_told_as_of_the_day_printed(harbour: Assistant, asked: str, told: str) -> None:
    answer = harbour.ask(asked, ())
    assert answer.status == "answered"
    assert f"**{told}**" in answer.text
    assert answer.citations


@pytest.mark.parametrize("day", ["2030年6月30日", "2030年底", "2030年12月31日"])
def test_cars_of_another_day_are_not_told(harbour: Assistant, day: str) -> None:
    answer = harbour.ask(f"截至{day}，荻浦市港务局有多少辆执法执勤用车？", ())
    assert answer.status == "not_found"
    assert "11辆" not in answer.text


def test_the_projects_of_a_unit_are_added_and_their_funds_cited(harbour: Assistant) -> None:
    answer = harbour.ask("2031年荻浦市港航站承担的两个项目一共安排了多少钱？", ())
    assert answer.status == "answered"
    assert "160.40万元" in answer.text
    assert "上年结转21.00万元" in answer.text
    assert {"128.00", "32.40", "107.00", "21.00"} <= {citation.quote.rpartition(" | ")[2] for citation in answer.citations}


def test_what_an_indicator_must_reach_is_no_amount_of_its_project(harbour: Assistant) -> None:
    answer = harbour.ask("荻浦市港务局2031年航道疏浚项目，疏浚里程的指标值是多少？", ())
    assert answer.status != "answered"
    assert "128" not in answer.text
