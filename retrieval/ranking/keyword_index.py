"""Keyword search over a set of passages: BM25 on character uni- and bigrams (the only door to bm25s)."""

from __future__ import annotations

import logging
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.ranking.character_grams import character_grams
from retrieval.ranking.fuse_rankings import PassageKey

# Measured on 53 questions over five documents: k1 1.2, b 0.5 gives recall@5 0.96 and recall@10 1.00; jieba's words 0.77 at 5.
K1, B = 1.2, 0.5
DIGITS, SAME = 4, 0.0001  # scores that differ by less are the same
GROUPS = 16  # for each passage wanted: enough that few others reach what the lowest of the highest groups does

Columns = NDArray[np.int64]  # a row each: which index, where the column starts in it and where it stops


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

    def holds(self, words: str) -> bool:
        """Whether the passages print these words, as far as neighbouring characters tell."""
        return all(gram in self.numbers for gram in self.cut(words))

    def search(self, question: str, limit: int, allowed: frozenset[str] | None = None) -> tuple[PassageKey, ...]:
        """The passages that share a gram with the question, best first, of the allowed documents only."""
        asked = {self.numbers[gram]: times for gram, times in Counter(self.cut(question)).items() if gram in self.numbers}
        columns = np.array([(0, *self.starts[number : number + 2]) for number in asked], np.int64).reshape(-1, 3)
        weights = np.array(list(asked.values())) * rarity(columns[:, 2] - columns[:, 1], len(self))
        return tuple(map(self.keys.__getitem__, best_places(add_up((self,), columns, weights), self.keys, limit, allowed)))

    def _read_columns(self) -> None:
        """Where the library keeps each gram's passages and their scores, as plain arrays: a mapped one costs more at each touch."""
        kept = self._index.scores if self._index is not None else {"indptr": (0,), "indices": (), "data": ()}
        self.starts, self.places, self.shares = (np.asarray(kept[name]) for name in ("indptr", "indices", "data"))
        self.numbers: Mapping[str, int] = self._index.vocab_dict if self._index is not None else {}  # of grams, in their order

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


def rarity(frequency: NDArray[np.int64], passages: int | NDArray[np.int64]) -> NDArray[np.float64]:
    """Lucene's inverse document frequency of grams that stand in so many of the passages."""
    return np.asarray(np.log1p((passages - frequency + 0.5) / (frequency + 0.5)))


def add_up(indexes: Sequence[KeywordIndex], columns: Columns, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The score of every passage of these indexes, one index after the other, each column counting as much as its weight says.

    All columns are one sparse matrix: to add up each index by itself takes twice as long. The library has weighed each by its
    gram's rarity in its own index.
    """
    from scipy.sparse import csc_array  # as late as the library

    sizes = np.array(list(map(len, indexes)))
    if not len(columns):
        return np.zeros(sizes.sum())
    of, starts, stops = columns.T
    counts = stops - starts
    found = [(indexes[one], slice(start, stop)) for one, start, stop in columns.tolist()]
    rows = np.concatenate([index.places[column] for index, column in found])
    rows += np.repeat((np.cumsum(sizes) - sizes).astype(rows.dtype)[of], counts)
    shares = np.concatenate([index.shares[column] for index, column in found], dtype=np.float64)
    ends = np.concatenate(([0], np.cumsum(counts))).astype(rows.dtype)
    return np.asarray(csc_array((shares, rows, ends), shape=(sizes.sum(), len(found))) @ (weights / rarity(counts, sizes[of])))


def _library() -> Any:
    import bm25s  # 0.2 s: only when something is searched

    logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets itself to DEBUG
    return bm25s


def best_places(
    scores: NDArray[np.float64], keys: Sequence[PassageKey], limit: int, allowed: frozenset[str] | None = None
) -> Sequence[int]:
    """The places of the highest scores above zero, those of allowed documents only, best first; equal ones by their keys."""
    if allowed is not None:
        scores = np.where([key[0] in allowed for key in keys], scores, 0)
    places = np.flatnonzero(scores >= _reached(scores, limit))
    found = scores[places]
    if limit < len(places):
        places = places[found >= np.partition(found, -limit)[-limit] - SAME]
    rounded = dict(zip(places.tolist(), np.round(scores[places], DIGITS).tolist(), strict=True))
    return nsmallest(limit, rounded, lambda place: (-rounded[place], keys[place]))


def _reached(scores: NDArray[np.float64], limit: int) -> float:
    """What so many scores above zero reach at least, as far as one look at all tells: the lowest of the highest groups' best."""
    groups = GROUPS * limit
    best = scores[: len(scores) // groups * groups].reshape(-1, groups).max(axis=0, initial=0)
    return max(float(np.partition(best, -limit)[-limit]) - SAME, np.finfo(scores.dtype).tiny)
