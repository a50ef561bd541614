"""Two sides of an identity compared: what the printed digits leave open is rounding, what they do not is broken."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from ingest.document import Check, Document, Term
from ingest.quantity import YUAN_PER_UNIT, Quantity, round_half_up, rounds_to

HOLDS, ROUNDING, BROKEN = VERDICTS = ("holds", "rounding", "broken")  # the best first
WITHIN, ACROSS, PROSE, RATE, BETWEEN, NAMES = "表内", "表间", "文表", "比率", "跨文件", "名实"
FEWEST_ALIKE = 3  # amounts that drop a last decimal together: that they all end in 0 is no chance
Interval = tuple[Decimal, Decimal]


class Arithmetic:
    """Compares terms of a document and of others that it speaks of.

    A number that drops its last zeros has the decimals that its table, or the prose, usually prints.
    """

    def __init__(self, document: Document, *others: Document) -> None:
        """Learn how many decimals each table and the prose of each document print."""
        self.document = document
        self._documents: dict[str | None, Document] = {None: document} | {other.info.id: other for other in others}
        self._decimals = {key: _usual_decimals(one) for key, one in self._documents.items()}

    def quantity(self, term: Term) -> Quantity | None:
        """The number that a term prints; None where it prints none or stands in doubt."""
        document = self._documents[term.document]
        if term.figure is None:
            return document.statements[term.statement or 0].quantity
        figure = document.figures[term.figure]
        return None if figure.uncertain else figure.quantity

    def compare(self, identity: str, kind: str, left: Sequence[Term], right: Sequence[Term]) -> Check | None:
        """The check that the left terms sum up to the right ones; None where they are not all numbers of one measure."""
        finest = max((_decimals(one) for one in map(self.quantity, (*left, *right)) if one and not one.is_money), default=0)
        coarse = self._coarse(left, right)
        sums = self._sum(left, finest, coarse), self._sum(right, finest, coarse)
        first = self.quantity(left[0]) if left else None
        if first is None or sums[0] is None or sums[1] is None or sums[0][2] != sums[1][2]:
            return None
        difference, slack = sums[0][0] - sums[1][0], sums[0][1] + sums[1][1]
        is_converted = len(left) == len(right) == 1 and rounds_to(first, self.quantity(right[0]))
        is_exact = not difference or is_converted or self._is_coarser(left, right, difference)
        verdict = HOLDS if is_exact else ROUNDING if abs(difference) <= slack else BROKEN
        return Check(identity, kind, tuple(left), tuple(right), _in_unit(difference, first.unit), verdict)

    def is_at_most(self, identity: str, kind: str, part: Sequence[Term], whole: Sequence[Term]) -> Check | None:
        """The check that the left terms are part of the right ones."""
        check = self.compare(identity, kind, part, whole)
        if check is None or check.difference.number > 0:
            return check
        return Check(identity, kind, check.left, check.right, check.difference, HOLDS)

    def compare_rate(
        self, identity: str, rate: Term, numerator: Sequence[Term], denominator: Sequence[Term], sign: int = 1
    ) -> Check | None:
        """The check that a printed rate is numerator / denominator in per cent; the terms of both may overlap.

        `sign` is -1 where the rate is told as a decrease. A rate cut off instead of rounded is within rounding.
        """
        printed = self.quantity(rate)
        terms = list(dict.fromkeys(term.unsigned for term in (*numerator, *denominator)))
        ranges = [self._range(term) for term in terms]
        if printed is None or any(one is None for one in ranges):
            return None
        units = {one.unit if not one.is_money else "元" for one in map(self.quantity, terms) if one is not None}
        corners = [
            _ratio(dict(zip(terms, corner, strict=True)), numerator, denominator) for corner in product(*[one for one in ranges if one])
        ]
        middle = {term: (low + high) / 2 for term, (low, high) in zip(terms, [one for one in ranges if one], strict=True)}
        exact = _ratio(middle, numerator, denominator)
        if len(units) != 1 or exact is None or any(one is None for one in corners):
            return None
        expected = sorted(sign * one for one in corners if one is not None)
        places = _decimals(printed)
        step = Decimal(1).scaleb(-places)
        is_exact = round_half_up(abs(exact), places) == abs(printed.number) and (sign * exact >= 0) == (printed.number >= 0)
        is_near = expected[0] - step <= printed.number <= expected[-1] + step
        verdict = HOLDS if is_exact or (not printed.number and not exact) else ROUNDING if is_near else BROKEN
        right = (*numerator, *(term.unsigned for term in denominator))
        difference = printed.number - round_half_up(sign * exact, max(places, 2))
        return Check(identity, RATE, (rate,), right, Quantity(difference, "%"), verdict)

    def is_larger(self, one: Term, other: Term) -> bool:
        """Whether one number is certainly larger than the other."""
        return self.range_of(one)[0] > sum(self.range_of(other))

    def in_yuan(self, check: Check) -> Decimal:
        """A check's difference in 元, or in its own unit where that is no money."""
        return check.difference.number * YUAN_PER_UNIT.get(check.difference.unit, Decimal(1))

    def range_of(self, term: Term) -> tuple[Decimal, Decimal]:
        """What a term prints in 元 and how far its own rounding and that of a number beside it may be off; nothing where it prints none."""
        span = self._range(term)
        return ((span[0] + span[1]) / 2, (span[1] - span[0]) * 2) if span else (Decimal(0), Decimal(0))

    def _coarse(self, left: Sequence[Term], right: Sequence[Term]) -> int | None:
        """The decimals of a paragraph's own that rounds all its amounts more than the prose usually does; None where it is not so."""
        terms = [term for term in (*left, *right) if term.statement is not None]
        statements = [self._documents[term.document].statements[term.statement or 0] for term in terms]
        if len(terms) < max(FEWEST_ALIKE, len(left) + len(right)) or len({one.place for one in statements}) != 1:
            return None
        return max(_decimals(one.quantity) for one in statements)

    def _is_coarser(self, left: Sequence[Term], right: Sequence[Term], difference: Decimal) -> bool:
        """Whether the one left number is the right sum rounded to fewer digits (万元 in the prose, 元 in the tables)."""
        quantities = [self.quantity(term) for term in (*left, *right)]
        halves = [self._half(term, one) for term, one in zip((*left, *right), quantities, strict=True) if one]
        return len(left) == 1 and abs(difference) <= halves[0] and all(half * 10 <= halves[0] for half in halves[1:])

    def _half(self, term: Term, quantity: Quantity, coarse: int | None = None) -> Decimal:
        where = self._documents[term.document].figures[term.figure].table if term.figure is not None else None
        usual = self._decimals[term.document].get((where, quantity.unit), 0)
        places = max(_decimals(quantity), usual) if coarse is None else coarse
        return Decimal(1).scaleb(-places) / 2 * YUAN_PER_UNIT.get(quantity.unit, Decimal(1))

    def _range(self, term: Term, coarse: int | None = None) -> Interval | None:
        quantity = self.quantity(term)
        if quantity is None:
            return None
        number, half = quantity.number * YUAN_PER_UNIT.get(quantity.unit, Decimal(1)), self._half(term, quantity, coarse)
        return number - half, number + half

    def _sum(self, terms: Sequence[Term], finest: int, coarse: int | None) -> tuple[Decimal, Decimal, str] | None:
        """Sum and slack in 元 (or in the terms' own unit), and the unit; scores and counts are exact to the decimals of the finest."""
        total, slack, units = Decimal(0), Decimal(0), set()
        for term in terms:
            quantity, span = self.quantity(term), self._range(term, coarse)
            if quantity is None or span is None:
                return None
            total += term.sign * (span[0] + span[1]) / 2
            slack += (span[1] - span[0]) / 2 if quantity.is_money else Decimal(1).scaleb(-finest) / 2
            units.add("元" if quantity.is_money else quantity.unit.removesuffix("分"))
        return (total, slack, units.pop()) if len(units) == 1 else None


def _usual_decimals(document: Document) -> dict[tuple[int | None, str], int]:
    counted: dict[tuple[int | None, str], Counter[int]] = defaultdict(Counter)
    printed: list[tuple[int | None, Quantity]] = [(figure.table, figure.quantity) for figure in document.figures if figure.quantity]
    printed += [(None, statement.quantity) for statement in document.statements]
    for where, quantity in printed:
        if quantity.number and quantity.is_money:
            counted[where, quantity.unit][_decimals(quantity)] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in counted.items()}


def _decimals(quantity: Quantity) -> int:
    return max(0, -int(quantity.number.as_tuple().exponent))


def _in_unit(yuan: Decimal, unit: str) -> Quantity:
    number = yuan / YUAN_PER_UNIT.get(unit, Decimal(1))
    return Quantity(Decimal(format(number.normalize(), "f")), unit)


def _ratio(values: dict[Term, Decimal], numerator: Sequence[Term], denominator: Sequence[Term]) -> Decimal | None:
    over, under = (sum((term.sign * values[term.unsigned] for term in side), Decimal(0)) for side in (numerator, denominator))
    return over / under * 100 if under else None
