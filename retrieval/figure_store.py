"""Documents with all their figures in SQL: the only door to SQLAlchemy's engine; SQLite by default, any URL by choice."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import JSON, Connection, Select, Text, and_, bindparam, delete, insert, or_, select, true, type_coerce, update
from sqlalchemy.exc import OperationalError

from ingest.document import Chunk, Document, DocumentInfo
from ingest.quantity import Quantity
from retrieval.between_rows import ChecksBetween, documents_checked_against, replace_between, rows_between
from retrieval.document_rows import (
    chunk_from_row,
    document_from_rows,
    document_rows,
    head_row,
    info_from_row,
    info_row,
    quantity_key,
    searchable_label,
)
from retrieval.errors import HomeNotWritableError, OutdatedStoreError
from retrieval.schema import (
    CHUNKS,
    DOCUMENTS,
    FIGURES,
    LABELS,
    METADATA,
    PARTS,
    READY,
    STATE,
    STATEMENTS,
    VERSION,
    open_database,
    read_json,
)

ADDING, REMOVING = "adding", "removing"
OPENING_ATTEMPTS = 8
SECONDS_BETWEEN_ATTEMPTS = 0.1
REVISION = f"SELECT {STATE.c.value.name} FROM {STATE.name} WHERE {STATE.c.name.name} = 'revision'"
WRITTEN_AS_TEXT = {name: tuple(column.name for column in part.c if isinstance(column.type, JSON)) for name, part in PARTS.items()}
PARTS_OF_A_DOCUMENT = ("sections", "tables", "figures", "statements", "checks", "chunks")


@dataclass(frozen=True, slots=True)
class StoredInfo:
    """A document's identity, how many chunks it has, and the revision of its last change."""

    info: DocumentInfo
    chunk_count: int
    revision: int


class FigureStore:
    """Whole documents in, whole documents out; only those in state `ready` are seen by readers."""

    def __init__(self, url: str) -> None:
        """Open the database behind the URL; its tables are made where they are missing."""
        self._engine = open_database(url)
        self._make_tables()

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

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
        """The other visible documents of the same organisation, year and kind; where one of these is unknown, none is."""
        identity = {name: getattr(info, name) for name in ("organization", "year", "kind")}
        if None in identity.values():
            return ()
        same = and_(*(DOCUMENTS.c[name] == value for name, value in identity.items()))
        return tuple(stored.info for stored in self._stored_infos(same) if stored.info.id != info.id)

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
            rows = {name: _rows(connection, name, document_id) for name in PARTS_OF_A_DOCUMENT}
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
                statement = select(CHUNKS).where(CHUNKS.c.document_id == document_id, CHUNKS.c.position.in_(wanted))
                for row in connection.execute(statement).mappings():
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

    def insert(self, document: Document) -> None:
        """Store the whole document, unseen until it is published."""
        with self._changing() as connection:
            head = info_row(document.info) | head_row(document) | {"state": ADDING, "revision": 0}
            connection.execute(insert(DOCUMENTS), head)
            for name, rows in document_rows(document).items():
                if rows:
                    keys = [{"document_id": document.info.id, "position": position} for position in range(len(rows))]
                    connection.execute(insert(PARTS[name]), [key | row for key, row in zip(keys, rows, strict=True)])

    def keep_between(self, document_id: str, found: ChecksBetween) -> None:
        """Keep the checks between this document and others in the place of all that there were."""
        with self._changing() as connection:
            self._renew(connection, [document_id])
            replace_between(connection, document_id, found)
            self._renew(connection, [document_id])

    def publish(self, document_id: str, replaced: Collection[str] = ()) -> None:
        """Show the document and hide those it replaces, in one step."""
        with self._changing() as connection:
            self._set_state(connection, [document_id], READY)
            self._set_state(connection, replaced, REMOVING)

    def hide(self, document_id: str) -> None:
        """Hide the document from readers; `delete` finishes its removal."""
        with self._changing() as connection:
            self._set_state(connection, [document_id], REMOVING)

    def delete(self, document_id: str) -> None:
        """Remove all rows of a hidden document."""
        with self._changing() as connection:
            replace_between(connection, document_id, {})
            for part in PARTS.values():
                connection.execute(delete(part).where(part.c.document_id == document_id))
            connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.id == document_id))

    def touch(self) -> None:
        """Tell readers that everything was indexed anew."""
        with self._changing() as connection:
            connection.execute(update(DOCUMENTS).values(revision=self._next_revision(connection)))

    def update_info(self, info: DocumentInfo) -> None:
        """Write a corrected identity."""
        with self._changing() as connection:
            row = info_row(info) | {"revision": self._next_revision(connection)}
            connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.id == info.id).values(**row))

    def _make_tables(self) -> None:
        """Other processes may be making them at the same moment, and SQLite does not wait there."""
        for attempt in range(1, OPENING_ATTEMPTS + 1):
            try:
                with self._changing() as connection:
                    METADATA.create_all(connection)
                    self._check_version(connection)
                return
            except HomeNotWritableError:
                if attempt == OPENING_ATTEMPTS:
                    raise
                time.sleep(SECONDS_BETWEEN_ATTEMPTS)

    def _check_version(self, connection: Connection) -> None:
        version = _state(connection, "schema")
        if version is None and not connection.execute(select(DOCUMENTS.c.id).limit(1)).first():
            connection.execute(insert(STATE), {"name": "schema", "value": VERSION})
        elif version != VERSION:
            remedy = "请用 --home 指定新文件夹重新导入；原文件保存在旧文件夹的 originals 中。"
            raise OutdatedStoreError(f"知识库 {self._engine.url} 由另一版本的明账建立，不能直接使用。{remedy}")

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """A transaction; what the database refuses is told in the user's words."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except OperationalError as error:
            reason = f"数据库 {self._engine.url} 无法打开或写入（{error.orig}）"
            raise HomeNotWritableError(f"{reason}，请检查文件夹权限和磁盘空间，或用 --home 指定其他文件夹。") from error

    def _stored_infos(self, condition: Any) -> list[StoredInfo]:
        columns = (DOCUMENTS.c.info, DOCUMENTS.c.chunk_count, DOCUMENTS.c.revision)
        with self._engine.connect() as connection:
            rows = connection.execute(select(*columns).where(DOCUMENTS.c.state == READY, condition)).mappings().all()
        return [StoredInfo(info_from_row(dict(row)), int(row["chunk_count"]), int(row["revision"])) for row in rows]

    def _set_state(self, connection: Connection, document_ids: Collection[str], state: str) -> None:
        if document_ids:
            connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.id.in_(document_ids)).values(state=state))
            self._renew(connection, document_ids)

    def _renew(self, connection: Connection, document_ids: Collection[str]) -> None:
        """Tell readers that these documents, and those with checks against them, are not as they were."""
        changed = or_(DOCUMENTS.c.id.in_(document_ids), DOCUMENTS.c.id.in_(documents_checked_against(document_ids)))
        connection.execute(update(DOCUMENTS).where(changed).values(revision=self._next_revision(connection)))

    @staticmethod
    def _next_revision(connection: Connection) -> int:
        raised = connection.execute(update(STATE).where(STATE.c.name == "revision").values(value=STATE.c.value + 1))
        if not raised.rowcount:
            connection.execute(insert(STATE), {"name": "revision", "value": 1})
        return _revision(connection)

    @staticmethod
    def _visible(connection: Connection, conditions: dict[Any, Any]) -> tuple[str, ...]:
        found: set[str] = set()
        for document_id, condition in conditions.items():
            joined = select(document_id).distinct().join(DOCUMENTS, DOCUMENTS.c.id == document_id)
            found.update(connection.execute(joined.where(condition, DOCUMENTS.c.state == READY)).scalars())
        return tuple(sorted(found))


def _rows(connection: Connection, name: str, document_id: str) -> Sequence[dict[str, Any]]:
    written = WRITTEN_AS_TEXT[name] if connection.dialect.name == "sqlite" else ()
    found = connection.execute(_selection(name, written), {"document": document_id})
    names = tuple(found.keys())
    columns = zip(*found.all(), strict=True)
    values = [read_json(column) if column_name in written else column for column_name, column in zip(names, columns, strict=False)]
    return [dict(zip(names, row, strict=True)) for row in zip(*values, strict=True)]


@cache
def _selection(name: str, written: tuple[str, ...]) -> Select[Any]:
    """All of a part of one document, the columns `written` as the text that is stored: read one by one they take half of the time."""
    part = PARTS[name]
    columns = (type_coerce(column, Text).label(column.name) if column.name in written else column for column in part.c)
    return select(*columns).where(part.c.document_id == bindparam("document")).order_by(part.c.position)


def _revision(connection: Connection) -> int:
    return _state(connection, "revision") or 0


def _state(connection: Connection, name: str) -> int | None:
    return connection.execute(select(STATE.c.value).where(STATE.c.name == name)).scalar()
