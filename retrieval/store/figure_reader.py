"""What readers see of the stored documents: identities, whole documents, chunks, and which documents print a label or an amount."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, and_, bindparam, select, true

from ingest.document import Chunk, Document, DocumentInfo
from ingest.quantity import Quantity
from retrieval.store.between_rows import rows_between
from retrieval.store.document_rows import chunk_from_row, document_from_rows, info_from_row, quantity_key, searchable_label
from retrieval.store.schema import CHUNKS, DOCUMENTS, FIGURES, LABELS, READY, STATE, STATEMENTS
from retrieval.store.stored_parts import part_rows

REVISION = f"SELECT {STATE.c.value.name} FROM {STATE.name} WHERE {STATE.c.name.name} = 'revision'"
# Made once: to make it for every document takes longer than to ask it.
IS_AT = CHUNKS.c.document_id == bindparam("document"), CHUNKS.c.position.in_(bindparam("positions", expanding=True))
CHUNKS_AT = select(CHUNKS).where(*IS_AT)
PARTS_OF_A_DOCUMENT = ("sections", "tables", "figures", "statements", "checks", "chunks")


@dataclass(frozen=True, slots=True)
class StoredInfo:
    """A document's identity, how many chunks it has, and the revision of its last change."""

    info: DocumentInfo
    chunk_count: int
    revision: int


class FigureReader:
    """Whole documents out; only those in state `ready` are seen."""

    def __init__(self, engine: Engine) -> None:
        """Read from a database whose tables are there."""
        self._engine = engine

    def revision(self) -> int:
        """A number that grows with every change that readers can see; a question asks for it often, so it takes the shortest way."""
        connection = self._engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute(REVISION)
            return int((cursor.fetchone() or (0,))[0])
        finally:
            connection.close()

    def infos(self) -> dict[str, StoredInfo]:
        """Of each visible document its identity, in order of file name."""
        found = self._stored_infos(true())
        return {stored.info.id: stored for stored in sorted(found, key=lambda stored: (stored.info.file_name, stored.info.id))}

    def info(self, document_id: str) -> StoredInfo | None:
        """The identity of one visible document."""
        return next(iter(self._stored_infos(DOCUMENTS.c.id == document_id)), None)

    def at_path(self, source_path: str) -> tuple[DocumentInfo, ...]:
        """The visible documents that were read from this path."""
        return tuple(stored.info for stored in self._stored_infos(DOCUMENTS.c.source_path == source_path))

    def alike(self, info: DocumentInfo) -> tuple[DocumentInfo, ...]:
        """The other visible documents of the same organisation, year and kind; where one of these is unknown, none is.

        A department's book and that of its own level alone are not alike: each tells of other bodies.
        """
        identity = {name: getattr(info, name) for name in ("organization", "year", "kind")}
        if None in identity.values():
            return ()
        same = and_(*(DOCUMENTS.c[name] == value for name, value in identity.items()))
        others = (stored.info for stored in self._stored_infos(same) if stored.info.id != info.id)
        return tuple(other for other in others if None in (info.scope, other.scope) or info.scope == other.scope)

    def kin(self, info: DocumentInfo) -> tuple[DocumentInfo, ...]:
        """The visible documents of the same organisation and scope, of any year and kind, without this one."""
        if info.organization is None:
            return ()
        same = and_(DOCUMENTS.c.organization == info.organization, DOCUMENTS.c.scope == info.scope)
        return tuple(stored.info for stored in self._stored_infos(same) if stored.info.id != info.id)

    def load(self, document_id: str) -> Document | None:
        """The whole document whatever its state, or None."""
        with self._engine.connect() as connection:
            head = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id == document_id)).mappings().first()
            if head is None:
                return None
            rows = {name: part_rows(connection, name, document_id) for name in PARTS_OF_A_DOCUMENT}
            rows["checks"] = [*rows["checks"], *rows_between(connection, document_id)]
        return document_from_rows(info_from_row(dict(head)), dict(head), rows)

    def chunk_texts(self, document_id: str) -> list[str]:
        """The texts of a document's chunks in their order."""
        statement = select(CHUNKS.c.text).where(CHUNKS.c.document_id == document_id).order_by(CHUNKS.c.position)
        with self._engine.connect() as connection:
            return [str(text) for text in connection.execute(statement).scalars()]

    def chunks(self, keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Chunk]:
        """The chunks at these (document id, position)."""
        positions: dict[str, list[int]] = {}
        for document_id, position in keys:
            positions.setdefault(document_id, []).append(position)
        found: dict[tuple[str, int], Chunk] = {}
        with self._engine.connect() as connection:
            for document_id, wanted in positions.items():
                for row in connection.execute(CHUNKS_AT, {"document": document_id, "positions": wanted}).mappings():
                    found[document_id, row["position"]] = chunk_from_row(dict(row))
        return found

    def documents_with_label(self, label: str) -> tuple[str, ...]:
        """The visible documents in whose tables a row or column bears exactly this label."""
        with self._engine.connect() as connection:
            return self._visible(connection, {LABELS.c.document_id: LABELS.c.label == searchable_label(label)})

    def documents_with_quantity(self, quantity: Quantity) -> tuple[str, ...]:
        """The visible documents that print this quantity, in whatever unit of money, in a table or in prose."""
        key = quantity_key(quantity)
        with self._engine.connect() as connection:
            return self._visible(connection, {part.c.document_id: part.c.quantity_key == key for part in (FIGURES, STATEMENTS)})

    def unfinished(self) -> dict[str, str]:
        """The state of each document whose adding or removing was interrupted."""
        statement = select(DOCUMENTS.c.id, DOCUMENTS.c.state).where(DOCUMENTS.c.state != READY)
        with self._engine.connect() as connection:
            return {row.id: row.state for row in connection.execute(statement)}

    def _stored_infos(self, condition: Any) -> list[StoredInfo]:
        columns = (DOCUMENTS.c.info, DOCUMENTS.c.chunk_count, DOCUMENTS.c.revision)
        with self._engine.connect() as connection:
            rows = connection.execute(select(*columns).where(DOCUMENTS.c.state == READY, condition)).mappings().all()
        return [StoredInfo(info_from_row(dict(row)), int(row["chunk_count"]), int(row["revision"])) for row in rows]

    @staticmethod
    def _visible(connection: Connection, conditions: dict[Any, Any]) -> tuple[str, ...]:
        found: set[str] = set()
        for document_id, condition in conditions.items():
            joined = select(document_id).distinct().join(DOCUMENTS, DOCUMENTS.c.id == document_id)
            found.update(connection.execute(joined.where(condition, DOCUMENTS.c.state == READY)).scalars())
        return tuple(sorted(found))
