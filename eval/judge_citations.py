"""Which of an answer's citations are right: the document, the section or table in it, the cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from eval.gold import GoldSource
from eval.run import CitationCount
from eval.squeeze import squeeze

HEADING_NUMBER = re.compile(
    r"^\s*(?:第[一二三四五六七八九十百]+(?:部分|章|节)|[一二三四五六七八九十]+(?=[、.．\s])|[（(][一二三四五六七八九十\d]+[)）]|\d+(?=[、.．\s]))[、.．:：\s]*"
)
YEAR = re.compile(r"(?:19|20)\d{2}\s*年(?:度)?")
TABLE_NUMBER = re.compile(r"(?:预算|公开|附)\s*\d+\s*表")
ALIKE = 0.9


def judge_citations(citations: Sequence[Mapping[str, Any]], sources: Sequence[GoldSource], *, needs_all: bool = False) -> CitationCount:
    """The counts from which precision and recall at each level follow.

    Recall asks for one known place at each level, any of them: of each part of the question where the sources name parts, else with
    `needs_all` (a comparison) of each document.
    """
    documents = {source.doc for source in sources}
    celled = {source.doc for source in sources if source.col}
    with_table = [one for one in citations if one.get("table") and one.get("col") and file_of(one) in celled]
    groups = groups_of(sources, needs_all=needs_all)
    return CitationCount(
        cited=len(citations),
        in_document=sum(file_of(one) in documents for one in citations),
        in_section=sum(any(is_in_section(one, source) for source in sources) for one in citations),
        cells_cited=len(with_table),
        in_cell=sum(any(is_cell(one, source) for source in sources) for one in with_table),
        documents=covered(citations, groups, lambda one, source: file_of(one) == source.doc),
        sections=covered(citations, [kept for group in groups if (kept := [one for one in group if one.section])], is_in_section),
        cells=covered(citations, [kept for group in groups if (kept := [one for one in group if one.col])], is_cell),
    )


def groups_of(sources: Sequence[GoldSource], *, needs_all: bool) -> list[list[GoldSource]]:
    """The sources in groups of which each needs one citation."""
    has_parts = any(source.part for source in sources)
    groups: dict[str, list[GoldSource]] = {}
    for source in sources:
        groups.setdefault(source.part if has_parts else source.doc if needs_all else "", []).append(source)
    return list(groups.values())


def covered(
    citations: Sequence[Mapping[str, Any]], groups: Sequence[Sequence[GoldSource]], fits: Callable[[Mapping[str, Any], GoldSource], bool]
) -> tuple[int, int]:
    """Of how many groups a known place is cited, and how many there are."""
    return sum(any(fits(one, source) for one in citations for source in group) for group in groups), len(groups)


def file_of(citation: Mapping[str, Any]) -> str:
    """The base name of the cited file."""
    return str(citation.get("document") or "").replace("\\", "/").rpartition("/")[2]


def is_in_section(citation: Mapping[str, Any], source: GoldSource) -> bool:
    """Whether a citation (or a retrieved passage) stands under the source's heading or table title in its document."""
    if file_of(citation) != source.doc:
        return False
    places = [*str(citation.get("section") or "").split(">"), str(citation.get("table") or "")]
    return not source.section or any(is_same_heading(source.section, place) for place in places)


def is_cell(citation: Mapping[str, Any], source: GoldSource) -> bool:
    """Whether a citation is the source's own cell: its row bears the row label and its column path the column."""
    if not source.col or not is_in_section(citation, source):
        return False
    rows = [heading_key(part) for part in citation.get("row") or []]
    columns = [squeeze(part) for part in citation.get("col") or []]
    return (not source.row or heading_key(source.row) in rows) and squeeze(source.col) in columns


def is_same_heading(known: str, seen: str) -> bool:
    """Whether two headings are one: numbering, year and table number do not matter, small slips of extraction neither."""
    a, b = heading_key(known), heading_key(seen)
    return bool(a) and bool(b) and (a == b or SequenceMatcher(None, a, b).ratio() >= ALIKE)


def heading_key(text: str) -> str:
    """A heading without its number, year and table number."""
    return squeeze(TABLE_NUMBER.sub("", YEAR.sub("", HEADING_NUMBER.sub("", text.strip()))))
