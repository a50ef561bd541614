"""A list without what the question sets aside, and what a month comes to on average."""

from __future__ import annotations

import pytest

from app.figures.read_finding import read_finding
from retrieval.clauses.other_rows import set_others_apart
from tests.figure_documents import find

ROWS = """桐花县粮食局
2031年部门预算

2031年项目支出表

单位：万元

项目\t合计
2031年粮仓工作经费\t48.00
粮仓驻村经费\t6.60
粮仓质保金\t1.60

2031年一般公共预算基本支出表

单位：万元

科目\t合计
差旅费\t2.40
"""


def told(question: str) -> list[str]:
    """The amounts that a question is answered with."""
    return [str(result.quantity.number) for result in read_finding(find(question, text=ROWS)).results if result.quantity]


@pytest.mark.parametrize(
    "question",
    [
        "除了粮仓工作经费,还有哪些项目",
        "粮仓工作经费项目以外,另外两个项目叫啥、各多少钱",
        "除粮仓工作经费外其他项目有哪些",
        "除去粮仓工作经费,剩下的项目各多少钱",
    ],
)
def test_the_rows_that_are_set_aside_are_not_listed(question: str) -> None:
    assert told(question) == ["6.60", "1.60"]


def test_where_no_row_has_the_name_nothing_is_listed() -> None:
    assert told("除了食堂经费,还有哪些项目") == []


@pytest.mark.parametrize("question", ["有哪些项目", "除了差旅费,还剩多少", "项目支出以外还有多少钱"])
def test_other_questions_set_nothing_aside(question: str) -> None:
    assert set_others_apart(question) == (question, ())


MONTHLY = ["差旅费平均每个月多少万元", "差旅费摊到十二个月,每月大概花多少万元", "差旅费月均多少万元", "差旅费摊到每个月多少万元"]


@pytest.mark.parametrize("question", MONTHLY)
def test_a_month_of_twelve_comes_to_a_twelfth(question: str) -> None:
    assert told(question) == ["0.20"]


@pytest.mark.parametrize("question", ["差旅费1月花了多少", "每月的差旅费是多少"])
def test_a_month_of_its_own_is_not_told(question: str) -> None:
    assert told(question) == []
