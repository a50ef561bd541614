"""An account printed project by project only: all of its rows together, where the tables' totals prove that none counts twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up, without_nested
from retrieval.facts.task import Want
from retrieval.lookup.look_up import unit_mentions
from retrieval.spelling.label_key import is_total, label_key

# Expenditure is all of both parts, and none of it is of both.
PARTS = (re.compile(r"基本支出"), re.compile(r"项目支出"))
PROJECTS = 1
BY_PROJECT = 3
OTHER_VIEW = re.compile(r"绩效|采购|购买|三公|转移|基金|国有资本")
LARGEST_GAP = Decimal("0.05")
Cells = dict[int, Fact]


def parts_together(found: Found, index: FactIndex, want: Want, units: Sequence[str]) -> Found:
    """The find whose best candidate is one of several rows of the only name asked, with all of them added up: those of the units asked."""
    best = found.candidates[0] if found.candidates else None
    if best is None or len(want.mentions) != 1 or want.context or want.mentions[0].code:
        return found
    if not (best.is_partial or part_of(best.facts[0]) == PROJECTS or is_by_project(best.facts[0])):
        return found
    bodies = {label_key(name) for name in (*index.document.info.units, index.document.info.organization or "")}
    names = frozenset(want.mentions[0].keys) & {called(best.facts[0])} - bodies
    if not all(fact.is_money and isinstance(fact.source, Figure) and called(fact) in names for fact in best.facts):
        return found
    owners = {key for one in unit_mentions(units) for key in one.keys}
    rows = tuple(fact for fact in rows_of_name(best, index, names) if not owners or owners & {key for key, _ in fact.labels})
    if len(rows) < 2 or len({fact.source.quantity.unit for fact in rows if fact.source.quantity}) != 1:
        return found
    return replace(found, candidates=(add_up(rows, best.score), *found.candidates[1:]))


def is_by_project(fact: Fact) -> bool:
    """Whether a row of a part of all expenditure names a unit, a project and an account."""
    return part_of(fact) is not None and len(fact.labels) >= BY_PROJECT


def called(fact: Fact) -> str:
    """The innermost name of a row, be it that of its account."""
    return fact.labels[-1][0] if fact.labels else ""


def rows_of_name(best: Candidate, index: FactIndex, names: frozenset[str]) -> Iterator[Fact]:
    """The rows of the name in the candidate's table and, if that table is of one part of all expenditure, in that of the other part."""
    bearing = (index.facts[number].source for number in numbers_of(index, names))
    tables = columns_of_totals(index, {source.table for source in bearing if isinstance(source, Figure)})
    part = part_of(best.facts[0])
    own = best.facts[0].source.table if isinstance(best.facts[0].source, Figure) else -1
    for table, cells in sorted(tables.items()):
        rows = [fact for fact in cells.values() if called(fact) in names]
        first = next(iter(cells.values()))
        is_other_part = part is not None and part_of(first) not in (None, part)
        if (table == own or is_other_part) and rows and are_all(cells):
            yield from rows


def numbers_of(index: FactIndex, names: frozenset[str]) -> set[int]:
    """The facts that bear one of the names."""
    return {number for name in names for number in index.postings.get(name, ())}


def part_of(fact: Fact) -> int | None:
    """Which part of all expenditure a fact's table is of."""
    title = "".join(fact.titles)
    return None if OTHER_VIEW.search(title) else next((place for place, part in enumerate(PARTS) if part.search(title)), None)


def columns_of_totals(index: FactIndex, tables: set[int]) -> dict[int, Cells]:
    """The money of each table's first column that is a total, or its only one, line by line."""
    columns: dict[int, dict[tuple[str, ...], Cells]] = defaultdict(lambda: defaultdict(dict))
    for fact in index.facts:
        if isinstance(fact.source, Figure) and fact.source.table in tables and fact.is_money:
            columns[fact.source.table][fact.source.col][fact.source.cell[0]] = fact
    return {table: cells for table, of_table in columns.items() if (cells := first_total(of_table))}


def first_total(columns: dict[tuple[str, ...], Cells]) -> Cells | None:
    """The cells of the column that holds all funds."""
    if len(columns) == 1:
        return next(iter(columns.values()))
    return next((cells for col, cells in columns.items() if col and is_total(label_key(col[-1]))), None)


def are_all(cells: Cells) -> bool:
    """Whether a column's rows of the most names come to what its total prints: then none of them is part of another."""
    totals = [fact for fact in cells.values() if all(is_total(key) for key, _ in fact.labels)]
    longest = max(map(depth_of_row, cells.values()))
    rows = without_nested([fact for fact in cells.values() if depth_of_row(fact) == longest])
    return len(totals) == 1 and abs(sum_of(totals) - sum_of(rows)) <= LARGEST_GAP


def depth_of_row(fact: Fact) -> int:
    """How many cells head a fact's row: a row above others (a unit's own) has fewer than they."""
    return len(fact.source.row) if isinstance(fact.source, Figure) else 0


def sum_of(facts: Sequence[Fact]) -> Decimal:
    """What the facts come to."""
    return sum((fact.source.quantity.number for fact in facts if fact.source.quantity), Decimal(0))
