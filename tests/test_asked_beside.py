"""What a question asks beside its first item, and whose rows, things and sides its answer is of; an honest no where none are told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import HERITAGE, amounts_of, asking

from app.assistant import Assistant

FISHERY = """荻港市渔政局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责全市水域的渔业执法。

二、机构设置

荻港市渔政局本级行政编制20名，实有18名；荻港市水产站事业编制12名，实有11名。下辖东埠、西埠、南埠3个社区。纳入本部门2031年部门预算编制范围的单位共2个：1.荻港市渔政局本级；2.荻港市水产站。

第二部分 情况说明

一、收支预算总体情况

2031年收支总计300.00万元，与2030年相比，收支总计各增加20.00万元，增长7.14%。

第三部分 2031年部门预算表

收支总表

单位：万元

收入\t\t支出\t
项目\t预算数\t项目\t预算数
收入总计\t300.00\t支出总计\t300.00

部门支出总表

单位：万元

单位编码\t单位名称\t合计\t基本支出\t\t\t项目支出
\t\t\t人员经费\t\t公用经费\t
\t\t\t工资福利支出\t对个人和家庭的补助\t\t
\t合计\t300.00\t120.00\t10.00\t20.00\t150.00
305001\t荻港市渔政局本级\t200.00\t80.00\t7.00\t13.00\t100.00
305002\t荻港市水产站\t100.00\t40.00\t3.00\t7.00\t50.00

部门项目支出预算表

单位：元

项目代码\t项目名称\t单位名称\t科目编码\t科目名称\t合计
510000310000000000011\t水域巡护经费\t荻港市渔政局本级\t30211\t差旅费\t300000.00
510000310000000000011\t水域巡护经费\t荻港市渔政局本级\t30226\t劳务费\t500000.00
510000310000000000012\t渔港清淤经费\t荻港市渔政局本级\t30213\t维修（护）费\t200000.00
510000310000000000013\t鱼苗放流经费\t荻港市水产站\t30218\t专用材料费\t400000.00
510000310000000000013\t鱼苗放流经费\t荻港市水产站\t30226\t劳务费\t100000.00
合计\t\t\t\t\t1500000.00

上级补助项目支出预算表

单位：元

项目名称\t单位名称\t合计
省级渔港补助资金\t荻港市渔政局本级\t900000.00
省级鱼苗补助资金\t荻港市水产站\t300000.00
合计\t\t1200000.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("beside"), FISHERY) as opened:
        yield opened


@pytest.fixture(scope="module")
def heritage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("heritage"), HERITAGE) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("本级人员经费多少", ["87.00万元"]),
        ("水产站人员经费多少", ["43.00万元"]),
        ("本级工资福利支出多少", ["80.00万元"]),
        ("本级人员经费占基本支出的百分之几", []),
    ],
)
def test_what_heads_columns_without_a_total_is_all_of_them(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert amounts_of(assistant, f"荻港市渔政局2031年{asked}") == told


def test_the_rows_of_one_project_are_one_project(assistant: Assistant) -> None:
    told = ["800000.00元", "200000.00元", "500000.00元"]
    assert amounts_of(assistant, "荻港市渔政局2031年项目支出有哪些") == told
    assert amounts_of(assistant, "荻港市水产站项目支出有哪些") == ["500000.00元"]


def test_projects_granted_from_above_are_listed_only_where_they_are_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("荻港市渔政局2031年上级补助项目有哪些")
    assert [str(one.value) for one in answer.values] == ["900000.00", "300000.00"]
    assert "没有列全部项目" not in answer.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("收入总计，比上年增长多少", ["300.00万元", "20.00万元", "7.14%"]),
        ("劳务费中项目经费安排多少", ["600000.00元"]),
    ],
)
def test_both_halves_are_told(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert set(told) <= set(amounts_of(assistant, f"荻港市渔政局2031年{asked}"))


def test_communities_are_no_units_of_the_budget(assistant: Assistant) -> None:
    assert "东埠、西埠、南埠3个社区" in assistant.ask("荻港市渔政局下辖哪些社区").text


def test_posts_of_two_kinds_are_both_told(assistant: Assistant) -> None:
    text = assistant.ask("荻港市渔政局行政编制和事业编制").text
    assert all(posts in text for posts in ("20名", "12名"))


@pytest.mark.parametrize(
    "asked", ["差旅费多少，对应哪些项目", "捕捞设备有几台", "上年结转用于哪个科目", "政府购买服务有哪些项目", "渔港清淤几条"]
)
def test_other_things_than_those_asked_for_are_no_answer(assistant: Assistant, asked: str) -> None:
    assert assistant.ask(f"荻港市渔政局2031年{asked}").status == "not_found"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("办公费和差旅费各多少，合计", {"8.00万元", "12.00万元"}),
        ("差旅费一共多少，其中基本支出多少", {"12.00万元", "4.50万元"}),
    ],
)
def test_a_sum_or_a_part_asked_for_last_is_told_too(heritage: Assistant, asked: str, told: set[str]) -> None:
    assert told <= set(amounts_of(heritage, f"苇塘市文物局2031年{asked}"))


def test_an_item_is_known_without_what_stands_in_its_brackets(heritage: Assistant) -> None:
    told = amounts_of(heritage, "苇塘市文物局2031年维修费一共多少，其中基本支出多少")
    assert "72.00万元" not in told


def test_no_part_of_an_item_is_that_of_everything(assistant: Assistant) -> None:
    told = amounts_of(assistant, "荻港市渔政局2031年差旅费一共多少，其中基本支出多少")
    assert "130.00万元" not in told
