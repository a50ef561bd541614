"""Words about staff in questions: those that narrow nothing, and those that choose between rows of two kinds."""

import pytest

from app.figures.read_finding import read_finding
from tests.figure_documents import find

STAFF = """桐花县粮食局
2031年部门预算

2031年一般公共预算基本支出明细表

单位：万元

单位名称\t科目\t合计
桐花县粮食局\t住房公积金（行政）\t4.00
桐花县粮食局\t住房公积金（事业）\t3.00
桐花县粮库\t住房公积金（事业）\t2.50
桐花县粮食局\t奖金\t9.00
"""


def told(question: str) -> list[str]:
    """The amounts that a question is answered with."""
    return [str(result.quantity.number) for result in read_finding(find(question, text=STAFF)).results if result.quantity]


@pytest.mark.parametrize(
    "question",
    [
        "住房公积金,行政的事业的、机关的中心的都加在一起是多少",
        "住房公积金行政和事业人员都算上多少",
        "单位给职工交公积金总共要花多少",
        "给干部职工缴的住房公积金是多少",
        "住房公积金一共多少",
    ],
)
def test_both_kinds_of_staff_are_all_of_them(question: str) -> None:
    assert told(question) == ["9.50"]


@pytest.mark.parametrize("question", ["行政编制人员的住房公积金是多少", "行政人员的住房公积金给了多少", "行政人员住房公积金"])
def test_one_kind_of_staff_has_its_own_row(question: str) -> None:
    assert told(question) == ["4.00"]


def test_a_kind_of_staff_that_no_row_tells_is_not_passed_over() -> None:
    assert find("行政人员的奖金是多少", text=STAFF).reading.unhandled
    assert told("奖金是多少") == ["9.00"]


@pytest.mark.parametrize("question", ["职工奖金编了多少", "给职工发的奖金一共多少", "全体员工的奖金多少", "干部职工奖金安排多少"])
def test_a_word_for_all_of_the_staff_before_a_printed_name_narrows_nothing(question: str) -> None:
    assert told(question) == ["9.00"]


@pytest.mark.parametrize("question", ["退休职工的奖金是多少", "编外员工奖金是多少"])
def test_some_of_the_staff_are_not_all_of_them(question: str) -> None:
    assert told(question) == []


def test_some_of_the_staff_narrow_what_is_asked() -> None:
    assert told("那几个合同工的奖金留了多少") == []
    assert told("给窗口人员的奖金一年多少") == []
