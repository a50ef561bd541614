"""Goods named as the catalogue names them, what is taken off an amount, accounts under a bound and a sum that the asker has added up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import amounts_of, asking
from test_shares_in_other_order import BEES

from app.assistant import Assistant

BOUGHT = """

政府采购预算表

单位：万元

单位名称\t采购项目\t采购品目\t采购类别\t采购预算金额
合计\t\t\t\t60.00
梨坞县养蜂局（本级）\t蜂场设备更新\tA02370000摇蜜设备\t货物\t28.60
梨坞县养蜂局（本级）\t蜂场设备更新\tA05010000木架\t货物\t11.40
梨坞县养蜂局（本级）\t蜂场设备更新\tB08000000修缮工程\t工程\t20.00
"""
GOALS = """
四、绩效目标设置情况

2031年，我局纳入预算绩效管理的支出总额为500.00万元。其中：基本支出300.00万元；项目支出200.00万元，涉及项目4个。

第三部分"""
BUREAU = "梨坞县养蜂局2031年"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("goods"), BEES.replace("\n第三部分", GOALS) + BOUGHT) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        (f"{BUREAU}政府采购预算表中，摇蜜设备的预算金额有多少？", ["28.60万元"]),
        (f"{BUREAU}采购木架花多少钱", ["11.40万元"]),
        (f"{BUREAU}公用经费去掉取暖费还剩多少", ["90.00万元"]),
        (f"{BUREAU}人员经费，剔除基本工资，余下的是多少", ["90.00万元"]),
        (f"{BUREAU}基本支出里，属于公用经费、单项又不到50万元的科目有几个？列名字", ["30.00万元"]),
        (f"我把{BUREAU}一般公共预算基本支出决算表里公用经费的各个科目逐项加了一遍，和表上的公用经费合计一样吗？", ["120.00万元"]),
        (f"暖气费超了：{BUREAU}取暖费多少", ["30.00万元"]),
        (f"{BUREAU}纳入预算绩效管理的钱总共多少，其中项目有几个？", ["500.00万元", "4个"]),
    ],
)
def test_what_is_asked_is_told(assistant: Assistant, question: str, amounts: list[str]) -> None:
    told = amounts_of(assistant, question)
    assert [one for one in amounts if one not in told] == [], told


@pytest.mark.parametrize(
    "question",
    [
        f"{BUREAU}采购摇蜜设备占货物采购的百分之几",  # the whole is the goods alone
        f"{BUREAU}采购摇蜜设备多少台",
        f"{BUREAU}公用经费去掉蜂蜡费还剩多少",
    ],
)
def test_what_is_not_printed_is_not_told(assistant: Assistant, question: str) -> None:
    assert amounts_of(assistant, question) == []
