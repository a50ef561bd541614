"""“商品和服务支出里哪项最多”: the rows one level below a coded row, or those that make up a column, each with its amount."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from ingest.document import Figure
from ingest.quantity import Quantity, convert_money
from retrieval.clauses.rate_fact import cover
from retrieval.evidence import FigureEvidence
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import without_nested
from retrieval.facts.label_mention import Mention
from retrieval.lookup.class_of_code import rows_of_named_class
from retrieval.spelling.label_key import is_total, label_key

FEWEST_PARTS = 2
ROUNDING = Decimal("0.01")


def list_children(index: FactIndex, parent: Found, asked: Sequence[Mention]) -> tuple[Fact, ...]:
    """The rows of the class that was found, the children of the first coded row, or the rows of the column that is asked for.

    A row with one child alone is made up of what that child is made up of.
    """
    if parent.candidates and all(fact.classes & {key for one in asked for key in one.keys} for fact in parent.candidates[0].facts):
        return tuple(fact for fact in parent.candidates[0].facts if has_amount(fact))
    facts = (fact for one in parent.candidates for fact in one.facts if fact.codes and isinstance(fact.evidence, FigureEvidence))
    children = next((found for fact in facts if (found := children_of(index, fact))), ())
    while len(children) == 1 and (below := children_of(index, children[0])):
        children = below
    under = rows_under(index, asked) if not children else ()
    makes_up = len(under) >= FEWEST_PARTS and comes_to(under, parent)
    of_class = rows_of_named_class(index, [key for one in asked for key in one.keys]) if not children and not makes_up else ()
    listed = children or (under if makes_up else ()) or (of_class if comes_to(of_class, parent) else ())
    return listed or next(filter(None, (rows_of_total(index, one) for one in parent.candidates)), ())


def comes_to(rows: Sequence[Fact], whole: Found) -> bool:
    """Whether rows come to one of the amounts of what they are to make up, where that is printed (基本支出's are not all of it)."""
    amounts = [one.source.quantity for one in rows if one.source.quantity]
    wholes = [one.quantity for one in whole.candidates if one.quantity is not None and one.quantity.is_money]
    if not amounts or not wholes:
        return True
    added = sum((convert_money(one, "元").number for one in amounts), Decimal(0))
    slack = convert_money(Quantity(slack_of(amounts), amounts[0].unit), "元").number
    return any(abs(added - convert_money(one, "元").number) <= slack for one in wholes)


def slack_of(amounts: Sequence[Quantity]) -> Decimal:
    """By how much amounts may miss their total for being rounded: half a unit of the finest digit printed for each, at least 0.01."""
    finest = min((int(one.number.as_tuple().exponent) for one in amounts), default=0)
    return max(ROUNDING, Decimal(5).scaleb(finest - 1)) * len(amounts)


def rows_of_total(index: FactIndex, total: Candidate) -> tuple[Fact, ...]:
    """The rows of the table and column in which a total stands, where they come to it: what it is made up of."""
    for fact in (fact for fact in total.facts if isinstance(fact.source, Figure) and all(is_total(key) for key, _ in fact.labels)):
        rows = [one for one in index.facts if is_beside(one, fact)]
        leaves = without_nested([one for one in rows if not is_sum_of_others(one, rows)])
        added = sum(one.source.quantity.number for one in leaves if one.source.quantity)
        whole = fact.source.quantity
        slack = slack_of([one.source.quantity for one in leaves if one.source.quantity])
        if whole and len(leaves) >= FEWEST_PARTS and abs(added - whole.number) <= slack:
            return leaves
    return ()


def is_beside(one: Fact, total: Fact) -> bool:
    """Whether a fact is a row with a name and an amount in the table and column of a total."""
    first, second = one.source, total.source
    is_same = isinstance(first, Figure) and isinstance(second, Figure) and (first.table, first.col) == (second.table, second.col)
    return is_same and has_amount(one) and bool(one.labels) and not any(is_total(key) for key, _ in one.labels)


def children_of(index: FactIndex, parent: Fact) -> tuple[Fact, ...]:
    """The rows of the parent's table and column whose code extends the parent's by one level."""
    below = [fact for fact in index.facts if is_below(fact, parent)]
    level = min((len(fact.codes[0]) for fact in below), default=0)
    return tuple(fact for fact in below if len(fact.codes[0]) == level)


def is_below(fact: Fact, parent: Fact) -> bool:
    """Whether a fact stands in the parent's table and column with a longer code of the same beginning and an amount."""
    if not isinstance(fact.evidence, FigureEvidence) or not isinstance(parent.evidence, FigureEvidence) or not fact.codes:
        return False
    one, other = fact.evidence.figure, parent.evidence.figure
    same = one.table == other.table and one.col == other.col
    return same and has_amount(fact) and fact.codes[0] != parent.codes[0] and fact.codes[0].startswith(parent.codes[0])


def has_amount(fact: Fact) -> bool:
    """Whether a fact is a cell with an amount of money other than nothing."""
    quantity = fact.source.quantity
    return isinstance(fact.evidence, FigureEvidence) and quantity is not None and quantity.is_money and quantity.number != 0


def is_sum_of_others(one: Fact, rows: Sequence[Fact]) -> bool:
    """Whether a row's amount is all the others' together but for rounding: the body's own row above its accounts."""
    numbers = [fact.source.quantity.number for fact in rows if fact.source.quantity]
    own = one.source.quantity.number if one.source.quantity else Decimal(0)
    return len(rows) > FEWEST_PARTS and abs(sum(numbers) - 2 * own) <= ROUNDING * len(rows)


def rows_under(index: FactIndex, asked: Sequence[Mention]) -> tuple[Fact, ...]:
    """The coded rows of the longest column under a header asked for, without totals and rows that others are part of."""
    columns: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    keys = {key for one in asked for key in one.keys}
    info = index.document.info
    bodies = {label_key(name) for name in (info.organization or "", *info.units)}
    for fact in index.facts:
        is_row = fact.codes and has_amount(fact) and not any(is_total(key) for key, _ in fact.labels)
        is_row = is_row and not all(key in bodies for key, _ in fact.labels)
        if is_row and keys & set(fact.headers) and all(cover(one, fact) for one in asked):
            columns[fact.evidence.figure.table, fact.evidence.figure.col].append(fact)  # type: ignore[union-attr]
    rows = max(columns.values(), key=len, default=[])
    codes = {fact.codes[0] for fact in rows}
    leaves = [fact for fact in rows if not any(code != fact.codes[0] and code.startswith(fact.codes[0]) for code in codes)]
    return tuple(fact for fact in leaves if not is_sum_of_others(fact, leaves))
