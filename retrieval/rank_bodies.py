"""“哪家单位的基本支出最少”: a thing of each of the department's units, where together they are all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest import late_re as re
from ingest.quantity import Quantity, convert_money
from retrieval.candidate import Candidate, Found
from retrieval.fact import FactIndex
from retrieval.look_up_figures import look_up_figures
from retrieval.task import Task

WHICH_BODY = re.compile(r"(?:哪(?:一)?家|哪(?:一)?个(?:单位|中心|下属|预算单位|机构|部门)|[三四五六七八]家(?:单位)?[^,;?]{0,8}?谁)")
ORDERS = ("maximum", "minimum", "extremes", "spread", "rank")
ROUNDING = Decimal("0.01")


def ranks_bodies(task: Task) -> bool:
    """Whether a task asks which of the department's units has most or least of one thing."""
    is_one = len(task.wants) == 1 and bool(task.wants[0].mentions)
    return is_one and task.reducer in ORDERS and task.measure in ("value", "children") and bool(WHICH_BODY.search(task.text))


def of_each_body(index: FactIndex, task: Task) -> tuple[tuple[Found, ...], tuple[str, ...]]:
    """What each unit has, and the units; nothing where that is not all that the department has.

    The department's own name is that of one unit more, or of them all together.
    """
    each = [(unit, look_up_figures(index, task.wants[0], "value", (unit,))) for unit in index.document.info.units]
    known = [(unit, found) for unit, found in each if found.candidates and not found.missing]
    wholes = [one for candidate in look_up_figures(index, task.wants[0], "value").candidates if (one := in_yuan(candidate)) is not None]
    below = [(unit, found) for unit, found in known if unit != index.document.info.organization]
    chosen = next((units for units in (known, below) if is_all(units, wholes)), [])
    return tuple(found for _, found in chosen), tuple(unit for unit, _ in chosen)


def is_all(units: Sequence[tuple[str, Found]], wholes: Sequence[Decimal]) -> bool:
    """Whether the amounts of several units come to one of the whole amounts."""
    amounts = [one for _, found in units if (one := in_yuan(found.candidates[0])) is not None]
    return len(units) == len(amounts) > 1 and any(abs(sum(amounts) - whole) <= ROUNDING * 10000 * len(amounts) for whole in wholes)


def in_yuan(one: Candidate) -> Decimal | None:
    """An amount of money in 元; None for anything else."""
    quantity: Quantity | None = one.quantity
    return convert_money(quantity, "元").number if quantity is not None and quantity.is_money else None


def of_bodies(task: Task, count: int) -> Task:
    """The task with its want once for each unit."""
    return replace(task, measure="value", wants=task.wants * count)
