"""What came in is no answer to what was spent, nor the retired to how many teachers there are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Value
from app.check_scope import is_of_other_side, is_of_some_persons


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
