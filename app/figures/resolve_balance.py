"""A sum held against another amount: which printed figures belong together, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.figures.result import Result, usable
from app.telling import calculation
from app.telling.calculation import Calculation
from app.telling.cite import fact_label, scope, show_quantity
from ingest.quantity import Quantity, convert_money
from retrieval.evidence import StatementEvidence
from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact
from retrieval.facts.finding import TaskFound

FEWEST_ADDED, MOST_NAMED = 2, 6
ROWS = "各行（共{count}行）"
EQUAL = "{total}**，与{whole}**{printed}**相等，**对得上"
APART = "{total}**；{whole}为**{printed}**，对不上，相差**{gap}**，**{verdict}"
ROUNDED = "是各数四舍五入的尾差，不是算错"
UNEQUAL = "不是四舍五入能解释的：前后不一致，或所加的不是它的全部组成"


@dataclass(frozen=True, slots=True)
class Balance:
    """The facts that are added up, the fact (or the amount that the question gives) that the sum is held against, and both compared."""

    parts: tuple[Fact, ...]
    total: Calculation
    whole: Fact | None
    printed: Quantity
    gap: Calculation

    @property
    def is_rounding(self) -> bool:
        """Whether rounding explains the difference."""
        quantities = (*(fact.source.quantity for fact in self.parts), self.printed)
        return calculation.is_rounding(self.gap.result, [one for one in quantities if one])


def balance_result(found: TaskFound, _place: int = 0) -> Result | None:
    """What the parts come to, with the printed whole and the verdict."""
    balance = resolve_balance(found)
    if balance is None:
        return None
    total, gap, printed = balance.total, balance.gap.result, show_quantity(balance.printed)
    names = tuple(dict.fromkeys(fact_label(fact) for fact in balance.parts))
    name = "、".join(names) if len(names) <= MOST_NAMED else ROWS.format(count=len(balance.parts))
    whole = f"印出的{scope(balance.whole)}" if balance.whole else "问句中的数"
    verdict = ROUNDED if balance.is_rounding else UNEQUAL
    told = (APART if gap.number else EQUAL).format(
        total=show_quantity(total.result), whole=whole, printed=printed, gap=show_quantity(absolute(gap)), verdict=verdict
    )
    facts = (*balance.parts, *((balance.whole,) if balance.whole else ()))
    extra = ((whole, balance.printed), ("差额", absolute(gap)))
    formula = f"{total.formula}；{balance.gap.formula}"
    return Result(f"{name}相加", told, total.result, facts, formula, extra=extra)


def absolute(quantity: Quantity) -> Quantity:
    """A difference without its sign."""
    return Quantity(abs(quantity.number), quantity.unit)


def resolve_balance(found: TaskFound) -> Balance | None:
    """The balance that a task asks for; None where its figures are not there or do not belong together."""
    if len(found.found) < FEWEST_ADDED or any(usable(one) is None for one in found.found):
        return None
    wholes = facts_of(found.denominator) if found.denominator and usable(found.denominator) else ()
    sums = [(key, parts) for key in (cell_column, cell_row, place, table) for parts in groups([facts_of(one) for one in found.found], key)]
    # Of one table alone they may still be of several rows and columns.
    close = [(key, parts) for key, parts in sums if key is not table]
    beside = ((parts, whole) for key, parts in close for whole in wholes if key(whole) == key(parts[0]) and whole not in parts)
    near = next((one for parts, whole in beside if (one := compared(parts, whole, None))), None)
    elsewhere = (compared(parts, whole, None) for _, parts in sums for whole in wholes if whole not in parts)
    held = () if found.task.is_of_total or found.denominator is None else (*found.found, found.denominator)
    is_plain = bool(held) and all(len(one.candidates) == 1 for one in held)
    # Another place may be of another scope, unless each amount is printed in one alone.
    near = near or next((one for one in elsewhere if one and (one.is_rounding or is_plain)), None)
    if near is None and found.task.count is not None and sums:
        return compared(sums[0][1], None, found.task.count)
    return near


def compared(parts: Sequence[Fact], whole: Fact | None, given: Quantity | None) -> Balance | None:
    """The parts' sum and how far it is from the whole."""
    quantities = [fact.source.quantity for fact in parts]
    known = [one for one in quantities if one is not None and one.unit == (quantities[0].unit if quantities[0] else "")]
    printed = (whole.source.quantity if whole else None) or given
    if len(known) < len(parts) or printed is None:
        return None
    total = calculation.add(known)
    held = convert_money(printed, total.result.unit) if printed.is_money else Quantity(printed.number, total.result.unit)
    return Balance(tuple(parts), total, whole, held, calculation.subtract(total.result, held))


def groups(choices: Sequence[Sequence[Fact]], key: Callable[[Fact], object]) -> Iterable[tuple[Fact, ...]]:
    """One fact of each choice, all of them with one key; keys in the order of the first choice."""
    for first in dict.fromkeys(key(fact) for fact in choices[0]):
        picked = [next((fact for fact in facts if key(fact) == first), None) for facts in choices]
        chosen = tuple(fact for fact in picked if fact is not None)
        if first is not None and len(set(map(id, chosen))) == len(choices):
            yield chosen


def facts_of(found: Found) -> tuple[Fact, ...]:
    """All facts that bear what was asked, each for itself."""
    return tuple(fact for one in found.candidates if not one.is_sum for fact in one.facts)


def cell_column(fact: Fact) -> object:
    """The table and column of a cell; None for a statement."""
    return None if isinstance(fact.evidence, StatementEvidence) else (fact.evidence.figure.table, fact.evidence.figure.col)


def cell_row(fact: Fact) -> object:
    """The table and row of a cell; None for a statement."""
    return None if isinstance(fact.evidence, StatementEvidence) else (fact.evidence.figure.table, fact.evidence.figure.row)


def table(fact: Fact) -> object:
    """The table of a cell; None for a statement."""
    return None if isinstance(fact.evidence, StatementEvidence) else fact.evidence.figure.table


def place(fact: Fact) -> object:
    """The section of a statement; None for a cell."""
    return fact.evidence.statement.section if isinstance(fact.evidence, StatementEvidence) else None
