"""How the database behind figure_store is opened."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Write-ahead logging: readers go on while one writes. Python's own transactions are off: they would not cover reading."""
    connection.isolation_level = None
    for pragma in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def open_database(url: str) -> Engine:
    """Every transaction sees one state of the database from its first statement to its last, so that no half document is read."""
    to_json = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, json_serializer=to_json, isolation_level="REPEATABLE READ")
    engine = create_engine(url, json_serializer=to_json)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine
