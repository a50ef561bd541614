"""Accounts of final accounts by how much of their first budget they spent: within a bound, exactly all of it, or without one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import asking

from app.assistant import Assistant

BODY = "栖霞渡区湿地局"
ACCOUNTS = """栖霞渡区湿地局
2032年度部门决算

第一部分 概况

一、主要职责

（一）负责全区湿地的巡护。

第二部分 2032年度部门决算情况说明

一、一般公共预算财政拨款支出决算情况说明

（一）总体情况

2032年度一般公共预算财政拨款支出300.00万元。

（二）具体情况

1.农林水支出（类）林业和草原（款）行政运行（项）。年初预算为120.00万元，支出决算为114.00万元，完成年初预算的95%。

2.农林水支出（类）林业和草原（款）湿地保护（项）。年初预算为80.00万元，支出决算为100.00万元，完成年初预算的125%。

3.农林水支出（类）林业和草原（款）动植物保护（项）。年初预算为0万元，支出决算为40.00万元。

4.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为46.00万元，支出决算为46.00万元，完成年初预算的100%。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("rates"), ACCOUNTS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "count", "named", "not_named"),
    [
        ("2032年完成年初预算不到100%的科目有哪些？", "1个", ("行政运行",), ("湿地保护", "住房公积金")),
        ("2032年哪些科目正好100%完成年初预算？", "1个", ("住房公积金",), ("行政运行", "湿地保护")),
        ("2032年完成率95%以上的科目有几个？", "3个", ("行政运行", "湿地保护", "住房公积金"), ("动植物保护",)),
        ("2032年完成率超过95%的科目有几个？", "2个", ("湿地保护", "住房公积金"), ("行政运行",)),
        ("2032年哪些科目没有年初预算但有支出？", "1个", ("动植物保护",), ("湿地保护",)),
    ],
)
def test_accounts_are_told_by_their_rate(
    assistant: Assistant, question: str, count: str, named: tuple[str, ...], not_named: tuple[str, ...]
) -> None:
    answer = assistant.ask(BODY + question)
    assert answer.status == "answered"
    assert f"**{count}**" in answer.text
    assert all(one in answer.text for one in named)
    assert not any(one in answer.text for one in not_named)


def test_what_was_spent_without_a_budget_is_added_up(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BODY}2032年年初预算为0的科目有几个，一共支出多少？")
    assert [f"{one.value}{one.unit}" for one in answer.values][:2] == ["1个", "40.00万元"]


@pytest.mark.parametrize("question", ["2032年完成率低于50%的科目有哪些？", "2032年哪些科目完成率不足60%？"])
def test_where_none_keeps_to_the_bound_that_is_said(assistant: Assistant, question: str) -> None:
    assert "**0个**" in assistant.ask(BODY + question).text


@pytest.mark.parametrize(
    ("question", "named", "gap"),
    [
        ("2032年哪些科目支出比预算少得最多？", "行政运行", "6.00"),
        ("2032年决算比年初预算少最多的科目是哪个？", "行政运行", "6.00"),
        ("2032年哪个科目的决算比年初预算多得最多？", "动植物保护", "40.00"),
    ],
)
def test_the_account_furthest_from_its_budget_is_told_with_the_gap(assistant: Assistant, question: str, named: str, gap: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert (answer.values[0].label.strip("*"), f"{answer.values[0].value}") == (named, gap)


def test_how_much_less_one_account_came_to_is_no_list_of_accounts(assistant: Assistant) -> None:
    assert "湿地保护" not in assistant.ask("2032年行政运行科目决算比预算少多少？").text


PROJECTS = """栖霞渡区湿地局
2034年度部门决算

第一部分 概况

一、主要职责

（一）负责全区湿地的巡护。

第二部分 部门决算表

收入支出决算总表

单位：万元

项目\t决算数\t项目\t决算数
本年收入合计\t641.24\t本年支出合计\t641.21
\t\t年末结转和结余\t0.03
收入总计\t641.24\t支出总计\t641.24

主要项目支出决算情况表

单位：万元

项目名称\t年初预算数\t全年预算数\t执行数
芦苇补种\t20.00\t26.00\t25.00
护理站改造\t30.00\t31.00\t30.00
合计\t50.00\t57.00\t55.00
"""


@pytest.fixture(scope="module")
def of_projects(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("projects"), PROJECTS) as opened:
        yield opened


@pytest.mark.parametrize("asked", ["主要项目全年预算比年初预算增加最多的是哪个？", "哪个项目全年预算比年初预算增加最多？"])
def test_the_totals_of_all_projects_are_no_answer_to_which_rose_most(of_projects: Assistant, asked: str) -> None:
    text = of_projects.ask(f"2034年{asked}").text
    assert "57.00" not in text or "芦苇补种" in text


def test_what_was_carried_over_is_no_rounding(of_projects: Assistant) -> None:
    answer = of_projects.ask("2034年收入和支出差多少？")
    assert "641.21" in answer.text
    assert "四舍五入" not in answer.text
