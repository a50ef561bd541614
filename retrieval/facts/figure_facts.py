"""The figures of a document's tables as facts: which names of rows, columns and titles each bears."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set

from ingest import late_re as re
from ingest.document import Document, Figure
from ingest.figures.name_rows import is_numbered_total
from retrieval.facts.coded_units import coded_units
from retrieval.facts.fact import Fact
from retrieval.facts.rows_under_units import rows_under_units
from retrieval.facts.table_facts import TableFacts
from retrieval.facts.unit_headers import unit_headers
from retrieval.facts.with_coded_unit import with_coded_unit
from retrieval.facts.with_owner import with_owner
from retrieval.spelling.label_key import label_key

BESIDE_TARGET = re.compile(r"(?:本|绩效|指标|三级)*(?:计量|度量|计算)单位|(?:绩效|三级)?指标(?:性质|方向|符号)|(?:运算|计算)符号|比较符")


def figure_facts(document: Document) -> Iterable[Fact]:
    """One fact per figure."""
    rows: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for figure in document.figures:
        rows[figure.table].add(figure.row)
    bodies = {label_key(name) for name in (document.info.organization or "", *document.info.units, *document.info.aliases)}
    units = coded_units(document)
    owners = rows_under_units(document, frozenset(map(label_key, document.info.units)))
    headers: dict[int, set[str]] = defaultdict(set)
    for figure in document.figures:
        headers[figure.table].update(label_key(part) for part in figure.col)
    by_table = {
        table.index: TableFacts(document.info, table, rows[table.index], bodies, unit_headers(document.info, headers[table.index]))
        for table in document.tables
    }
    told = {(figure.table, figure.row) for figure in document.figures if figure.quantity is not None}
    for figure in document.figures:
        if figure.col and BESIDE_TARGET.fullmatch(label_key(figure.col[-1])):
            continue  # what a target is counted in, and how it bounds, is no figure of its own
        if _is_told_above(figure, told):
            continue
        fact = by_table[figure.table].fact(figure)
        owner = owners.get((figure.table, figure.cell[0]))
        yield with_coded_unit(with_owner(fact, owner) if owner else fact, units)


def _is_told_above(figure: Figure, told: Set[tuple[int, tuple[str, ...]]]) -> bool:
    """Whether a row is the total of the row above it, which prints its amount itself: told once more, it would be counted twice."""
    return len(figure.row) > 1 and is_numbered_total(figure.row[-1:]) and (figure.table, figure.row[:-1]) in told
