"""Keyword search over a set of passages: BM25 on character uni- and bigrams (the only door to bm25s)."""

from __future__ import annotations

import logging
import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.character_grams import character_grams
from retrieval.fuse_rankings import PassageKey

# Measured on 53 questions over five documents: k1 1.2, b 0.5 gives recall@5 0.96 and recall@10 1.00; jieba's words 0.77 at 5.
K1, B = 1.2, 0.5
DIGITS, SAME = 4, 0.0001  # scores that differ by less are the same


class KeywordIndex:
    """An immutable index of passages given as grams."""

    def __init__(
        self, keys: Sequence[PassageKey], grams: Iterable[Sequence[str]], cut: Callable[[str], list[str]] = character_grams
    ) -> None:
        """Index passages, each by its key and its grams; `cut` makes a question's."""
        self.cut = cut
        self.keys = tuple(keys)
        self._index = self._build(grams)
        self._read_columns()

    @classmethod
    def load(cls, folder: Path, keys: Sequence[PassageKey]) -> KeywordIndex:
        """The index of these passages that was saved in a folder; what a question does not need of it stays on disk."""
        loaded = cls(keys, ())
        loaded._index = _library().BM25.load(folder, mmap=True, show_progress=False)
        loaded._read_columns()
        return loaded

    def save(self, folder: Path) -> None:
        """Write the index into a folder of its own."""
        if self._index is not None:
            self._index.save(folder, show_progress=False)

    def __len__(self) -> int:
        """How many passages it has."""
        return len(self.keys)

    def frequency(self, gram: str) -> int:
        """In how many passages the gram stands."""
        column = self._column(gram)
        return int(column.stop - column.start)

    def holds(self, words: str) -> bool:
        """Whether the passages print these words, as far as neighbouring characters tell."""
        return all(map(self.frequency, self.cut(words)))

    def search(self, question: str, limit: int, allowed: frozenset[str] | None = None) -> tuple[PassageKey, ...]:
        """The passages that share a gram with the question, best first, of the allowed documents only."""
        weights = {gram: times * rarity(self.frequency(gram), len(self)) for gram, times in Counter(self.cut(question)).items()}
        return tuple(map(self.keys.__getitem__, best_places(self.scores(weights), self.keys, limit, allowed)))

    def scores(self, weights: Mapping[str, float]) -> NDArray[np.float64]:
        """The score of every passage, each gram counting as much as its weight says: the columns of all grams added up at once."""
        found = [(column, weight) for gram, weight in weights.items() if (column := self._column(gram)).stop > column.start]
        if not found:
            return np.zeros(len(self))
        counts = [column.stop - column.start for column, _ in found]
        factors = [weight / rarity(count, len(self)) for (_, weight), count in zip(found, counts, strict=True)]
        places = np.concatenate([self._indices[column] for column, _ in found])
        shares = np.concatenate([self._data[column] for column, _ in found]) * np.repeat(factors, counts)
        return np.bincount(places, shares, len(self)).astype(np.float64, copy=False)

    def _read_columns(self) -> None:
        """Where the library keeps each gram's passages and their scores, as plain arrays: a mapped one costs more at each touch."""
        kept = self._index.scores if self._index is not None else {"indptr": (0,), "indices": (), "data": ()}
        self._starts: list[int] = np.asarray(kept["indptr"]).tolist()
        self._indices, self._data = np.asarray(kept["indices"]), np.asarray(kept["data"])

    def _column(self, gram: str) -> slice:
        """A gram's passages and their scores, which the library has weighed by the gram's rarity here."""
        place = self._index.vocab_dict.get(gram) if self._index is not None else None
        return slice(0, 0) if place is None else slice(self._starts[place], self._starts[place + 1])

    @staticmethod
    def _build(grams: Iterable[Sequence[str]]) -> Any:
        """The index; grams become numbers as they come, so that the words of a whole base never lie in memory together."""
        vocabulary: dict[str, int] = defaultdict(count().__next__)  # a gram that is new gets the next number
        numbers = [array("i", map(vocabulary.__getitem__, passage)) for passage in grams]
        if not vocabulary:
            return None
        index = _library().BM25(k1=K1, b=B, method="lucene")
        index.index((numbers, dict(vocabulary)), show_progress=False)
        return index


def rarity(frequency: int, passages: int) -> float:
    """Lucene's inverse document frequency of a gram that stands in so many of the passages."""
    return math.log1p((passages - frequency + 0.5) / (frequency + 0.5))


def _library() -> Any:
    import bm25s  # 0.2 s: only when something is searched

    logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets itself to DEBUG
    return bm25s


def best_places(
    scores: NDArray[np.float64], keys: Sequence[PassageKey], limit: int, allowed: frozenset[str] | None = None
) -> Sequence[int]:
    """The places of the highest scores above zero, those of allowed documents only, best first; equal ones by their keys.

    Only what can be among them is sorted.
    """
    if allowed is not None:
        scores = np.where([key[0] in allowed for key in keys], scores, 0)
    least = np.partition(scores, -limit)[-limit] - SAME if limit < len(scores) else 0
    places = np.flatnonzero((scores >= least) & (scores > 0)).tolist()
    rounded = dict(zip(places, np.round(scores[places], DIGITS).tolist(), strict=True))
    return nsmallest(limit, places, lambda place: (-rounded[place], keys[place]))
