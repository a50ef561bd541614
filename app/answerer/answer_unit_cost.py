"""What one of a thing comes to: a project's amount by the only indicator that counts in that unit, a purchase's by its quantity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.answer import Answer
from app.figures.resolve_task import places_asked
from app.forms.find_likely_row import CLEAR, ENOUGH, FULL, MARGIN, TABLES
from app.forms.form_rows import FormRow, read_rows
from app.forms.match_rows import bare
from app.forms.tell_rows import join_lines, tell_computed, tell_row
from app.question.said_otherwise import Things, agreement, asked_things
from app.question.text_question import TextQuestion
from app.telling import calculation
from app.telling.offer_founds import offer_founds
from app.telling.wording_forms import EACH_OF, ROW, UNIT_COST
from ingest import late_re as re
from ingest.document import Document
from ingest.quantity import Quantity, convert_money
from retrieval.clauses.make_task import COUNTER
from retrieval.spelling.label_key import fold

ASKED = re.compile(
    rf"(?:平均|均摊|分?摊到?|合到?)?(?:每|(?<![第统])一)一?个?(?P<unit>片|本|天|扇|根|叶|页|篇|{COUNTER})(?!度|共)[^,;?]{{0,12}}?(?P<how>多少|几)(?:个)?(?P<money>钱|万元|元|万|块)?"
)
# “每个驻村队员”: persons, whatever else of the project is counted by 个.
OF_PERSONS, PERSONS, WHO = ("个", "名", "位"), "人", re.compile(r"[^,;?多少几]{1,8}?(?:员|人|师|生|民|兵|警|者|干部|职工|工人)(?!数|次)")
COMPUTED = re.compile(r"平均|均摊|摊|合(?:到|成)?(?:多少|几)|除以|算下来|折合")
HOW = re.compile(
    r"(?:按|用|拿|以)[^,;?]{2,16}?(?:(?<!预)(?<!决)算(?=[,;?~]|$)|计算|除以[^,;?]{1,8}|口径)"
    r"|总额|总价|实际|采购预算|[几多少]{1,2}位小数|保留|小数"
)
COUNTED, MYRIAD = re.compile(r"\d\s*(万?)([^\W\d万]{1,3})$"), 10_000
AMOUNTS = ("amount", "full", "initial")
UNITS = {"万": "万元", "钱": "", "块": "元", None: ""}


@dataclass(frozen=True, slots=True)
class _Cost:
    amount: Quantity
    paid: FormRow
    role: str
    count: Quantity
    counted: FormRow


def answer_unit_cost(asked: TextQuestion) -> Answer | None:
    """The amount divided by the count; None where the question names no one project or purchase, or its unit is not counted once."""
    rest = fold(re.sub(r"\s+", "~", asked.rest))
    each = ASKED.search(rest)
    if each is None or not COMPUTED.search(rest) or len(asked.documents) != 1 or asked.choice.units:
        return None
    document = asked.documents[0]
    counted = PERSONS if each["unit"] in OF_PERSONS and WHO.match(rest, each.end("unit")) else each["unit"]
    cost = _cost(document, [rest, *map(fold, reversed(asked.earlier[-1:]))], counted)
    unit = UNITS.get(each["money"], each["money"])
    amount = convert_money(cost.amount, unit) if cost and unit else cost and cost.amount
    computed = calculation.divide(amount, cost.count, places_asked(rest)) if cost and amount else None
    if cost is None or computed is None:
        return None
    label = EACH_OF.format(name=cost.paid.name, unit=each["unit"])
    told = [tell_row(cost.paid, (cost.role, "quantity"), ROW)]
    told += [] if cost.paid is cost.counted else [tell_row(cost.counted, ("target", "actual"), ROW)]
    lines = [tell_computed(UNIT_COST, computed, label, name=label), *(replace(one, values=()) for one in told)]
    return offer_founds(asked, [join_lines(document, lines)])


def _cost(document: Document, asked: Sequence[str], unit: str) -> _Cost | None:
    """The amount and the count of the one row that the question names, else of that which the question before it names."""
    rows = read_rows(document, TABLES)
    paid = [(row, role) for row in rows if (role := _paid(row, document))]
    for things in (_things(text, document) for text in asked):
        rated = [(agreement(things, row.name).name, row, role) for row, role in paid if _is_named(row, things)]
        best = max((share for share, *_ in rated), default=0.0)
        named = [(row, role) for share, row, role in rated if share > best - MARGIN]
        costs = [cost for row, role in named if (cost := _cost_of(row, role, rows, unit))]
        if len({(convert_money(cost.amount, "元").number, cost.count.number) for cost in costs}) == 1:
            return costs[0]
        if named:
            return None
    return None


def _things(text: str, document: Document) -> Things:
    """What a question names besides the unit and the way to compute."""
    blanked = HOW.sub(lambda found: "~" * len(found[0]), ASKED.sub(lambda found: "~" * len(found[0]), text))
    return asked_things(blanked, f"{document.info.region or ''}{document.info.organization or ''}")


def _is_named(row: FormRow, things: Things) -> bool:
    """Whether a row's name says all that is asked and joins nothing to it."""
    one = agreement(things, row.name)
    return one.asked >= ENOUGH and one.is_whole and (one.held >= FULL or one.name >= CLEAR)


def _cost_of(row: FormRow, role: str, rows: Sequence[FormRow], unit: str) -> _Cost | None:
    """A row's amount by its own quantity, or a project's by the only count in this unit among its indicators."""
    amount, bought = row.quantity(role), _bought(row, unit)
    if amount is None or row.cell("quantity") is not None:
        return _Cost(amount, row, role, bought, row) if amount and bought else None
    counts = [(one, count) for one in rows if bare(one.project) == bare(row.name) and (count := _reached(one, unit))]
    return _Cost(amount, row, role, counts[0][1], counts[0][0]) if len({count.number for _, count in counts}) == 1 else None


def _paid(row: FormRow, document: Document) -> str:
    """The column of a row that tells its amount of money: of final accounts what was spent; empty where none does."""
    roles = ("executed", *AMOUNTS) if document.info.kind == "决算" else AMOUNTS
    money = (role for role in roles if (quantity := row.quantity(role)) is not None and quantity.is_money)
    return next(money, "")


def _bought(row: FormRow, unit: str) -> Quantity | None:
    """How many a purchase counts in this unit."""
    quantity, counted = row.quantity("quantity"), row.cell("unit")
    said = (quantity.unit if quantity else "") or (fold(counted.value) if counted else "")
    return Quantity(quantity.number, unit) if quantity and said == unit else None


def _reached(row: FormRow, unit: str) -> Quantity | None:
    """How many an indicator counts in this unit: what was reached before what was aimed at."""
    told = ((row.quantity(role), COUNTED.search(row.shown(role))) for role in ("actual", "target"))
    fitting = ((one.number * (MYRIAD if said[1] else 1), unit) for one, said in told if one and said and said[2] == unit)
    return next((Quantity(number.normalize(), unit) for number, unit in fitting), None)
