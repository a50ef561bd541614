"""The rows of one part of a stored document, and the counters of the whole store."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import JSON, Connection, Select, Text, bindparam, select, type_coerce

from retrieval.store.schema import PARTS, STATE, read_json

WRITTEN_AS_TEXT = {name: tuple(column.name for column in part.c if isinstance(column.type, JSON)) for name, part in PARTS.items()}


def part_rows(connection: Connection, name: str, document_id: str) -> Sequence[dict[str, Any]]:
    """All rows of a part of one document in their order."""
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


def state_of(connection: Connection, name: str) -> int | None:
    """A number that the store keeps under a name."""
    return connection.execute(select(STATE.c.value).where(STATE.c.name == name)).scalar()
