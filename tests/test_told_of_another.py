"""Answers that tell another measure, leave out what is asked for or tell a share of something else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.checks.check_asked import lacks_parts, lacks_rest
from app.checks.check_counted import quotes_otherwise, tells_otherwise
from app.checks.check_measure import is_of_another_measure
from app.checks.check_reckoned import lacks_share
from app.question.read_share_asked import ShareAsked, read_share_asked
from ingest.labels.read_unit import read_unit
from retrieval.spelling.normalize_question import normalize_question


def told(*parts: tuple[str, str, str], text: str = "") -> Answer:
    values = tuple(Value(label, Decimal(number), unit) for label, number, unit in parts)
    text = text or "\n".join(f"{label}：**{number}{unit}**" for label, number, unit in parts)
    return Answer("answered", text, values, citations=(Citation("a.txt", "a", "表", "", "1"),), answered_by="rule")


def quoted(text: str, opening: str = "写明：") -> Answer:
    return Answer("answered", f"{opening}\n> {text}", answered_by="quote")


@pytest.mark.parametrize(
    ("answer", "question", "is_other"),
    [
        (told(("支出（不含上年结转）", "40.00", "万元")), "上年结转有多少", True),
        (told(("支出（不包括年末结余）", "40.00", "万元")), "结余是多少", True),
        (told(("支出（剔除专项债券）", "40.00", "万元")), "专项债券花了多少", True),
        (told(("支出（不含上年结转）", "40.00", "万元")), "不含结转的支出是多少", False),
        (told(("支出（不含上年结转）", "40.00", "万元")), "支出是多少", False),
        (told(("支出（不含上年结转）", "40.00", "万元"), ("年末结转", "3.00", "万元")), "结转是多少", False),
    ],
)
def test_what_leaves_out_the_thing_asked_for_is_no_answer(answer: Answer, question: str, is_other: bool) -> None:
    assert is_of_another_measure(answer, question) == is_other


@pytest.mark.parametrize(
    ("answer", "question", "is_other"),
    [
        (told(("巡河", "4", "次")), "巡河的有多少人", True),
        (told(("巡河", "4", "次")), "巡河的有几个人？", True),
        (told(("巡河员", "4", "人")), "巡河的有多少人", False),
        (told(("巡河员", "4", "名")), "巡河的有多少人", False),
        (told(("巡河", "4", "次")), "巡河多少次", False),
        (told(("巡河人数", "4", "次"), text="**巡河人数4次**"), "巡河的有多少人", False),
    ],
)
def test_other_things_counted_are_no_persons(answer: Answer, question: str, is_other: bool) -> None:
    assert is_of_another_measure(answer, question) == is_other


@pytest.mark.parametrize(
    ("question", "is_other"),
    [
        ("设备购置数量是多少", True),
        ("车辆保有数量多少", True),
        ("实有人员多少", True),
        ("在职职工有多少", True),
        ("职工总数多少", True),
        ("编制和在职人数各多少", True),
        ("办公用房面积多大，其中技术用房多少", True),
        ("办公用房面积是多少？", True),
        ("在职人员多少钱", False),
        ("办公用房维修多少钱", False),
    ],
)
def test_money_is_no_number_of_staff_no_area_and_no_quantity(question: str, is_other: bool) -> None:
    assert is_of_another_measure(told(("某项", "40.00", "万元")), question) == is_other


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("甲和乙加起来，甲占几成", "5.00 + 15.00 = 20.00\n5.00 ÷ 20.00 = **25.00%**", False),
        ("甲和乙加起来，甲占几成", "5.00 + 15.00 = 20.00\n5.00 ÷ 80.00 = **6.25%**", True),
        ("甲和乙各占多少比例", "甲占总数的**25.00%**", True),
        ("甲和乙各占多少比例", "甲占总数的**25.00%**\n乙占总数的**75.00%**", False),
        ("甲和乙分别是多少，占支出的比例", "甲**5.00万元**，乙**15.00万元**，占**75.00%**", True),
        ("甲和乙各占多少比例", "甲占**25.00%**\n其他口径：乙占75.00%", True),
    ],
)
def test_the_share_asked_for_is_told(question: str, text: str, lacks: bool) -> None:
    assert lacks_share(told(("甲", "25.00", "%"), text=text), normalize_question(question)) == lacks


@pytest.mark.parametrize(
    ("labels", "lacks"), [(("收入总计",), True), (("支出总计",), True), (("收入总计", "支出总计"), False), (("收入支出总计",), False)]
)
def test_income_and_expenditure_asked_are_both_told(labels: tuple[str, ...], lacks: bool) -> None:
    answer = told(*((label, f"{place}0.00", "万元") for place, label in enumerate(labels, 1)))
    assert lacks_parts(answer, normalize_question("收入多少，支出又多少")) == lacks


@pytest.mark.parametrize(
    ("text", "lacks"),
    [("目标≥40棵", True), ("目标≥40棵，实际完成42棵", False), ("目标≥40棵\n其他口径：实际完成42棵", True)],
)
def test_what_was_reached_is_told_where_it_is_asked_for(text: str, lacks: bool) -> None:
    answer = Answer("answered", text, (Value("种树", Decimal(40), "棵"),), answered_by="rule")
    assert lacks_rest(answer, "种树完成了多少") == lacks


@pytest.mark.parametrize(
    ("question", "answer", "is_other"),
    [
        ("结余资金用到哪里了", quoted("结余资金：指上年没有用完的资金。", "在“第四部分 名词解释”中写明："), True),
        ("结余资金用到哪里了", quoted("结余资金用于修路。"), False),
        ("年初预算是多少", quoted("全年执行40.00万元。"), True),
        ("年初预算是多少", quoted("年初安排40.00万元。"), False),
        ("有几个项目", quoted("围绕预算执行，下设12项指标。"), True),
        ("有几个项目", quoted("共有项目12个。"), False),
    ],
)
def test_a_quotation_of_another_thing_is_none(question: str, answer: Answer, is_other: bool) -> None:
    assert quotes_otherwise(answer, question) == is_other


def test_indicators_are_no_projects() -> None:
    assert tells_otherwise(told(("项目", "3", "个"), text="共3项，下设12项指标"), "有几个项目")
    assert not tells_otherwise(told(("项目", "3", "个"), text="共3项"), "有几个项目")


@pytest.mark.parametrize(
    ("labels", "path", "row", "unit"),
    [
        (("工会经费",), ("2031年比2030年增减%", "基本支出"), {}, "%"),
        (("工会经费",), ("增长率（%）", "项目支出"), {}, "%"),
        (("工会经费",), ("2031年预算数", "基本支出"), {}, "万元"),
        (("疏浚河道",), ("指标值",), {"计算单位": "公里"}, "公里"),
    ],
)
def test_units_are_read_from_the_heads_above_and_beside(
    labels: tuple[str, ...], path: tuple[str, ...], row: dict[str, str], unit: str
) -> None:
    assert read_unit("万元", labels, path, row) == unit


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("那它占支出总计的比例（百分比）", ShareAsked("", "支出总计")),
        ("那它占支出总计的比例，用百分比表示）？", ShareAsked("", "支出总计")),
        ("差旅费占多少（按百分数算）", ShareAsked("差旅费")),
    ],
)
def test_a_share_is_read_without_how_it_is_to_be_written(question: str, asked: ShareAsked) -> None:
    assert read_share_asked(question) == asked
