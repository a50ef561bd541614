"""Curves over the number of documents as SVG, both axes logarithmic: a straight line upwards grows in step, a level one does not."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

WIDTH, HEIGHT, LEFT, TOP, PLOT_WIDTH, PLOT_HEIGHT = 760, 380, 60, 20, 440, 310
COLOURS = ("#0b6e4f", "#c0392b", "#1f4e8c", "#8e6c00", "#6b3fa0")


def draw_growth(counts: Sequence[int], curves: Mapping[str, Sequence[float]]) -> str:
    """One line a curve, its name and its last value at its end."""
    lowest = 10 ** math.floor(math.log10(min(map(min, curves.values()))))
    highest = 10 ** math.ceil(math.log10(max(map(max, curves.values()))))

    def across(count: float) -> float:
        return LEFT + PLOT_WIDTH * _share(count, counts[0], counts[-1])

    def down(value: float) -> float:
        return TOP + PLOT_HEIGHT * (1 - _share(value, lowest, highest))

    ticks = _tens(lowest, highest)
    grid = [f'<path d="M{LEFT} {down(tick):.1f}h{PLOT_WIDTH}" stroke="#ddd"/>' for tick in ticks]
    scale = [_text(LEFT - 8, down(tick), f"{tick:,g}", "end") for tick in ticks]
    below = [_text(across(count), TOP + PLOT_HEIGHT + 20, f"{count:,}", "middle") for count in counts]
    ends = _apart([down(values[-1]) for values in curves.values()])
    points = [" ".join(f"{across(x):.1f},{down(y):.1f}" for x, y in zip(counts, values, strict=True)) for values in curves.values()]
    lines = [
        f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{line}"/>'
        + _text(LEFT + PLOT_WIDTH + 10, end, f"{name} {values[-1]:,.0f}", "start", colour)
        for (name, values), line, colour, end in zip(curves.items(), points, COLOURS, ends, strict=False)
    ]
    style = 'font-family="sans-serif" font-size="13"'
    body = "\n".join([*grid, *scale, *below, _text(LEFT + PLOT_WIDTH / 2, HEIGHT - 6, "文件数", "middle"), *lines])
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {style}>\n{body}\n</svg>\n'


def _share(value: float, low: float, high: float) -> float:
    return math.log(value / low) / (math.log(high / low) or 1)


def _tens(low: float, high: float) -> list[float]:
    return [10**power for power in range(round(math.log10(low)), round(math.log10(high)) + 1)]


def _apart(heights: Sequence[float], least: float = 16) -> list[float]:
    """The heights with room between them for a line of text each."""
    moved = dict.fromkeys(range(len(heights)), 0.0)
    last = -math.inf
    for place in sorted(moved, key=lambda one: heights[one]):
        last = moved[place] = max(heights[place], last + least)
    return list(moved.values())


def _text(across: float, down: float, text: str, anchor: str, colour: str = "#333") -> str:
    return f'<text x="{across:.1f}" y="{down + 4:.1f}" text-anchor="{anchor}" fill="{colour}">{text}</text>'
