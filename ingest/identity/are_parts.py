"""Whether two files are parts of one disclosure, as a text and its tables, or two versions of it."""

from __future__ import annotations

from pathlib import Path

from ingest.document import Document, DocumentInfo
from ingest.labels.table_words import fold_all

IDENTITY = ("organization", "year", "kind")
LONGEST_REPEATED = 40  # characters of a sentence that any disclosure might print
MOST_REPEATED = 0.3


def lie_together(one: DocumentInfo, other: DocumentInfo) -> bool:
    """Whether two files of one organisation, year and kind lie in one folder."""
    identity = [getattr(one, name) for name in IDENTITY]
    is_one = None not in identity and identity == [getattr(other, name) for name in IDENTITY] and one.scope == other.scope
    return is_one and bool(one.source_path and other.source_path) and Path(one.source_path).parent == Path(other.source_path).parent


def are_parts(one: Document, other: Document) -> bool:
    """Whether two files that lie together tell different things: a second version prints the same tables or the same text again."""
    if not lie_together(one.info, other.info) or _tables(one) & _tables(other):
        return False
    shorter, longer = sorted((_texts(one), _texts(other)), key=len)
    tells_something = bool(shorter or one.figures or other.figures)
    return tells_something and len(shorter & longer) <= MOST_REPEATED * len(shorter)


def _tables(document: Document) -> set[tuple[str, str]]:
    """The titles, with what tells equal ones apart, of the tables that print amounts."""
    printing = {figure.table for figure in document.figures if figure.quantity}
    tables = [table for table in document.tables if table.index in printing]
    return {(fold_all(table.title), fold_all(table.context or "")) for table in tables if table.title}


def _texts(document: Document) -> set[str]:
    return {paragraph.text for section in document.sections for paragraph in section.paragraphs if len(paragraph.text) > LONGEST_REPEATED}
