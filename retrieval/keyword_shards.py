"""Keyword search over many passages in several indexes, as if they were one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest

import numpy as np

from retrieval.fuse_rankings import PassageKey
from retrieval.keyword_index import KeywordIndex, rarity

DIGITS, SAME = 4, 0.0001  # scores of several shards that differ by less are the same


class KeywordShards:
    """Indexes of different passages; a gram counts by how rare it is in all of them together (their mean lengths stay their own)."""

    def __init__(self, shards: Sequence[KeywordIndex]) -> None:
        """Search these, one at least."""
        self._shards = shards
        self._size = sum(map(len, shards))

    def holds(self, words: str) -> bool:
        """Whether the passages print these words, as far as neighbouring characters tell."""
        return all(map(self._frequency, self._shards[0].cut(words)))

    def search(self, question: str, limit: int, allowed: frozenset[str] | None = None) -> tuple[PassageKey, ...]:
        """The passages that share a gram with the question, best first, of the allowed documents only."""
        grams = Counter(self._shards[0].cut(question))
        weights = {gram: times * rarity(self._frequency(gram), self._size) for gram, times in grams.items()}
        ranked = [(shard, *shard.rank(weights, limit, allowed)) for shard in self._shards]
        scores = np.concatenate([scores for _, scores, _ in ranked])
        least = np.partition(scores, -limit)[-limit] - SAME if limit < len(scores) else 0
        found = ((shard, pair) for shard, scores, places in ranked for pair in zip(scores.tolist(), places.tolist(), strict=True))
        best = ((-round(score, DIGITS), shard.key(place)) for shard, (score, place) in found if score >= least)
        return tuple(key for _, key in nsmallest(limit, best))

    def _frequency(self, gram: str) -> int:
        return sum(shard.frequency(gram) for shard in self._shards)
