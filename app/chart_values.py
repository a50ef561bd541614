"""An answer's listed amounts as a chart: which bars it has, in which unit, and under which title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from app.answer import Answer

LEAST_BARS, MOST_BARS = 2, 24
ITEM = re.compile(r"^\s*[-•]\s+(?P<label>.+?)[：:]\s*\**(?P<number>-?[\d,]+(?:\.\d+)?)(?P<unit>亿元|万元|千元|元|%|人|个|项|辆|台)?\**")
CUT_AT = re.compile(r"^.*[省市县区年，,、·（(局厅委中心办处]")


@dataclass(frozen=True, slots=True)
class Bar:
    """One amount with its name."""

    label: str
    value: Decimal
    printed: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of one unit; `title` is what all their names share."""

    title: str
    unit: str
    bars: tuple[Bar, ...]

    @property
    def largest(self) -> Decimal:
        """The longest bar's value."""
        return max(bar.value for bar in self.bars)


def chart_values(answer: Answer) -> Chart | None:
    """The chart of an answer that lists amounts of one unit; None where there is nothing to compare."""
    if answer.status != "answered":
        return None
    found = [match for line in answer.text.splitlines() if (match := ITEM.match(line))]
    units = {match["unit"] or "" for match in found}
    told = {format(abs(value.value), "f") for value in answer.values}
    bars = [Bar(match["label"].replace("**", ""), Decimal(match["number"].replace(",", "")), match["number"]) for match in found]
    is_plain = len(units) == 1 and all(format(bar.value, "f") in told for bar in bars) and all(bar.value >= 0 for bar in bars)
    if not is_plain or not LEAST_BARS <= len(bars) <= MOST_BARS or not any(bar.value for bar in bars):
        return None
    return make_chart(bars, units.pop())


def make_chart(bars: list[Bar], unit: str) -> Chart:
    """The chart of these bars, what their names share taken out of them and made its title."""
    labels = [bar.label for bar in bars]
    if len(set(labels)) == 1:
        return Chart(labels[0], unit, tuple(bars))
    start = CUT_AT.match(shared_start(labels))
    head = start[0] if start else ""
    end = shared_start([label[len(head) :][::-1] for label in labels])[::-1]
    tail = end[end.index("，") :] if "，" in end else ""
    shortened = tuple(replace(bar, label=bar.label.removeprefix(head).removesuffix(tail)) for bar in bars)
    if any(not bar.label.strip() for bar in shortened):
        return Chart("", unit, tuple(bars))
    return Chart((head + tail).strip("，：、·（( "), unit, shortened)


def shared_start(texts: Sequence[str]) -> str:
    """The characters that all texts begin with."""
    return "".join(one[0] for one in takewhile(lambda column: len(set(column)) == 1, zip(*texts, strict=False)))
