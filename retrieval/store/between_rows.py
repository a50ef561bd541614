"""Checks between two documents in SQL: of one document, against another, and seen only while both are there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, or_, select

from ingest.document import Check
from retrieval.store.document_rows import check_row
from retrieval.store.schema import CHECKS_BETWEEN, DOCUMENTS, READY

ChecksBetween = Mapping[tuple[str, str], Sequence[Check]]  # by (the document that they are of, the other one)


def rows_between(connection: Connection, document_id: str) -> Sequence[dict[str, Any]]:
    """The checks of this document against others that are visible."""
    joined = select(CHECKS_BETWEEN).join(DOCUMENTS, DOCUMENTS.c.id == CHECKS_BETWEEN.c.other_id)
    own = joined.where(CHECKS_BETWEEN.c.document_id == document_id, DOCUMENTS.c.state == READY)
    ordered = own.order_by(CHECKS_BETWEEN.c.other_id, CHECKS_BETWEEN.c.position)
    return [dict(row) for row in connection.execute(ordered).mappings()]


def documents_checked_against(document_ids: Collection[str]) -> Select[tuple[Any]]:
    """A query for the ids of the documents that have checks against one of these."""
    return select(CHECKS_BETWEEN.c.document_id).where(CHECKS_BETWEEN.c.other_id.in_(document_ids))


def replace_between(connection: Connection, document_id: str, found: ChecksBetween) -> None:
    """Write the checks that this document is a side of, in the place of all that there were."""
    concerns = or_(CHECKS_BETWEEN.c.document_id == document_id, CHECKS_BETWEEN.c.other_id == document_id)
    connection.execute(delete(CHECKS_BETWEEN).where(concerns))
    for (own, other), checks in found.items():
        key = {"document_id": own, "other_id": other}
        rows = [key | {"position": position} | check_row(check) for position, check in enumerate(checks)]
        if rows:
            connection.execute(insert(CHECKS_BETWEEN), rows)
