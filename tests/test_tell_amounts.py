"""Amounts that the question itself names."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, FINAL, index

from app.answer import Answer
from app.figures.tell_amounts import tell_amounts

EMPTY = Answer("answered", "")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("9.00万元是什么?", ["9.00万元是桐花县档案局2031年部门决算的“差旅费·公用经费”", "《一般公共预算财政拨款基本支出决算明细表》"]),
        ("90000元是什么钱?", ["9.00万元是桐花县档案局2031年部门决算的“差旅费·公用经费”"]),
        ("到底是9.00万元还是21.00万元?", ["这几个数不是同一口径", "“差旅费·公用经费”", "“办公费·公用经费”"]),
        ("到底是9.00万元还是9.99万元?", ["问句中的数在文件里是", "没有找到9.99万元这个数"]),
    ],
)
def test_each_amount_is_told_by_what_it_is(question: str, words: list[str]) -> None:
    answer = tell_amounts(question, EMPTY, [index(FINAL)])
    assert [word for word in words if word not in answer.text] == []
    assert answer.citations


@pytest.mark.parametrize("question", ["9.99万元是什么?", "差旅费是多少?", "9万元以上的项目是什么?", "差旅费9.00万元"])
def test_an_amount_that_is_not_there_or_not_asked_about_changes_nothing(question: str) -> None:
    assert tell_amounts(question, EMPTY, [index(FINAL), index(BUDGET)]) is EMPTY


def test_values_keep_the_amount_as_asked() -> None:
    (value,) = tell_amounts("90000元是什么?", EMPTY, [index(FINAL)]).values
    assert (str(value.value), value.unit, value.label) == ("90000", "元", "差旅费·公用经费")
