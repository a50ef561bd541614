"""One visitor's conversation: questions as they came, each with its answer once there is one."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

import streamlit as st
from filelock import Timeout
from streamlit.errors import StreamlitAPIException

from app.answer import Answer
from app.assistant import Assistant
from app.exports.exchange import Exchange
from app.telling.wording import GREETING, INHERITED
from app.web import wording_web as words
from app.web.library import Library

TURNS, SHARED = "turns", "shared_question"
NEXT_TURN = "next_turn"
MOST_TURNS = 30
MOST_BEFORE = 3
FOLLOWS_ON = INHERITED.partition("{")[0]
LOG = logging.getLogger(__name__)


@dataclass
class Turn:
    """A question; its answer is None until it is answered, also where another question interrupted.

    `html` is the answer as the page shows it, empty until it is first shown. `suggested` are the questions to go on with, None until
    they are found. `feedback` is (verdict, id of what is stored).
    """

    number: int
    question: str
    answer: Answer | None = None
    html: str = ""
    suggested: tuple[str, ...] | None = None
    feedback: tuple[str, str] | None = None


def turns() -> list[Turn]:
    """This visitor's turns, oldest first."""
    kept: list[Turn] = st.session_state.setdefault(TURNS, [])
    return kept


def ask(question: str) -> None:
    """Put a question; it is answered when its turn is shown."""
    question = question.strip()
    if not question:
        return
    kept = turns()
    kept.append(Turn(kept[-1].number + 1 if kept else 1, question))
    del kept[:-MOST_TURNS]


def ask_at_once(question: str) -> None:
    """Put a question from the field or from a button: only the place of the next turn is drawn anew until the answer stands there."""
    is_alone = all(turn.answer is not None for turn in turns())
    ask(question)
    if is_alone and any(turn.answer is None for turn in turns()):
        with suppress(StreamlitAPIException):  # a page that is still being drawn has no such place, and is drawn again as a whole
            st.rerun(NEXT_TURN)


def ask_shared_question() -> None:
    """Ask the question in the address, once, after those that it follows on."""
    question = st.query_params.get("q", "")
    if question and st.session_state.get(SHARED) != question:
        for earlier in st.query_params.get_all("before")[:MOST_BEFORE]:
            ask(earlier)
        ask(question)
        st.session_state[SHARED] = question


def share_last_question() -> None:
    """Let the address ask the last question again; browsers take their time over it, so the answer stands first."""
    last = turns()[-1]
    if st.session_state.get(SHARED) != last.question:
        st.query_params.from_dict(parse_qs(share_query(last)))
        st.session_state[SHARED] = last.question


def history_of(turn: Turn) -> tuple[str, ...]:
    """The questions asked before it, oldest first."""
    return tuple(earlier.question for earlier in turns() if earlier.number < turn.number)


def share_query(turn: Turn) -> str:
    """The address's query that asks this question again, with the questions that it follows on where it does."""
    follows_on = turn.answer is not None and FOLLOWS_ON in turn.answer.text
    earlier = history_of(turn)[-MOST_BEFORE:] if follows_on else ()
    return urlencode([*(("before", question) for question in earlier), ("q", turn.question)])


def begin_again() -> None:
    """Forget the conversation."""
    turns().clear()
    st.query_params.clear()


def exchanges() -> tuple[Exchange, ...]:
    """What was asked and answered so far."""
    return tuple(Exchange(turn.question, turn.answer) for turn in turns() if turn.answer is not None)


def answer_turn(turn: Turn, library: Library) -> Answer:
    """The answer of a turn, given the questions before it; staff learn of a question that finds none."""
    if turn.answer is None:
        history = history_of(turn)
        turn.answer = _answer(turn.question, history, library.assistant)
        if turn.answer.status == "not_found" and turn.answer.text != GREETING:
            _keep_refused(turn, history, library)
    return turn.answer


def _keep_refused(turn: Turn, history: tuple[str, ...], library: Library) -> None:
    assert turn.answer is not None
    try:
        library.feedback.add_refused(turn.question, history, turn.answer)
    except (OSError, Timeout):
        LOG.warning("a refused question was not kept", exc_info=True)


def _answer(question: str, history: tuple[str, ...], assistant: Assistant) -> Answer:
    try:
        return assistant.ask(question, history)
    except Exception:
        LOG.exception("answering %r failed", question[:200])
        return Answer(status="not_found", text=words.FAILED)
