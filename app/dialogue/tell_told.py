"""Things told before with what they come to: the relation with its formula, then each thing with its citation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answer import Answer, Citation, Value
from app.dialogue.are_apart import are_apart
from app.dialogue.choose_told import Chosen
from app.dialogue.earlier_turns import FEW
from app.dialogue.told_things import MONEY, PERCENT, Amount, Told, ranked_told
from app.figures.reduce_results import Named, Reduced, computed, reduce_results, tell_average
from app.question.read_told_relation import ToldRelation
from app.telling import calculation
from app.telling.cite import document_name
from app.telling.wording_told import IN_UNIT, MANY_KINDS, MAY_OVERLAP, OF_ALL, OTHERS, PICKED_PLACE, ROW, SOME_LACKING, TOLD_BEFORE
from ingest.document import DocumentInfo
from ingest.quantity import convert_money

InfoOf = Callable[[str], DocumentInfo]
DONE = {"sum": "相加", "average": "平均", "rest": "相加", "share": "相加", "share_of_pick": "相加"}
OF_LIST = ("rest", "share", "share_of_pick")
COUNTER = {"body": "家"}
PAIR = 2
ORDER = ("从大到小", "从小到大")


def tell_told(chosen: Chosen, relation: ToldRelation, info_of: InfoOf) -> Answer | None:
    """The answer; a refusal where amounts may not be added, None where the relation does not hold of these things."""
    if relation.end:
        chosen = replace(chosen, is_ascending=bool(FEW.search(relation.end)))
    is_of_all = relation.is_of_all or chosen.axis == "list" or relation.reducer == "rest"
    if relation.reducer in OF_LIST and not relation.end and not (chosen.picked and is_of_all):
        return None
    if relation.reducer == "against":
        return _against_end(chosen, relation, info_of)
    named = [_named(one, chosen, info_of) for one in chosen.told]
    if (infos := [info_of(one.document_id) for one in chosen.told]) and is_of_unlike_years(infos):
        return Answer("not_found", MANY_KINDS.format(names="、".join(dict.fromkeys(one.name for one in named)), done="比较"))
    if chosen.unit == PERCENT and relation.reducer in DONE and relation.reducer != "average":
        return None  # shares of different wholes make no sum
    if relation.reducer in DONE and (refused := _not_added(chosen, relation, named, info_of)):
        return refused
    if chosen.has_lacking and relation.reducer in DONE and relation.count != len(chosen.told):
        return None
    reduced = _reduce(chosen, relation, named)
    return _write(chosen, relation, reduced, info_of) if reduced else None


def is_of_unlike_years(infos: Sequence[DocumentInfo]) -> bool:
    """Whether one body's budgets and final accounts of several years stand side by side: which of them is the most says nothing."""
    is_of_both = len({info.kind for info in infos}) > 1 and len({info.year for info in infos}) > 1
    return is_of_both and len(infos) > PAIR and len({info.organization for info in infos}) == 1


def _against_end(chosen: Chosen, relation: ToldRelation, info_of: InfoOf) -> Answer | None:
    """How far the thing that was picked is from the end or place named; None where none was picked or it stands there itself."""
    ranked = ranked_told(chosen.told, is_ascending=chosen.is_ascending) or ()
    other = ranked[max(relation.place - 1, 0)] if ranked else None
    if other is None or not chosen.picked or chosen.picked[-1] == other:
        return None
    return tell_told(replace(chosen, told=(chosen.picked[-1], other)), replace(relation, reducer="difference", end=""), info_of)


def _named(one: Told, chosen: Chosen, info_of: InfoOf) -> Named:
    """A thing by what tells it from the others: its body (with year and kind where it stands there twice) or its label."""
    amount = _amount(one, chosen)
    is_column = chosen.axis == "list" and len({_amount(other, chosen).label.partition("·")[2] for other in chosen.told}) == 1
    name = amount.label.partition("·")[0] if is_column else amount.label
    if chosen.axis == "body":
        info = info_of(one.document_id)
        bodies = [info_of(other.document_id).organization for other in chosen.told]
        name = document_name(info) if bodies.count(info.organization) > 1 or not info.organization else info.organization
    return Named(name, amount.quantity, amount.text)


def _amount(one: Told, chosen: Chosen) -> Amount:
    """The amount of a thing in the unit of all."""
    amount = one.of_unit(chosen.unit)
    assert amount  # the unit is common to all
    return amount


def _not_added(chosen: Chosen, relation: ToldRelation, named: Sequence[Named], info_of: InfoOf) -> Answer | None:
    """An honest no where one thing may be a part of another, or budgets stand beside final accounts."""
    names, done = "、".join(dict.fromkeys(one.name for one in named)), DONE[relation.reducer]
    if chosen.axis == "body":
        kinds = {info_of(one.document_id).kind for one in chosen.told}
        return Answer("not_found", MANY_KINDS.format(names=names, done=done)) if len(kinds) > 1 else None
    is_scores = relation.reducer == "average" and chosen.unit != MONEY
    return None if is_scores or are_apart(chosen.told) else Answer("not_found", MAY_OVERLAP.format(names=names, done=done))


def _reduce(chosen: Chosen, relation: ToldRelation, named: Sequence[Named]) -> Reduced | None:
    """What the things come to."""
    if relation.reducer == "average":
        return tell_average(named, COUNTER.get(chosen.axis, "项"))
    if relation.reducer in ("share", "share_of_pick"):
        return _share(chosen, relation, named)
    if relation.reducer == "rest":
        return _rest(chosen, named)
    if relation.reducer == "place":
        return _place(chosen, relation, named)
    return reduce_results({"ends_multiple": "multiple"}.get(relation.reducer, relation.reducer), named)


def _share(chosen: Chosen, relation: ToldRelation, named: Sequence[Named]) -> Reduced | None:
    """What the largest, the smallest or the picked thing is of all of a list together."""
    ranked = ranked_told(chosen.told) or ()
    end = ranked[0 if relation.end[1:2] in "多高大贵" else -1] if relation.end and ranked else None
    part = end or (chosen.picked[-1] if chosen.picked else None)
    if part is None:
        return None
    one = named[chosen.told.index(part)]
    total = calculation.add([each.quantity for each in named])
    found = calculation.share(one.quantity, total.result)
    label = OF_ALL.format(name=one.name, count=len(named), counter=COUNTER.get(chosen.axis, "项"))
    return replace(computed(found, label), formula=f"{total.formula}；{found.formula}") if found else None


def _rest(chosen: Chosen, named: Sequence[Named]) -> Reduced | None:
    """All of a list without what was picked of it."""
    left = [name for one, name in zip(chosen.told, named, strict=True) if one not in chosen.picked]
    names = "、".join(name.name for one, name in zip(chosen.told, named, strict=True) if one in chosen.picked)
    return None if not left else computed(calculation.add([one.quantity for one in left]), OTHERS.format(names=names, count=len(left)))


def _place(chosen: Chosen, relation: ToldRelation, named: Sequence[Named]) -> Reduced | None:
    """The thing in a place of the ranking."""
    ranked = ranked_told(chosen.told, is_ascending=chosen.is_ascending) or ()
    if not 0 < relation.place <= len(ranked):
        return None
    one = named[chosen.told.index(ranked[relation.place - 1])]
    return Reduced(PICKED_PLACE.format(word=ORDER[chosen.is_ascending], place=relation.place, name=one.name, text=one.text))


def _write(chosen: Chosen, relation: ToldRelation, reduced: Reduced, info_of: InfoOf) -> Answer:
    """The answer with a line for each thing."""
    names = [document_name(info_of(one.document_id)) for one in chosen.told]
    is_of_one = len(set(names)) == 1
    lines, found = _head(relation, reduced)
    lines[0] = f"{names[0]}：\n{lines[0]}" if is_of_one else lines[0]
    told, citations, formulas = list[Value](), list[Citation](), [reduced.formula] if reduced.formula else []
    for one, name in zip(chosen.told, names, strict=True):
        amount = _amount(one, chosen)
        citations += [cited for cited in one.citations if cited not in citations]
        marks = "".join(f"[{citations.index(cited) + 1}]" for cited in one.citations)
        lines.append(ROW.format(label=amount.label if is_of_one else f"{name}，{amount.label}", text=amount.text, marks=marks))
        if one.formula.endswith(f"= {amount.quantity.number:f}{amount.quantity.unit}"):
            lines.append(f"计算：{one.formula}{marks}。")
            formulas.append(one.formula)
        told.append(Value(amount.label, amount.quantity.number, amount.quantity.unit))
    lines += [SOME_LACKING] if chosen.has_lacking else []
    lines.append(TOLD_BEFORE.format(count=len(chosen.told)))
    values = (*told, *found) if is_of_one else (*found, *told)
    return Answer("answered", "\n".join(lines), values, "；".join(formulas) or None, tuple(citations))


def _head(relation: ToldRelation, reduced: Reduced) -> tuple[list[str], list[Value]]:
    """The sentence with its formula, in the unit asked for too, and the values that were computed."""
    sentence, quantity = reduced.sentence, reduced.quantity
    if quantity and relation.unit and quantity.is_money and quantity.unit != relation.unit:
        quantity = convert_money(quantity, relation.unit)
        sentence += IN_UNIT.format(number=f"{quantity.number.normalize():f}", unit=quantity.unit)
    found = [(reduced.label, quantity), *reduced.beside] if quantity else []
    values = [Value(label, one.number, one.unit) for label, one in found]
    return [sentence, *([f"计算：{reduced.formula}。"] if reduced.formula else [])], values
