"""A whole without a part of it, in whichever order and words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_documents import find

from app.figures.read_finding import read_finding
from app.figures.reduce_results import Named, reduce_results
from retrieval.spelling.normalize_question import normalize_question
from retrieval.spelling.whole_first import whole_first


def left(question: str) -> Decimal | None:
    answered = read_finding(find(normalize_question(question)))
    named = [Named(one.label, one.quantity, one.text) for one in answered.results if one.quantity]
    reduced = reduce_results("minus", named) if [task.reducer for task, _ in answered.tasks] == ["minus"] else None
    return reduced.quantity.number if reduced and reduced.quantity else None


@pytest.mark.parametrize("question", [
    "工资福利支出里除了基本工资还有多少？", "工资福利支出除基本工资外还有多少钱？", "扣除基本工资，工资福利支出还剩多少？",
    "除了基本工资以外，工资福利支出还有多少？", "工资福利支出除了基本工资，还剩多少？", "工资福利支出除去基本工资，还有多少？",
])  # fmt: skip
def test_what_is_left_of_a_whole(question: str) -> None:
    assert left(question) == Decimal("40.00")


@pytest.mark.parametrize("question", [
    "除住房公积金外，基本工资是多少？",  # no part of it
    "基本工资里除了住房公积金和办公费还有哪些？",
    "住房公积金里除了基本工资还有多少？",  # more than the whole
])  # fmt: skip
def test_nothing_is_taken_from_what_is_no_whole(question: str) -> None:
    assert left(question) is None


def test_the_whole_comes_first() -> None:
    assert whole_first("扣除甲项,乙项还剩多少") == "乙项扣除甲项还剩多少"
    assert whole_first("乙项除了甲项,还剩多少") == "乙项除了甲项还剩多少"
    assert whole_first("除甲项外,乙项是多少") == "除甲项外,乙项是多少"
