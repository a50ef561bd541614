"""The knowledge base: documents with their figures in SQL, passages in a keyword and a vector index, originals as files."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING

from ingest.document import Document, DocumentInfo
from ingest.quantity import Quantity
from retrieval.errors import AmbiguousDocumentError, HomeNotWritableError, UnknownDocumentError
from retrieval.evidence import PassageEvidence
from retrieval.ranking.fuse_rankings import PassageKey
from retrieval.spelling.keep_last import keep_last
from retrieval.spelling.load_vocabulary import Vocabulary, load_vocabulary
from retrieval.store.figure_reader import StoredInfo
from retrieval.store.figure_store import FigureStore

if TYPE_CHECKING:
    from retrieval.ranking.embedder import Embedder
    from retrieval.ranking.reranker import Reranker
    from retrieval.store.indexes import Indexes, IndexOpener
    from retrieval.store.knowledge_writer import AddOutcome, Progress

DOCUMENTS_KEPT_IN_MEMORY = 128
MOST_TRAINED_ON = 60  # documents: training on them takes half a minute
LOG = logging.getLogger(__name__)


class _Held(threading.local):
    """The documents that one thread goes on seeing."""

    infos: dict[str, StoredInfo] | None = None


class KnowledgeBase:
    """Everything that is known; readers need no lock and see a document only when all of it is stored."""

    def __init__(
        self, home: Path, embedder: Embedder | None, database_url: str | None, chroma_url: str | None, reranker: Reranker | None
    ) -> None:
        """Use `open`, which makes the folder."""
        self.home = home
        self._services = embedder, reranker, chroma_url
        self._store = FigureStore(database_url or f"sqlite:///{home / 'knowledge.sqlite'}")
        self._load = lru_cache(maxsize=DOCUMENTS_KEPT_IN_MEMORY)(self._load_revision)
        self._infos_at = lru_cache(maxsize=1)(lambda _revision: self._store.infos())
        self._listed = keep_last(_identities)
        self._held = _Held()

    @classmethod
    def open(
        cls,
        home: Path,
        embedder: Embedder | None = None,
        database_url: str | None = None,
        *,
        chroma_url: str | None = None,
        reranker: Reranker | None = None,
    ) -> KnowledgeBase:
        """The knowledge base in this folder, made where there is none; models and indexes are loaded when first used.

        Without an embedder it is the model trained on this folder's own documents, else the one that comes with the program.
        """
        try:
            home.mkdir(parents=True, exist_ok=True)
            return cls(home, embedder, database_url, chroma_url, reranker)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            remedy = "请检查权限，或用 --home 指定其他文件夹。"
            raise HomeNotWritableError(f"知识库文件夹 {home} 无法建立或写入（{reason}），{remedy}") from error

    def close(self) -> None:
        """Let go of database and indexes."""
        if "_opener" in vars(self):
            self._opener.close()
        self._store.close()

    def __enter__(self) -> KnowledgeBase:
        """The knowledge base itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """Within it this thread sees the documents as they stand now: to look for changes at every step takes as long as to answer."""
        outer, self._held.infos = self._held.infos, self._infos()
        try:
            yield
        finally:
            self._held.infos = outer

    def documents(self) -> tuple[DocumentInfo, ...]:
        """What is in it, in order of file name; the same object until something changes."""
        return self._listed(self._infos())

    def info(self, document_id: str) -> DocumentInfo | None:
        """The identity of one document, or None where it is not there; costs the same however many there are."""
        stored = self._store.info(document_id)
        return stored.info if stored else None

    def at_path(self, source_path: str) -> tuple[DocumentInfo, ...]:
        """The documents that were read from this path; costs the same however many there are."""
        return self._store.at_path(source_path)

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
        return self._indexes.writer.original_path(self._stored(document_id).info)

    def documents_with_label(self, label: str) -> tuple[str, ...]:
        """The ids of the documents in whose tables a row or a column bears exactly this label."""
        return self._store.documents_with_label(label)

    def documents_with_quantity(self, quantity: Quantity) -> tuple[str, ...]:
        """The ids of the documents that print this quantity, in whatever unit of money."""
        return self._store.documents_with_quantity(quantity)

    def vocabulary(self) -> Vocabulary:
        """The words that questions are made of, the staff's own before the program's."""
        try:
            return load_vocabulary(self.home)
        except (ValueError, TypeError):  # written wrongly while we run: `doctor` tells what is wrong
            LOG.exception("synonyms.toml cannot be read")
            return load_vocabulary()

    def search(
        self, question: str, documents: Sequence[str] | None = None, k: int = 10, figures: Sequence[PassageKey] = ()
    ) -> tuple[PassageEvidence, ...]:
        """The k best passages of these documents, best first; None means the whole base, an empty list finds nothing.

        `figures` are the places (document id, position of the passage) of figures that the question asks for, best first.
        """
        return self._indexes.search.search(question, self._infos(), documents, k, figures)

    def add(self, document: Document, original: bytes) -> AddOutcome:
        """Store a document with its file."""
        return self._indexes.writer.add(document, original)

    def remove(self, document_id: str) -> None:
        """Take a document out."""
        self._indexes.writer.remove(document_id)

    def update_info(self, document_id: str, **fields: object) -> DocumentInfo:
        """Correct what was misread of a document's identity; searches follow at once."""
        return self._indexes.writer.update_info(document_id, **fields)

    def rebuild(self, progress: Progress = lambda _done, _all: None) -> None:
        """Make all indexes again from SQL alone."""
        self._indexes.writer.rebuild(progress)

    def follow_model(self, progress: Progress = lambda _done, _all: None) -> None:
        """Make all vectors again where they are another model's; whatever is written does so too, but shows no progress."""
        self._indexes.writer.follow_model(progress)

    def adapt(self, progress: Progress = lambda _done, _all: None) -> None:
        """Train the embedding model on these documents, keep it in this folder and use it from now on."""
        from retrieval.ranking.embedder import ADAPTED_MODEL, load_embedder
        from retrieval.store.adapt_model import adapt_model  # torch: a second

        with TemporaryDirectory(dir=self.home, prefix="adapting-") as folder:
            fresh = Path(folder) / ADAPTED_MODEL
            infos = self.documents()
            chosen = Random(0).sample(infos, min(MOST_TRAINED_ON, len(infos)))
            adapt_model([self.document(info.id) for info in chosen], fresh)
            indexes = self._opener.under(load_embedder(str(fresh)))
            indexes.writer.adopt(lambda: _replace_folder(fresh, self.home / ADAPTED_MODEL), progress)
            indexes.vectors.close()

    def check(self) -> tuple[str, ...]:
        """What is wrong with the indexes, each with its remedy, in Chinese."""
        from retrieval.store.check_indexes import check_indexes

        return check_indexes(self._store, self._indexes.vectors, self.home)

    def _infos(self) -> dict[str, StoredInfo]:
        held = self._held.infos
        return self._infos_at(self._store.revision()) if held is None else held

    def _stored(self, document_id: str) -> StoredInfo:
        try:
            return self._infos()[document_id]
        except KeyError:
            raise _unknown(document_id) from None

    def _load_revision(self, document_id: str, _revision: int) -> Document | None:
        return self._store.load(document_id)

    @property
    def _indexes(self) -> Indexes:
        return self._opener.current()

    @cached_property
    def _opener(self) -> IndexOpener:
        from retrieval.store.indexes import IndexOpener  # numpy and the writer: a figure is found without them

        embedder, reranker, chroma_url = self._services
        return IndexOpener(self.home, self._store, self.vocabulary, embedder, reranker, chroma_url)


def _replace_folder(fresh: Path, old: Path) -> None:
    shutil.rmtree(old, ignore_errors=True)
    fresh.rename(old)


def _identities(infos: Mapping[str, StoredInfo]) -> tuple[DocumentInfo, ...]:
    return tuple(stored.info for stored in infos.values())


def _unknown(name_or_id: str) -> UnknownDocumentError:
    return UnknownDocumentError(f"知识库中没有文件 {name_or_id}，可用 mingzhang documents 查看已有的文件。")
