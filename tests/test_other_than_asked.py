"""What is of something else than asked: quotations, whole amounts for each, worth or dates for counts; shares of a stated whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.answerer.evidence_form import read_form
from app.checks.check_counted import quotes_otherwise, tells_otherwise
from app.checks.check_measure import is_of_another_measure
from app.forms.form_rows import load_form_words
from app.question.distribute_question import distributed
from app.question.read_share_asked import ShareAsked, read_share_asked
from app.relations.relate_parts import read_relation


def quoted(text: str) -> Answer:
    return Answer("answered", f"写明：\n> {text}", answered_by="quote")


def told(label: str, number: str, unit: str = "万元") -> Answer:
    value = Value(label, Decimal(number), unit)
    return Answer(
        "answered", f"{label}：**{number}{unit}**", (value,), citations=(Citation("a.txt", "a", "表", "", number),), answered_by="rule"
    )


@pytest.mark.parametrize(
    ("question", "text", "is_other"),
    [
        ("养车的钱少了多少", "公务接待费2.00万元，比上年减少1.00万元。", True),
        ("养车的钱少了多少", "车辆运行维护费2.00万元，比上年减少1.00万元。", False),
        ("养车的钱为什么少了", "公务接待费减少，主要原因是压缩接待。", False),
        ("出国花了多少钱", "公务接待费2.00万元。", True),
        ("出国花了多少钱", "因公出境1批次，支出2.00万元。", False),
        ("买新车花了多少钱", "公务用车运行维护费2.00万元。", True),
        ("买新车花了多少钱", "更新公务用车1辆，支出18.00万元。", False),
        ("请客吃饭花了多少钱", "公务用车运行维护费2.00万元。", True),
        ("请客吃饭花了多少钱", "招待来宾支出2.00万元。", False),
    ],
)
def test_a_quotation_speaks_of_what_an_amount_is_asked_of(question: str, text: str, is_other: bool) -> None:
    assert quotes_otherwise(quoted(text), question) == is_other


@pytest.mark.parametrize(
    ("answer", "is_other"),
    [
        (told("设备", "40"), True),
        (told("单价100万元以上的设备", "1", "台"), True),
        (told("单价50万元以上的设备", "4", "台"), False),
    ],
)
def test_what_equipment_is_worth_is_no_count_of_it(answer: Answer, is_other: bool) -> None:
    assert tells_otherwise(answer, "单价50万元以上的设备有几台") == is_other


@pytest.mark.parametrize(
    ("question", "answer", "is_other"),
    [
        ("每个学生补多少钱", told("学生营养餐", "40"), True),
        ("每个月补多少钱", told("护林补助", "40"), True),
        ("一个老人发多少钱", told("高龄津贴", "40"), True),
        ("每个人补多少钱", told("补助标准", "300", "元"), False),
        ("每个月补多少钱", told("护林员每月补助", "300", "元"), False),
        ("第一个月花了多少钱", told("护林补助", "40"), False),
    ],
)
def test_a_whole_amount_is_none_for_each_person_or_month(question: str, answer: Answer, is_other: bool) -> None:
    assert is_of_another_measure(answer, question) == is_other


@pytest.mark.parametrize(
    ("question", "text", "counts"),
    [
        ("一共多少", "截至2031年6月30日前，完成编制。", False),
        ("数量是多少", "2031年6月完成。", False),
        ("数量是多少", "2031年6月完成30份。", True),
        ("一共多少", "编制目录40本。", True),
    ],
)
def test_a_date_counts_nothing(question: str, text: str, counts: bool) -> None:
    says = read_form(question).numbers
    assert says
    assert all(one(text) for one in says) == counts


@pytest.mark.parametrize(
    "question",
    ["三公经费比2024年预算少了多少", "差旅费比年初预算少花了多少", "2031年决算比预算多了多少", "公务接待费比去年决算多花了多少"],
)
def test_the_same_thing_as_planned_is_no_other_thing(question: str) -> None:
    assert read_relation("差旅费比办公费多花了多少", "差旅费比办公费多花了多少") is not None
    assert read_relation(question, question) is None


@pytest.mark.parametrize(
    "question",
    [
        "公园补种占项目支出200.00万元的比例",
        "公园补种占项目支出的百分之几？（保留两位小数）",
        "公园补种占项目支出的比重。保留一位小数。",
    ],
)
def test_a_share_is_read_whatever_is_said_of_its_whole_or_its_digits(question: str) -> None:
    assert read_share_asked(question) == ShareAsked("公园补种", "项目支出", "")


def test_both_kinds_of_expenditure_are_of_the_item() -> None:
    assert distributed("委托业务费基本支出和项目支出各多少") == ("委托业务费基本支出多少", "委托业务费项目支出多少")


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("指标目标值", "target"),
        ("计划值", "target"),
        ("计划值及单位", "target"),
        ("目标数", "target"),
        ("计算单位", "unit"),
        ("三级指标", None),
    ],
)
def test_targets_and_units_stand_under_many_heads(header: str, role: str | None) -> None:
    assert next((one.name for one in load_form_words().roles if one.header.fullmatch(header)), None) == role
