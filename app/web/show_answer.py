"""A turn on the page: the question, the answer, ways to ask again, the citations as cards."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.answer import Answer
from app.web import wording_web as words
from app.web.answer_html import answer_html, question_html
from app.web.citation_card import show_citation
from app.web.conversation import Turn, answer_turn, ask
from app.web.library import Library
from app.web.plain_label import plain_label


def show_turn(turn: Turn, library: Library) -> None:
    """The turn; an answer that is still missing is found now."""
    st.html(question_html(turn.question))
    if turn.answer is None:
        with st.spinner(words.THINKING):
            answer_turn(turn, library.assistant)
    answer = answer_turn(turn, library.assistant)
    st.html(answer_html(answer))
    _show_choices(turn, answer)
    if answer.citations:
        with st.container(key=f"cards_{turn.number}", gap="xsmall"):
            st.html(f'<p class="mz-heading">{escape(words.SOURCES)}</p>')
            for number, citation in enumerate(answer.citations, 1):
                show_citation(f"{turn.number}_{number}", number, citation, library.knowledge_base)


def _show_choices(turn: Turn, answer: Answer) -> None:
    if not answer.choices:
        return
    with st.container(key=f"choices_{turn.number}", gap="xsmall"):
        st.html(f'<p class="mz-heading">{escape(words.CHOICES)}</p>')
        for number, choice in enumerate(answer.choices):
            key = f"choice_{turn.number}_{number}"
            st.button(plain_label(choice.label), key=key, on_click=ask, args=(choice.question,), width="stretch")
