"""A follow-up that only sets in relation what was told before it, computed from the very amounts that were told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answer import Answer
from app.choose_told import OF_PAIR, choose_told
from app.earlier_turns import FEWEST, Dialogue, Turn, earlier_turns
from app.read_told_relation import ToldRelation, read_told_relation
from app.tell_told import tell_told
from app.wording_told import TOO_FEW
from ingest.document import DocumentInfo

AHEAD = {"maximum": "lead", "minimum": "lag"}
BOTH = ToldRelation("difference", 2, "body")


def relate_told(question: str, history: Sequence[str], dialogue: Dialogue, info_of: Callable[[str], DocumentInfo]) -> Answer | None:
    """What the things told before come to; None where the question asks for more, or they do not belong together.

    `info_of` gives a document by its id.
    """
    relation = read_told_relation(question) if history else None
    if relation is None and history and (of_body := dialogue.of_body(question, history)):
        relation, history = BOTH, (*history, of_body)
    if relation is None:
        return None
    relation = _after_ends(relation, history)
    turns = earlier_turns(history, dialogue)
    chosen = choose_told(turns, relation)
    is_open = bool(turns) and turns[-1].is_open  # of what was asked back nothing is known yet
    is_open = is_open or (relation.reducer in OF_PAIR and _are_unlike(turns))
    told = tell_told(chosen, relation, info_of) if chosen else None
    if told is None and (relation.count or is_open):
        return Answer("not_found", TOO_FEW.format(count=relation.count or FEWEST))  # others than those counted are not meant
    return told


def _after_ends(relation: ToldRelation, history: Sequence[str]) -> ToldRelation:
    """“差多少” after the highest or the lowest was asked for: how far that is from the others, after both how far these are apart."""
    asked = [read.reducer if (read := read_told_relation(one)) else "" for one in history[-2:]]
    if relation.reducer != "difference" or relation.count or not asked or asked[-1] not in AHEAD:
        return relation
    return replace(relation, reducer="spread" if set(asked) == set(AHEAD) else AHEAD[asked[-1]])


def _are_unlike(turns: Sequence[Turn]) -> bool:
    """Whether the two latest turns told one thing each, of two bodies: that these are not alike is known."""
    told = [turn.told[0] for turn in turns[-2:] if len(turn.told) == 1]
    return len(told) == FEWEST and told[0].document_id != told[1].document_id
