"""“302类合计”, “20103款”: a class that only the codes of its rows tell, added up where the table's total proves that its rows are all."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re
from ingest.document import Figure
from retrieval.candidate import Found
from retrieval.fact import Fact, FactIndex
from retrieval.gather_candidates import add_up, without_nested
from retrieval.label_key import is_total
from retrieval.parts_together import LARGEST_GAP, columns_of_totals, sum_of
from retrieval.spelt_mentions import CLASS_CODE
from retrieval.task import Want

ACCOUNT = re.compile(r"2\d{6}|[235]\d{4}|[235]\d{2}")
OTHER_VIEW = re.compile(r"绩效|采购|购买|三公|基金|国有资本|自评")
PART = re.compile(r"基本支出|项目支出")


def class_of_code(index: FactIndex, want: Want) -> Found | None:
    """The rows of the class that a question names by its code alone, added up; nothing where none is or a row of its own prints it.

    A table of all expenditure goes before one of a part of it, unless the question names the table.
    """
    asked = CLASS_CODE.search(want.text)
    code = asked["code"] if asked else ""
    if not code or any(code in fact.codes for fact in index.facts):
        return None
    if not all(one.is_scope or is_of_class(one.asked, code) for one in want.mentions):
        return None
    bearing = [fact for fact in index.facts if isinstance(fact.source, Figure) and any(one.startswith(code) for one in fact.codes)]
    tables = columns_of_totals(index, {fact.source.table for fact in bearing if isinstance(fact.source, Figure)})
    scopes = [one.asked for one in want.mentions if one.is_scope]
    sums = [rows for cells in tables.values() if (rows := rows_of_class(list(cells.values()), code)) and is_of(rows[0], scopes, want.text)]
    ordered = sorted(sums, key=lambda rows: bool(PART.search("".join(rows[0].titles))))
    return Found((add_up(tuple(ordered[0]), 0.0),), ()) if ordered else Found((), want.mentions)


def is_of_class(asked: str, code: str) -> bool:
    """Whether words only name the class again, or a total."""
    return code in asked or is_total(asked) or asked.endswith(("支出", "合计", "总计", "总额", "补助"))


def is_of(fact: Fact, scopes: Sequence[str], text: str) -> bool:
    """Whether a row's table is the one named; where none is, no table of some of the expenditure that the question does not speak of."""
    title = "".join(fact.titles)
    others = [found for pattern in (OTHER_VIEW, PART) for found in pattern.findall(title)]
    return any(scope in title for scope in scopes) if scopes else all(one in text for one in others if not PART.fullmatch(one))


def rows_of_class(cells: Sequence[Fact], code: str) -> list[Fact]:
    """The rows of the class, where the table's coded rows come to its total; none of them holds another."""
    totals = [fact for fact in cells if all(is_total(key) for key, _ in fact.labels)]
    coded = [fact for fact in cells if fact.codes and ACCOUNT.fullmatch(fact.codes[0])]
    place = next((at for fact in coded for at, one in enumerate(fact.codes) if one.startswith(code)), 0)
    leaves = without_nested([fact for fact in coded if len(fact.codes) > place and not is_parent(fact, coded)])
    if len(totals) != 1 or abs(sum_of(totals) - sum_of(leaves)) > LARGEST_GAP * max(1, len(leaves) // 4):
        return []
    return [fact for fact in leaves if fact.codes[place].startswith(code)]


def is_parent(fact: Fact, rows: Sequence[Fact]) -> bool:
    """Whether a row's code stands above another row's."""
    return any(other.codes[0] != fact.codes[0] and other.codes[0].startswith(fact.codes[0]) for other in rows)
