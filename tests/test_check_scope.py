"""What came in is no answer to what was spent, nor the retired to how many teachers there are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Value
from app.checks.check_scope import is_of_other_account, is_of_other_scope, is_of_other_side, is_of_some_persons


@pytest.mark.parametrize(
    ("question", "label", "is_other"),
    [
        ("政府性基金支出多少", "政府性基金预算财政拨款收入", True),
        ("政府性基金预算支出是多少", "政府性基金收入", True),
        ("政府性基金占全部支出多少", "政府性基金预算财政拨款收入占支出总计的比重", True),
        ("政府性基金收入占总支出多少", "政府性基金预算财政拨款收入占支出总计的比重", False),
        ("政府性基金占比", "政府性基金预算财政拨款收入占收入合计的比重", False),
        ("政府性基金多少", "政府性基金预算财政拨款收入", False),
        ("政府性基金支出多少", "政府性基金预算财政拨款支出", False),
        ("政府性基金支出多少", "国有土地使用权出让收入安排的支出", False),
    ],
)
def test_what_came_in_is_not_told_for_what_was_spent(question: str, label: str, is_other: bool) -> None:
    assert is_of_other_side(Answer("answered", label, (Value(label, Decimal("5.00"), "万元"),)), question) == is_other


@pytest.mark.parametrize(
    ("question", "label", "is_some"),
    [
        ("教师多少人", "新增退休教师", True),
        ("退休教师多少人", "新增退休教师", True),
        ("新增退休教师多少人", "新增退休教师", False),
        ("在职教师多少人", "在职教师", False),
        ("退了休的老师有几位", "退休教师", False),
    ],
)
def test_some_persons_are_not_told_for_all(question: str, label: str, is_some: bool) -> None:
    assert is_of_some_persons(Answer("answered", label, (Value(label, Decimal(3), "名"),)), question) == is_some


@pytest.mark.parametrize(
    ("question", "text", "label", "is_other"),
    [
        ("某局电费多少", "电脑:12.50万元\n按“电脑”理解。", "电脑", True),
        ("某局电脑多少", "电脑:12.50万元\n按“电脑”理解。", "电脑", False),
        ("某局行政单位医疗是多少", "事业单位医疗:8.00万元\n按“事业单位医疗”理解。", "事业单位医疗", True),
        ("某局行政运行费多少", "公务用车运行费:8.00万元\n按“公务用车运行费”理解。", "公务用车运行费", True),
        ("某局工会经费花了多少", "工会经费:8.00万元\n按“某局”理解。", "工会经费", False),
        ("某局物资储备多少", "防汛物资储备:8.00万元\n按“防汛物资储备”理解。", "防汛物资储备", False),
        ("某局因公出国（境）费用多少", "因公出国（境）费:0.00万元\n按“因公出国（境）费”理解。", "因公出国（境）费", False),
        ("某局运行费花了多少", "食堂运行服务费:3.00万元\n按“食堂运行服务费”理解。", "食堂运行服务费", True),
        ("某局养车花了多少", "公务用车运行维护费:3.00万元\n按“公务用车运行维护费”理解。", "公务用车运行维护费", False),
        ("某局电费多少", "电脑:12.50万元", "电脑", False),  # nothing was understood as anything
    ],
)
def test_an_account_that_is_not_printed_is_no_name_like_it(question: str, text: str, label: str, is_other: bool) -> None:
    answer = Answer("answered", text, (Value(label, Decimal(8), "万元"),), answered_by="rule")
    assert is_of_other_account(answer, question) == is_other


@pytest.mark.parametrize(
    ("question", "quote", "is_other"),
    [
        ("某局行政单位医疗多少", "行政事业单位医疗（款）事业单位医疗（项）8.00万元。", True),
        ("某局经营收入多少", "国有资本经营预算拨款收入0.00万元。", True),
        ("某局国有资本经营预算支出多少", "本单位无国有资本经营预算财政拨款安排的支出。", False),
        ("某局因公出国（境）费用多少", "因公出国（境）经费0万元，与上年持平。", False),
        ("某局专用设备有几台", "单价100万元以上的设备2台。", False),
        ("某局经营情况怎么样", "国有资本经营预算拨款收入0.00万元。", False),
    ],
)
def test_words_that_do_not_speak_of_the_account_are_not_quoted(question: str, quote: str, is_other: bool) -> None:
    assert is_of_other_account(Answer("answered", quote, answered_by="quote"), question) == is_other


@pytest.mark.parametrize(("share", "is_other"), [("630.92", True), ("100.00", False), ("12.50", False)])
def test_a_share_is_no_more_than_its_whole(share: str, is_other: bool) -> None:
    value = Value("项目支出占办公费的比重", Decimal(share), "%")
    assert is_of_other_scope(Answer("answered", f"项目支出占办公费的比重：{share}%", (value,)), "办公费里项目支出占多少") == is_other
