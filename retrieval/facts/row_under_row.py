"""“商品和服务支出里的办公费”: a row whose code lies under another row's in its table, and rows of the government's own classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Want

GOVERNMENT_CLASS = re.compile(r"50[1-6](?:\d\d)?")  # what offices, or institutions, spend alone; 509 is of both
ECONOMIC_CLASS = re.compile(r"3[01]\d(?:\d\d)?")
GOVERNMENT = "政府"


def inner_of_two(want: Want) -> Want | None:
    """The want for the last of the only two things named; None where there are others, or totals."""
    first, *last = sorted((one for one in want.mentions if not one.is_total), key=lambda one: one.start) or (None,)
    return replace(want, mentions=tuple(last)) if first and len(last) == 1 and len(want.mentions) == 2 else None


def row_under_row(index: FactIndex, want: Want, inner: Found) -> Found | None:
    """Of the find for the last thing named, what stands under the thing named before it; None where nothing does."""
    above = rows_of(index, min(want.mentions, key=lambda one: one.start))
    kept = [one for one in inner.candidates if any(lies_under(fact, other) for fact in one.facts for other in above)]
    return Found(tuple(kept), ()) if kept and not inner.missing else None


def rows_of(index: FactIndex, one: Mention) -> list[Fact]:
    """The cells of money in rows that are called so, with their codes."""
    numbers = {number for key in one.keys for number in index.postings.get(key, ())}
    facts = (index.facts[number] for number in sorted(numbers))
    return [fact for fact in facts if fact.is_money and fact.codes and any(key in one.keys for key, _ in fact.labels)]


def lies_under(fact: Fact, other: Fact) -> bool:
    """Whether a row's code extends another's, in one column of one table."""
    one, above = fact.source, other.source
    is_beside = isinstance(one, Figure) and isinstance(above, Figure) and (one.table, one.col) == (above.table, above.col)
    is_longer = bool(fact.codes) and fact.codes[0] != other.codes[0] and fact.codes[0].startswith(other.codes[0])
    return is_beside and is_longer and fact.codes[1:] == other.codes[1:]


def department_first(found: Sequence[Candidate], want: Want) -> list[Candidate]:
    """The candidates in order, but an economic class of projects after that of 基本支出, and those of the government last.

    In its classes what institutions spend stands under other names.
    """
    asked = "".join((want.text, *(one.asked for one in (*want.mentions, *want.context))))
    if GOVERNMENT in asked:
        return list(found)
    return sorted(found, key=lambda one: (is_of_government(one), "项目" not in asked and is_class_of_projects(one)))


def is_class_of_projects(one: Candidate) -> bool:
    """Whether all that prints an amount are rows of economic classes in tables of projects."""
    return all(
        bool(fact.codes) and bool(ECONOMIC_CLASS.fullmatch(fact.codes[0])) and any("项目支出" in title for title in fact.titles)
        for fact in one.facts
    )


def is_of_government(one: Candidate) -> bool:
    """Whether all that prints an amount are rows of the government's economic classes."""
    return all(
        bool(fact.codes) and bool(GOVERNMENT_CLASS.fullmatch(fact.codes[0])) and any(GOVERNMENT in title for title in fact.titles)
        for fact in one.facts
    )
