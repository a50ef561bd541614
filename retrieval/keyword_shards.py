"""Keyword search over many passages in several indexes, as if they were one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from retrieval.fuse_rankings import PassageKey
from retrieval.keyword_index import KeywordIndex, add_up, best_places, rarity

MOST_KEPT = 50_000  # grams whose frequency is remembered


class KeywordShards:
    """Indexes of different passages; a gram counts by how rare it is in all of them together (their mean lengths stay their own)."""

    def __init__(self, shards: Sequence[KeywordIndex]) -> None:
        """Search these, one at least."""
        self._shards = shards
        self._keys = tuple(key for shard in shards for key in shard.keys)
        self._frequency = lru_cache(maxsize=MOST_KEPT)(lambda gram: sum(shard.frequency(gram) for shard in shards))

    def holds(self, words: str) -> bool:
        """Whether the passages print these words, as far as neighbouring characters tell."""
        return all(map(self._frequency, self._shards[0].cut(words)))

    def search(self, question: str, limit: int, allowed: frozenset[str] | None = None) -> tuple[PassageKey, ...]:
        """The passages that share a gram with the question, best first, of the allowed documents only."""
        grams = Counter(self._shards[0].cut(question))
        weights = {gram: times * rarity(self._frequency(gram), len(self._keys)) for gram, times in grams.items()}
        return tuple(map(self._keys.__getitem__, best_places(add_up(self._shards, weights), self._keys, limit, allowed)))
