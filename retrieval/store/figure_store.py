"""Documents with all their figures in SQL: SQLite by default, any URL by choice."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, delete, insert, or_, select, update
from sqlalchemy.exc import OperationalError

from ingest.document import Document, DocumentInfo
from retrieval.errors import HomeNotWritableError, OutdatedStoreError
from retrieval.store.between_rows import ChecksBetween, documents_checked_against, replace_between
from retrieval.store.document_rows import document_rows, head_row, info_row
from retrieval.store.figure_reader import FigureReader
from retrieval.store.schema import DOCUMENTS, METADATA, PARTS, READY, STATE, VERSION, open_database
from retrieval.store.stored_parts import state_of

ADDING, REMOVING = "adding", "removing"
OPENING_ATTEMPTS = 8
SECONDS_BETWEEN_ATTEMPTS = 0.1


class FigureStore(FigureReader):
    """Whole documents in, whole documents out; only those in state `ready` are seen by readers."""

    def __init__(self, url: str) -> None:
        """Open the database behind the URL; its tables are made where they are missing."""
        super().__init__(open_database(url))
        self._make_tables()

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

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
        version = state_of(connection, "schema")
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
        return state_of(connection, "revision") or 0
