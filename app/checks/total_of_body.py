"""Whether a check holds the total of a body against the projects that the body carries out: it says nothing of one project's amount."""

from __future__ import annotations

from collections.abc import Collection

from app.telling.cite import plain
from ingest.document import Check, Document, Term
from ingest.labels.row_codes import CODE


def concerns(check: Check, cited: Collection[Term], document: Document) -> bool:
    """Whether a check concerns what is cited: one of a body's total against its projects only where that total is cited."""
    totals = {term.unsigned for term in check.left}
    if totals & set(cited) or any(term.document or term.figure is None for term in (*check.left, *check.right)):
        return True
    bodies = {document.info.organization or "", *document.info.units}
    is_total = all(set(_names(term, document)) <= bodies for term in check.left)
    return not (is_total and all(_is_project_of(term, bodies, document) for term in check.right))


def _names(term: Term, document: Document) -> list[str]:
    """What a cell's row is of, without its code and numbers."""
    labels = (word for label in document.figures[term.figure or 0].row for word in plain(label).split())
    return [word for word in labels if not CODE.fullmatch(word) and not word.isdigit()]


def _is_project_of(term: Term, bodies: Collection[str], document: Document) -> bool:
    """Whether a cell's row names a body last and something else before it."""
    labels = [plain(label) for label in document.figures[term.figure or 0].row]
    return len(labels) > 1 and labels[-1] in bodies and any(label not in bodies and not CODE.fullmatch(label) for label in labels)
