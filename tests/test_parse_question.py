"""A question to tasks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_documents import BUDGET, FINAL, index

from ingest.quantity import Quantity
from retrieval.clauses.parse_question import parse_question
from retrieval.facts.task import Reading
from retrieval.spelling.bound import Bound
from retrieval.spelling.load_vocabulary import load_vocabulary


def read(*parts: str, text: str = FINAL) -> Reading:
    return parse_question(parts, index(text), load_vocabulary())


@pytest.mark.parametrize(
    ("question", "measure", "reducer", "wants"),
    [
        ("差旅费是多少", "value", None, [["差旅费"]]),
        ("办公费和差旅费加起来多少", "value", "sum", [["办公费"], ["差旅费"]]),
        ("办公费比差旅费多多少", "value", "difference", [["办公费"], ["差旅费"]]),
        ("公务接待费比上年增加了多少", "change", None, [["公务接待费"]]),
        ("公务接待费下降幅度", "change_rate", None, [["公务接待费"]]),
        ("三公经费完成预算的百分之几", "completion", None, [["三公经费"]]),
        ("行政运行的基本支出是多少", "value", None, [["行政运行", "基本支出"]]),
    ],
)
def test_a_clause_becomes_a_task(question: str, measure: str, reducer: str | None, wants: list[list[str]]) -> None:
    task = read(question).tasks[-1]
    assert (task.measure, task.reducer) == (measure, reducer)
    assert [[one.asked for one in want.mentions] for want in task.wants] == wants


@pytest.mark.parametrize("question", ["项目支出占支出合计的比重", "支出合计中项目支出的占比是多少"])
def test_a_share_has_its_whole_apart(question: str) -> None:
    (task,) = read(question).tasks
    assert task.measure == "share"
    assert [one.asked for one in task.wants[0].mentions] == ["项目支出"]
    assert task.denominator is not None
    assert [one.asked for one in task.denominator.mentions] == ["支出合计"]


def test_two_clauses_are_two_tasks() -> None:
    assert [task.measure for task in read("公务接待费多少，比上年减少了多少").tasks] == ["value", "change"]


@pytest.mark.parametrize(("question", "side"), [("三公经费预算数是多少", "预算"), ("三公经费决算是多少", "决算"), ("三公经费是多少", None)])
def test_a_final_account_is_asked_for_one_of_its_sides(question: str, side: str | None) -> None:
    assert read(question).tasks[0].wants[0].side == side


def test_a_budget_has_no_sides() -> None:
    assert read("三公经费预算是多少", text=BUDGET).tasks[0].wants[0].side is None


@pytest.mark.parametrize(
    ("question", "bound"),
    [
        ("有哪些项目", None),
        ("15万元以上的项目有哪些", Bound("以上", Quantity(Decimal(15), "万元"))),
        ("低于1,500元的项目有哪些", Bound("不足", Quantity(Decimal(1500), "元"))),
        ("不低于1,500元的项目有哪些", Bound("以上", Quantity(Decimal(1500), "元"))),
        ("没有超过15万元的项目有哪些", Bound("以下", Quantity(Decimal(15), "万元"))),
        ("不够15万元的项目有哪些", Bound("不足", Quantity(Decimal(15), "万元"))),
        ("没过15万元的项目有哪些", Bound("以下", Quantity(Decimal(15), "万元"))),
        ("不到15万元的项目有哪些", Bound("不足", Quantity(Decimal(15), "万元"))),
        ("不止15万元的项目有哪些", Bound("超过", Quantity(Decimal(15), "万元"))),
    ],
)
def test_a_list_is_asked_for_with_its_bound(question: str, bound: Bound | None) -> None:
    (task,) = read(question, text=BUDGET).tasks
    assert (task.measure, task.rows, task.bound) == ("list", "projects", bound)


@pytest.mark.parametrize(
    ("question", "reducer"), [("金额最大的项目是哪个", "maximum"), ("项目按金额从高到低排名", "rank"), ("所有项目排个名", "rank")]
)
def test_the_rows_of_a_list_are_ranked(question: str, reducer: str) -> None:
    (task,) = read(question, text=BUDGET).tasks
    assert (task.measure, task.reducer) == ("list", reducer)


def test_a_question_that_names_nothing_repeats_what_was_asked_before() -> None:
    assert read("差旅费是多少", "呢").tasks == read("差旅费是多少").tasks


def test_both_of_two_questions_before_are_set_in_relation() -> None:
    (task,) = read("办公费多少", "那差旅费呢", "两者差多少").tasks
    assert task.reducer == "difference"
    assert [want.mentions[0].asked for want in task.wants] == ["办公费", "差旅费"]


def test_words_that_nothing_accounts_for_are_told() -> None:
    assert read("灯塔修建费是多少").tasks == ()
    assert any("灯塔" in part for part in read("灯塔修建费是多少").unexplained)


def test_what_was_approved_at_the_start_of_the_year_is_the_budget_side() -> None:
    (task, rate) = read("三公经费，年初批了多少，完成了百分之几").tasks
    assert (task.measure, task.wants[0].side, rate.measure) == ("value", "预算", "completion")


def test_rows_are_not_listed_by_how_much_they_changed() -> None:
    assert read("各功能科目里，比2030年增加超过10万元的有哪些，各增加多少").unhandled


def test_a_name_asked_after_that_no_label_has_is_not_passed_over() -> None:
    assert read("公务接待费是多少", "那读书月活动的呢，占多少").unhandled


def test_a_scene_set_in_two_clauses_keeps_both() -> None:
    (task,) = read("同样叫住房公积金，基本支出里，合计是多少").tasks
    held = {one.asked for want in task.wants for one in (*want.mentions, *want.context)}
    assert {"住房公积金", "基本支出"} <= held
