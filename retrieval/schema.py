"""The SQL tables of the knowledge base (data for figure_store, which alone runs statements on them)."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()


def _part(name: str, *columns: Column[object]) -> Table:
    keys = (Column("document_id", String, primary_key=True), Column("position", Integer, primary_key=True, autoincrement=False))
    return Table(name, METADATA, *keys, *columns)


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

SECTIONS = _part("sections", Column("heading_path", JSON), Column("paragraphs", JSON), Column("place", JSON))

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

CHUNKS = _part(
    "chunks",
    Column("id", String, nullable=False),
    Column("heading_path", JSON),
    Column("text", Text, nullable=False),
    Column("place", JSON),
    Column("section", Integer),
    Column("table_index", Integer),
)

LABELS = _part("labels", Column("label", String, index=True, nullable=False), Column("table_index", Integer, nullable=False))

PARTS = {table.name: table for table in (SECTIONS, TABLES, FIGURES, STATEMENTS, CHUNKS, LABELS)}
