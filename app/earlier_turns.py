"""The questions before a follow-up to what each of them told, the item that it named, and what was picked of a list since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.answer import Answer
from app.read_told_relation import read_told_relation
from app.repeats_last import repeats_last
from app.told_things import Told, ranked_told, told_things
from ingest import late_re as re

Of = Callable[[str, Sequence[str]], str]
ENDS_NAMED = re.compile(r"最[高低]的是\*\*(.+?)\*\*")
MOST_TURNS = 8
FEWEST = 2
ENDS = {"maximum": 0, "minimum": -1}


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What is known of a question after those before it: its answer, the words of the item that it names (empty: it names none).

    `of_body` is the question for the body that it only holds against the one before (“甲局呢” for “比甲局多吗”); empty where it does not.
    `is_bare` says that a question names nothing at all, neither a body or year nor an item (“完成了多少”).
    """

    ask: Callable[[str, Sequence[str]], Answer]
    item: Of
    of_body: Of
    is_bare: Callable[[str, Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one earlier question told (nothing: it was refused or asked back), and the words of the item that it named or took over.

    `picked` are those of its list that were asked for since, `is_ascending` says that the smallest was the last end asked for,
    `is_open` that it was asked back.
    """

    told: tuple[Told, ...]
    item: str
    picked: tuple[Told, ...] = ()
    is_ascending: bool = False
    is_open: bool = False


def earlier_turns(history: Sequence[str], dialogue: Dialogue) -> tuple[Turn, ...]:
    """The turns that told of things or were refused, oldest first; those before a quotation are left out."""
    turns: list[Turn] = []
    for place, question in list(enumerate(history))[-MOST_TURNS:]:
        before = history[:place]
        relation = read_told_relation(question) if before else None
        is_of_list = bool(turns) and len(turns[-1].told) >= FEWEST
        if relation and (is_of_list or relation.reducer != "share_of_pick"):
            turns = _with_pick(turns, relation.reducer, relation.place)
            continue
        if repeats_last(question) is not None:
            continue
        question = dialogue.of_body(question, before) or question
        answer = dialogue.ask(question, before)
        told = told_things(answer)
        if turns and len(told) == 1 and (same := _of_list(turns[-1], told[0])):
            turns[-1] = replace(turns[-1], picked=(*turns[-1].picked, same))
            continue
        item = dialogue.item(question, before) or (turns[-1].item if turns else "")
        is_open = answer.status == "clarify" or (answer.status == "not_found" and not dialogue.is_bare(question, before))
        if told and turns and len(told) >= FEWEST and told == turns[-1].told:
            turns[-1] = replace(turns[-1], picked=turns[-1].picked or _ends_of(answer, told))
        elif told or is_open:
            turns.append(Turn(told, item, _ends_of(answer, told), is_open=answer.status == "clarify"))
        elif answer.status != "not_found":
            turns = []
    return tuple(turns)


def _ends_of(answer: Answer, told: Sequence[Told]) -> tuple[Told, ...]:
    """The things of a list that its answer itself says are the highest or lowest."""
    if len(told) < FEWEST:
        return ()
    named = {name for names in ENDS_NAMED.findall(answer.text) for name in names.split("、")}
    return tuple(one for one in told if one.amounts[0].label in named)


def _of_list(turn: Turn, one: Told) -> Told | None:
    """The thing of the turn's list that is told of once more."""
    if len(turn.told) < FEWEST:
        return None
    return next((other for other in turn.told if other.document_id == one.document_id and set(one.amounts) & set(other.amounts)), None)


def _with_pick(turns: list[Turn], reducer: str, place: int) -> list[Turn]:
    """The turns, the last with the thing of its list that stands at the end or place asked for."""
    if not turns or len(turns[-1].told) < FEWEST or reducer not in (*ENDS, "place"):
        return turns
    ranked = ranked_told(turns[-1].told, is_ascending=turns[-1].is_ascending and reducer == "place")
    at = ENDS.get(reducer, place - 1)
    if ranked is None or not -1 <= at < len(ranked):
        return turns
    is_ascending = reducer == "minimum" if reducer in ENDS else turns[-1].is_ascending
    return [*turns[:-1], replace(turns[-1], picked=(*turns[-1].picked, ranked[at]), is_ascending=is_ascending)]
