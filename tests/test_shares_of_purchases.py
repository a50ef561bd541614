"""A purchase's share of its unit's purchases and of all, two things' share together, and a share asked of the next item in few words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import asking

from app.assistant import Assistant

ARCHIVES = """柳汀市档案馆
2031年部门预算

第一部分 概况

一、主要职责

（一）负责全市档案的保管。

二、机构设置

纳入本部门2031年部门预算编制范围的单位共2个：1.柳汀市档案馆本级；2.柳汀市方志中心。

第二部分 情况说明

一、收支预算总体情况

2031年收支总计300.00万元，与2030年相比，收支总计各增加20.00万元，增长7.14%。

二、一般公共预算支出情况

2031年一般公共预算支出300.00万元，其中：教育支出6.00万元，占2.00%；卫生健康支出24.00万元，占8.00%；住房保障支出30.00万元，占10.00%；一般公共服务支出240.00万元，占80.00%。

三、机关运行经费情况

2031年机关运行经费年初预算9.00万元，比上年减少4.00万元，主要原因是合并了两处库房。

第三部分 2031年部门预算表

收支总表

单位：万元

收入\t\t支出\t
项目\t预算数\t项目\t预算数
收入总计\t300.00\t支出总计\t300.00

政府采购预算表

单位：万元

单位名称\t采购品目\t计量单位\t数量\t金额
合计\t\t\t\t40.00
柳汀市档案馆本级\t办公椅\t把\t10\t4.00
柳汀市档案馆本级\t碎纸机\t台\t3\t6.00
柳汀市方志中心\t扫描仪\t台\t5\t12.00
柳汀市方志中心\t书架\t组\t20\t9.00
柳汀市方志中心\t除湿机\t台\t6\t9.00
"""


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant for one invented budget whose two units buy apart."""
    with asking(tmp_path_factory.mktemp("archives"), ARCHIVES) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("2031年柳汀市方志中心采购扫描仪的钱占中心采购总额多少？", ("40.00%",), ("30.00%",)),
        ("2031年柳汀市方志中心采购扫描仪的钱占全部门政府采购的百分之几？", ("30.00%",), ("40.00%",)),
        ("2031年柳汀市方志中心采购扫描仪的钱占政府采购预算的比例是多少？", ("40.00%", "30.00%", "方志中心的**"), ()),
    ],
)
def test_a_purchase_is_held_against_the_purchases_meant(
    archives: Assistant, asked: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    answer = archives.ask(asked, ())
    assert answer.status == "answered"
    assert [one for one in told if one not in answer.text] == []
    assert [one for one in untold if one in answer.text] == []


def test_a_purchase_of_no_unit_named_is_held_against_all(archives: Assistant) -> None:
    answer = archives.ask("柳汀市档案馆2031年采购扫描仪的钱占政府采购的百分之几？", ())
    assert answer.status == "answered"
    assert "30.00%" in answer.text
    assert "40.00%" not in answer.text


def test_two_purchases_before_a_comma_are_held_together(archives: Assistant) -> None:
    answer = archives.ask("2031年柳汀市方志中心买扫描仪和书架的钱，在政府采购预算里占比多少？", ())
    assert answer.status == "answered"
    assert "12.00 + 9.00 = 21.00万元" in answer.text
    assert "占除湿机" not in answer.text
    assert "占扫描仪" not in answer.text


def test_a_share_is_asked_of_the_next_item_in_few_words(archives: Assistant) -> None:
    history = ("柳汀市档案馆2031年住房保障支出是多少？", "占一般公共预算支出多大比例")
    answer = archives.ask("教育那块呢", history)
    assert answer.status == "answered"
    assert "2.00%" in answer.text


def test_an_explanation_asked_for_is_a_reason(archives: Assistant) -> None:
    answer = archives.ask("柳汀市档案馆2031年机关运行经费却少了4万元，解释是什么？", ())
    assert answer.status == "answered"
    assert "合并了两处库房" in answer.text
