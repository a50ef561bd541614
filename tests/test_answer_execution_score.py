"""The points of the rate of execution in a form of self-evaluation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from form_documents import figure, forms
from text_documents import ask

from app.targets.answer_execution_score import answer_execution_score
from ingest.document import Document


def evaluated(funds: str = "年度资金总额") -> Document:
    base = forms()
    money = [figure(6, 8, ("项目资金（万元）", funds), column, value, "") for column, value in (("分值", "10"), ("得分", "8.48"))]
    total = [figure(6, 9, ("总分",), column, value, "") for column, value in (("分值", "100"), ("得分", "91.98"))]
    return replace(base, figures=(*base.figures, *money, *total))


@pytest.mark.parametrize("funds", ["年度资金总额", "资金总额"])
@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("“古籍整理”项目的预算执行率得了几分,总分多少?", ["10", "8.48", "91.98"]),
        ("古籍整理项目资金执行率的得分是多少?", ["10", "8.48"]),
        ("古籍整理项目执行率打了多少分?", ["10", "8.48"]),
        ("古籍整理项目预算执行率扣了几分?", ["1.52", "10", "8.48"]),
    ],
)
def test_the_row_of_the_funds_scores_the_execution(question: str, values: list[str], funds: str) -> None:
    answer = answer_execution_score(ask(question, evaluated(funds)))
    assert answer is not None
    assert [str(value.value) for value in answer.values] == values


@pytest.mark.parametrize(
    "question",
    ["古籍整理项目的预算执行率是多少?", "预算执行率得了几分?", "古籍整理项目档案移交率得几分?", "古籍整理项目卷册归还率和执行率得几分?"],
)
def test_anything_else_is_left_to_others(question: str) -> None:
    assert answer_execution_score(ask(question, evaluated())) is None
