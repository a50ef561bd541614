"""Keyword search over many passages in several indexes, as if they were one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest

from retrieval.fuse_rankings import PassageKey
from retrieval.keyword_index import KeywordIndex, rarity


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
        found = [entry for shard in self._shards for entry in shard.rank(weights, limit, allowed)]
        return tuple(key for _, key in nsmallest(limit, ((-round(score, 4), key) for score, key in found)))

    def _frequency(self, gram: str) -> int:
        return sum(shard.frequency(gram) for shard in self._shards)
