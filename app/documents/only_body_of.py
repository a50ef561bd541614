"""The one body whose forms of several years alone print an indicator that a question names in full without naming a body."""

from __future__ import annotations

from collections.abc import Sequence

from app.forms.form_rows import read_rows
from app.forms.match_rows import bare
from ingest import late_re as re
from ingest.document import Document

TABLES = re.compile(r"绩效|目标|自评|评价")
SHORTEST = 6


def only_body_of(rest: str, documents: Sequence[Document]) -> str:
    """Its name; empty where no indicator is named, only one document has it, or several bodies do."""
    said = bare(rest)
    bodies = [document.info.organization or "" for document in documents if _names_row(said, document)]
    return bodies[0] if len(bodies) > 1 and len(set(bodies)) == 1 else ""


def _names_row(said: str, document: Document) -> bool:
    names = (bare(row.name) for row in read_rows(document, TABLES) if row.cell("target"))
    return any(len(name) >= SHORTEST and name in said for name in names)
