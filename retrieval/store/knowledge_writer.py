"""Everything that changes the knowledge base, under the writer lock, so that a reader never sees half a document."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from threading import RLock

from ingest.checks.check_between import check_between
from ingest.checks.check_together import check_together
from ingest.document import Check, Document, DocumentInfo
from ingest.identity.are_parts import are_parts, lie_together
from retrieval.errors import HomeNotWritableError, UnknownDocumentError
from retrieval.ranking.embedder import Embedder
from retrieval.ranking.keep_keyword_shards import KEYWORDS, drop_keyword_shard
from retrieval.ranking.vector_index import VectorIndex
from retrieval.store.figure_store import REMOVING, FigureStore
from retrieval.store.pair_documents import pair_documents
from retrieval.store.writer_lock import writer_lock

RECENT_KEPT = 8  # documents

Progress = Callable[[int, int], None]  # documents done, documents in all

CORRECTABLE_FIELDS = frozenset(
    ("title", "organization", "aliases", "units", "year", "kind", "scope", "url", "published", "supersedes", "region", "level")
)


class AddOutcome(StrEnum):
    """What adding a document did."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    ADDED_BESIDE = "added_beside"


class KnowledgeWriter:
    """Adds, corrects and removes documents; what a killed predecessor left unfinished is finished first."""

    def __init__(self, home: Path, store: FigureStore, vectors: VectorIndex, embedder: Embedder) -> None:
        """Write to this home; nothing is locked or loaded before something is written."""
        self._home = home
        self._store = store
        self._vectors = vectors
        self._embedder = embedder
        self._thread_lock = RLock()
        self._last_revision: int | None = None
        self._recent: dict[DocumentInfo, Document] = {}

    def add(self, document: Document, original: bytes) -> AddOutcome:
        """Store a document with its file; the same content again changes nothing, the same path with new content replaces."""
        with self._writing():
            if self._store.info(document.info.id):
                return AddOutcome.UNCHANGED
            self._keep_original(document.info, original)
            self._store.insert(document)
            self._recent[document.info] = document
            try:
                replaced = self._finish_adding(document.info)
            except Exception:
                self._finish_removing(document.info.id)
                raise
            if replaced:
                return AddOutcome.REPLACED
            return AddOutcome.ADDED_BESIDE if self._store.alike(document.info) else AddOutcome.ADDED

    def remove(self, document_id: str) -> None:
        """Take a document out with all that belongs to it."""
        with self._writing():
            self._require(document_id)
            self._store.hide(document_id)
            self._finish_removing(document_id)

    def update_info(self, document_id: str, **fields: object) -> DocumentInfo:
        """Correct what was misread of a document's identity."""
        wrong = fields.keys() - CORRECTABLE_FIELDS
        if wrong:
            raise ValueError(f"fields that cannot be corrected: {sorted(wrong)}")
        with self._writing(is_embedding=False):
            frozen = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
            info = dataclasses.replace(self._require(document_id), **frozen)  # type: ignore[arg-type]
            self._store.update_info(info)
            self._check_kin(info)
        return info

    def rebuild(self, progress: Progress) -> None:
        """Make the vectors of all documents again from SQL alone."""
        with self._writing(is_embedding=False):
            self._vectors.clear()
            shutil.rmtree(self._home / KEYWORDS, ignore_errors=True)  # the next search over all documents makes it again
            self._embed_all(progress)

    def follow_model(self, progress: Progress) -> None:
        """Make the vectors of all documents again where they are another model's; nothing is locked where they are not."""
        if self._vectors.other_models():
            with self._writing(is_embedding=False):
                self._follow_model(progress)

    def adopt(self, install: Callable[[], None], progress: Progress) -> None:
        """Embed everything with this writer's model, then put the model in its place; the vectors of others go last.

        Killed before the model is in its place, all stays as it was; killed after, the next writer drops what is left over.
        """
        with self._writing(is_embedding=False):
            self._embed_all(progress)
            install()
            self._vectors.drop_other_models()

    def original_path(self, info: DocumentInfo) -> Path:
        """Where the file of a document is kept."""
        return self._home / "originals" / info.id / (Path(info.file_name).name or "document")

    @contextmanager
    def _writing(self, is_embedding: bool = True) -> Iterator[None]:
        with self._thread_lock, writer_lock(self._home):
            before = self._store.revision()
            if self._last_revision != before:
                self._vectors.close()  # another process wrote: its vectors must be read before ours are added
            self._finish_interrupted()
            if is_embedding:
                self._follow_model(lambda _done, _all: None)
            try:
                yield
            finally:
                self._last_revision = self._store.revision()

    def _finish_interrupted(self) -> None:
        for document_id, state in self._store.unfinished().items():
            document = self._store.load(document_id)
            if state == REMOVING or document is None or not self.original_path(document.info).exists():
                self._finish_removing(document_id)
            else:
                self._finish_adding(document.info)

    def _finish_adding(self, info: DocumentInfo) -> tuple[str, ...]:
        self._embed(info.id)
        replaced = tuple(other.id for other in self._store.at_path(info.source_path) if info.source_path)
        self._check_kin(info, replaced)
        self._store.publish(info.id, replaced)
        drop_keyword_shard(self._home / KEYWORDS, info.id)
        for document_id in replaced:
            self._finish_removing(document_id)
        return replaced

    def _check_kin(self, info: DocumentInfo, replaced: Collection[str] = ()) -> None:
        """Try what this document and others of its organisation say of each other."""

        def is_part(one: DocumentInfo, other: DocumentInfo) -> bool:
            return lie_together(one, other) and are_parts(self._read(one), self._read(other))

        found: dict[tuple[str, str], tuple[Check, ...]] = {}
        for own, other in pair_documents(info, [one for one in self._store.kin(info) if one.id not in replaced], is_part):
            check = check_together if lie_together(own, other) else check_between
            found[own.id, other.id] = check(self._read(own), self._read(other))
        self._store.keep_between(info.id, found)

    def _read(self, info: DocumentInfo) -> Document:
        """What was read of a document, which never changes; the last few are kept, for the years of one body come one after another."""
        document = self._recent.pop(info, None) or self._store.load(info.id)
        assert document, f"{info.id} is gone while this process holds the writer lock"
        self._recent[info] = document
        for oldest in list(self._recent)[:-RECENT_KEPT]:
            del self._recent[oldest]
        return document

    def _finish_removing(self, document_id: str) -> None:
        self._vectors.delete(document_id, len(self._store.chunk_texts(document_id)))
        shutil.rmtree(self._home / "originals" / document_id, ignore_errors=True)
        self._store.delete(document_id)
        drop_keyword_shard(self._home / KEYWORDS, document_id)

    def _follow_model(self, progress: Progress) -> None:
        if self._vectors.other_models():
            self._embed_all(progress)
            self._vectors.drop_other_models()

    def _embed_all(self, progress: Progress) -> None:
        documents = tuple(self._store.infos())
        for done, document_id in enumerate(documents, start=1):
            self._embed(document_id)
            progress(done, len(documents))
        self._store.touch()

    def _embed(self, document_id: str) -> None:
        texts = self._store.chunk_texts(document_id)
        if texts:
            self._vectors.upsert(document_id, self._embedder.embed_passages(texts))

    def _keep_original(self, info: DocumentInfo, original: bytes) -> None:
        path = self.original_path(info)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(original)
        except OSError as error:
            raise HomeNotWritableError(f"知识库文件夹 {self._home} 无法写入（{error.strerror}），请检查权限和磁盘空间。") from error

    def _require(self, document_id: str) -> DocumentInfo:
        found = self._store.info(document_id)
        if found is None:
            raise UnknownDocumentError(f"知识库中没有文件 {document_id}，可用 mingzhang documents 查看已有的文件。")
        return found.info
