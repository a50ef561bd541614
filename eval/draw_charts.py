"""Charts of horizontal bars with their intervals, as HTML that fits any screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, a share of 0 to 1 with its interval, how many cases, and whether it is a bad thing."""

    label: str
    value: float
    low: float
    high: float
    count: int
    is_bad: bool = False
    is_own: bool = True


def draw_bars(title: str, bars: Sequence[Bar], full: float = 1.0) -> str:
    """A chart of bars under one another, each with its interval as a line and its value in words; `full` is the share of a whole bar."""
    title = title if full == 1 else f"{title}　整条为 {full:.0%}"
    return f"<figure><figcaption>{escape(title)}</figcaption>{''.join(draw_row(bar, full) for bar in bars)}</figure>"


def draw_row(bar: Bar, full: float) -> str:
    """Label, bar, interval and value; a bar ends at the edge of its box."""
    value, low, high = (min(share / full, 1) * 100 for share in (bar.value, bar.low, bar.high))
    kind = "bad" if bar.is_bad else "own" if bar.is_own else "other"
    return (
        f'<div class="bar"><span class="label">{escape(bar.label)}</span>'
        f'<span class="back"><span class="{kind}" style="width:{value:.1f}%"></span>'
        f'<span class="interval" style="left:{low:.1f}%;width:{high - low:.1f}%"></span></span>'
        f'<span class="value">{bar.value * 100:.1f}%　{bar.count} 题</span></div>'
    )
