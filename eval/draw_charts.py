"""Charts as inline SVG: horizontal bars with their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from unicodedata import east_asian_width

WIDTH, LABEL_WIDTH, ROW_HEIGHT, VALUE_WIDTH = 860, 300, 26, 150
LABEL_CHARACTERS = 40


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
    height = ROW_HEIGHT * len(bars) + 8
    rows = "".join(draw_row(index, bar, full) for index, bar in enumerate(bars))
    title = title if full == 1 else f"{title}　整条为 {full:.0%}"
    return (
        f'<figure><figcaption>{escape(title)}</figcaption><div class="scroll">'
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">'
        f"{rows}</svg></div></figure>"
    )


def shortened(label: str) -> str:
    """A label that fits beside its bar; a Chinese character is as wide as two others."""
    width = 0
    for index, character in enumerate(label):
        width += 1 + (east_asian_width(character) in "WF")
        if width > LABEL_CHARACTERS:
            return f"{label[:index]}…"
    return label


def draw_row(index: int, bar: Bar, full: float) -> str:
    """Label, bar, interval and value."""
    top = index * ROW_HEIGHT + 4
    scale = WIDTH - LABEL_WIDTH - VALUE_WIDTH
    left, length = LABEL_WIDTH, bar.value / full * scale
    low, high = left + bar.low / full * scale, left + bar.high / full * scale
    middle = top + ROW_HEIGHT / 2 - 4
    whisker = f"M{low:.1f} {middle - 4:.1f}v8m0 -4H{high:.1f}m0 -4v8"
    kind = "bad" if bar.is_bad else "own" if bar.is_own else "other"
    label = shortened(bar.label)
    return (
        f'<text x="{left - 10}" y="{middle + 5:.1f}" text-anchor="end"><title>{escape(bar.label)}</title>{escape(label)}</text>'
        f'<rect class="back" x="{left}" y="{top}" width="{scale}" height="{ROW_HEIGHT - 8}"/>'
        f'<rect class="{kind}" x="{left}" y="{top}" width="{length:.1f}" height="{ROW_HEIGHT - 8}"/>'
        f'<path class="halo" d="{whisker}"/><path class="interval" d="{whisker}"/>'
        f'<text x="{left + scale + 10}" y="{middle + 5:.1f}">{bar.value * 100:.1f}%　{bar.count} 题</text>'
    )
