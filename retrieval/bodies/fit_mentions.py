"""Which documents fit each mention of a body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import DocumentInfo
from retrieval.bodies.align_fits import sort_of
from retrieval.bodies.fit_documents import Fit, Option, fit_documents, options_of
from retrieval.bodies.mention import Mention
from retrieval.catalog import Catalog
from retrieval.spelling.read_kind import Kinds, read_kind
from retrieval.spelling.read_year import Years

BUREAUS = re.compile(r"(各|每|哪|几|[两三四五六七八九])(?:个|家|些)?(?:20\d\d年度?)?的?(?:大?数据)?局(?!机关|本级|职责)")
NUMERALS = {character: number for number, character in enumerate("两三四五六七八九", 2)}


def fit_mentions(question: str, catalog: Catalog, known: list[Mention], years: Years, kinds: Kinds) -> list[Fit]:
    """One fit for each known mention, each with its own year and kind where the question pairs them; else one of the whole library."""
    if not known:
        everything = [Option(document) for document in _group(question, catalog.documents)]
        return [fit_documents(everything, years, kinds, question)]
    own_years = _years_by_mention(known, years)
    own_kinds = _kinds_by_mention(question, known, kinds)
    fits = []
    for mention in known:
        its_years = replace(years, named=own_years[mention]) if own_years else years
        options = options_of([catalog.bodies[number] for number in mention.bodies], mention.names_body)
        fits.append(fit_documents(options, its_years, own_kinds.get(mention, kinds), question))
    return fits


def _group(question: str, documents: Sequence[DocumentInfo]) -> Sequence[DocumentInfo]:
    """哪个局, 三个局: bureaus alone, where there are as many as are spoken of; of more than that those of one year and kind."""
    match = BUREAUS.search(question)
    bureaus = [document for document in documents if (document.organization or "").endswith("局")]
    wanted = max(2, NUMERALS.get(match[1], 2)) if match else 0
    if match is None or _count(bureaus) < wanted:
        return documents
    alike = [[one for one in bureaus if sort_of(one) == sort] for sort in dict.fromkeys(map(sort_of, bureaus))]
    counted = [one for one in alike if _count(one) == wanted] if match[1] in NUMERALS and _count(bureaus) > wanted else []
    return counted[0] if len(counted) == 1 else bureaus


def _count(documents: Sequence[DocumentInfo]) -> int:
    """How many organisations the documents are of."""
    return len({document.organization for document in documents})


def _years_by_mention(mentions: list[Mention], years: Years) -> dict[Mention, tuple[int, ...]]:
    """甲局2023年度和乙局2022年度: each organisation's own year, where every one has its own."""
    if len(mentions) < 2 or len(years.spans) != len(mentions) or not all(mention.spans for mention in mentions):
        return {}
    after = {m: tuple(year for year, (start, _) in years.spans if 0 <= start - m.end <= 1) for m in mentions}
    before = {m: tuple(year for year, (_, end) in years.spans if 0 <= m.spans[0][0] - end <= 1) for m in mentions}
    return next((paired for paired in (before, after) if all(paired.values())), {})


def _kinds_by_mention(question: str, mentions: list[Mention], kinds: Kinds) -> dict[Mention, Kinds]:
    """甲局的预算和乙局的决算: each organisation's own kind, where words after every one say it."""
    if len(mentions) < 2 or set(kinds.named) != {"预算", "决算"} or not all(mention.spans for mention in mentions):
        return {}
    ends = [*(mention.spans[0][0] for mention in mentions[1:]), len(question)]
    named = [read_kind(question[mention.end : end]).named for mention, end in zip(mentions, ends, strict=True)]
    if any(len(one) != 1 for one in named):
        return {}
    return {mention: Kinds(one) for mention, one in zip(mentions, named, strict=True)}
