"""Which documents of bodies set beside each other are meant: those of one year and kind, and bureaus where bureaus are asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import DocumentInfo
from retrieval.bodies.fit_documents import Fit, Option
from retrieval.bodies.mention import Mention
from retrieval.spelling.read_kind import Kinds
from retrieval.spelling.read_year import Years

BUREAU = re.compile(r"[省市县区]?局(?!部|面|势|域|限)")
OF_BUREAUS = re.compile(r"(?:哪|几|各|每|[两三四五六七八九])(?:个|家)?局")


def align_fits(question: str, known: Sequence[Mention], fits: Sequence[Fit], years: Years, kinds: Kinds) -> list[Fit]:
    """The fits of the mentions with the documents that go together, where the words name a place (甲市和乙市, 甲局) and no year or kind."""
    narrowed = [of_bureaus(question, mention, fit) for mention, fit in zip(known, fits, strict=True)] if known else list(fits)
    is_free = not (years.named or years.relative is not None or years.latest is not None or years.references or kinds.named)
    if len(known) < 2 or not is_free or any(fit.failed or not fit.options for fit in narrowed):
        return narrowed
    shared = set.intersection(*({sort_of(option.document) for option in fit.options} for fit in narrowed))
    return [keeping(fit, [one for one in fit.options if sort_of(one.document) in shared]) for fit in narrowed] if shared else narrowed


def of_bureaus(question: str, mention: Mention, fit: Fit) -> Fit:
    """A fit without a place's other bodies, where its bureau is spoken of (甲局, 甲和乙哪个局)."""
    if mention.names_body or not (BUREAU.match(question, mention.end) or OF_BUREAUS.search(question)):
        return fit
    return keeping(fit, [one for one in fit.options if (one.document.organization or "").endswith("局")])


def keeping(fit: Fit, options: list[Option]) -> Fit:
    """A fit with these of its options; as it is where none is left."""
    return replace(fit, options=tuple(options)) if options else fit


def sort_of(document: DocumentInfo) -> tuple[int | None, str | None]:
    """Year and kind: what is set beside each other should have them in common."""
    return document.year, document.kind
