"""An answer to the things that it tells of: each with its amounts, their labels and where they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.answer import Answer, Citation, Value
from app.checks.check_grounding import NUMBER, numbers, to_decimal
from ingest import late_re as re
from ingest.quantity import YUAN_PER_UNIT, Quantity, convert_money
from retrieval.spelling.label_key import label_key

MARK = re.compile(r"\[(\d+)\]")
CHANGE = re.compile(r"与[^，。：]{1,16}相比：")
BOUND = re.compile(r"[≤≥<>＜＞]\s*(?:\*\*)?\d|不[低高少多]于|不超过")  # the > of a header path bounds nothing
COMPUTED, ROW, BOLD = "计算：", "- ", "**"
OF_WHOLE = re.compile(r"^(.+?)占(?P<whole>.+)的比重$")
MONEY = "元"
SUMMED, PERCENT = "合计", "%"
QUOTED_SUM = "合计**"  # above the rows that it adds up
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount with its label and as it was printed."""

    label: str
    quantity: Quantity
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was told of: its amounts (a share, say, and the amount that it is), their document, citations and formula.

    `agreeing` are the other places of its document that print the same amount of it.
    """

    amounts: tuple[Amount, ...]
    document_id: str
    citations: tuple[Citation, ...]
    formula: str = ""
    agreeing: tuple[Citation, ...] = field(default=(), compare=False)

    @property
    def item(self) -> str:
        """The key of what it is called, a share like the amount that it is the share of."""
        return label_key(without_whole(self.amounts[0].label))

    def of_unit(self, unit: str) -> Amount | None:
        """Its amount of a unit, of any unit of money for 元; None where it has none."""
        fitting = (one for one in self.amounts if (one.quantity.is_money if unit == MONEY else one.quantity.unit == unit))
        found = next(fitting, None)
        return replace(found, label=without_whole(found.label)) if found and unit != "%" else found


def told_things(answer: Answer) -> tuple[Told, ...]:
    """The things in the order told; none of a refusal, a quotation, a change against another year or a bound that is to be kept."""
    lines = answer.text.split("\n") if answer.status == "answered" else []
    rows = [place for place, line in enumerate(lines) if line.startswith(ROW)]
    rows = rows or [place for place, line in enumerate(lines) if BOLD in line]
    told: dict[int, list[Value]] = {}
    at = 0
    for value in answer.values:
        held = [place for place in rows[at:] if _tells(lines[place], value)]
        if held:
            told.setdefault(held[0], []).append(value)
            at = rows.index(held[0])
    every = [value for values in told.values() for value in values]
    things = [one for place, values in told.items() if (one := _thing(answer, lines, place, values, every))]
    return () if any(line.startswith(QUOTED_SUM) for line in lines) and answer.answered_by == "quote" else _merged(things)


def _merged(things: Sequence[Told]) -> tuple[Told, ...]:
    """The things, one that is told by its amount and then by its share but once, with both."""
    merged: list[Told] = []
    for one in things:
        money = one.of_unit(MONEY)
        place = next((at for at, other in enumerate(merged) if _is_same(other, one) and other.of_unit(MONEY) == money), None)
        if place is None or money is None:
            merged.append(one)
        else:
            cited = tuple(dict.fromkeys((*merged[place].citations, *one.citations)))
            merged[place] = replace(merged[place], amounts=(*merged[place].amounts, *one.amounts), citations=cited)
    return tuple(merged)


def _is_same(one: Told, other: Told) -> bool:
    """Whether two are one item of one document, of which one is told as a share."""
    units = {amount.quantity.unit for told in (one, other) for amount in told.amounts}
    return one.document_id == other.document_id and one.item == other.item and PERCENT in units


def told_sum(answer: Answer) -> Told | None:
    """What the things of one document came to in an answer that adds them up, as one thing; None where it adds up nothing."""
    things = told_things(answer)
    if len(things) < FEWEST or not answer.calculation or len({one.document_id for one in things}) > 1:
        return None
    total = next((one for one in (answer.values[-1], answer.values[0]) if one.label.endswith(SUMMED)), None)
    if total is None or any(total.label == amount.label for one in things for amount in one.amounts):
        return None
    label = f"{'、'.join(one.amounts[0].label for one in things)}{SUMMED}" if total.label == SUMMED else total.label
    cited = tuple(dict.fromkeys(citation for one in things for citation in one.citations))
    amount = Amount(label, Quantity(total.value, total.unit), f"{total.value:f}{total.unit}")
    return Told((amount,), things[0].document_id, cited, answer.calculation.rpartition("；")[2])


def _tells(line: str, value: Value) -> bool:
    """Whether a line gives the amount of a value under its name."""
    is_plain = not CHANGE.search(line) and not BOUND.search(line)
    return is_plain and value.label.split("·")[0] in line and shown_as(value, line) is not None


def shown_as(value: Value, line: str) -> Quantity | None:
    """A value as a line prints it: its own number, or of an amount in 元 that in 万元; None where the line prints neither."""
    printed = numbers(line)
    if abs(value.value) in printed:
        return Quantity(value.value, value.unit)
    myriads = convert_money(Quantity(value.value, value.unit), "万元") if value.unit == MONEY else None
    return myriads if myriads and abs(myriads.number) in printed else None


def _thing(answer: Answer, lines: list[str], place: int, values: list[Value], every: list[Value]) -> Told | None:
    """The thing of one line, `every` being the amounts of all lines; None where it is not clear where it is printed."""
    following = lines[place + 1] if place + 1 < len(lines) and lines[place + 1].startswith(COMPUTED) else ""
    marks = dict.fromkeys(int(one) for one in MARK.findall(f"{lines[place]}{following}"))
    cited = tuple(answer.citations[one - 1] for one in marks if one <= len(answer.citations))
    cited_values = next((all_of for all_of in (list(answer.values), every) if len(all_of) == len(answer.citations)), [])
    if not cited and cited_values:
        cited = tuple(answer.citations[cited_values.index(one)] for one in values)
    documents = {one.document_id for one in cited}
    if len(documents) != 1:
        return None
    formula = MARK.sub("", following.removeprefix(COMPUTED)).rstrip("。")
    amounts = tuple(_amount(one, lines[place]) for one in values)
    return Told(amounts, documents.pop(), cited, formula, _agreeing(answer, cited, amounts[0]))


def _agreeing(answer: Answer, cited: tuple[Citation, ...], amount: Amount) -> tuple[Citation, ...]:
    """The places beside those that are marked that print the only amount told, of the same document."""
    others = (one for one in answer.citations if one not in cited and one.document_id == cited[0].document_id)
    return tuple(one for one in others if abs(amount.quantity.number) in numbers(one.quote)) if len(answer.values) == 1 else ()


def _amount(value: Value, line: str) -> Amount:
    """A value as the line prints it."""
    told = shown_as(value, line) or Quantity(value.value, value.unit)
    printed = next(found for found in NUMBER.findall(line) if to_decimal(found) == abs(told.number))
    return Amount(value.label, told, f"{'-' if told.number < 0 else ''}{printed}{told.unit}")


def without_whole(label: str) -> str:
    """The name of what a share is of."""
    whole = OF_WHOLE.match(label)
    return whole[1] if whole else label


def common_unit(told: Sequence[Told], *, of_shares: bool = False) -> str | None:
    """元 where each thing has an amount of money, else the unit that each has an amount in; None where there is none. Shares alone: %."""
    own = [one.quantity.unit for one in told[0].amounts] if told else []
    units = [one for one in own if one == PERCENT] if of_shares else [MONEY, *own]
    return next((unit for unit in units if all(one.of_unit(unit) for one in told)), None)


def ranked_told(told: Sequence[Told], *, is_ascending: bool = False) -> tuple[Told, ...] | None:
    """The things by size, the largest first where nothing else is said; None where they have no unit in common."""
    unit = common_unit(told) or ""
    sizes = [(amount.quantity, one) for one in told if (amount := one.of_unit(unit))]
    ordered = sorted(sizes, key=lambda pair: pair[0].number * YUAN_PER_UNIT.get(pair[0].unit, 1), reverse=not is_ascending)
    return tuple(one for _, one in ordered) or None
