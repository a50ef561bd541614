"""Which passages speak of a question: keyword and vector search inside the chosen documents, and known places, fused."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from retrieval.errors import VectorIndexError
from retrieval.evidence import PassageEvidence
from retrieval.ranking.character_grams import character_grams
from retrieval.ranking.embedder import Embedder, StaticEmbedder, Vectors
from retrieval.ranking.expand_question import expand_question
from retrieval.ranking.fuse_rankings import PassageKey, Ranked, fuse_rankings
from retrieval.ranking.keep_keyword_shards import Extent, keep_keyword_shards, passage_keys
from retrieval.ranking.keyword_index import KeywordIndex
from retrieval.ranking.keyword_shards import KeywordShards
from retrieval.ranking.reranker import Reranker
from retrieval.ranking.vector_index import VectorIndex
from retrieval.spelling.keep_last import keep_last
from retrieval.spelling.load_vocabulary import Vocabulary
from retrieval.store.figure_reader import StoredInfo
from retrieval.store.figure_store import FigureStore

# How much each voice counts; docs/retrieval.md has the trials that they were chosen by. `figure` are the places of figures that the
# question asks for, where the caller knows some.
WEIGHTS = {"keyword": 4.0, "vector": 1.0, "figure": 1.0}
# Over the whole base our own small model brings passages of other documents that only sound alike: there its voice is a quarter as loud.
OWN_MODEL_OVER_ALL = 0.25
RANKING_DEPTH = 100
RERANKED = 30  # a CrossEncoder reads them one by one
# Up to here keyword indexes are made for the chosen documents alone and their vectors compared exactly; beyond, the whole base is searched.
FEW_DOCUMENTS = 50

Version = tuple[str, int, int]  # document id, number of chunks, revision of the last change
Infos = Mapping[str, StoredInfo]

LOG = logging.getLogger(__name__)


class PassageSearch:
    """Searches with what it has read before kept in memory; everything kept is keyed by the document's revision."""

    def __init__(
        self,
        store: FigureStore,
        vectors: VectorIndex,
        embedder: Embedder,
        vocabulary: Callable[[], Vocabulary],
        reranker: Reranker | None = None,
        keywords: Path | None = None,
    ) -> None:
        """Search the passages of the store, with vectors of the embedder and everyday words of the vocabulary.

        The keyword index of all documents is kept in the folder `keywords`.
        """
        self._store = store
        self._vectors = vectors
        self._embedder = embedder
        self._vocabulary = vocabulary
        self._reranker = reranker
        self._keywords = keywords
        self._grams = lru_cache(maxsize=4 * FEW_DOCUMENTS)(lambda version: self._make_grams(version[0]))
        self._matrix = lru_cache(maxsize=4 * FEW_DOCUMENTS)(self._make_matrix)
        self._few_index = lru_cache(maxsize=32)(self._make_index)
        self._whole_index = keep_last(self._open_index)
        self._whole = keep_last(_all_versions)

    def search(
        self, question: str, infos: Infos, chosen: Sequence[str] | None, limit: int, figures: Sequence[PassageKey] = ()
    ) -> tuple[PassageEvidence, ...]:
        """The best passages of the chosen documents; None chooses all, an empty choice finds nothing.

        `figures` are the places of figures that the question asks for, best first.
        """
        versions = self._whole(infos) if chosen is None else _versions(infos, sorted(infos.keys() & set(chosen)))
        if not versions or not question.strip() or limit < 1:
            return ()
        depth = max(limit, RANKING_DEPTH)
        rankings = {
            "keyword": self._by_keyword(question, infos, versions, depth),
            "vector": self._by_vector(question, infos, versions, depth),
            "figure": tuple(key for key in figures if key[0] in infos and (chosen is None or key[0] in chosen)),
        }
        ranked = fuse_rankings(rankings, self._weights(chosen))
        if self._reranker is None:
            return self._evidence(ranked[:limit], infos)
        return self._reranker.rerank(question, self._evidence(ranked[: max(limit, RERANKED)], infos))[:limit]

    def _weights(self, chosen: Sequence[str] | None) -> Mapping[str, float]:
        is_softer = chosen is None and isinstance(self._embedder, StaticEmbedder)
        return {**WEIGHTS, "vector": WEIGHTS["vector"] * OWN_MODEL_OVER_ALL} if is_softer else WEIGHTS

    def _by_keyword(self, question: str, infos: Infos, versions: tuple[Version, ...], depth: int) -> tuple[PassageKey, ...]:
        is_few = len(versions) <= FEW_DOCUMENTS
        whole = versions if is_few else self._whole(infos)
        index = self._few_index(versions) if is_few else self._whole_index(whole)
        allowed = None if len(whole) == len(versions) else frozenset(version[0] for version in versions)
        return index.search(expand_question(question, self._vocabulary(), index.holds), depth, allowed)

    def _by_vector(self, question: str, infos: Infos, versions: tuple[Version, ...], depth: int) -> tuple[PassageKey, ...]:
        vector = self._embedder.embed_questions([question])[0]
        if not vector.any():
            return ()
        try:
            if len(versions) <= FEW_DOCUMENTS:
                return self._nearest_exactly(vector, versions, depth)
            return self._nearest(vector, infos, versions, depth)
        except VectorIndexError as error:
            LOG.warning("searching by keywords alone: %s", error)
            return ()

    def _nearest(self, vector: Vectors, infos: Infos, versions: tuple[Version, ...], depth: int) -> tuple[PassageKey, ...]:
        is_whole = len(versions) == len(infos)
        allowed = infos.keys() if is_whole else {version[0] for version in versions}
        wanted = depth if is_whole else 5 * depth
        return tuple(key for key in self._vectors.nearest(vector, wanted) if key[0] in allowed)[:depth]

    def _nearest_exactly(self, vector: Vectors, versions: tuple[Version, ...], depth: int) -> tuple[PassageKey, ...]:
        scored: list[tuple[float, PassageKey]] = []
        for version in versions:
            positions, matrix = self._matrix(version)
            if positions:
                scored += zip((-matrix @ vector).tolist(), ((version[0], position) for position in positions), strict=True)
        return tuple(key for _, key in sorted(scored)[:depth])

    def _evidence(self, ranked: Sequence[Ranked], infos: Infos) -> tuple[PassageEvidence, ...]:
        chunks = self._store.chunks(entry.key for entry in ranked)
        return tuple(
            PassageEvidence(infos[entry.key[0]].info, chunks[entry.key], entry.score, entry.found_by)
            for entry in ranked
            if entry.key in chunks
        )

    def _make_grams(self, document_id: str) -> list[list[str]]:
        return [character_grams(text) for text in self._store.chunk_texts(document_id)]

    def _make_index(self, versions: tuple[Version, ...]) -> KeywordIndex:
        return KeywordIndex(passage_keys(_extents(versions)), (passage for version in versions for passage in self._grams(version)))

    def _make_shard(self, documents: Sequence[Extent]) -> KeywordIndex:
        return KeywordIndex(passage_keys(documents), (passage for one, _ in documents for passage in self._make_grams(one)))

    def _open_index(self, versions: tuple[Version, ...]) -> KeywordIndex | KeywordShards:
        extents = _extents(versions)
        return keep_keyword_shards(self._keywords, extents, self._make_shard) if self._keywords else self._make_shard(extents)

    def _make_matrix(self, version: Version) -> tuple[tuple[int, ...], Vectors]:
        """A document's vectors with their positions; our own model makes them again at once, which spares loading Chroma (0.7 s)."""
        if isinstance(self._embedder, StaticEmbedder):
            made = self._embedder.embed_grams(self._grams(version))
            return tuple(range(len(made))), made
        positions, matrix = self._vectors.vectors(version[0], version[1])
        return positions, np.ascontiguousarray(matrix)


def _extents(versions: tuple[Version, ...]) -> list[Extent]:
    return [(document, count) for document, count, _ in versions]


def _all_versions(infos: Infos) -> tuple[Version, ...]:
    return _versions(infos, sorted(infos))


def _versions(infos: Infos, documents: Sequence[str]) -> tuple[Version, ...]:
    return tuple((document, infos[document].chunk_count, infos[document].revision) for document in documents)
