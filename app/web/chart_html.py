"""A chart as an HTML table with bars: the numbers stand beside them as text, and nothing depends on telling colours apart."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from app.exports.chart_values import Chart
from app.web import wording_web as words

AXIS_STEPS = 4
NICE_STEPS = tuple(Decimal(step) for step in ("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10"))


def chart_html(chart: Chart) -> str:
    """The chart with title, unit, axis, bars and numbers."""
    ticks = axis_ticks(chart.largest)
    rows = "".join(_bar(bar.label, bar.printed, bar.value / ticks[-1]) for bar in chart.bars)
    name = escape(words.CHART_NAME.format(title=chart.title or words.CHART, unit=chart.unit or words.NO_UNIT))
    axis = "".join(f"<span>{_number(tick)}</span>" for tick in ticks)
    foot = f'<tfoot aria-hidden="true"><tr><td></td><td><div class="mz-axis">{axis}</div></td><td></td></tr></tfoot>'
    return (
        f'<div class="mz-chart" lang="zh-CN"><table aria-label="{name}"><caption>{name}</caption>'
        f"<tbody>{rows}</tbody>{foot}</table></div>"
    )


def axis_ticks(largest: Decimal) -> tuple[Decimal, ...]:
    """Five round numbers from zero to the largest value or a little above it."""
    if largest <= 0:
        return (Decimal(0), Decimal(1))
    raw = largest / AXIS_STEPS
    power = Decimal(10) ** raw.adjusted()
    step = next(nice * power for nice in NICE_STEPS if nice * power >= raw)
    return tuple(step * number for number in range(AXIS_STEPS + 1))


def _bar(label: str, printed: str, share: Decimal) -> str:
    width = f"{share * 100:.2f}%"
    return (
        f'<tr><th scope="row">{escape(label)}</th><td aria-hidden="true"><div class="mz-track"><div class="mz-bar" style="width:{width}">'
        f'</div></div></td><td class="mz-number-cell">{escape(printed)}</td></tr>'
    )


def _number(tick: Decimal) -> str:
    return f"{tick.normalize():,f}"
