"""“哪家单位的基本支出最少”, “学生最多的三所学校”: a thing of each of the department's units, where together they are all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest import late_re as re
from ingest.quantity import Quantity, convert_money
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import FactIndex
from retrieval.facts.task import Task
from retrieval.lookup.look_up_figures import look_up_figures

# of the bodies that are asked for
KINDS = {"学校": re.compile(r"(?:学校|中学|小学|学院|大学|中专)$"), "医院": re.compile(r"(?:医院|卫生院)$")}
BODY = rf"(?:单位|中心|下属|预算单位|机构|部门|{'|'.join(KINDS)})"
WHICH_BODY = re.compile(
    rf"哪(?:一)?[家所](?!有)|哪(?:一)?个{BODY}|哪几(?:[家所]|个{BODY})"
    r"|[三四五六七八]家(?:单位)?[^,;?]{0,8}?谁"
    rf"|最[多少高低大小]的(?:前?[二两三四五六七八\d]+)?[家所个]?{BODY}"
)
EACH_BODY = re.compile(
    r"(?:各|每)(?:个|家)?(?:预算|下属|所属)*单位(?!预算|决算)|(?:[二两三四五六七八九十几]|\d+)(?:个|家)(?:预算|下属|所属)*单位[^,;?]{0,12}(?:各|分别)"
)
COUNTS = re.compile(r"(?:编制|人|在职|在编|实有|退休)[^率]*[数人]$")
ORDERS = ("maximum", "minimum", "extremes", "spread", "rank")
FEWEST = 2
ROUNDING = Decimal("0.01")


def ranks_bodies(task: Task) -> bool:
    """Whether a task asks which of the department's units has most or least of one thing, or what each of them has."""
    is_one = len(task.wants) == 1 and bool(task.wants[0].mentions)
    if task.reducer is None:
        return is_one and task.measure == "value" and bool(EACH_BODY.search(task.text))
    return is_one and task.reducer in ORDERS and task.measure in ("value", "children") and bool(WHICH_BODY.search(task.text))


def of_each_body(index: FactIndex, task: Task) -> tuple[tuple[Found, ...], tuple[str, ...]]:
    """What each unit has, and the units; nothing where that is not all that the department has.

    The department's own name is that of one unit more, or of them all together; where schools are asked for, they alone are told.
    """
    each = [(unit, look_up_figures(index, task.wants[0], "value", (unit,))) for unit in index.document.info.units]
    known = [(unit, found) for unit, found in each if found.candidates and not found.missing and size_of(found.candidates[0]) is not None]
    wholes = [one for candidate in look_up_figures(index, task.wants[0], "value").candidates if (one := size_of(candidate)) is not None]
    below = [(unit, found) for unit, found in known if unit != index.document.info.organization]
    chosen = next((units for units in (known, below) if len(units) >= FEWEST and is_all(units, wholes)), [])
    kind = next((pattern for name, pattern in KINDS.items() if name in task.text), None)
    chosen = [(unit, found) for unit, found in chosen if kind is None or kind.search(unit)]
    return tuple(found for _, found in chosen), tuple(unit for unit, _ in chosen)


def is_all(units: Sequence[tuple[str, Found]], wholes: Sequence[Quantity]) -> bool:
    """Whether the amounts of several units come to one of the whole amounts."""
    amounts = [one for _, found in units if (one := size_of(found.candidates[0])) is not None]
    if not amounts or len({one.unit for one in amounts}) > 1:
        return False
    rounding = ROUNDING * 10000 * len(amounts) if amounts[0].is_money else Decimal(0)
    total = sum(one.number for one in amounts)
    return any(whole.unit == amounts[0].unit and abs(total - whole.number) <= rounding for whole in wholes)


def size_of(one: Candidate) -> Quantity | None:
    """An amount of money in 元, or a count in its own unit or by its column (编制数（人）); None for anything else."""
    if one.quantity is None or one.quantity.unit == "%":
        return None
    if not one.quantity.unit:
        return one.quantity if any(COUNTS.search(header) for fact in one.facts for header in fact.headers) else None
    return convert_money(one.quantity, "元") if one.quantity.is_money else one.quantity


def of_bodies(task: Task, count: int) -> Task:
    """The task with its want once for each unit."""
    return replace(task, measure="value", wants=task.wants * count)
