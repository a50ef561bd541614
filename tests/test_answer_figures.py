"""Findings to an answer."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, FINAL, find

from app.answer import Answer
from app.documents.ask_back import ask_back, ask_item
from app.figures.answer_figures import answer_figures
from ingest.document import DocumentInfo
from retrieval.query import DocumentChoice


def answer(question: str, *texts: str, is_each: bool = False) -> Answer | None:
    choice = DocumentChoice(tuple(str(place) for place, _ in enumerate(texts)), question, is_each=is_each)
    return answer_figures(question, choice, [find(question, text=text) for text in texts])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("差旅费是多少", [("9.00", "万元")]),
        ("差旅费是多少元", [("90000.00", "元")]),
        ("办公费和差旅费加起来多少", [("21.00", "万元"), ("9.00", "万元"), ("30.00", "万元")]),
        ("办公费比差旅费多多少", [("21.00", "万元"), ("9.00", "万元"), ("12.00", "万元")]),
        ("公务接待费决算比预算少多少", [("3.00", "万元"), ("2.00", "万元"), ("1.00", "万元")]),
    ],
)
def test_values_are_those_told(question: str, values: list[tuple[str, str]]) -> None:
    told = answer(question, FINAL)
    assert told is not None
    assert [(str(value.value), value.unit) for value in told.values] == values


def test_a_figure_is_told_with_whose_it_is_its_scope_and_its_citation() -> None:
    told = answer("差旅费是多少", FINAL)
    assert told is not None
    assert told.text.splitlines()[0] == "桐花县档案局2031年部门决算，差旅费·公用经费：**9.00万元**[1]。"
    assert "“30211 差旅费”行" in told.text
    assert told.citations[0].row == ("30211", "差旅费")


def test_an_amount_in_the_unit_asked_keeps_the_printed_one() -> None:
    told = answer("差旅费是多少元", FINAL)
    assert told is not None
    assert "**90000元（即9.00万元）**" in told.text


def test_two_sides_of_one_label_are_told_apart() -> None:
    told = answer("公务接待费决算比预算少多少", FINAL)
    assert told is not None
    assert "**公务接待费（预算）**比公务接待费（决算）多**1.00万元**" in told.text


def test_of_several_unnamed_bodies_that_know_the_item_the_only_one_with_a_figure_is_not_assumed() -> None:
    other = BUDGET.replace("，比2030年预算增加4.00万元，增长7.14%", "")
    told = answer("行政运行比上年增加多少", BUDGET, other)
    assert told is not None
    assert (told.status, len(told.choices)) == ("clarify", 2)


def test_a_total_narrowed_by_a_word_of_its_accounts_is_asked_back_without_amounts() -> None:
    told = ask_item([find("住房方面的支出预算是多少")])
    assert told is not None
    assert {choice.label for choice in told.choices} == {"住房保障支出", "住房改革支出", "住房公积金"}
    assert "万元" not in told.text
    assert ask_item([find("读书月方面的支出预算是多少")]) is None
    assert ask_item([find("差旅费是多少")]) is None


@pytest.mark.parametrize("question", ["办公费和抚恤金加起来多少", "抚恤金是多少", "差旅费比抚恤金多多少"])
def test_an_operand_that_is_missing_leaves_no_answer(question: str) -> None:
    assert answer(question, FINAL) is None


def test_several_documents_that_answer_are_asked_about() -> None:
    told = answer("支出合计是多少", FINAL, BUDGET)
    assert told is not None
    assert told.status == "clarify"
    assert [choice.question for choice in told.choices] == [
        "桐花县档案局2031年部门决算：支出合计是多少",
        "桐花县粮食局2031年部门预算：支出合计是多少",
    ]
    assert not told.values


def test_each_of_several_documents_is_told_and_related_where_that_was_asked() -> None:
    told = answer("支出合计哪个多，相差多少", FINAL, BUDGET, is_each=True)
    assert told is not None
    assert "**桐花县档案局**比桐花县粮食局多**210.00万元**" in told.text
    assert {str(value.value) for value in told.values} == {"300.00", "90.00", "210.00"}
    assert told.calculation == "300.00 − 90.00 = 210.00万元"


def test_a_choice_keeps_the_question_and_names_the_whole_document() -> None:
    info = DocumentInfo("a", "a.txt", organization="桐花县档案局", year=2031, kind="预算", scope="部门")
    assert ask_back("一般公共预算2031年多少", [info]).choices[0].question == "桐花县档案局2031年部门预算：一般公共预算2031年多少"


def test_a_list_is_counted_and_its_largest_told_first() -> None:
    told = answer("金额最大的项目是哪个", BUDGET)
    assert told is not None
    assert told.text.splitlines()[1] == "最高的是**粮仓修缮**：**18.00万元**。"
    assert "共2项" in told.text


def test_a_budget_and_a_final_account_are_not_added_up() -> None:
    plan = FINAL.replace("决算", "预算")
    told = answer("差旅费的合计是多少", FINAL, plan, is_each=True) or Answer(status="not_found", text="")
    assert "18.00" not in told.text
    assert all(str(value.value) != "18.00" for value in told.values)
    assert "相加" not in told.text


def test_rows_of_one_name_that_stand_under_two_accounts_are_compared_and_told_apart() -> None:
    told = answer("同样叫基本工资，归到工资奖金津补贴的和归到工资福利支出的，哪笔更大，多出多少", BUDGET)
    assert told is not None
    assert "**基本工资（工资奖金津补贴）**比基本工资（工资福利支出）多**25.00万元**" in told.text


def test_a_part_asked_of_an_item_is_none_of_the_whole_body() -> None:
    assert answer("差旅费是多少，其中财政拨款的是多少", FINAL) is None
