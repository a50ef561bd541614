"""Figures that were recognised in a picture are in doubt unless the sums of the document that they stand in close."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from ingest.checks.check_arithmetic import BROKEN, HOLDS
from ingest.document import RECOGNIZED_MARK, Check, Document

CONFIRMING = HOLDS  # what rounding explains, a last digit misread explains as well


def doubt_recognized(document: Document, pages: Collection[int]) -> Document:
    """The document, of which these pages were recognised: marked in its title, its unconfirmed figures as uncertain."""
    if not pages:
        return document
    closed = _figures_of(check for check in document.checks if check.verdict == CONFIRMING)
    confirmed = closed - _figures_of(check for check in document.checks if check.verdict == BROKEN)
    figures = tuple(
        replace(figure, uncertain=figure.uncertain or index not in confirmed) if figure.place.page in pages else figure
        for index, figure in enumerate(document.figures)
    )
    info = replace(document.info, title=f"{document.info.title}{RECOGNIZED_MARK}")
    return replace(document, info=info, figures=figures)


def _figures_of(checks: Iterable[Check]) -> set[int | None]:
    """The figures of this document that the checks speak of."""
    return {term.figure for check in checks for term in (*check.left, *check.right) if term.document is None}
