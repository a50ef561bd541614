"""The questions before a follow-up to what each of them told, the item that it named, and what was picked of a list since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.answer import Answer
from app.dialogue.repeats_last import repeats_last
from app.dialogue.told_things import CHANGE, Told, ranked_told, told_things
from app.question.read_told_relation import ToldRelation, read_told_relation
from ingest import late_re as re

Of = Callable[[str, Sequence[str]], str]
ENDS_NAMED = re.compile(r"最[高低]的是\*\*(.+?)\*\*")
MOST_TURNS = 8
FEWEST = 2
FEW = re.compile(r"[小少低]|便宜")
ENDS = {"maximum": 0, "minimum": -1}


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What is known of a question after those before it: its answer, the words of the item that it names (empty: it names none).

    `of_body` is the question for the body that it only holds against the one before (“甲局呢” for “比甲局多吗”); empty where it does not.
    `is_bare` says that a question names nothing at all, neither a body or year nor an item (“完成了多少”),
    `documents` gives those of the body that a question names itself.
    """

    ask: Callable[[str, Sequence[str]], Answer]
    item: Of
    of_body: Of
    is_bare: Callable[[str, Sequence[str]], bool]
    documents: Callable[[str, Sequence[str]], Sequence[str]] = lambda *_: ()


@dataclass(frozen=True, slots=True)
class Turn:
    """What one earlier question told (nothing: it was refused or asked back), and the words of the item that it named or took over.

    `picked` are those of its list that were asked for since, `is_ascending` says that the smallest was the last end asked for,
    `is_open` that it was asked back, `is_quoted` that it was answered by words alone.
    """

    told: tuple[Told, ...]
    item: str
    picked: tuple[Told, ...] = ()
    is_ascending: bool = False
    is_open: bool = False
    is_quoted: bool = False

    @property
    def is_list(self) -> bool:
        """Whether it told of several things."""
        return len(self.told) >= FEWEST

    @property
    def is_of_bodies(self) -> bool:
        """Whether it told one thing of each of several bodies."""
        return self.is_list and len({one.document_id for one in self.told}) == len(self.told)


def earlier_turns(history: Sequence[str], dialogue: Dialogue) -> tuple[Turn, ...]:
    """The turns that told of things, quoted, or were refused, oldest first."""
    turns: list[Turn] = []
    for place, question in list(enumerate(history))[-MOST_TURNS:]:
        before = history[:place]
        relation = read_told_relation(question) if before else None
        if relation and ((turns and turns[-1].is_list) or relation.reducer != "share_of_pick" or relation.name):
            turns = _with_pick(_listed_last(turns, relation), relation)
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
        elif answer.status != "not_found" and not (turns and _is_of_last(turns[-1], answer)):
            turns.append(Turn((), item, is_quoted=True))
    return tuple(turns)


def list_meant(turns: Sequence[Turn], relation: ToldRelation) -> Turn | None:
    """The latest list, where something else was told since and the relation plainly means the list: it counts its things or a place."""
    place = next((at for at in range(len(turns) - 1, -1, -1) if turns[at].is_list), len(turns))
    since = [turn for turn in turns[place + 1 :] if turn.told]
    if place == len(turns) or len(since) >= FEWEST:
        return None
    is_meant = relation.count == len(turns[place].told) or (relation.reducer == "place" and bool(relation.end))
    return turns[place] if is_meant else None


def _listed_last(turns: list[Turn], relation: ToldRelation) -> list[Turn]:
    """The turns, the list that the relation goes back to told last."""
    meant = list_meant(turns, relation)
    return [*(turn for turn in turns if turn is not meant), meant] if meant else turns


def _is_of_last(turn: Turn, answer: Answer) -> bool:
    """Whether an answer computes something else of what was told last (what one piece costs), no change against another year."""
    names = [amount.label.partition("·")[0] for one in turn.told for amount in one.amounts]
    return bool(answer.values) and not CHANGE.search(answer.text) and any(name in answer.text for name in names)


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


def _with_pick(turns: list[Turn], relation: ToldRelation) -> list[Turn]:
    """The turns, the last with the thing of its list that stands at the end or place asked for, or of whose end the share was asked."""
    reducer, place = relation.reducer, relation.place
    if reducer == "share" and relation.end:
        reducer = "minimum" if FEW.search(relation.end) else "maximum"
    if not turns or len(turns[-1].told) < FEWEST or reducer not in (*ENDS, "place"):
        return turns
    ranked = ranked_told(turns[-1].told, is_ascending=turns[-1].is_ascending and reducer == "place")
    at = ENDS.get(reducer, place - 1)
    if ranked is None or not -1 <= at < len(ranked):
        return turns
    is_ascending = reducer == "minimum" if reducer in ENDS else turns[-1].is_ascending
    return [*turns[:-1], replace(turns[-1], picked=(*turns[-1].picked, ranked[at]), is_ascending=is_ascending)]
