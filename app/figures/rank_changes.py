"""“收入增幅最大的是哪个局”: which of several bodies rose or fell most, by the rate or by the amount that each document tells."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.figures.read_finding import Answered
from app.figures.result import Result
from app.telling.wording_bodies import CHANGED_MOST
from ingest import late_re as re
from ingest.quantity import Quantity, convert_money
from retrieval.facts.task import Task

BY_RATE = re.compile(r"幅|率|快|猛|百分|比例")
FALLS = re.compile(r"[降减跌]|少(?!数)")
WHOSE_RATE = re.compile(r"(?:谁|哪).{0,12}(?:幅度?|率)(?:更|要)?[大高]|(?:幅度?|率)(?:是)?(?:谁|哪)")
LEAST = "minimum"
SIGNS = {"增加": 1, "减少": -1, "持平": 0}


def rank_changes(answered: Sequence[Answered]) -> str:
    """The sentence that says which body changed most as asked; empty where no such thing is asked or one of the changes is not told."""
    task = next((task for one in answered for task, _ in one.tasks if task.measure.startswith("change")), None)
    is_ranked = task is not None and (task.reducer in ("maximum", LEAST) or (task.reducer == "difference" and WHOSE_RATE.search(task.text)))
    if task is None or not is_ranked or any(len(one.results) != 1 for one in answered):
        return ""
    is_rate, is_fall = task.measure == "change_rate" or bool(BY_RATE.search(task.text)), bool(FALLS.search(task.text))
    sizes = [(one, size) for one in answered if (size := _size(one.results[0], is_rate=is_rate)) is not None]
    if len(sizes) < len(answered) or len({one.info.organization for one in answered}) < len(answered):
        return ""
    wanted = [(one, -size if is_fall else size) for one, size in sizes]
    wanted = [(one, size) for one, size in wanted if size > 0]  # those that went that way
    if not wanted:
        return ""
    best = (min if task.reducer == LEAST else max)(size for _, size in wanted)
    chosen = [one for one, size in wanted if size == best]
    names = "、".join(one.info.organization or one.info.title for one in chosen)
    return CHANGED_MOST.format(what=_what(task, is_rate=is_rate, is_fall=is_fall), names=names, text=chosen[0].results[0].text)


def _size(result: Result, *, is_rate: bool) -> Decimal | None:
    """How much something rose, below zero where it fell: per cent or 元; None where it is not told."""
    told = [result.quantity, *(quantity for _, quantity in result.extra)]
    sign = SIGNS.get(result.direction or "")
    if sign == 0:
        return Decimal(0)
    fitting = [one for one in told if one and (one.unit == "%" if is_rate else one.is_money)]
    return sign * _plain(fitting[0]) if fitting and sign else None


def _plain(quantity: Quantity) -> Decimal:
    return convert_money(quantity, "元").number if quantity.is_money else quantity.number


def _what(task: Task, *, is_rate: bool, is_fall: bool) -> str:
    """What is most or least: 增幅, 降幅, 增加额, 减少额."""
    kind = ("降幅" if is_fall else "增幅") if is_rate else ("减少额" if is_fall else "增加额")
    return f"{kind}最{'小' if task.reducer == LEAST else '大'}"
