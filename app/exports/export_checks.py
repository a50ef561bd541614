"""Every check as a record of the contract, both sides as figures or statements with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from app.checks.tell_checks import Library, SourceOf, source_of
from app.exports.export_figures import figure_record
from ingest.document import Document, Statement, Term


def check_records(document: Document, library: Library) -> Iterator[dict[str, Any]]:
    """The document's checks in its own order; a term has its sign beside the keys of a figure, of a statement those that it has.

    `library` finds the other documents that checks speak of.
    """
    source = source_of(document, library)
    for check in document.checks:
        yield {
            "document": document.info.file_name,
            "document_id": document.info.id,
            "identity": check.identity,
            "kind": check.kind,
            "verdict": check.verdict,
            "difference": format(check.difference.number, "f"),
            "unit": check.difference.unit,
            "left": _terms(check.left, source),
            "right": _terms(check.right, source),
        }


def _terms(terms: Sequence[Term], source: SourceOf) -> list[dict[str, Any]]:
    return [_record(term, source(term)) | {"sign": term.sign} for term in terms]


def _record(term: Term, document: Document) -> dict[str, Any]:
    if term.figure is not None:
        return figure_record(document, document.figures[term.figure])
    return _statement_record(document, document.statements[term.statement or 0])


def _statement_record(document: Document, statement: Statement) -> dict[str, Any]:
    """A sentence's figure under the keys of a cell; its section stands where a cell has its table."""
    place = statement.place
    return {
        "document": document.info.file_name,
        "document_id": document.info.id,
        "section": " > ".join(document.sections[statement.section].heading_path),
        "subject": f"{statement.subject}{statement.aspect}",
        "value": statement.value,
        "number": format(statement.quantity.number, "f"),
        "unit": statement.quantity.unit,
        "quote": statement.sentence,
        "page": place.page,
        "bbox": list(place.bbox) if place.bbox else None,
        "lines": list(place.lines) if place.lines else None,
    }
