"""Results of several items or documents set in relation: difference, rank, highest, lowest, sum, multiple."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.telling import calculation
from app.telling.calculation import Calculation
from ingest.quantity import YUAN_PER_UNIT, Quantity

TARGET = re.compile(r"(≥|≤|>|<|＞|＜|不低于|不少于|不高于|不超过)?\s*(-?\d+(?:\.\d+)?)")
UPPER_BOUNDS = ("≤", "<", "＜", "不高于", "不超过")
OF_TARGETS = ("target", "loosest", "tightest")  # set targets in relation, which are texts

@dataclass(frozen=True, slots=True)
class Named:
    """A quantity with the name that tells it from the others."""

    name: str
    quantity: Quantity
    text: str


@dataclass(frozen=True, slots=True)
class Reduced:
    """What came out: the sentence, the computed quantity with its label, the formula, and what else was computed, with labels."""

    sentence: str
    quantity: Quantity | None = None
    label: str = ""
    formula: str | None = None
    beside: tuple[tuple[str, Quantity], ...] = ()


def reduce_results(reducer: str, named: Sequence[Named]) -> Reduced | None:
    """The relation that was asked for; None where the quantities cannot be compared or tell it themselves."""
    if len(named) < 2 or (reducer not in OF_TARGETS and not comparable(named)):
        return None
    reducers: dict[str, Callable[[Sequence[Named]], Reduced | None]] = {
        "difference": tell_difference, "rank": tell_rank, "maximum": tell_maximum, "minimum": tell_minimum, "sum": tell_sum,
        "times": tell_times, "percent": tell_percent, "extremes": tell_extremes, "target": tell_target,
        "spread": tell_spread, "lead": tell_lead, "lag": tell_lag, "multiple": tell_multiple,
        "loosest": tell_loosest, "tightest": tell_tightest, "minus": tell_remainder,
        "average": tell_average,
    }  # fmt: skip
    return reducers[reducer](named) if reducer in reducers else None


def comparable(named: Sequence[Named]) -> bool:
    """Whether all are money, or all of one unit."""
    units = {one.quantity.unit for one in named}
    return len(units) == 1 or all(unit in YUAN_PER_UNIT for unit in units)


def by_size(named: Sequence[Named]) -> list[Named]:
    """The largest first, whatever the units of money."""
    return sorted(named, key=size, reverse=True)


def size(one: Named) -> Decimal:
    """A quantity's number, money in 元."""
    return one.quantity.number * YUAN_PER_UNIT.get(one.quantity.unit, Decimal(1))


def tell_difference(named: Sequence[Named]) -> Reduced:
    """Which is more, and by how much; of more than two, the first against the last."""
    ranked = by_size(named)
    first, last = ranked[0], ranked[-1]
    gap = calculation.subtract(first.quantity, last.quantity)
    if gap.result.number == 0:
        return Reduced(f"两者相等，相差0{gap.result.unit}。" if len(named) == 2 else "各项相等。", gap.result, "差额", gap.formula)
    unit = "个百分点" if gap.result.unit == "%" else gap.result.unit
    amount = calculation.show(gap.result.number)
    sentence = f"**{first.name}**比{last.name}多**{amount}{unit}**。"
    return Reduced(sentence, gap.result, f"{first.name}比{last.name}多", gap.formula)


def tell_rank(named: Sequence[Named]) -> Reduced:
    """All of them, the largest first."""
    ranked = by_size(named)
    return Reduced("从高到低：" + "，".join(f"{place}. {one.name}（{one.text}）" for place, one in enumerate(ranked, 1)) + "。")


def tell_maximum(named: Sequence[Named]) -> Reduced:
    """The largest."""
    return tell_extreme(by_size(named), "最高")


def tell_minimum(named: Sequence[Named]) -> Reduced:
    """The smallest."""
    return tell_extreme(by_size(named)[::-1], "最低")


def tell_extremes(named: Sequence[Named]) -> Reduced:
    """The largest and the smallest."""
    ranked = by_size(named)
    return Reduced(f"{tell_extreme(ranked, '最高').sentence}{tell_extreme(ranked[::-1], '最低').sentence}")


def tell_spread(named: Sequence[Named]) -> Reduced:
    """The largest, the smallest, and how far they are apart."""
    gap = tell_difference(named)
    return replace(gap, sentence=f"{tell_extremes(named).sentence}{gap.sentence}")


def tell_lead(named: Sequence[Named]) -> Reduced:
    """The largest, and how far it is above the next and the smallest."""
    return tell_ahead(by_size(named), tell_maximum(named).sentence)


def tell_lag(named: Sequence[Named]) -> Reduced:
    """The smallest, and how far it is below the next and the largest."""
    return tell_ahead(by_size(named)[::-1], tell_minimum(named).sentence)


def tell_ahead(ranked: Sequence[Named], sentence: str) -> Reduced:
    """How far the first of the ranked is apart from the one after it and from the last; nothing of those that equal it."""
    others = [one for one in ranked if size(one) != size(ranked[0])]
    gaps = [tell_difference([ranked[0], other]) for other in dict.fromkeys((*others[:1], *others[-1:]))]
    if not gaps:
        return Reduced(sentence)
    beside = tuple((gap.label, gap.quantity) for gap in gaps[1:] if gap.quantity)
    formula = "；".join(gap.formula for gap in gaps if gap.formula)
    return replace(gaps[0], sentence=sentence + "".join(gap.sentence for gap in gaps), formula=formula, beside=beside)


def tell_multiple(named: Sequence[Named]) -> Reduced:
    """The largest, the smallest, and how many times the smallest the largest is."""
    ranked = by_size(named)
    found = tell_times([ranked[0], ranked[-1]]) or Reduced("最低的是0，不能算倍数。")
    return replace(found, sentence=f"{tell_extremes(named).sentence}{found.sentence}")


def tell_remainder(named: Sequence[Named]) -> Reduced | None:
    """What is left of the first without the others; None where they are more than it."""
    left = calculation.subtract(named[0].quantity, calculation.add([one.quantity for one in named[1:]]).result)
    return None if left.result.number < 0 else computed(left, f"{named[0].name}减去{'、'.join(one.name for one in named[1:])}")


def tell_loosest(named: Sequence[Named]) -> Reduced | None:
    """The target that is met most easily: the highest upper bound, the lowest lower one."""
    return tell_bound(named, is_highest=is_upper_bound(named[0]), word="最宽")


def tell_tightest(named: Sequence[Named]) -> Reduced | None:
    """The target that is hardest to meet."""
    return tell_bound(named, is_highest=not is_upper_bound(named[0]), word="最严")


def tell_bound(named: Sequence[Named], *, is_highest: bool, word: str) -> Reduced | None:
    """The targets with the highest or lowest bound; None where they do not all bound the same way."""
    bounds = [TARGET.search(one.text) for one in named]
    if len({is_upper_bound(one) for one in named}) > 1 or not all(bounds):
        return None
    numbers = [Decimal(bound[2]) for bound in bounds if bound]
    best = (max if is_highest else min)(numbers)
    chosen = [one for one, number in zip(named, numbers, strict=True) if number == best]
    return Reduced(f"{word}的是**{'、'.join(one.name for one in chosen)}**：**{chosen[0].text}**。")


def is_upper_bound(one: Named) -> bool:
    """Whether a target says how much it may be at most."""
    target = TARGET.search(one.text)
    return target is not None and target[1] in UPPER_BOUNDS


def tell_extreme(ranked: Sequence[Named], word: str) -> Reduced:
    """The first of the ranked, and those that equal it."""
    best = [one for one in ranked if size(one) == size(ranked[0])]
    return Reduced(f"{word}的是**{'、'.join(one.name for one in best)}**：**{best[0].text}**。")


def tell_sum(named: Sequence[Named]) -> Reduced:
    """All of them together."""
    return computed(calculation.add([one.quantity for one in named]), "合计")


def tell_average(named: Sequence[Named], counter: str = "项") -> Reduced | None:
    """What each of them comes to on average."""
    total = calculation.add([one.quantity for one in named])
    each = calculation.divide(total.result, Quantity(Decimal(len(named)), counter))
    return computed(replace(each, formula=f"{total.formula}；{each.formula}"), f"平均每{counter}") if each else None


def tell_times(named: Sequence[Named]) -> Reduced | None:
    """How many times the second the first is."""
    found = calculation.times(named[0].quantity, named[1].quantity)
    return computed(found, f"{named[0].name}是{named[1].name}的") if found else None


def tell_percent(named: Sequence[Named]) -> Reduced | None:
    """The first in per cent of the second."""
    found = calculation.share(named[0].quantity, named[1].quantity)
    return computed(found, f"{named[0].name}相当于{named[1].name}的") if found else None


def tell_target(named: Sequence[Named]) -> Reduced | None:
    """Whether what was reached meets the target: at least it for ≥ or a bare number, at most it for ≤."""
    target, reached = TARGET.search(named[0].text), TARGET.search(named[1].text)
    if target is None or reached is None:
        return None
    wanted, got = Decimal(target[2]), Decimal(reached[2])
    met = got <= wanted if target[1] in UPPER_BOUNDS else got >= wanted
    return Reduced(f"{'达到' if met else '没有达到'}目标（{named[1].text}，目标{named[0].text}）。")


def computed(found: Calculation, label: str) -> Reduced:
    """A calculation told in a sentence."""
    return Reduced(f"{label}**{calculation.show(found.result.number)}{found.result.unit}**。", found.result, label, found.formula)
