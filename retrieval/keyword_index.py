"""Keyword search over a set of passages: BM25 on character uni- and bigrams (the only door to bm25s)."""

from __future__ import annotations

import logging
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.character_grams import character_grams
from retrieval.fuse_rankings import PassageKey

# Measured on 53 questions over five documents: k1 1.2, b 0.5 gives recall@5 0.96 and recall@10 1.00; jieba's words 0.77 at 5.
K1, B = 1.2, 0.5


class KeywordIndex:
    """An immutable index of passages given as grams."""

    def __init__(
        self, keys: Sequence[PassageKey], grams: Iterable[Sequence[str]], cut: Callable[[str], list[str]] = character_grams
    ) -> None:
        """Index passages, each by its key and its grams; `cut` makes a question's."""
        self._cut = cut
        self._keys = tuple(keys)
        self._index = self._build(grams)

    @classmethod
    def load(cls, folder: Path, keys: Sequence[PassageKey]) -> KeywordIndex:
        """The index of these passages that was saved in a folder; what a question does not need of it stays on disk."""
        loaded = cls(keys, ())
        loaded._index = _library().BM25.load(folder, mmap=True, show_progress=False)
        return loaded

    def save(self, folder: Path) -> None:
        """Write the index into a folder of its own."""
        if self._index is not None:
            self._index.save(folder, show_progress=False)

    def holds(self, words: str) -> bool:
        """Whether the passages print these words, as far as neighbouring characters tell."""
        return self._index is not None and all(gram in self._index.vocab_dict for gram in self._cut(words))

    def search(self, question: str, limit: int, allowed: frozenset[str] | None = None) -> tuple[PassageKey, ...]:
        """The passages that share a gram with the question, best first, of the allowed documents only."""
        grams = [gram for gram in self._cut(question) if self._index is not None and gram in self._index.vocab_dict]
        if self._index is None or not grams:
            return ()
        scores = self._index.get_scores(grams)
        if allowed is not None:
            scores = np.where([key[0] in allowed for key in self._keys], scores, 0)
        return tuple(self._keys[place] for place in _best(scores, limit))

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


def _library() -> Any:
    import bm25s  # 0.2 s: only when something is searched

    logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets itself to DEBUG
    return bm25s


def _best(scores: NDArray[np.float32], limit: int) -> NDArray[np.intp]:
    """The places of the highest scores above zero, of equal ones the first; only what can be among them is sorted."""
    least = np.partition(scores, -limit)[-limit] if limit < len(scores) else 0
    places = np.flatnonzero((scores >= least) & (scores > 0))
    return places[np.argsort(-scores[places], kind="stable")][:limit]
