"""Contradictions found and falsely found by the checks of the documents, against those that were planted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from eval.judge_citations import heading_key
from eval.measure_answers import ratio
from eval.run import Measure
from eval.stated_figures import YUAN
from ingest.checks.check_arithmetic import BROKEN
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
    library = {document.info.id: document for document in documents}
    broken = [prints_of(check, document, library) for document in documents for check in document.checks if check.verdict == BROKEN]
    found = sum(any(is_among(one, prints) for prints in broken) for one in planted)
    grounded = sum(any(is_among(one, prints) for one in planted) for prints in broken)
    yield ratio("contradiction_recall", found, len(planted))
    yield ratio("contradiction_precision", grounded, len(broken))


def prints_of(check: Check, document: Document, library: Mapping[str, Document]) -> list[Planted]:
    """Every number that a check compares, with its place, in the form of a planted print."""
    terms = [(term, library[term.document] if term.document else document) for term in (*check.left, *check.right)]
    return [found for term, source in terms if (found := to_print(term, source))]


def to_print(term: Term, document: Document) -> Planted | None:
    """One number of a check; None where it is no readable amount."""
    if term.statement is not None:
        statement = document.statements[term.statement]
        path = document.sections[statement.section].heading_path
        return Planted(document.info.file_name, path[-1] if path else "", statement.quantity)
    figure = document.figures[term.figure or 0]
    title = document.tables[figure.table].title
    return Planted(document.info.file_name, title, figure.quantity) if figure.quantity else None


def is_among(planted: Planted, prints: Iterable[Planted]) -> bool:
    """Whether one of the prints is the planted one: the file, the place and the amount, of money in whatever unit."""
    return any(key_of(one) == key_of(planted) for one in prints)


def key_of(one: Planted) -> tuple[str, str, Decimal]:
    """What makes two prints one."""
    return one.doc, heading_key(one.place), one.printed.number * YUAN.get(one.printed.unit, 1)
