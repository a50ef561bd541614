"""Bodies whose amounts are added up, ranked or held against each other in words that no document of theirs has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import asking

from app.assistant import Assistant
from app.dialogue.choose_told import is_one_item
from retrieval.spelling.reword import in_usual_words

TEXT = """{body}
{year}年{scope}{kind}

第一部分 {body}概况

一、机构设置

{body}内设机构{count}个，包括：{offices}。

第二部分 {year}年{scope}{kind}情况说明

一、机关运行经费

{year}年机关运行经费{running}万元。

第三部分 {year}年{scope}{kind}表

部门收支总体情况表

单位：万元

收入\t\t支出\t
项目\t金额\t项目\t金额
收入总计\t{total}\t支出总计\t{total}

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计\t人员经费\t公用经费
30228\t工会经费\t{union}\t\t{union}
30239\t其他交通费用\t{rides}\t\t{rides}
"""
NAMES = ("body", "year", "scope", "kind", "count", "offices", "running", "total", "union", "rides")
BODIES = (
    ("梨川市水利局", 2031, "部门", "预算", 3, "办公室、水源科、堤防科", "31.00", "300.00", "7.50", "9.00"),
    ("杏林市水利局", 2031, "部门", "预算", 2, "办公室、水文科", "26.00", "200.00", "5.00", "12.00"),
    ("柏原县水利局", 2031, "部门", "预算", 2, "综合股、水库股", "12.00", "100.00", "2.50", "3.00"),
    ("榆谷县盐务局", 2030, "部门", "决算", 1, "综合股", "19.00", "50.00", "1.50", "4.00"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = (TEXT.format(**dict(zip(NAMES, body, strict=True))) for body in BODIES)
    with asking(tmp_path_factory.mktemp("related"), *texts) as told:
        yield told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2031年其他交通费用（30239），梨川、杏林、柏原三个水利局哪家编得最多？多少钱", "杏林市水利局**：**12"),
        ("梨川市、杏林市、柏原县三家水利局2031年工会经费（30228）全算上要几万？", "合计**15"),
        ("柏原县水利局2031年收入总计，在梨川、杏林、柏原三局合计里只占百分之几？", "16.67%"),
        ("杏林市水利局2031年工会经费占梨川、杏林两个水利局总和的几成", "40.00%"),
        ("梨川、杏林、柏原三局2031年收入总计，柏原占合计的多少？", "16.67%"),
        (
            "榆谷县盐务局2030年决算的机关运行经费，和梨川市水利局、柏原县水利局2031年预算的机关运行经费，各是多少？哪家最高？",
            "梨川市水利局**：**31",
        ),
        ("梨川市水利局的内设机构比杏林市水利局多几个？各是几个", "多**1个"),
        ("工会经费2031年预算，梨川市水利局比杏林市水利局（全部门合计）多几万？", "多**2.5"),
        ("杏林市水利局和柏原县水利局2031年的其他交通费用，谁编得少", "比柏原县水利局多**9"),
        ("坐车钱比一比：其他交通费用，杏林市水利局2031年编的比柏原县水利局多多少", "多**9"),
    ],
)
def test_bodies_are_related(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "2031年会议费，梨川、杏林、柏原三个水利局哪家编得最多？",
        "梨川市、杏林市、柏原县三家水利局2031年工会经费平均几万？比上年多多少",
        "柏原县水利局2031年工会经费（本级）在梨川、杏林、柏原三局合计里占百分之几？",
        "梨川市水利局、榆谷县盐务局的收入总计全算上要几万？",
    ],
)
def test_what_is_not_wholly_understood_is_not_related(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "合计**" not in answer.text
    assert "占3家" not in answer.text
    assert answer.status != "answered" or not answer.calculation


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("梨川市水利局2031年工会经费是多少", "杏林市水利局的呢", "前一家比后一家多多少"), "多**2.5"),
        (("梨川市水利局2031年工会经费是多少", "那柏原县那个局给工会留了多少"), "**2.5"),
    ],
)
def test_turns_of_several_bodies(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    answer = assistant.ask(turns[-1], turns[:-1])
    assert answer.status == "answered"
    assert told in answer.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("甲局2031年政府采购货物支出和服务支出哪个多", "甲局2031年政府采购货物支出和政府采购服务支出哪个多"),
        ("甲局用于养老事业和用于助残事业的公益金支出,哪个多", "甲局用于养老事业的公益金支出和用于助残事业的公益金支出,哪个多"),
        ("甲局汇总表上印刷费(302 02)出现两次,两笔加总多少万元", "甲局汇总表上印刷费(302 02)一共多少万元"),
        ("甲局(全部门合计)工会经费多少", "甲局工会经费多少"),
        ("甲局(本级)工会经费多少", "甲局(本级)工会经费多少"),
    ],
)
def test_what_stands_for_two_is_said_twice(asked: str, told: str) -> None:
    assert in_usual_words(asked) == told


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [("人员经费", "年人员经费决算", True), ("人员经费预算", "人员经费决算", False), ("人员经费", "公用经费", False)],
)
def test_one_item_with_and_without_its_side(one: str, other: str, *, is_one: bool) -> None:
    assert is_one_item(one, other) is is_one
