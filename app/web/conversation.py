"""One visitor's conversation: questions as they came, each with its answer once there is one."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import streamlit as st

from app.answer import Answer
from app.assistant import Assistant
from app.web import wording_web as words

TURNS, SHARED = "turns", "shared_question"
MOST_TURNS = 30
LOG = logging.getLogger(__name__)


@dataclass
class Turn:
    """A question; its answer is None until it is answered, also where another question interrupted."""

    number: int
    question: str
    answer: Answer | None = None


def turns() -> list[Turn]:
    """This visitor's turns, oldest first."""
    kept: list[Turn] = st.session_state.setdefault(TURNS, [])
    return kept


def ask(question: str) -> None:
    """Put a question; it is answered when its turn is shown, and the address asks it again."""
    question = question.strip()
    if not question:
        return
    kept = turns()
    kept.append(Turn(kept[-1].number + 1 if kept else 1, question))
    del kept[:-MOST_TURNS]
    st.query_params["q"] = st.session_state[SHARED] = question


def ask_shared_question() -> None:
    """Ask the question in the address, once."""
    question = st.query_params.get("q", "")
    if question and st.session_state.get(SHARED) != question:
        ask(question)


def begin_again() -> None:
    """Forget the conversation."""
    turns().clear()
    st.query_params.clear()


def answer_turn(turn: Turn, assistant: Assistant) -> Answer:
    """The answer of a turn, given the questions before it."""
    if turn.answer is None:
        history = tuple(earlier.question for earlier in turns() if earlier.number < turn.number)
        turn.answer = _answer(turn.question, history, assistant)
    return turn.answer


def _answer(question: str, history: tuple[str, ...], assistant: Assistant) -> Answer:
    try:
        return assistant.ask(question, history)
    except Exception:
        LOG.exception("answering %r failed", question[:200])
        return Answer(status="not_found", text=words.FAILED)
