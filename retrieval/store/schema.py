"""The SQL tables of the knowledge base and how their database is opened."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    make_url,
)

METADATA = MetaData()
READY = "ready"  # the state of a document that readers see


def _part(name: str, *columns: Column[object], is_large: bool = False) -> Table:
    """A part of documents; SQLite keeps small rows in the order of their key, a document's together and without an index beside them."""
    keys = (Column("document_id", String, primary_key=True), Column("position", Integer, primary_key=True, autoincrement=False))
    return Table(name, METADATA, *keys, *columns, sqlite_with_rowid=is_large)


STATE = Table("state", METADATA, Column("name", String, primary_key=True), Column("value", Integer, nullable=False))

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", String, primary_key=True),
    Column("state", String, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("source_path", String, index=True),
    Column("organization", String),
    Column("year", Integer),
    Column("kind", String),
    Column("scope", String),
    Column("chunk_count", Integer, nullable=False),
    Column("info", JSON, nullable=False),
    Column("problems", JSON, nullable=False),
    Column("corrections", JSON, nullable=False),
    Index("ix_documents_identity", "organization", "year", "kind"),
)

SECTIONS = _part("sections", Column("heading_path", JSON), Column("paragraphs", JSON), Column("place", JSON), is_large=True)

TABLES = _part(
    "tables",
    Column("table_index", Integer, nullable=False),
    Column("title", Text),
    Column("number", String),
    Column("unit", String),
    Column("heading_path", JSON),
    Column("cells", JSON),
    Column("context", Text),
    Column("notes", JSON),
    Column("place", JSON),
    Column("parts", JSON),
    is_large=True,
)

FIGURES = _part(
    "figures",
    Column("table_index", Integer, nullable=False),
    Column("row_labels", JSON),
    Column("column_labels", JSON),
    Column("value", Text, nullable=False),
    Column("number", String),  # a decimal as text: SQL numbers would round
    Column("unit", String),
    Column("quantity_key", String, index=True),
    Column("place", JSON),
    Column("cell_row", Integer),
    Column("cell_column", Integer),
    Column("uncertain", Boolean, nullable=False),
)

STATEMENTS = _part(
    "statements",
    Column("section", Integer, nullable=False),
    Column("subject", Text),
    Column("measure", String),
    Column("value", Text, nullable=False),
    Column("number", String),
    Column("unit", String),
    Column("quantity_key", String, index=True),
    Column("sentence", Text),
    Column("place", JSON),
    Column("direction", String),
    Column("aspect", String),
    Column("base", Text),
    Column("year", Integer),
)



def _check_columns() -> tuple[Column[object], ...]:
    return (
        Column("identity", Text, nullable=False),
        Column("kind", String, nullable=False),
        Column("left_terms", JSON, nullable=False),
        Column("right_terms", JSON, nullable=False),
        Column("difference", String, nullable=False),
        Column("unit", String, nullable=False),
        Column("verdict", String, nullable=False),
    )


CHECKS = _part("checks", *_check_columns())

# What a document says of another one, which may come and go: kept apart, and seen only while both are there.
CHECKS_BETWEEN = Table(
    "checks_between",
    METADATA,
    Column("document_id", String, primary_key=True),
    Column("other_id", String, primary_key=True, index=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    *_check_columns(),
    sqlite_with_rowid=False,
)

CHUNKS = _part(
    "chunks",
    Column("id", String, nullable=False),
    Column("heading_path", JSON),
    Column("text", Text, nullable=False),
    Column("place", JSON),
    Column("section", Integer),
    Column("table_index", Integer),
    is_large=True,
)

LABELS = _part("labels", Column("label", String, index=True, nullable=False), Column("table_index", Integer, nullable=False))

PARTS = {table.name: table for table in (SECTIONS, TABLES, FIGURES, STATEMENTS, CHECKS, CHUNKS, LABELS)}

# Another number for every change of the columns: an older database is noticed instead of failing amid a question.
VERSION = zlib.crc32(repr([str(column) for table in METADATA.sorted_tables for column in table.c]).encode()) & 0x7FFFFFFF


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Write-ahead logging: readers go on while one writes. Python's own transactions are off: they would not cover reading."""
    connection.isolation_level = None
    for pragma in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _to_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def read_json(texts: Iterable[str | None]) -> list[Any]:
    """The values of a column of JSON, all at once."""
    values: list[Any] = orjson.loads(f"[{','.join(text or 'null' for text in texts)}]")
    return values


def open_database(url: str) -> Engine:
    """Every transaction sees one state of the database from its first statement to its last, so that no half document is read."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, json_serializer=_to_json, json_deserializer=orjson.loads, isolation_level="REPEATABLE READ")
    engine = create_engine(url, json_serializer=_to_json, json_deserializer=orjson.loads)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine
