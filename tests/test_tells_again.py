"""A follow-up that gets the very figure that was told before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.dialogue.tells_again import tells_again

POSTS = Citation("posts.txt", "1", "桐花县林场2031年部门预算", "机构设置", "事业编制12名，实有在职人员9名。", lines=(3, 3))
TOLD = Answer("answered", "事业编制：12名", (Value("事业编制", Decimal(12), "名"),), None, (POSTS,))
OTHER = Answer("answered", "在职人员：9名", (Value("在职人员", Decimal(9), "名"),), None, (POSTS,))


def asked(question: str, answer: Answer = TOLD, before: Answer = TOLD) -> Answer | None:
    return tells_again(question, ("桐花县林场事业编制有多少名？",), answer, lambda *_: before)


@pytest.mark.parametrize("question", ["实有呢", "那退休？", "今年买几辆", "每批"])
def test_a_new_word_that_gets_the_figure_told_before_is_refused(question: str) -> None:
    refusal = asked(question)
    assert refusal is not None
    assert refusal.status == "not_found"


@pytest.mark.parametrize("question", ["编制是多少名", "出处在哪一页", "确定吗", "今年呢", "一共呢", "事业编"])
def test_what_asks_for_the_same_once_more_gets_it(question: str) -> None:
    assert asked(question) is None


def test_another_figure_is_told() -> None:
    assert asked("实有呢", OTHER) is None


def test_a_refusal_between_them_does_not_hide_what_was_told() -> None:
    refused = Answer("not_found", "没有找到")
    history = ("桐花县林场事业编制有多少名？", "退休呢")
    assert tells_again("遗属呢", history, TOLD, lambda one, _: refused if one == history[1] else TOLD) is not None
