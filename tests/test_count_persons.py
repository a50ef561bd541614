"""A group of persons named after others were counted."""

from __future__ import annotations

import pytest

from app.dialogue.count_persons import count_persons


@pytest.mark.parametrize(
    ("earlier", "question", "meant"),
    [
        ("园林局机关现在在职多少人？", "退休的呢", "退休人员有多少人"),
        ("园林局编制是多少？", "那编外人员有几个？", "编外人员有多少人"),
        ("园林局退休费多少？", "退休的呢", "退休的呢"),
        ("园林局在职多少人？", "退休费呢", "退休费呢"),
        ("园林局支出折合多少人民币？", "退休的呢", "退休的呢"),
    ],
)
def test_persons_are_counted_after_persons_alone(earlier: str, question: str, meant: str) -> None:
    assert count_persons(question, (earlier,)) == meant


def test_a_first_question_stays_as_it_is() -> None:
    assert count_persons("退休的呢", ()) == "退休的呢"
