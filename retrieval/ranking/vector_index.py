"""Vectors of passages in Chroma: the only door to chromadb; vectors are always passed, ids alone are asked for.

One collection per embedding model, so that vectors of two models never meet; the space is cosine (the default, l2, loses
matches). Several processes may read, one may write: see writer_lock.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from threading import RLock
from typing import Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import urlsplit

import numpy as np

from retrieval.errors import VectorIndexError
from retrieval.ranking.embedder import Vectors
from retrieval.ranking.fuse_rankings import PassageKey

BATCH_SIZE = 500
COLLECTION_PREFIX = "passages-"

P = ParamSpec("P")
R = TypeVar("R")


def _collection_name(model: str) -> str:
    """Chroma allows no Chinese and no slashes in names."""
    return COLLECTION_PREFIX + hashlib.sha256(model.encode()).hexdigest()[:16]


def _passage_id(key: PassageKey) -> str:
    return f"{key[0]}:{key[1]}"


def _passage_key(passage_id: str) -> PassageKey:
    document_id, _, position = passage_id.rpartition(":")
    return document_id, int(position)


def _retried(action: Callable[Concatenate[VectorIndex, P], R]) -> Callable[Concatenate[VectorIndex, P], R]:
    """Try once more with the folder opened afresh (another process may have made the collection again), then report."""

    @wraps(action)
    def run(index: VectorIndex, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with index.lock:
            try:
                return action(index, *args, **kwargs)
            except Exception:
                index.close()
            try:
                return action(index, *args, **kwargs)
            except Exception as error:  # chromadb lets errors of its Rust core and of SQLite through
                raise VectorIndexError(index.trouble(error)) from error

    return run


class VectorIndex:
    """The vectors that one embedding model made; another model sees an empty index until it has embedded everything."""

    def __init__(self, folder: Path, model: str, server: str | None = None) -> None:
        """The vectors in a folder, or on a Chroma server; nothing is opened or created before it is needed."""
        self._folder = folder
        self._server = server
        self._model = model
        self.lock = RLock()
        self._client: Any = None
        self._collection: Any = None

    def trouble(self, error: Exception) -> str:
        """What is wrong with the index, with the remedy."""
        if self._server:
            return f"Chroma 服务 {self._server} 无法使用（{error}），请检查 MINGZHANG_CHROMA_URL 和服务是否已启动。"
        return f"向量索引无法读写（{error}），请运行 mingzhang rebuild 重建索引。"

    def close(self) -> None:
        """Let go of the folder; the next call opens it afresh and sees what other processes wrote."""
        with self.lock:
            if self._client is not None:
                self._client.close()
            self._client = self._collection = None

    @_retried
    def count(self) -> int:
        """How many vectors of this model there are."""
        return int(self._collection.count()) if self._open() else 0

    @_retried
    def lacks(self, passages: Sequence[PassageKey]) -> bool:
        """Whether a vector of one of these passages is missing."""
        if not self._open():
            return bool(passages)
        batches = (passages[start : start + BATCH_SIZE] for start in range(0, len(passages), BATCH_SIZE))
        return any(len(self._collection.get(ids=list(map(_passage_id, batch)), include=[])["ids"]) < len(batch) for batch in batches)

    @_retried
    def upsert(self, document_id: str, vectors: Vectors) -> None:
        """Store the vectors of a document's passages; storing them again changes nothing."""
        self._open(create=True)
        for start in range(0, len(vectors), BATCH_SIZE):
            batch = vectors[start : start + BATCH_SIZE]
            ids = [_passage_id((document_id, start + offset)) for offset in range(len(batch))]
            self._collection.upsert(ids=ids, embeddings=batch)

    @_retried
    def delete(self, document_id: str, passages: int) -> None:
        """Remove the vectors of a document that has so many passages."""
        if self._open():
            for start in range(0, passages, BATCH_SIZE):
                positions = range(start, min(start + BATCH_SIZE, passages))
                self._collection.delete(ids=[_passage_id((document_id, position)) for position in positions])

    @_retried
    def vectors(self, document_id: str, passages: int) -> tuple[tuple[int, ...], Vectors]:
        """The stored vectors of a document that has so many passages, and their positions."""
        if not passages or not self._open():
            return (), np.zeros((0, 0), dtype=np.float32)
        ids = [_passage_id((document_id, position)) for position in range(passages)]
        found = self._collection.get(ids=ids, include=["embeddings"])
        positions = tuple(_passage_key(passage_id)[1] for passage_id in found["ids"])
        return positions, np.asarray(found["embeddings"], dtype=np.float32)

    @_retried
    def nearest(self, vector: Vectors, limit: int) -> tuple[PassageKey, ...]:
        """The passages of the whole base that are nearest to one vector, best first."""
        if not self._open():
            return ()
        found = self._collection.query(query_embeddings=[vector], n_results=limit, include=["distances"])
        return tuple(_passage_key(passage_id) for passage_id in found["ids"][0])

    @_retried
    def other_models(self) -> tuple[str, ...]:
        """The models of collections that this index does not use."""
        return tuple(collection.metadata["model"] for collection in self._others())

    @_retried
    def drop_other_models(self) -> None:
        """Delete the vectors that other models made."""
        for collection in self._others():
            self._client.delete_collection(collection.name)

    def clear(self) -> None:
        """Delete all vectors, of whatever model, even where they cannot be read any more."""
        with self.lock:
            try:
                self._delete_collections()
            except VectorIndexError:
                if self._server:
                    raise
                self.close()
                shutil.rmtree(self._folder)

    @_retried
    def _delete_collections(self) -> None:
        for collection in self._others():
            self._client.delete_collection(collection.name)
        if self._open():
            self._client.delete_collection(self._collection.name)
            self._collection = None

    def _others(self) -> Sequence[Any]:
        self._open()
        collections = self._client.list_collections() if self._client else ()
        own = _collection_name(self._model)
        return [found for found in collections if found.name.startswith(COLLECTION_PREFIX) and found.name != own]

    def _open(self, create: bool = False) -> bool:
        """Whether the collection is there; a reader creates nothing."""
        if self._collection is None and (create or self._server or self._folder.exists()):
            self._client = self._client or (_open_server(self._server) if self._server else _open_folder(self._folder))
            self._collection = _open_collection(self._client, self._model, create)
        return self._collection is not None


def _open_folder(folder: Path) -> Any:
    os.environ["ANONYMIZED_TELEMETRY"] = "False"
    import chromadb  # 0.5 s: only when vectors are used
    from chromadb.config import Settings

    return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))


def _open_server(url: str) -> Any:
    import chromadb
    from chromadb.config import Settings

    address = urlsplit(url)
    is_safe = address.scheme == "https"
    port = address.port or (443 if is_safe else 8000)
    return chromadb.HttpClient(address.hostname or url, port, ssl=is_safe, settings=Settings(anonymized_telemetry=False))


def _open_collection(client: Any, model: str, create: bool) -> Any:
    from chromadb.errors import NotFoundError

    name = _collection_name(model)
    try:
        return client.get_collection(name, embedding_function=None)
    except NotFoundError:
        if not create:
            return None
    configuration = {"hnsw": {"space": "cosine"}}
    return client.create_collection(name, configuration=configuration, metadata={"model": model}, embedding_function=None)
