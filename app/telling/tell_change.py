"""The change between two amounts in words: increase or decrease, its rate, and how both were computed."""

from __future__ import annotations

from dataclasses import dataclass

from app.telling import calculation
from app.telling.cite import show_quantity
from ingest.quantity import Quantity

RATE_WORDS = {"增加": "增长", "减少": "下降"}


@dataclass(frozen=True, slots=True)
class Change:
    """A change: the words for it, its amount without sign, its rate where there is one, the formula, and its direction."""

    text: str
    amount: Quantity
    rate: Quantity | None
    formula: str
    direction: str


def tell_change(now: Quantity, before: Quantity) -> Change:
    """The change from one amount to another, both of one unit or both money."""
    gap = calculation.subtract(now, before)
    amount = Quantity(abs(gap.result.number), gap.result.unit)
    direction = "增加" if gap.result.number > 0 else "减少" if gap.result.number < 0 else "持平"
    rate = calculation.share(amount, before) if direction != "持平" else None
    if rate is None:
        text = "持平，没有增减" if direction == "持平" else f"{direction}{show_quantity(amount)}"
        return Change(text, amount, None, gap.formula, direction)
    text = f"{direction}{show_quantity(amount)}，{RATE_WORDS[direction]}{show_quantity(rate.result)}"
    return Change(text, amount, rate.result, f"{gap.formula}；{rate.formula}", direction)
