"""The knowledge base: documents with their figures in SQL, passages in a keyword and a vector index, originals as files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType

from ingest.document import Document, DocumentInfo
from ingest.quantity import Quantity
from retrieval.check_indexes import check_indexes
from retrieval.embedder import Embedder, load_embedder
from retrieval.errors import AmbiguousDocumentError, HomeNotWritableError, UnknownDocumentError
from retrieval.evidence import PassageEvidence
from retrieval.figure_store import FigureStore, StoredInfo
from retrieval.knowledge_writer import AddOutcome, KnowledgeWriter, Progress
from retrieval.passage_search import PassageSearch
from retrieval.vector_index import VectorIndex

__all__ = ["AddOutcome", "KnowledgeBase", "Progress"]

DOCUMENTS_KEPT_IN_MEMORY = 128


class KnowledgeBase:
    """Everything that is known; readers need no lock and see a document only when all of it is stored."""

    def __init__(self, home: Path, embedder: Embedder | None = None, database_url: str | None = None) -> None:
        """Use `open`, which makes the folder."""
        self.home = home
        self._given_embedder = embedder
        self._store = FigureStore(database_url or f"sqlite:///{home / 'knowledge.sqlite'}")
        self._load = lru_cache(maxsize=DOCUMENTS_KEPT_IN_MEMORY)(self._load_revision)
        self._infos_at = lru_cache(maxsize=1)(lambda _revision: self._store.infos())

    @classmethod
    def open(cls, home: Path, embedder: Embedder | None = None, database_url: str | None = None) -> KnowledgeBase:
        """The knowledge base in this folder, made where there is none; models and indexes are loaded when first used."""
        try:
            home.mkdir(parents=True, exist_ok=True)
            return cls(home, embedder, database_url)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            remedy = "请检查权限，或用 --home 指定其他文件夹。"
            raise HomeNotWritableError(f"知识库文件夹 {home} 无法建立或写入（{reason}），{remedy}") from error

    def close(self) -> None:
        """Let go of database and indexes."""
        if "_vectors" in self.__dict__:
            self._vectors.close()
        self._store.close()

    def __enter__(self) -> KnowledgeBase:
        """The knowledge base itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def documents(self) -> tuple[DocumentInfo, ...]:
        """What is in it, in order of file name."""
        return tuple(stored.info for stored in self._infos().values())

    def info(self, document_id: str) -> DocumentInfo | None:
        """The identity of one document, or None where it is not there; costs the same however many there are."""
        stored = self._store.info(document_id)
        return stored.info if stored else None

    def document(self, document_id: str) -> Document:
        """All that was read from one file."""
        document = self._load(document_id, self._stored(document_id).revision)
        if document is None:  # removed at this moment
            raise _unknown(document_id)
        return document

    def resolve(self, name_or_id: str) -> str:
        """The id of the document that has this id, file name or path."""
        infos = self._infos()
        if name_or_id in infos:
            return name_or_id
        found = [info.id for info in self.documents() if name_or_id in (info.file_name, info.source_path)]
        if not found:
            raise _unknown(name_or_id)
        if len(found) > 1:
            raise AmbiguousDocumentError(f"有 {len(found)} 个文件名为 {name_or_id}，请改用编号：{'、'.join(found)}。")
        return found[0]

    def original(self, document_id: str) -> Path:
        """The file as it was added."""
        return self._writer.original_path(self._stored(document_id).info)

    def documents_with_label(self, label: str) -> tuple[str, ...]:
        """The ids of the documents in whose tables a row or a column bears exactly this label."""
        return self._store.documents_with_label(label)

    def documents_with_quantity(self, quantity: Quantity) -> tuple[str, ...]:
        """The ids of the documents that print this quantity, in whatever unit of money."""
        return self._store.documents_with_quantity(quantity)

    def search(self, question: str, documents: Sequence[str] | None = None, k: int = 10) -> tuple[PassageEvidence, ...]:
        """The k best passages of these documents, best first; None means the whole base, an empty list finds nothing."""
        return self._search.search(question, self._infos(), documents, k)

    def add(self, document: Document, original: bytes) -> AddOutcome:
        """Store a document with its file."""
        return self._writer.add(document, original)

    def remove(self, document_id: str) -> None:
        """Take a document out."""
        self._writer.remove(document_id)

    def update_info(self, document_id: str, **fields: object) -> DocumentInfo:
        """Correct what was misread of a document's identity; searches follow at once."""
        return self._writer.update_info(document_id, **fields)

    def rebuild(self, progress: Progress = lambda _done, _all: None) -> None:
        """Make all indexes again from SQL alone."""
        self._writer.rebuild(progress)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the indexes, each with its remedy, in Chinese."""
        return check_indexes(self._store, self._vectors, self.home)

    def _infos(self) -> dict[str, StoredInfo]:
        return self._infos_at(self._store.revision())

    def _stored(self, document_id: str) -> StoredInfo:
        try:
            return self._infos()[document_id]
        except KeyError:
            raise _unknown(document_id) from None

    def _load_revision(self, document_id: str, _revision: int) -> Document | None:
        return self._store.load(document_id)

    def _embedder(self) -> Embedder:
        return self._loaded_embedder

    @cached_property
    def _loaded_embedder(self) -> Embedder:
        return self._given_embedder or load_embedder()

    @cached_property
    def _vectors(self) -> VectorIndex:
        return VectorIndex(self.home / "vectors", self._loaded_embedder.name)

    @cached_property
    def _search(self) -> PassageSearch:
        return PassageSearch(self._store, self._vectors, self._embedder)

    @cached_property
    def _writer(self) -> KnowledgeWriter:
        return KnowledgeWriter(self.home, self._store, self._vectors, self._embedder)


def _unknown(name_or_id: str) -> UnknownDocumentError:
    return UnknownDocumentError(f"知识库中没有文件 {name_or_id}，可用 mingzhang documents 查看已有的文件。")
