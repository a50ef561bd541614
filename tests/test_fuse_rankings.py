from __future__ import annotations

import pytest

from retrieval.ranking.fuse_rankings import fuse_rankings

A, B, C = (("d", position) for position in range(3))
WEIGHTS = {"keyword": 2.0, "vector": 1.0}


@pytest.mark.parametrize(
    ("keyword", "vector", "fused"),
    [
        ([A, B], [B, C], [B, A, C]),
        ([A], [B], [A, B]),
        ([A, B, C], [], [A, B, C]),
        ([], [C, A], [C, A]),
        ([], [], []),
    ],
)
def test_rankings_become_one(keyword: list[tuple[str, int]], vector: list[tuple[str, int]], fused: list[tuple[str, int]]) -> None:
    assert [ranked.key for ranked in fuse_rankings({"keyword": keyword, "vector": vector}, WEIGHTS)] == fused


def test_score_is_weight_over_rank_and_names_its_finders() -> None:
    best, other = fuse_rankings({"keyword": [A, B], "vector": [A]}, WEIGHTS)
    assert best.score == pytest.approx(3 / 61)
    assert best.found_by == ("keyword", "vector")
    assert other.found_by == ("keyword",)
