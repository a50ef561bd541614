"""Answers to a follow-up that are of something else than the dialogue is about."""

from __future__ import annotations

from collections.abc import Callable

from app.answer import Answer
from app.dialogue.follows_on_nothing import follows_on_nothing
from app.dialogue.loses_item import loses_item
from app.dialogue.own_level import loses_level
from app.dialogue.turn import Turn

Judgement = Callable[[Turn, Answer], Answer | None]  # what is told instead of an answer; None where it stands
LOSSES: tuple[Judgement, ...] = (
    lambda turn, answer: follows_on_nothing(turn.question, turn.history, answer, turn.ask, turn.reader),
    lambda turn, answer: loses_item(turn.question, turn.history, answer, turn.ask, turn.reader),
    lambda turn, answer: loses_level(turn.question, turn.history, answer, turn.reader, turn.infos),
)


def lost_in_turn(turn: Turn, answer: Answer) -> Answer | None:
    """What is told instead of an answer that is of something else; None where it stands."""
    return next((told for one in LOSSES if (told := one(turn, answer))), None)
