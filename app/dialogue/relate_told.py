"""A follow-up that only sets in relation what was told before it, computed from the very amounts that were told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answer import Answer
from app.dialogue.choose_told import ADDED, OF_PAIR, Chosen, choose_told
from app.dialogue.earlier_turns import FEW, FEWEST, Dialogue, Turn, earlier_turns
from app.dialogue.tell_told import tell_told
from app.dialogue.told_things import MONEY, PERCENT, Told, ranked_told
from app.question.read_share_asked import read_share_asked
from app.question.read_told_relation import ToldRelation, read_told_relation
from app.telling.cite import document_name
from app.telling.wording_told import TOO_FEW
from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.spelling.label_key import label_key

AHEAD = {"maximum": "lead", "minimum": "lag"}
ENDS = tuple(AHEAD)
MOST_BACK = 3
ADDED_UP = re.compile(r"合计|加起来|相加|加总")  # of what was told, even where that cannot be
MINUS = re.compile(r"\d \N{MINUS SIGN} \d")
ENDS_TOLD = re.compile(r"最[高低多少大小]|平均|相差")
SAVED, SIDES = "saved", (r"预算(?!执行)", r"决算|执行|支出数")  # “省了多少” of what was to be spent
THINGS_COUNTED = re.compile(r"(?:几|多少)个[?？。\s]*$")
SUMS_RELATED = re.compile(r"(?:合计|加起来|加总|一共|总共|之和|总和|合起来)[^,;?]{0,3}(?:谁|哪|差|相差|[多少高低])(?!少)")
BOTH = ToldRelation("difference", 2, "body")


def relate_told(question: str, history: Sequence[str], dialogue: Dialogue, info_of: Callable[[str], DocumentInfo]) -> Answer | None:
    """What the things told before come to; None where the question asks for more, or they do not belong together.

    `info_of` gives a document by its id.
    """
    relation = read_told_relation(question) if history else None
    relation = relation or (_share_of_named(question, history) if history else None)
    if relation is None and history and (of_body := dialogue.of_body(question, history)):
        relation, history = BOTH, (*history, of_body)
    if relation is None:
        return None
    if SUMS_RELATED.search(question) and relation.reducer in (*OF_PAIR, *ENDS):
        return Answer("not_found", TOO_FEW.format(count=FEWEST))  # “两年加起来谁多”: what each body comes to was not told
    relation = _after_ends(relation, history)
    turns = earlier_turns(history, dialogue)
    if relation.reducer == SAVED:
        both = _both_sides(turns)
        return tell_told(Chosen(both, "list", MONEY), replace(relation, reducer="difference"), info_of) if both else None
    chosen = choose_told(turns, relation)
    if chosen and relation.name:
        chosen = _with_named(chosen, relation, dialogue.documents(question, history))
    elif chosen and not chosen.picked:
        chosen = _with_end(chosen, history)
    chosen = _without_whole(chosen) if chosen else None
    if relation.top:
        ranked = ranked_told(chosen.told) if chosen else None
        chosen = replace(chosen, told=ranked[: relation.top]) if chosen and ranked and len(ranked) >= relation.top else None
        if chosen is None:
            return Answer("not_found", TOO_FEW.format(count=relation.top))
    is_open = bool(turns) and turns[-1].is_open  # of what was asked back nothing is known yet
    is_open = is_open or (relation.reducer in OF_PAIR and _are_unlike(turns))
    if chosen and relation.reducer == "sum" and chosen.unit in (MONEY, PERCENT) and THINGS_COUNTED.search(question):
        return None  # “一共几个” counts the things told, and adds up no money
    if chosen and relation.is_of_money and chosen.unit not in (MONEY, PERCENT):
        chosen, is_open = None, True  # what was told is no money
    told = tell_told(chosen, _of_many(relation, chosen), info_of) if chosen else None
    is_open = is_open or (relation.reducer in ADDED and (_are_unlike(turns) or _are_several(turns)))
    is_open = is_open or (relation.reducer == "sum" and len(turns) >= FEWEST and bool(ADDED_UP.search(question)))
    if told is None and (relation.count or is_open):
        return Answer("not_found", TOO_FEW.format(count=relation.count or FEWEST))  # others than those counted are not meant
    return told


def _without_whole(chosen: Chosen) -> Chosen:
    """The things without the one of which all the others are parts (编制 of a department, then of two of its units)."""
    first, *others = chosen.told
    if len(others) < FEWEST or first in chosen.picked or not all(_is_part(one, first) for one in others):
        return chosen
    return replace(chosen, told=tuple(others))


def _is_part(one: Told, whole: Told) -> bool:
    """Whether a thing is a unit's part of what was told of its department: by its name, or as one of the amounts added up to it."""
    if one.document_id != whole.document_id:
        return False
    amount, label = one.amounts[0], whole.amounts[0].label
    added = re.findall(r"[\d.]+", whole.formula.partition("=")[0].replace(",", ""))
    return amount.label.endswith(f"·{label}") or format(amount.quantity.number, "f") in added


def end_told(history: Sequence[str], dialogue: Dialogue, info_of: Callable[[str], DocumentInfo]) -> str:
    """The end of what was told for which the latest question asks, by its body and label; empty where it asks for none."""
    relation = read_told_relation(history[-1]) if len(history) > 1 else None
    chosen = choose_told(earlier_turns(history[:-1], dialogue), relation) if relation and _end_asked(history[-1]) else None
    if chosen is None:
        return ""
    end = _with_end(chosen, history[-1:]).picked[-1]
    return f"{document_name(info_of(end.document_id))},{end.amounts[0].label}"


def _share_of_named(question: str, history: Sequence[str]) -> ToldRelation | None:
    """The share of one of the things that were just added up (“甲局占百分之几”); None where nothing was."""
    asked = read_share_asked(question)
    added = [read for one in history[-MOST_BACK:] if (read := read_told_relation(one)) and read.reducer in (*ADDED, "share_of_pick")]
    return ToldRelation("share_of_pick", name=asked.thing, is_of_all=True) if asked and asked.thing and not asked.whole and added else None


def _with_named(chosen: Chosen, relation: ToldRelation, documents: Sequence[str]) -> Chosen | None:
    """The things, the one that the question names picked; None where it names none of them, or several."""
    if chosen.axis == "body":
        named = [one for one in chosen.told if one.document_id in documents]
    else:
        name = label_key(relation.name)
        named = [one for one in chosen.told if one.item == name] or [one for one in chosen.told if name in one.item]
    return replace(chosen, picked=(named[0],)) if len(named) == 1 else None


def relates_nothing(question: str, answer: Answer) -> bool:
    """Whether an end, a place or how far things are apart was asked of what was told, and one figure is told instead, or no sum."""
    relation = read_told_relation(question)
    if relation and relation.reducer == "rest" and answer.status == "answered":
        return True
    if relation and relation.reducer == "sum" and answer.calculation and MINUS.search(answer.calculation):
        return True
    is_of_several = relation is not None and relation.reducer not in ("sum", "share_of_pick", "share")
    return is_of_several and answer.status == "answered" and len(answer.values) == 1 and not ENDS_TOLD.search(answer.text)


def _with_end(chosen: Chosen, history: Sequence[str]) -> Chosen:
    """The things, the end of them that was asked for just before picked."""
    ends = [end for one in history[-MOST_BACK:] if (end := _end_asked(one))]
    ranked = ranked_told(chosen.told) if ends else None
    return replace(chosen, picked=(ranked[0 if ends[-1] == "maximum" else -1],)) if ranked else chosen


def _end_asked(question: str) -> str:
    """The end for which a question asks, “谁多” too; empty where it asks for none."""
    read = read_told_relation(question)
    if read is None or read.reducer in AHEAD:
        return read.reducer if read else ""
    return ENDS[bool(FEW.search(read.end))] if read.reducer == "difference" and read.end else ""


def _after_ends(relation: ToldRelation, history: Sequence[str]) -> ToldRelation:
    """“差多少” after the highest or the lowest was asked for: how far that is from the others, after both how far these are apart."""
    asked = [_end_asked(one) for one in history[-2:]]
    if relation.reducer != "difference" or relation.count or relation.end or not asked or asked[-1] not in AHEAD:
        return relation
    return replace(relation, reducer="spread" if set(asked) == set(AHEAD) else AHEAD[asked[-1]])


def _of_many(relation: ToldRelation, chosen: Chosen) -> ToldRelation:
    """“谁多” of two is how far they are apart, of more the end that it names."""
    if relation.reducer in AHEAD.values() and len(chosen.told) == FEWEST:
        return replace(relation, reducer="difference")
    is_end = relation.reducer == "difference" and relation.end and len(chosen.told) > FEWEST
    return replace(relation, reducer=ENDS[bool(FEW.search(relation.end))], end="") if is_end else relation


def _both_sides(turns: Sequence[Turn]) -> tuple[Told, ...]:
    """What was to be spent on the thing told last and what was, also of one line; empty where these are not both known."""
    told = turns[-1].told if turns else ()
    amounts = [replace(one, amounts=(amount,)) for one in told for amount in one.amounts if amount.quantity.is_money]
    sides = [next((one for one in amounts if re.search(side, one.amounts[0].label)), None) for side in SIDES]
    return tuple(one for one in sides if one) if len(amounts) == FEWEST and all(sides) else ()


def _are_several(turns: Sequence[Turn]) -> bool:
    """Whether several things were told of the body told of last: one of them is not what all come to."""
    told = [one for turn in turns for one in turn.told]
    return len({one.item for one in told if one.document_id == told[-1].document_id}) >= FEWEST


def _are_unlike(turns: Sequence[Turn]) -> bool:
    """Whether the two latest turns told one thing each, of two bodies: that these are not alike is known."""
    told = [turn.told[0] for turn in turns[-2:] if len(turn.told) == 1]
    return len(told) == FEWEST and told[0].document_id != told[1].document_id
