"""A sum that a question holds against another amount."""

from __future__ import annotations

import pytest
from figure_documents import FINAL, find

from app.figures.read_finding import read_finding
from app.figures.resolve_task import resolve_task

UNEVEN = FINAL.replace("2012601\t行政运行\t180.00\t180.00", "2012601\t行政运行\t180.01\t180.01")


def told(question: str, text: str = FINAL) -> tuple[str, str | None] | None:
    finding = find(question, text=text)
    results = [result for found in finding.tasks for result in resolve_task(found)]
    return (results[0].text, results[0].calculation) if len(results) == 1 and not finding.reading.unhandled else None


@pytest.mark.parametrize(
    "question",
    [
        "行政运行、档案馆两项相加，等不等于档案事务",
        "行政运行加档案馆跟档案事务对得上吗",
        "我把行政运行180.00和档案馆80.00加起来，跟20126那一行对得上吗",
        "档案事务是不是等于行政运行和档案馆之和",
    ],
)
def test_a_sum_that_comes_to_the_printed_whole_agrees_with_it(question: str) -> None:
    answer = told(question)
    assert answer is not None
    assert answer[0].startswith("260.00万元")
    assert answer[0].endswith("对得上")
    assert "180.00 + 80.00 = 260.00" in str(answer[1])


def test_a_sum_without_a_named_whole_is_held_against_the_total_row() -> None:
    answer = told("一般公共服务支出和住房保障支出加起来，跟合计行对得上吗")
    assert answer is not None
    assert "“合计”行" in answer[0]
    assert answer[0].endswith("对得上")


def test_a_difference_that_rounding_explains_is_called_so() -> None:
    answer = told("行政运行和档案馆加起来，怎么跟档案事务差一分", UNEVEN)
    assert answer is not None
    assert "相差**0.01万元" in answer[0]
    assert "尾差" in answer[0]


def test_a_difference_that_rounding_does_not_explain_is_no_rounding() -> None:
    answer = told("行政运行和档案馆加起来，跟档案事务对得上吗", FINAL.replace("档案馆\t80.00\t\t80.00", "档案馆\t70.00\t\t70.00"))
    assert answer is not None
    assert "相差**10.00万元" in answer[0]
    assert "不一致" in answer[0]


@pytest.mark.parametrize(
    "question",
    ["行政运行和灯塔修建费加起来，跟档案事务对得上吗", "行政运行和档案馆加起来，跟灯塔修建费对得上吗", "行政运行和档案馆加起来是多少"],
)
def test_an_unknown_part_or_whole_is_no_balance(question: str) -> None:
    answer = told(question)
    assert answer is None or "对得上" not in answer[0]


@pytest.mark.parametrize(
    ("question", "total"),
    [("支出决算表里各项的基本支出相加，跟合计行对得上吗", "220.00万元"), ("支出决算表各科目的项目支出加起来，等于合计吗", None)],
)
def test_the_rows_of_a_column_are_held_against_its_total(question: str, total: str | None) -> None:
    answer = told(question)
    assert (answer[0].split("*")[0] if answer else None) == total


@pytest.mark.parametrize("question", ["食堂补贴和差旅费加到一块是多少", "食堂补贴和差旅费加起来多少", "取暖补贴与差旅费之和是多少"])
def test_a_sum_of_which_one_part_alone_is_known_is_not_told(question: str) -> None:
    assert read_finding(find(question)).results == ()


def test_two_columns_of_a_row_are_not_held_against_the_total_row_of_one_of_them() -> None:
    answer = told("档案事务的基本支出加项目支出等于合计数吗")
    assert answer is None or "220.00" not in answer[0]
