"""Keyword search over many passages in several indexes, as if they were one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import count, islice

import numpy as np

from retrieval.ranking.fuse_rankings import PassageKey
from retrieval.ranking.keyword_index import KeywordIndex, add_up, best_places, rarity


class KeywordShards:
    """Indexes of different passages; a gram counts by how rare it is in all of them together (their mean lengths stay their own)."""

    def __init__(self, shards: Sequence[KeywordIndex]) -> None:
        """Search these, one at least.

        Where each gram's columns are is put together once: to look a question's grams up in every shard takes a third of its time.
        """
        self._shards = shards
        self._keys = tuple(key for shard in shards for key in shard.keys)
        numbers: dict[str, int] = defaultdict(count().__next__)  # a gram that is new gets the next number
        # The library puts an empty gram behind those that have columns.
        own = [np.fromiter(map(numbers.__getitem__, islice(shard.numbers, len(shard.starts) - 1)), np.int64) for shard in shards]
        self._numbers = dict(numbers)
        of_shard = np.repeat(np.arange(len(shards)), list(map(len, own)))
        starts, stops = (np.concatenate([shard.starts[side] for shard in shards]) for side in (slice(None, -1), slice(1, None)))
        grams = np.concatenate(own)
        order = np.argsort(grams, kind="stable")
        self._columns = np.column_stack((of_shard, starts, stops))[order]  # those of a gram together
        self._first = np.searchsorted(grams[order], np.arange(len(numbers) + 1)).tolist()
        self._frequency = np.bincount(grams, stops - starts)  # in how many passages each gram stands

    def holds(self, words: str) -> bool:
        """Whether the passages print these words, as far as neighbouring characters tell."""
        return all(gram in self._numbers for gram in self._shards[0].cut(words))

    def search(self, question: str, limit: int, allowed: frozenset[str] | None = None) -> tuple[PassageKey, ...]:
        """The passages that share a gram with the question, best first, of the allowed documents only."""
        asked = {self._numbers[gram]: times for gram, times in Counter(self._shards[0].cut(question)).items() if gram in self._numbers}
        if not asked:
            return ()
        weights = np.array(list(asked.values())) * rarity(self._frequency[list(asked)], len(self._keys))
        columns = [self._columns[self._first[number] : self._first[number + 1]] for number in asked]
        scores = add_up(self._shards, np.concatenate(columns), np.repeat(weights, list(map(len, columns))))
        return tuple(map(self._keys.__getitem__, best_places(scores, self._keys, limit, allowed)))
