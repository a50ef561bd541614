"""Contradictions found and falsely found, against those that were planted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from eval.measure_answers import ratio
from eval.run import Measure
from ingest.document import Document
from retrieval.knowledge_base import KnowledgeBase

Amounts = tuple[Decimal, Decimal]
FindContradictions = Callable[[Document], Sequence[Amounts]]


@dataclass(frozen=True, slots=True)
class Planted:
    """A contradiction put into a file on purpose: both prints, in the same unit."""

    doc: str
    printed: Decimal
    other_printed: Decimal


def no_checks(_document: Document) -> Sequence[Amounts]:
    """Stands where documents are not checked as they are read: nothing is found."""
    return ()


def measure_contradictions(
    planted: Sequence[Planted], knowledge_base: KnowledgeBase, find: FindContradictions = no_checks
) -> Iterator[Measure]:
    """Recall over the planted contradictions and precision over the reported ones; nothing is measured where nothing is checked.

    `find` gives for one document the two sides of every contradiction reported in it.
    """
    if find is no_checks:
        return
    found = {info.file_name: {frozenset(sides) for sides in find(knowledge_base.document(info.id))} for info in knowledge_base.documents()}
    known = {(one.doc, frozenset((one.printed, one.other_printed))) for one in planted}
    reported = {(doc, sides) for doc, pairs in found.items() for sides in pairs}
    hits = len(known & reported)
    yield ratio("contradiction_recall", hits, len(known))
    yield ratio("contradiction_precision", hits, len(reported))
