"""Whether each place that a question names prints one of the terms of a check."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.checks.asked_prints import AskedPrints
from ingest.document import Document, Term
from retrieval.spelling.label_key import fold

NUMBER = re.compile(r"\d{1,2}(?!\d)")
REPORT = "报告"  # a text
FEWEST = 2


def is_placed(asked: AskedPrints, terms: Sequence[Term], document: Document) -> bool:
    """Whether each place that the question names prints one of the terms."""
    tables = [document.tables[document.figures[term.figure].table] for term in terms if term.figure is not None]
    has_prose = any(term.statement is not None for term in terms)
    numbers = {int(found) for table in tables for found in NUMBER.findall(fold(table.number or ""))[:1]}
    titles = [fold(f"{table.title}{table.context or ''}") if table.title else "" for table in tables]
    fit_tables = all(
        any(not title or is_short_for(name, title) for title in titles) or (has_prose and name.endswith(REPORT)) for name in asked.tables
    )
    is_apart = len(set(asked.tables)) < FEWEST or len(tables) < FEWEST or fit_apart(asked.tables, titles)
    return (has_prose or not asked.wants_prose) and set(asked.numbers) <= numbers and fit_tables and is_apart


def fit_apart(names: Sequence[str], titles: Sequence[str]) -> bool:
    """Whether two of the tables named are two of those titled, not one of them twice."""
    fits = [{title for title in titles if not title or is_short_for(name, title)} for name in names]
    return any(len(one | other) > 1 for at, one in enumerate(fits) for other in fits[at + 1 :] if one and other)


def is_short_for(name: str, title: str) -> bool:
    """Whether the characters of a table's name stand in a title in this order."""
    rest = iter(title)
    return all(one in rest for one in name)
