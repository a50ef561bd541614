"""“住房公积金” where a document splits it: “住房公积金（行政）”, “住房公积金（事业）” are rows of that name, one for each kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from retrieval.clauses.rate_fact import counts_right, cover, is_on_side
from retrieval.evidence import FigureEvidence
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.index_facts import BRACKETED
from retrieval.facts.label_mention import Mention
from retrieval.facts.statement_of_unit import OWN_LEVEL
from retrieval.facts.task import Want
from retrieval.spelling.label_key import label_key


def bracketed_names(index: FactIndex, want: Want, units: Sequence[str]) -> Found | None:
    """The only rows (of one table and column, of these units) that bear the asked name before a bracket, added up.

    Where the question names a kind that stands in the brackets, the rows of that kind alone. None where there are none or several sets.
    """
    named = [one for one in want.mentions if not is_table_name(one, index)]
    if len(named) != 1 or named[0].correction:
        return None
    tables = [one for one in want.mentions if one not in named]
    groups: dict[tuple[int, tuple[str, ...]], list[tuple[str, Fact]]] = defaultdict(list)
    bodies = {label_key(name) for unit in units for name in (unit, OWN_LEVEL.sub("", unit))}
    asked = {*named[0].keys, named[0].asked}
    for fact in index.facts:
        if not isinstance(fact.evidence, FigureEvidence) or fact.columns or not fact.source.quantity:
            continue
        figure = fact.evidence.figure
        found = next((match for part in figure.row if (match := BRACKETED.fullmatch(part))), None)
        names = {label_key(part) for part in figure.row}
        if found is None or label_key(found["name"]) not in asked or (bodies and not bodies & names):
            continue
        if not all(cover(one, fact) for one in tables):
            continue
        if counts_right(fact, want.unit, "value") and is_on_side(fact, want.side or index.document.info.kind, False, want.mentions):
            groups[figure.table, figure.col].append((label_key(found["kind"]), fact))
    sums = [candidate_of(rows, want.text) for rows in groups.values()]
    if not sums or len({one.quantity for one in sums}) > 1:
        return None
    return Found((sums[0],), ())


def is_table_name(one: Mention, index: FactIndex) -> bool:
    """Whether a mention only says in which table to look."""
    return one.asked.endswith("表") and any(one.asked in title for title in index.titles)


def candidate_of(rows: Sequence[tuple[str, Fact]], text: str) -> Candidate:
    """The sum of the rows of the kinds that the question names, or of all of them."""
    asked = [fact for kind, fact in rows if kind in text]
    return replace(add_up(tuple(asked or [fact for _, fact in rows]), 0.0), is_partial=False)
