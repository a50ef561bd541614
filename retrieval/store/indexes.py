"""The indexes of a knowledge base under one embedding model; with them come numpy and all that writing needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from retrieval.ranking.embedder import Embedder, adapted_model, load_embedder
from retrieval.ranking.keep_keyword_shards import KEYWORDS
from retrieval.ranking.reranker import Reranker
from retrieval.ranking.vector_index import VectorIndex
from retrieval.spelling.load_vocabulary import Vocabulary
from retrieval.store.figure_store import FigureStore
from retrieval.store.knowledge_writer import KnowledgeWriter
from retrieval.store.passage_search import PassageSearch

VECTORS = "vectors"


@dataclass(frozen=True, slots=True)
class Indexes:
    """What belongs to one embedding model: its vectors, the search over them and the writer that fills them."""

    vectors: VectorIndex
    search: PassageSearch
    writer: KnowledgeWriter


class IndexOpener:
    """Opens the indexes of one home; models and vectors are loaded when first used."""

    def __init__(
        self,
        home: Path,
        store: FigureStore,
        vocabulary: Callable[[], Vocabulary],
        embedder: Embedder | None = None,
        reranker: Reranker | None = None,
        chroma_url: str | None = None,
    ) -> None:
        """Without an embedder it is the model trained on this home's own documents, else the one that comes with the program."""
        self._home = home
        self._store = store
        self._vocabulary = vocabulary
        self._embedder = embedder
        self._reranker = reranker
        self._chroma_url = chroma_url
        self._current: tuple[int | None, Indexes] | None = None

    def current(self) -> Indexes:
        """The indexes under the model that holds now: another process may have adapted it meanwhile."""
        folder = adapted_model(self._home) if self._embedder is None else None
        state = folder.stat().st_mtime_ns if folder else None
        if self._current is None or self._current[0] != state:
            own = load_embedder(str(folder)) if folder else None
            self._current = state, self.under(self._embedder or own or load_embedder())
        return self._current[1]

    def under(self, embedder: Embedder) -> Indexes:
        """The indexes under this model."""
        vectors = VectorIndex(self._home / VECTORS, embedder.name, self._chroma_url)
        search = PassageSearch(self._store, vectors, embedder, self._vocabulary, self._reranker, self._home / KEYWORDS)
        return Indexes(vectors, search, KnowledgeWriter(self._home, self._store, vectors, embedder))

    def close(self) -> None:
        """Let go of the vectors."""
        if self._current is not None:
            self._current[1].vectors.close()
