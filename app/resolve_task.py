"""What was found for a task to results: the printed figure where there is one, else the one computed from printed figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from app import calculation
from app.cite import fact_label, printed, scope, show_quantity
from ingest.document import Statement
from ingest.quantity import Quantity, convert_money
from retrieval.evidence import StatementEvidence
from retrieval.find_figures import TaskFound
from retrieval.index_facts import Fact
from retrieval.label_key import fold
from retrieval.look_up_figures import Candidate, Found

MOST_BESIDE = 2
NEAR = 20  # amounts of one name that differ by less than a twentieth are one quantity printed twice
SMALL_DIFFERENCE = Decimal("0.05")
COUNT_IN_TEXT = re.compile(r"(\d+(?:\.\d+)?)\s*(\D*)$")


@dataclass(frozen=True, slots=True)
class Result:
    """One answered want: its label and text as shown, the quantity, the facts it rests on, and how it was computed."""

    label: str
    text: str
    quantity: Quantity | None
    facts: tuple[Fact, ...]
    calculation: str | None = None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    extra: tuple[tuple[str, Quantity], ...] = field(default=())
    direction: str | None = None


def resolve_task(found: TaskFound) -> tuple[Result, ...]:
    """A result for each want of the task that the document answers, in the order asked; empty where one named item is not there."""
    resolve: dict[str, Callable[[TaskFound, int], Result | None]] = {
        "value": value_result, "completion": rate_result, "share": share_result, "change": change_result, "change_rate": change_result,
        "per": per_result, "list": value_result, "children": value_result,
    }  # fmt: skip
    results = (resolve[found.task.measure](found, place) for place in range(len(found.found)))
    return tuple(result for result in results if result is not None and not is_beside_the_point(result, found.task.unknown))


def is_beside_the_point(result: Result, unknown: tuple[str, ...]) -> bool:
    """Whether the question's words that nothing accounted for do not occur where the figure stands either."""
    place = fold("".join([result.label, *(scope(fact) for fact in result.facts), *(sentence_of(fact) for fact in result.facts)]))
    return any(not any(pair in place for pair in pairs_of(word)) for word in unknown)


def pairs_of(word: str) -> tuple[str, ...]:
    """Every two neighbouring characters of a word."""
    return tuple(word[at : at + 2] for at in range(len(word) - 1)) or (word,)


def sentence_of(fact: Fact) -> str:
    """The sentence of a statement; nothing for a cell."""
    return fact.source.sentence if isinstance(fact.source, Statement) else ""


def usable(found: Found) -> Candidate | None:
    """The best candidate, or None where something that was plainly named is not borne by it."""
    is_stated = bool(found.candidates) and isinstance(found.candidates[0].facts[0].source, Statement)  # prose carries no codes
    missing = (one for one in found.missing if not (one.code and is_stated))
    lacking = [one for one in missing if not one.is_total and one.correction is None and not one.is_weak]
    return found.candidates[0] if found.candidates and not lacking else None


def value_result(found: TaskFound, place: int) -> Result | None:
    """The figure as printed, or the sum of the rows that bear the asked name; other scopes beside it."""
    chosen = usable(found.found[place])
    others = found.found[place].candidates[1:]
    if chosen is None or has_other_owners(chosen, others):
        return None
    label = fact_label(chosen.facts[0])
    notes, warnings = beside(chosen, others)
    texts = [printed(chosen.facts[0])]
    formula = None
    if chosen.is_sum:
        computed = calculation.add([fact.source.quantity for fact in chosen.facts if fact.source.quantity])
        texts, formula = [show_quantity(computed.result)], computed.formula
    if any(getattr(fact.source, "uncertain", False) for fact in chosen.facts):
        warnings = (*warnings, "原文没有标明这个数字所在的栏，系按表内勾稽关系推定，请核对原文。")
    facts = chosen.facts if chosen.is_sum else (chosen.facts[0], *distinct(chosen.facts[1:], 2))
    return Result(label, texts[0], chosen.quantity, facts + noted(others), formula, notes, warnings)


def has_other_owners(chosen: Candidate, others: tuple[Candidate, ...]) -> bool:
    """Whether one section counts the same thing in other sentences differently: each then speaks of another body."""
    return any(
        isinstance(one, StatementEvidence) and isinstance(other, StatementEvidence)
        and one.statement.measure == other.statement.measure == "数量" and one.statement.section == other.statement.section
        and one.statement.sentence != other.statement.sentence
        for one in (fact.evidence for fact in chosen.facts) for candidate in others for other in (fact.evidence for fact in candidate.facts)
    )  # fmt: skip


def distinct(facts: tuple[Fact, ...], most: int) -> tuple[Fact, ...]:
    """At most so many further facts that print the same amount, each from another table or section."""
    seen: dict[str, Fact] = {}
    for fact in facts:
        seen.setdefault(scope(fact).split("“")[0], fact)
    return tuple(seen.values())[:most]


def noted(others: tuple[Candidate, ...]) -> tuple[Fact, ...]:
    """The first fact of each other candidate that is told beside the answer."""
    return tuple(one.facts[0] for one in others if not one.is_sum)[:MOST_BESIDE]


def beside(chosen: Candidate, others: tuple[Candidate, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Notes on other scopes of the same name, and warnings where two prints of one quantity differ."""
    notes: list[str] = []
    warnings: list[str] = []
    for other in (one for one in others if not one.is_sum):
        if len(notes) + len(warnings) == MOST_BESIDE:
            break
        amount = printed(other.facts[0])
        place = scope(other.facts[0])
        gap = difference(chosen, other)
        is_near = gap is not None and chosen.quantity is not None and abs(gap) * NEAR < abs(chosen.quantity.number)
        if gap is not None and gap != 0 and abs(gap) <= SMALL_DIFFERENCE:
            warnings.append(f"{place}为{amount}，与上数不同，应为四舍五入的尾差。")
        elif gap is not None and (other.depth == chosen.depth or is_near) and is_same_item(chosen, other):
            warnings.append(f"文件前后不一致：{place}为{amount}，与上数不同，请以原文为准。")
        else:
            notes.append(f"{place}：{amount}")
    return tuple(notes), tuple(warnings)


def is_same_item(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates bear one name and are of one side: only then do unequal amounts contradict each other."""
    first, second = one.facts[0], other.facts[0]
    names, others = ({key for key, _ in fact.labels} | set(fact.columns[-1:]) | set(fact.totals) for fact in (first, second))
    is_score = one.quantity is not None and not one.quantity.is_money and one.depth == other.depth
    return (bool(names & others) or is_score) and (first.side or second.side) == (second.side or first.side)


def difference(one: Candidate, other: Candidate) -> Decimal | None:
    """How far two candidates' quantities lie apart in the unit of the first; None where they cannot be compared."""
    if one.quantity is None or other.quantity is None:
        return None
    if one.quantity.is_money and other.quantity.is_money:
        return one.quantity.number - convert_money(other.quantity, one.quantity.unit).number
    return one.quantity.number - other.quantity.number if other.quantity.unit in ("", one.quantity.unit) or not one.quantity.unit else None


def rate_result(found: TaskFound, place: int) -> Result | None:
    """The rate at which a budget was met, as printed, else computed from the budget and the final amount."""
    chosen = usable(found.found[place])
    if chosen is None:
        return computed_rate(found)
    fact = chosen.facts[0]
    base = fact.source.base or "预算" if isinstance(fact.source, Statement) else "预算"
    return Result(f"{fact_label(fact)}完成{base}", printed(fact), chosen.quantity, chosen.facts[:2])


def computed_rate(found: TaskFound) -> Result | None:
    """The final amount in per cent of the budget, where the document prints both."""
    sides = [usable(one) for one in found.sides]
    if len(sides) != 2 or sides[0] is None or sides[1] is None or sides[0].quantity is None or sides[1].quantity is None:
        return None
    computed = calculation.share(sides[1].quantity, sides[0].quantity)
    if computed is None:
        return None
    facts = (sides[0].facts[0], sides[1].facts[0])
    return Result(f"{fact_label(facts[1])}完成预算", show_quantity(computed.result), computed.result, facts, computed.formula)


def share_result(found: TaskFound, place: int) -> Result | None:
    """The share as the text states it for this whole, else computed from both amounts."""
    part = usable(found.plain[place])
    stated = next((one for one in found.found[place].candidates if is_of_whole(one, found)), None) if usable(found.found[place]) else None
    whole = usable(found.denominator) if found.denominator else None
    if stated is not None:
        fact = stated.facts[0]
        base = fact.source.base if isinstance(fact.source, Statement) else None
        more = (("", part.quantity),) if part and part.quantity else ()
        return Result(f"{fact_label(fact)}占{base or '总额'}的比重", printed(fact), stated.quantity, stated.facts[:2], extra=more)
    if part is None or whole is None or part.quantity is None or whole.quantity is None:
        return None
    if part.quantity.is_money != whole.quantity.is_money:
        return None
    whole = same_table(part, found.denominator) or whole
    pair = same_table_facts(part, whole)
    computed = calculation.share(part.quantity, whole.quantity or part.quantity)
    if computed is None:
        return None
    label = f"{fact_label(part.facts[0])}占{fact_label(whole.facts[0])}的比重"
    return Result(label, show_quantity(computed.result), computed.result, pair, computed.formula)


def same_table_facts(part: Candidate, whole: Candidate) -> tuple[Fact, Fact]:
    """A fact of the part and one of the whole, from one table where both print there."""
    pairs = ((one, other) for one in part.facts for other in whole.facts if table_of(one) == table_of(other) is not None)
    return next(pairs, (part.facts[0], whole.facts[0]))


def table_of(fact: Fact) -> int | None:
    """The index of a fact's table; None for a statement."""
    return None if isinstance(fact.evidence, StatementEvidence) else fact.evidence.table.index


def same_table(part: Candidate, denominator: Found | None) -> Candidate | None:
    """The whole that stands in the same table as the part, where there is one."""
    tables = {table_of(fact) for fact in part.facts} - {None}
    candidates = denominator.candidates if denominator else ()
    return next((one for one in candidates if any(table_of(fact) in tables for fact in one.facts)), None)


def is_of_whole(stated: Candidate, found: TaskFound) -> bool:
    """Whether a stated share is of the whole that was asked for."""
    if found.task.denominator is None:
        return True
    source = stated.facts[0].source
    base = source.base or "" if isinstance(source, Statement) else ""
    names = [name for one in found.task.denominator.mentions for name in (one.asked, *one.keys)]
    return not names or any(name in base or (base and base in name) for name in names)


def change_result(found: TaskFound, place: int) -> Result | None:
    """The change as the text states it: amount, rate and direction."""
    if usable(found.found[place]) is None:
        return None
    facts = [fact for one in found.found[place].candidates for fact in one.facts if isinstance(fact.source, Statement)]
    if not facts:
        return None
    first = facts[0]
    same = [fact for fact in facts if fact.source.place == first.source.place] or facts
    amount = next((fact for fact in same if fact.source.quantity and fact.source.quantity.unit != "%"), None)
    rate = next((fact for fact in same if fact.source.quantity and fact.source.quantity.unit == "%"), None)
    return change_text(tuple(fact for fact in (amount, rate) if fact is not None))


def change_text(facts: tuple[Fact, ...]) -> Result:
    """“增加 X 万元，增长 Y%” from the one or two statements of a change."""
    source = facts[0].source
    direction = source.direction if isinstance(source, Statement) else None
    base = (source.base if isinstance(source, Statement) else None) or "上年"
    words = {"增加": ("增加", "增长"), "减少": ("减少", "下降")}.get(direction or "", ("", ""))
    rates = [fact.source.quantity is not None and fact.source.quantity.unit == "%" for fact in facts]
    told = [f"{words[1] if is_rate else words[0]}{printed(fact)}" for fact, is_rate in zip(facts, rates, strict=True)]
    text = "持平，没有增减" if direction == "持平" else "，".join(told)
    quantities = tuple((fact_label(fact), fact.source.quantity) for fact in facts[1:] if fact.source.quantity)
    label = f"{fact_label(facts[0])}与{base.rstrip('预算数') or base}相比"
    return Result(label, text, facts[0].source.quantity, facts, extra=quantities, direction=direction)


def per_result(found: TaskFound, place: int) -> Result | None:
    """An amount for each one of a count."""
    amounts, counts = found.plain[place].candidates, found.found[place].candidates
    count = next((number for number in map(count_of, counts) if number is not None), None)
    amount = next((one for one in amounts if one.quantity is not None and one.quantity.is_money), None)
    if count is None or amount is None or amount.quantity is None:
        return None
    computed = calculation.divide(amount.quantity, count[0])
    if computed is None:
        return None
    label = f"{fact_label(amount.facts[0])}平均每{found.task.wants[place].unit or count[0].unit}"
    return Result(label, show_quantity(computed.result), computed.result, (amount.facts[0], count[1]), computed.formula)


def count_of(one: Candidate) -> tuple[Quantity, Fact] | None:
    """The count that a candidate prints, also within a text such as “3人”."""
    if one.quantity is not None:
        return None if one.quantity.is_money else (one.quantity, one.facts[0])
    found = COUNT_IN_TEXT.search(one.text)
    return (Quantity(Decimal(found[1]), found[2]), one.facts[0]) if found else None
