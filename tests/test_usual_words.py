"""Everyday ways to ask for a sum or an amount, in the usual words."""

from __future__ import annotations

import pytest

from retrieval.reword import in_usual_words

TOGETHER = ["合到一块", "归一块儿", "拢到一起", "并成一笔", "加一堆", "加在一块儿", "凑一起", "归到一处", "总起来", "搁一块"]


@pytest.mark.parametrize("words", TOGETHER)
def test_what_is_put_together_is_added(words: str) -> None:
    assert in_usual_words(f"灯塔局差旅费和福利费{words}是多少?") == "灯塔局差旅费和福利费加起来是多少?"


@pytest.mark.parametrize("words", ["拢共", "统共", "合共", "满打满算"])
def test_all_in_all_is_altogether(words: str) -> None:
    assert in_usual_words(f"灯塔局差旅费和福利费{words}多少钱?") == "灯塔局差旅费和福利费一共多少钱?"


@pytest.mark.parametrize("question", ["两笔钱放一块儿看,哪个多?", "一起采购的有哪些?", "合并报表在第几页?", "归口管理是什么?"])
def test_what_is_not_added_stays_as_it_is(question: str) -> None:
    assert in_usual_words(question) == question
