"""Several keyword indexes are searched as if they were one."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from retrieval.ranking.character_grams import character_grams
from retrieval.ranking.keyword_index import DIGITS, KeywordIndex, best_places
from retrieval.ranking.keyword_shards import KeywordShards

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


@pytest.mark.parametrize("limit", [1, 4, 200])
def test_many_passages_in_many_shards_rank_as_in_one_index(limit: int) -> None:
    draw = Random(3)
    grams = [draw.choices("灯塔渡口海鸥风帆甲乙", k=5) for _ in range(900)]
    keys = [(f"d{place // 7}", place % 7) for place in range(len(grams))]
    one = KeywordIndex(keys, grams)
    parted = KeywordShards([KeywordIndex(keys[start : start + 90], grams[start : start + 90]) for start in range(0, len(grams), 90)])
    for question in ("灯", "渡口的海鸥", "甲乙甲", "风帆灯塔渡口海鸥", "没有"):
        assert parted.search(question, limit) == one.search(question, limit)


@pytest.mark.parametrize("limit", [1, 3, 10])
@pytest.mark.parametrize("share", [0.0, 0.004, 0.5, 1.0])
def test_the_best_are_those_that_sorting_all_would_put_first(limit: int, share: float) -> None:
    draw = np.random.default_rng(5)
    scores = np.where(draw.random(1000) < share, draw.integers(1, 60, 1000) / 7, 0.0)
    keys = [("a", place) for place in range(len(scores))]
    ordered = sorted(np.flatnonzero(scores).tolist(), key=lambda place: (-round(float(scores[place]), DIGITS), place))
    assert list(best_places(scores, keys, limit)) == ordered[:limit]
