"""Several keyword indexes are searched as if they were one."""

from __future__ import annotations

import pytest

from retrieval.character_grams import character_grams
from retrieval.keyword_index import KeywordIndex
from retrieval.keyword_shards import KeywordShards

# 灯塔 is common in the first four and rare among all; 渡口 the other way round.
PASSAGES = ["灯塔甲一", "灯塔甲二", "灯塔甲三", "渡口乙一", "渡口乙二", "渡口丙一", "渡口丙二", "渡口丙三"]


def keyword_index(start: int, stop: int) -> KeywordIndex:
    return KeywordIndex([("a", place) for place in range(start, stop)], map(character_grams, PASSAGES[start:stop]))


ONE = keyword_index(0, len(PASSAGES))
PARTED = KeywordShards([keyword_index(0, 4), keyword_index(4, 8)])


@pytest.mark.parametrize("question", ["灯塔渡口", "渡口乙", "甲三", "灯塔灯塔丙", "海鸥", ""])
@pytest.mark.parametrize("allowed", [None, frozenset("a"), frozenset("b")])
def test_shards_rank_as_one_index_of_all(question: str, allowed: frozenset[str] | None) -> None:
    assert PARTED.search(question, 9, allowed) == ONE.search(question, 9, allowed)
    assert PARTED.search(question, 2, allowed) == ONE.search(question, 2, allowed)


def test_a_gram_counts_by_how_rare_it_is_in_all() -> None:
    assert PARTED.search("灯塔渡口", 1) == (("a", 0),)
    assert keyword_index(0, 4).search("灯塔渡口", 1) == (("a", 3),)


def test_words_that_no_single_shard_holds_whole_may_be_held_by_all() -> None:
    assert PARTED.holds("甲")
    assert PARTED.holds("丙")
    assert not PARTED.holds("丁")
