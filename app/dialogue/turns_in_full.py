"""The turns of a dialogue as questions that say in full what they leave to those before: item, body, own level, fund, count, duty."""

from __future__ import annotations

from collections.abc import Sequence

from app.dialogue.complete_halves import complete_halves
from app.dialogue.duty_turn import duty_turn
from app.dialogue.fund_turn import fund_turn
from app.dialogue.fund_within import fund_within
from app.dialogue.likewise import likewise
from app.dialogue.own_level import own_level
from app.dialogue.purchase_turn import purchase_turn
from app.dialogue.side_of_body import side_of_body
from app.dialogue.spell_turn import spell_turn
from app.dialogue.unit_within import unit_within
from app.dialogue.whole_meant import whole_meant
from app.question_reader import QuestionReader
from ingest.document import DocumentInfo


def turns_in_full(
    question: str, history: Sequence[str], reader: QuestionReader, infos: Sequence[DocumentInfo]
) -> tuple[str, tuple[str, ...]]:
    """The question and the turns before it, each spelt after those before it; only the question may ask of a unit."""
    done: tuple[str, ...] = ()
    for turn in (complete_halves(one, reader.left_of) for one in history):
        spelt = _of_item(_of_body(turn, done, reader, infos), done, reader)
        done = done if done and spelt == done[-1] else (*done, spelt)  # “增长率” asks once more what was just told
    question = complete_halves(question, reader.left_of)
    asked = unit_within(_of_body(question, done, reader, infos), done, reader, infos)
    return _of_item(asked, done, reader), done


def _of_body(turn: str, before: Sequence[str], reader: QuestionReader, infos: Sequence[DocumentInfo]) -> str:
    """The turn with the body or duty that it means."""
    turn = side_of_body(duty_turn(likewise(fund_turn(purchase_turn(turn, before), before), before, reader), before), before, reader)
    return own_level(whole_meant(turn, before, reader), before, reader, infos)


def _of_item(turn: str, before: Sequence[str], reader: QuestionReader) -> str:
    """The turn with the item that it means."""
    return fund_within(spell_turn(turn, before, reader), before, reader)
