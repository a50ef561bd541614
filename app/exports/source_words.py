"""A citation in a few words, for what is copied or exported: document, table, cell, place, address."""

from __future__ import annotations

from app.answer import Citation
from app.telling.cite import plain

LONGEST_QUOTE = 160


def source_words(citation: Citation) -> tuple[str, ...]:
    """Its lines: which document and where, the printed words, when and where it was published."""
    place = f"第 {citation.page} 页" if citation.page is not None else _line_words(citation.lines)
    cell = " × ".join(" / ".join(labels) for labels in (citation.row, citation.col) if labels)
    table = f"《{plain(citation.table)}》{citation.context or ''}" if citation.table else plain(citation.section)
    where = "　".join(part for part in (f"《{plain(citation.title) or citation.document}》", table, cell, place) if part)
    quote = plain(citation.quote).strip("| ")
    shortened = quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]}……"
    published = f"{citation.published} 公布" if citation.published else ""
    source = "　".join(part for part in (citation.document, published, citation.url or "") if part)
    return tuple(line for line in (where, f"原文：{shortened}" if shortened else "", source) if line)


def _line_words(lines: tuple[int, int] | None) -> str:
    if lines is None:
        return ""
    return f"第 {lines[0]} 行" if lines[0] == lines[1] else f"第 {lines[0]}–{lines[1]} 行"
