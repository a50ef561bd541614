"""Question to figures within one document."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, FINAL, find


def texts(*parts: str, text: str = FINAL) -> list[list[str | None]]:
    return [[one.candidates[0].text if one.candidates else None for one in task.found] for task in find(*parts, text=text).tasks]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("差旅费", [["9.00"]]),
        ("办公费和差旅费一共多少", [["21.00", "9.00"]]),
        ("公务接待费决算比预算少多少", [["3.00", "2.00"]]),
        ("办公费、差旅费和抚恤金", [["21.00", "9.00", None]]),
        ("灯塔修建费", []),
    ],
)
def test_each_want_has_its_candidates(question: str, expected: list[list[str | None]]) -> None:
    assert texts(question) == expected


def test_a_question_for_nothing_but_the_budget_is_for_its_total() -> None:
    assert texts("预算是多少", text=BUDGET) == [["90.00"]]


@pytest.mark.parametrize(
    ("question", "expected"),
    [("有哪些项目", ["18.00", "12.00"]), ("15万元以上的项目有哪些", ["18.00"]), ("150000元以下的项目有哪些", ["12.00"])],
)
def test_a_list_keeps_to_its_bound(question: str, expected: list[str]) -> None:
    assert texts(question, text=BUDGET) == [expected]


def test_a_share_comes_with_its_plain_amounts() -> None:
    (task,) = find("差旅费占公用经费的比重").tasks
    assert task.denominator is not None
    assert (task.plain[0].candidates[0].text, task.denominator.candidates[0].text) == ("9.00", "30.00")


def test_a_follow_up_is_read_after_what_was_asked_before() -> None:
    (task,) = find("公务接待费是多少", "比上年减少多少").tasks
    assert {candidate.text for candidate in task.found[0].candidates} == {"0.50万元", "20.00%"}
