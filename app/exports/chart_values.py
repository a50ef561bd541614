"""An answer's listed amounts as a chart: which bars it has, in which unit, and under which title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from app.answer import Answer
from ingest.quantity import Quantity, convert_money

LEAST_BARS, MOST_BARS = 2, 24
LARGEST_BARS = 12  # of a longer list these are drawn, and the others as one
OTHERS = "其余 {count} 项"
ITEM = re.compile(r"^\s*[-•]\s+(?P<label>.+?)[：:]\s*\**(?P<number>-?[\d,]+(?:\.\d+)?)(?P<unit>亿元|万元|千元|元|%|人|个|项|辆|台)?\**")
UNIT = "万元"
CONFLICT = "不一致"
IN_TABLE = re.compile(r"（《[^》]*》）$")
YEAR = re.compile(r"20\d\d年")
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
    if answer.status != "answered" or CONFLICT in answer.text.partition("\n- ")[0]:
        return None  # prints that contradict each other make no bars
    found = [match for line in answer.text.splitlines() if (match := ITEM.match(line))]
    amounts = [Quantity(Decimal(match["number"].replace(",", "")), match["unit"] or "") for match in found]
    told = {format(abs(value.value), "f") for value in answer.values}
    is_plain = all(amount.number >= 0 and format(amount.number, "f") in told for amount in amounts)
    if not is_plain or len(found) < LEAST_BARS or not any(amount.number for amount in amounts):
        return None
    names = [match["label"].replace("**", "") for match in found]
    bars, unit = _in_one_unit(names, [match["number"] for match in found], amounts)
    if len(bars) > MOST_BARS:
        is_whole = all(amount.is_money for amount in amounts) and len({citation.document_id for citation in answer.citations}) == 1
        bars = largest_bars(bars) if is_whole else []
    if not bars:
        return None
    chart = make_chart(bars, unit)
    return chart if chart.title else replace(chart, title=_opening(answer.text))


def _in_one_unit(names: Sequence[str], printed: Sequence[str], amounts: Sequence[Quantity]) -> tuple[list[Bar], str]:
    """The bars in the unit of all amounts; amounts of money in several units are drawn in one, each printed with its own."""
    units = {amount.unit for amount in amounts}
    if len(units) == 1:
        return [Bar(*one) for one in zip(names, (amount.number for amount in amounts), printed, strict=True)], units.pop()
    if not all(amount.is_money for amount in amounts):
        return [], ""
    told = (f"{number}{amount.unit}" for number, amount in zip(printed, amounts, strict=True))
    return [Bar(*one) for one in zip(names, (convert_money(amount, UNIT).number for amount in amounts), told, strict=True)], UNIT


def largest_bars(bars: Sequence[Bar]) -> list[Bar]:
    """The largest of many parts of one amount, the others together as the last."""
    by_size = sorted(bars, key=lambda bar: -bar.value)
    others = by_size[LARGEST_BARS:]
    together = sum((bar.value for bar in others), Decimal(0))
    return [*by_size[:LARGEST_BARS], Bar(OTHERS.format(count=len(others)), together, format(together, "f"))]


def _opening(text: str) -> str:
    """What an answer says its list is of, where one line before the list does."""
    before = list(takewhile(lambda line: not ITEM.match(line), filter(str.strip, text.splitlines())))
    return IN_TABLE.sub("", before[0].replace("**", "").removesuffix("：")) if len(before) == 1 and before[0].endswith("：") else ""


def make_chart(bars: list[Bar], unit: str) -> Chart:
    """The chart of these bars, what their names share taken out of them and made its title; years in their order."""
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
    years = [match[0] for bar in shortened if (match := YEAR.match(bar.label))]
    if len(set(years)) == len(shortened):
        shortened = tuple(sorted(shortened, key=lambda bar: bar.label))
    return Chart((head + tail).strip("，：、·（( "), unit, shortened)


def shared_start(texts: Sequence[str]) -> str:
    """The characters that all texts begin with."""
    return "".join(one[0] for one in takewhile(lambda column: len(set(column)) == 1, zip(*texts, strict=False)))
