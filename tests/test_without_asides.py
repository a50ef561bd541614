"""Words that only stand beside a question."""

from __future__ import annotations

import pytest

from app.question.without_asides import without_asides


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("某局(局机关,不是档案中心)的差旅费是多少?", "某局(局机关)的差旅费是多少?"),
        ("全部收入(非税收入)是多少?", "全部收入(非税收入)是多少?"),
        ("老师好,能否告诉我某局的职责有哪些?非常感谢!", "某局的职责有哪些?"),
        ("某局的职责里,哪一项提到了防火?请保留两位小数。", "某局的职责里,哪一项提到了防火?"),
        ("某局的接待费占几成?请保留两位小数。", "某局的接待费占几成?"),
        ("某局的接待费平均几元?请保留两位小数。", "某局的接待费平均几元?请保留两位小数。"),
        ("老师好当吗?", "老师好当吗?"),
        ("接待费,不算出国费是多少?", "接待费,不算出国费是多少?"),
    ],
)
def test_a_question_stands_without_its_asides(question: str, plain: str) -> None:
    assert without_asides(question) == plain
