"""A turn of a dialogue as it is meant: its question and those before it in usual words, with what each leaves unsaid."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from app.dialogue.cost_within import cost_within
from app.dialogue.name_left_out import in_full
from app.dialogue.named_together import named_together
from app.dialogue.pick_place import as_which
from app.dialogue.same_document import same_document
from app.dialogue.turn import Turn
from app.dialogue.turn_of_two import taken_in
from app.dialogue.turns_in_full import turns_in_full
from app.dialogue.unit_told import with_unit_told
from app.documents.account_at_place import account_at_place
from app.documents.body_of_code import body_of_code
from retrieval.spelling.normalize_question import normalize_question
from retrieval.spelling.reword import in_two, in_usual_words

Rewriting = Callable[[Turn], Turn]
REWRITINGS: tuple[Rewriting, ...] = (
    lambda turn: turn.each(_plain) if turn.history else turn,
    lambda turn: turn.each(in_two),
    lambda turn: turn.each(as_which),
    lambda turn: turn.said(*in_full(turn.question, turn.history)),
    lambda turn: turn.said(*taken_in(turn.question, turn.history)),
    lambda turn: turn.said(*with_unit_told(turn.question, turn.history, turn.infos, turn.ask)) if turn.history else turn,
    lambda turn: turn.asking(named_together(turn.question, turn.history, turn.ask)),
    lambda turn: turn.asking(body_of_code(turn.question, turn.history, turn.reader, turn.document_of)),
    lambda turn: turn.asking(account_at_place(turn.question, turn.history, turn.reader, turn.document_of)),
    lambda turn: turn.asking(same_document(turn.question, turn.history, turn.reader, turn.infos, turn.ask)),
    lambda turn: turn.asking(cost_within(turn.question, turn.history, turn.reader, turn.document_of, turn.ask)) if turn.history else turn,
    lambda turn: turn.said(*turns_in_full(turn.question, turn.history, turn.reader, turn.infos)),
)


def rewrite_turn(turn: Turn) -> Turn:
    """The turn with each rewriting made, in order."""
    return reduce(lambda said, rewriting: rewriting(said), REWRITINGS, turn)


def _plain(question: str) -> str:
    """A question of a dialogue in the usual words, so that what follows on it is understood however it is said."""
    return in_usual_words(normalize_question(question))
