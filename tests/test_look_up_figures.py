"""A want to figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_documents import BUDGET, FINAL, find, index

from ingest.quantity import Quantity, rounds_to
from retrieval.facts.candidate import Found
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Want
from retrieval.lookup.look_up_figures import look_up_figures


def first(question: str, text: str = FINAL) -> str | None:
    (task,) = find(question, text=text).tasks
    (found,) = task.found
    return found.candidates[0].text if found.candidates and not found.missing else None


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("差旅费", FINAL, "9.00"),
        ("行政运行的基本支出", FINAL, "180.00"),
        ("档案馆的项目支出", FINAL, "80.00"),
        ("公务接待费", FINAL, "2.00"),
        ("公务用车运行费", FINAL, "4.00"),
        ("公务接待费预算数", FINAL, "3.00"),
        ("三公经费预算", FINAL, "8.00"),
        ("三公经费决算", FINAL, "6.00"),
        ("支出合计", FINAL, "300.00"),
        ("2012604", FINAL, "80.00"),
        ("车辆有几辆", FINAL, "2辆"),
        ("粮仓修缮", BUDGET, "18.00"),
        ("三公经费", BUDGET, "3.50万元"),
    ],
)
def test_the_figure_that_bears_what_is_named_is_found(question: str, text: str, expected: str) -> None:
    assert first(question, text) == expected


@pytest.mark.parametrize(
    ("question", "total"), [("基本工资", "55.00"), ("30101", "55.00"), ("培训费", "5.00"), ("30216", "5.00"), ("委托业务费", "30.00")]
)
def test_rows_of_one_name_are_added_up_whatever_else_they_bear(question: str, total: str) -> None:
    assert first(question, BUDGET) == total


def test_one_row_of_a_name_is_no_other_scope_of_it() -> None:
    (task,) = find("培训费", text=BUDGET).tasks
    assert {candidate.text for candidate in task.found[0].candidates} == {"5.00"}


@pytest.mark.parametrize("question", ["取暖费", "抚恤金", "差旅费的项目支出", "档案馆的基本工资"])
def test_what_is_blank_absent_or_in_another_column_is_not_found(question: str) -> None:
    assert first(question) is None


def test_a_nested_account_is_not_added_to_its_parent() -> None:
    assert first("住房公积金") == "40.00"


def test_a_mention_without_a_key_finds_nothing() -> None:
    mention = Mention(0, 3, "灯塔费", ())
    assert look_up_figures(index(), Want((mention,)), "value") == Found((), (mention,))


def test_a_change_is_found_only_in_prose_that_states_it() -> None:
    change = find("公务接待费比上年减少多少").tasks[0].found[0]
    assert {candidate.text for candidate in change.candidates} == {"0.50万元", "20.00%"}
    assert find("差旅费比上年减少多少").tasks[0].found[0].candidates == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("1.23", "万元"), ("12345", "元"), True),
        (("1.24", "万元"), ("12345", "元"), False),
        (("1.23", "万元"), ("1.23", "万元"), False),
        (("1", "万元"), ("12345", "元"), False),
    ],
)
def test_amounts_agree_when_the_finer_rounds_to_the_coarser(one: tuple[str, str], other: tuple[str, str], expected: bool) -> None:
    first_amount, second_amount = (Quantity(Decimal(number), unit) for number, unit in (one, other))
    assert rounds_to(first_amount, second_amount) is expected


def test_the_cell_is_told_before_the_sentence_that_rounds_it() -> None:
    text = FINAL + "\n# 第三部分 情况说明\n\n## 一、总体情况\n\n2031年基本支出220.2万元，用于人员和运转。\n"
    text = text.replace("300.00\t220.00\t80.00", "300.15\t220.15\t80.00")
    (task,) = find("基本支出是多少", text=text).tasks
    assert task.found[0].candidates[0].text == "220.15"


EVALUATED = """桐花县林场管理局
2031年度部门决算

第二部分 2031年度部门决算表

项目自评汇总表

单位：万元

项目名称\t全年执行数\t预算执行率\t自评得分\t产出得分率
苗圃养护费\t64.52\t51.21%\t94.12\t100%
油锯租赁费\t163.76\t99.13%\t99.91\t98%
"""


@pytest.mark.parametrize(("question", "expected"), [("苗圃养护费", "64.52"), ("油锯租赁费", "163.76"), ("苗圃养护费得分", "94.12")])
def test_a_cost_is_its_money_not_its_score(question: str, expected: str) -> None:
    assert first(question, EVALUATED) == expected
