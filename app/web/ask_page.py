"""问答: the conversation."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.web import wording_web as words
from app.web.conversation import ask, ask_shared_question, begin_again, turns
from app.web.example_questions import example_questions
from app.web.library import Library, has_only_samples, open_library
from app.web.plain_label import plain_label
from app.web.show_answer import show_turn
from ingest.document import DocumentInfo

QUESTION = "question"
SHOW_LAST_QUESTION = """<script>
/* {number} */
setTimeout(() => [...document.querySelectorAll('.mz-question')].at(-1)?.scrollIntoView({{block: 'start'}}), 30);
</script>"""


def show_ask_page() -> None:
    """What is loaded, the turns so far, and the field to ask in."""
    library = open_library()
    infos = library.knowledge_base.documents()
    if not infos:
        show_empty()
        return
    ask_shared_question()
    if has_only_samples(infos):
        show_samples_notice(is_short=bool(turns()))
    if not turns():
        _show_examples(infos, library)
    for turn in turns():
        show_turn(turn, library)
    if turns():
        st.button(words.NEW_CONVERSATION, key="begin_again", on_click=begin_again, type="tertiary")
        st.html(SHOW_LAST_QUESTION.format(number=turns()[-1].number), unsafe_allow_javascript=True)
    # Within a container, because a page with the field at its very bottom would jump there whenever a card is opened.
    with st.container(key="ask_here"):
        st.chat_input(words.ASK_HERE, key=QUESTION, on_submit=_ask_typed)


def show_empty() -> None:
    """How to load documents, where there are none."""
    st.html(_notice(words.EMPTY_TITLE, words.EMPTY))


def show_samples_notice(*, is_short: bool = False) -> None:
    """That the loaded documents are invented, and how to load one's own."""
    st.html(_notice(words.SAMPLE_TITLE, words.SAMPLE[:1] if is_short else words.SAMPLE))


def _notice(title: str, lines: tuple[str, ...]) -> str:
    commands = {name: f"<code>{escape(command)}</code>" for name, command in words.COMMANDS.items()}
    text = "".join(f"<p>{line.format(**commands)}</p>" for line in lines)
    return f'<div class="mz-notice" role="note" lang="zh-CN"><p><strong>{title}</strong></p>{text}</div>'


def _ask_typed() -> None:
    ask(st.session_state[QUESTION] or "")


def _show_examples(infos: tuple[DocumentInfo, ...], library: Library) -> None:
    questions = _examples(infos, library)
    if not questions:
        return
    with st.container(key="examples", gap="xsmall"):
        st.html(f'<p class="mz-heading">{words.EXAMPLES}</p>')
        for number, question in enumerate(questions):
            st.button(plain_label(question), key=f"example_{number}", on_click=ask, args=(question,), width="stretch")


@st.cache_data(show_spinner=False, max_entries=8)
def _examples(infos: tuple[DocumentInfo, ...], _library: Library) -> tuple[str, ...]:
    return example_questions(infos, _library.assistant.ask)
