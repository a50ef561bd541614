"""Contradictions found and falsely found by the checks of the documents, against those that were planted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.judge_citations import heading_key
from eval.measure_answers import ratio
from eval.run import Measure
from eval.stated_figures import YUAN
from ingest.check_arithmetic import BROKEN
from ingest.document import Check, Document, Term
from ingest.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Planted:
    """A contradiction put into a file on purpose: the wrong print, and the heading or the table title that it stands under."""

    doc: str
    place: str
    printed: Quantity


def measure_contradictions(planted: Sequence[Planted], documents: Sequence[Document]) -> Iterator[Measure]:
    """Recall over the planted contradictions, precision over the checks that do not hold.

    One is found where its wrong print stands in a check that does not hold; such a check without any planted print is a false alarm.
    """
    broken = [(document, check) for document in documents for check in document.checks if check.verdict == BROKEN]
    found = sum(any(is_about(check, document, one) for document, check in broken) for one in planted)
    grounded = sum(any(is_about(check, document, one) for one in planted) for document, check in broken)
    yield ratio("contradiction_recall", found, len(planted))
    yield ratio("contradiction_precision", grounded, len(broken))


def is_about(check: Check, document: Document, planted: Planted) -> bool:
    """Whether one of the numbers that a check compares is the planted print."""
    return document.info.file_name == planted.doc and any(is_print(term, document, planted) for term in (*check.left, *check.right))


def is_print(term: Term, document: Document, planted: Planted) -> bool:
    """Whether a number of a check stands in the planted place and is the planted amount."""
    if term.statement is not None:
        statement = document.statements[term.statement]
        path, quantity = document.sections[statement.section].heading_path, statement.quantity
        place = path[-1] if path else ""
    else:
        figure = document.figures[term.figure or 0]
        place, found = document.tables[figure.table].title, figure.quantity
        if found is None:
            return False
        quantity = found
    return heading_key(place) == heading_key(planted.place) and is_equal(quantity, planted.printed)


def is_equal(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are the same amount, of money in whatever unit."""
    return one.number * YUAN.get(one.unit, 1) == other.number * YUAN.get(other.unit, 1)
