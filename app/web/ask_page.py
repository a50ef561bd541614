"""问答: the conversation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from html import escape

import streamlit as st

from app.documents.example_questions import example_questions
from app.exports.exchange import Exchange
from app.exports.export_conversation import to_docx, to_markdown
from app.web import wording_web as words
from app.web.conversation import ask_at_once, ask_shared_question, begin_again, exchanges, share_last_question, turns
from app.web.library import Library, examples_found, has_only_samples, open_library
from app.web.show_answer import patient, show_questions, show_suggestions, show_turns
from ingest.document import DocumentInfo

QUESTION = "question"
MOST_CHARACTERS = 1000
SHOW_LAST_QUESTION = """<script>
/* {number} */
setTimeout(() => [...document.querySelectorAll('.mz-question')].at(-1)?.scrollIntoView({{block: 'start'}}), 30);
</script>"""
Export = Callable[[Iterable[Exchange], date], bytes]
EXPORTS: tuple[tuple[str, str, Export], ...] = ((words.EXPORT_WORD, "docx", to_docx), (words.EXPORT_MARKDOWN, "md", to_markdown))


def show_ask_page() -> None:
    """What is loaded, the turns so far, and the field to ask in; each in a place of its own, so that nothing moves when another grows."""
    library = open_library()
    infos = library.knowledge_base.documents()
    if not infos:
        show_empty()
        return
    ask_shared_question()
    above, conversation, later, below, field = (st.container(key=name) for name in ("above", "turns", "later", "below", "ask_here"))
    with above:
        if has_only_samples(infos):
            show_samples_notice(is_short=bool(turns()))
    with field:  # within a container: a page with the field at its very bottom would jump there whenever a card is opened
        st.chat_input(words.ASK_HERE, key=QUESTION, on_submit=_ask_typed, max_chars=MOST_CHARACTERS)
    with conversation:
        show_turns(turns(), library)
    with below:
        if turns():
            _show_end()
            share_last_question()
    with later:  # what takes a moment comes when the rest of the page stands
        if turns():
            show_suggestions(turns()[-1], library)
        else:
            _show_examples(infos, library)


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
    ask_at_once(st.session_state[QUESTION] or "")


def _show_end() -> None:
    """Keep the conversation, or begin another."""
    with st.container(horizontal=True, key="conversation", gap="small"):
        st.button(words.NEW_CONVERSATION, key="begin_again", on_click=begin_again)
        for name, suffix, export in EXPORTS:
            file_name = f"{words.EXPORT_NAME}.{suffix}"
            st.download_button(name, partial(export, exchanges(), date.today()), file_name, key=f"export_{suffix}", on_click="ignore")
    st.html(SHOW_LAST_QUESTION.format(number=turns()[-1].number), unsafe_allow_javascript=True)


def _show_examples(infos: tuple[DocumentInfo, ...], library: Library) -> None:
    """Questions to begin with, found once for all visitors as long as the documents stay the same."""
    found = examples_found()
    if infos not in found:
        with st.spinner(words.SUGGESTING):
            asked = example_questions(infos, patient(library.assistant.ask))
            found[infos] = show_questions("examples", words.EXAMPLES, asked)
    else:
        show_questions("examples", words.EXAMPLES, found[infos])
