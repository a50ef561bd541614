"""The rows of tables of projects: without the headings that only add up the rows below them, with projects that other tables list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import takewhile

from ingest import late_re as re
from ingest.labels.row_codes import BRACKETS, CODE
from ingest.tables.project_of_row import project_of_row
from retrieval.evidence import FigureEvidence
from retrieval.facts.fact import Fact
from retrieval.spelling.label_key import label_key

ONE_ACCOUNT = re.compile(r"一般公共预算|财政拨款")
CATALOGUE = re.compile(r"(?:政府采购)?(?:货物|工程|服务)(?:类|采购)?(?:支出|合计|小计)?")
ROUNDING = Decimal("0.01")


def without_headings(rows: Sequence[Fact]) -> tuple[Fact, ...]:
    """The rows without those that only add up the rows below them: among coded ones without a code, or with the beginning of theirs."""
    return tuple(fact for place, fact in enumerate(rows) if not is_sum_of(fact, below(fact, rows[place + 1 :])))


def below(fact: Fact, rows: Sequence[Fact]) -> list[Fact]:
    """The rows that stand under a row, as their codes tell."""
    code = first_label(fact)
    if CATALOGUE.fullmatch(name_of(fact)):
        return list(takewhile(lambda one: not CATALOGUE.fullmatch(name_of(one)), rows))
    if code.isdigit():
        return list(takewhile(lambda one: first_label(one).startswith(code) and first_label(one) != code, rows))
    return [] if fact.codes else list(takewhile(lambda one: bool(one.codes), rows))


def first_label(fact: Fact) -> str:
    """What stands first in a row: where it has one, its code, without brackets."""
    first = next(iter(getattr(fact.source, "row", ())), "")
    return BRACKETS.sub("", first) if CODE.fullmatch(first.strip()) else first


def is_sum_of(fact: Fact, rows: Sequence[Fact]) -> bool:
    """Whether a row's amount is what others come to."""
    quantities = [one.source.quantity for one in (fact, *rows)]
    if not rows or any(one is None for one in quantities):
        return False
    first, *others = [one.number for one in quantities if one]
    return abs(first - sum(others)) <= ROUNDING * len(others)


def with_projects_elsewhere(rows: tuple[Fact, ...], others: Iterable[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """The rows of a table of one account, with those of other tables of projects whose names it lacks; any other table's as they are."""
    if not rows or not any(ONE_ACCOUNT.search(title) for title in rows[0].titles):
        return rows
    known, found = set(map(name_of, rows)), list(rows)
    for fact in (one for table in others for one in table):
        if name_of(fact) not in known:
            known.add(name_of(fact))
            found.append(fact)
    return tuple(found)


def name_of(fact: Fact) -> str:
    """A row's own name."""
    row = getattr(fact.source, "row", ())
    project = project_of_row(fact.evidence.figure, fact.evidence.table) if isinstance(fact.evidence, FigureEvidence) else ""
    return label_key(project or row[-1]) if row else ""
