"""Other ways to a question of a dialogue that found no answer, one after the other."""

from __future__ import annotations

from collections.abc import Callable

from app.answer import Answer
from app.dialogue.about_same import about_same
from app.dialogue.rank_without import rank_without
from app.dialogue.same_project import same_project
from app.dialogue.turn import Turn
from app.dialogue.turn_of_two import answer_both_asked
from app.documents.as_absence import as_absence
from app.question.as_list import as_list
from app.relations.answer_in_turns import answer_in_turns

Resort = Callable[[Turn, Answer], Answer | None]
RESORTS: tuple[Resort, ...] = (
    lambda turn, _: about_same(turn.question, turn.history, turn.afresh, turn.reader.left_of),
    lambda turn, _: same_project(turn.question, turn.history, turn.ask, turn.document_of),
    lambda turn, _: answer_in_turns(turn.question, turn.history, turn.ask),
    lambda turn, _: rank_without(turn.question, turn.history, turn.ask),
    lambda turn, _: answer_both_asked(turn.question, turn.history, turn.ask, turn.reader),
    lambda turn, _: as_list(turn.question, turn.history, turn.afresh),
    lambda turn, answer: as_absence(turn.question, turn.history, answer, turn.afresh),
)


def last_resort(turn: Turn, answer: Answer) -> Answer | None:
    """The first other answer that is found in place of an honest no; None where there is none."""
    return next((told for one in RESORTS if (told := one(turn, answer))), None)
