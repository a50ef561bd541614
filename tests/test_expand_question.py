from __future__ import annotations

import pytest

from retrieval.ranking.expand_question import expand_question
from retrieval.spelling.load_vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("question", "name"),
    [("请客吃饭花了多少", "公务接待费"), ("加油修车要多少钱", "公务用车运行维护费"), ("出差花了多少", "差旅费")],
)
def test_everyday_words_bring_the_name_that_documents_print(question: str, name: str) -> None:
    expanded = expand_question(question, load_vocabulary(), lambda _word: False)
    assert expanded.startswith(question)
    assert name in expanded.removeprefix(question)


def test_a_word_that_the_documents_print_brings_nothing() -> None:
    assert expand_question("请客吃饭花了多少", load_vocabulary(), lambda _word: True) == "请客吃饭花了多少"


def test_a_name_that_is_asked_for_is_not_put_again() -> None:
    expanded = expand_question("公务接待费也就是请客吃饭花了多少", load_vocabulary(), lambda _word: False)
    assert expanded.count("公务接待费") == 1


def test_words_for_the_whole_budget_bring_nothing() -> None:
    assert expand_question("一共花了多少", load_vocabulary(), lambda _word: False) == "一共花了多少"
