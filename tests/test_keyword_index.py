from __future__ import annotations

import pytest

from retrieval.ranking.character_grams import character_grams
from retrieval.ranking.keyword_index import KeywordIndex

PASSAGES = {
    ("a", 0): "公务接待费：接待来访的灯塔专家",
    ("a", 1): "2010301 行政运行",
    ("b", 0): "公务用车运行维护费",
    ("b", 1): "20103 政府办公厅及相关机构事务 行政单位",
    ("b", 2): "208 05 99 其他养老",
}


@pytest.fixture(scope="module")
def index() -> KeywordIndex:
    return KeywordIndex(list(PASSAGES), [character_grams(text) for text in PASSAGES.values()])


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("接待费多少", ("a", 0)),
        ("公车：公务用车", ("b", 0)),
        ("2010301", ("a", 1)),
        ("20103是什么", ("b", 1)),
        ("２０１０３０１", ("a", 1)),
        ("2080599", ("b", 2)),
        ("208 05 99", ("b", 2)),
    ],
)
def test_best_passage_comes_first(index: KeywordIndex, question: str, best: tuple[str, int]) -> None:
    assert index.search(question, 4)[0] == best


def test_an_index_knows_which_words_are_printed(index: KeywordIndex) -> None:
    assert index.holds("公务接待")
    assert not index.holds("接待费用")
    assert not KeywordIndex([], []).holds("公务")


def test_passages_that_share_nothing_are_not_found(index: KeywordIndex) -> None:
    assert index.search("灯塔", 4) == (("a", 0),)
    assert index.search("海鸥", 4) == ()
    assert index.search("", 4) == ()


def test_only_allowed_documents_are_found(index: KeywordIndex) -> None:
    assert {document for document, _ in index.search("公务", 4, frozenset("b"))} == {"b"}
    assert index.search("公务", 4, frozenset()) == ()


@pytest.mark.parametrize("passages", [[], [""], ["", "…"]])
def test_index_without_words_finds_nothing(passages: list[str]) -> None:
    keys = [("a", position) for position in range(len(passages))]
    assert KeywordIndex(keys, [character_grams(text) for text in passages]).search("公务", 4) == ()


def test_of_passages_that_are_equally_good_the_first_come_first() -> None:
    grams = [["灯", "塔"], ["渡", "口"], ["灯", "塔"], ["灯"], ["灯", "塔"]]
    index = KeywordIndex([("a", place) for place in range(len(grams))], grams)
    assert [place for _, place in index.search("灯塔", 2)] == [0, 2]
    assert [place for _, place in index.search("灯塔", 9)] == [0, 2, 4, 3]
