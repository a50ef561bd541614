"""A turn on the page: the question, the answer, its chart, ways to ask again, the citations as cards."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from html import escape

import streamlit as st

from app.answer import Answer, Citation
from app.documents.suggest_questions import suggest_questions
from app.exports.chart_values import Chart, chart_values
from app.exports.composition_chart import composition_chart
from app.telling.describe_scope import describe_scope
from app.web import wording_web as words
from app.web.answer_actions import show_actions
from app.web.answer_html import answer_html, question_html
from app.web.chart_html import chart_html
from app.web.citation_card import show_citation
from app.web.conversation import NEXT_TURN, Turn, answer_turn, ask_at_once, history_of
from app.web.conversation import turns as turns_so_far
from app.web.library import Library
from app.web.plain_label import plain_label
from retrieval.errors import KnowledgeBaseError

CARDS_SHOWN = 6
RECENT_TURNS = 2
SECONDS_TO_DRAW = 0.06  # what else is sent while the browser draws an answer delays it
LOG = logging.getLogger(__name__)


def show_turns(turns: Sequence[Turn], library: Library) -> None:
    """The conversation, each turn in a place of its own: first what is not answered yet, then the newest; the earlier ones stand there."""
    places = [(st.container(key=f"turn_{turn.number}"), turn) for turn in turns]
    number = turns[-1].number + 1 if turns else 1
    with st.container(key=f"turn_{number}"):
        _show_next(number, library)
    recent = {turn.number for turn in turns[-RECENT_TURNS:]}
    for place, turn in sorted(places, key=lambda one: (one[1].answer is not None, -one[1].number if one[1].answer else one[1].number)):
        with place, st.container():  # as deep as in the place of the next turn: what was drawn there stays as it is
            show_turn(turn, library, is_recent=turn.number in recent)


@st.fragment(key=NEXT_TURN)
def _show_next(number: int, library: Library) -> None:
    """The place of the next turn: nothing, or question and answer, which stand before the whole page is drawn again."""
    turn = next((one for one in turns_so_far() if one.number == number), None)
    if turn is None:
        return
    try:
        _show_words(turn, library)
    except Exception:
        LOG.exception("showing an answer failed")  # told by the page, which fails in the same way
    time.sleep(SECONDS_TO_DRAW)
    st.rerun()


def show_turn(turn: Turn, library: Library, *, is_recent: bool = True) -> None:
    """The turn; an answer that is still missing is found now. Of an earlier turn all but the answer is folded away."""
    answer = _show_words(turn, library)
    if is_recent:
        _show_rest(turn, answer, library)
    else:
        _show_folded(turn, answer, library)


def _show_words(turn: Turn, library: Library) -> Answer:
    """Question and answer."""
    st.html(question_html(turn.question))
    if turn.answer is None:
        with st.spinner(words.THINKING):
            answer_turn(turn, library)
    answer = answer_turn(turn, library)
    turn.html = turn.html or _turn_html(turn.number, answer, library)
    st.html(turn.html)
    return answer


@st.fragment
def _show_folded(turn: Turn, answer: Answer, library: Library) -> None:
    """What belongs to an earlier answer, made when it is unfolded: a long conversation shall not slow the next answer."""
    rest = st.expander(words.SOURCES_AND_MORE, key=f"rest_{turn.number}", on_change="rerun")
    if rest.open:
        with rest:
            _show_rest(turn, answer, library)


def _show_rest(turn: Turn, answer: Answer, library: Library) -> None:
    if answer.choices:
        _show_choices(turn, answer)
    if answer.status != "clarify":
        show_actions(turn, library)
    if answer.citations:
        _show_citations(turn, answer, library)


def _turn_html(number: int, answer: Answer, library: Library) -> str:
    """The answer with its scope and its chart; made once, for every later question shows the earlier answers again."""
    scope = describe_scope(answer.citations, library.knowledge_base.info) if answer.values else ()
    chart = chart_values(answer) or _composition(answer, library)
    return answer_html(answer, scope, number) + (chart_html(chart) if chart is not None else "")


def _composition(answer: Answer, library: Library) -> Chart | None:
    try:
        return composition_chart(answer, library.knowledge_base.document)
    except KnowledgeBaseError:  # removed at this moment
        return None


def show_suggestions(turn: Turn, library: Library) -> None:
    """Questions to go on with."""
    if turn.answer is None or turn.answer.choices:
        return
    answer, infos = turn.answer, library.knowledge_base.documents()
    heading = words.GO_ON if answer.status == "answered" else words.ASK_INSTEAD
    key = f"suggested_{turn.number}"
    if turn.suggested is not None:
        show_questions(key, heading, turn.suggested)
        return
    with st.spinner(words.SUGGESTING):
        ask_patiently = patient(library.assistant.ask)
        turn.suggested = show_questions(key, heading, suggest_questions(turn.question, answer, infos, ask_patiently, history_of(turn)))


def patient(ask_assistant: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Asks after giving way: Streamlit turns to a visitor's new question only when something is put on the page."""
    place = st.empty()

    def ask_after_others(question: str) -> Answer:
        place.empty()
        return ask_assistant(question)

    return ask_after_others


def show_questions(key: str, heading: str, questions: Iterable[str], labels: Sequence[str] = ()) -> tuple[str, ...]:
    """A button for each question as it comes, with its label where there is one; returns them."""
    shown: list[str] = []
    with st.container(key=key, gap="xsmall"):
        for number, question in enumerate(questions):
            if not shown:
                st.html(f'<p class="mz-heading">{escape(heading)}</p>')
            label = labels[number] if labels else question
            st.button(plain_label(label), key=f"{key}_{number}", on_click=ask_at_once, args=(question,), width="stretch")
            shown.append(question)
    return tuple(shown)


def _show_choices(turn: Turn, answer: Answer) -> None:
    questions, labels = ([getattr(choice, name) for choice in answer.choices] for name in ("question", "label"))
    show_questions(f"choices_{turn.number}", words.CHOICES, questions, labels)


def _show_citations(turn: Turn, answer: Answer, library: Library) -> None:
    """The first citations as cards; many more stand together under a heading of their own."""
    numbered = list(enumerate(answer.citations, 1))
    with st.container(key=f"cards_{turn.number}", gap="xsmall"):
        st.html(f'<p class="mz-heading">{escape(words.SOURCES)}</p>')
        _show_cards(turn, numbered[:CARDS_SHOWN], library)
        if numbered[CARDS_SHOWN:]:
            with st.expander(words.MORE_SOURCES.format(count=len(numbered) - CARDS_SHOWN), key=f"more_{turn.number}"):
                _show_cards(turn, numbered[CARDS_SHOWN:], library)


def _show_cards(turn: Turn, numbered: Sequence[tuple[int, Citation]], library: Library) -> None:
    for number, citation in numbered:
        show_citation(f"{turn.number}_{number}", number, citation, library.knowledge_base)
