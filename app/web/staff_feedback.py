"""What visitors found wrong or got no answer to, settled one by one, and taken away as questions for the evaluation."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.library.feedback import HELPFUL, REASONS, REFUSED, WRONG, Feedback
from app.library.feedback_questions import NOT_THERE, expectation, feedback_questions
from app.web import wording_staff as words
from app.web.answer_html import inline_html
from app.web.library import Library

MOST_SHOWN = 30
VERDICTS = {WRONG: words.MARKED_WRONG, REFUSED: words.REFUSED, HELPFUL: words.MARKED_HELPFUL}


def show_staff_feedback(library: Library) -> None:
    """The entries of one kind, newest first."""
    entries = library.feedback.entries()
    if not entries:
        st.html(f'<p class="mz-note" lang="zh-CN">{words.NO_FEEDBACK}</p>')
        return
    counted = {verdict: sum(one.verdict == verdict and not one.is_settled for one in entries) for verdict in VERDICTS}
    verdict = st.segmented_control(
        words.STAFF_FEEDBACK, list(VERDICTS), default=WRONG, required=True, key="verdict", label_visibility="collapsed",
        format_func=lambda one: f"{VERDICTS[one]}（{counted[one]}）",
    )  # fmt: skip
    with_settled = st.toggle(words.WITH_SETTLED, key="with_settled")
    shown = [one for one in entries if one.verdict == verdict and (with_settled or not one.is_settled)]
    for entry in shown[:MOST_SHOWN]:
        _show_entry(entry, library)
    if not shown:
        st.html(f'<p class="mz-note" lang="zh-CN">{words.NOTHING_TO_SETTLE}</p>')
    _show_export(entries)


def entry_html(entry: Feedback) -> str:
    """Question, answer, reason and words of an entry; all of it text."""
    reason = "：".join(part for part in (REASONS.get(entry.reason, ""), entry.comment) if part)
    told = f'<p class="mz-warning">{words.VISITOR_SAYS}{escape(reason)}</p>' if reason else ""
    right = f'<p class="mz-note">{words.RIGHT_ANSWER}：{escape(entry.correct)}</p>' if entry.correct else ""
    history = f'<p class="mz-note">{words.ASKED_BEFORE}{escape("；".join(entry.history))}</p>' if entry.history else ""
    answer = "<br>".join(inline_html(line) for line in entry.text.splitlines()[:8])
    head = f"<p><strong>{escape(entry.question)}</strong>　<small>{entry.day}</small></p>"
    return f'<div lang="zh-CN">{head}{history}<p>{answer}</p>{told}{right}</div>'


@st.fragment
def _show_entry(entry: Feedback, library: Library) -> None:
    with st.container(border=True, key=f"entry_{entry.id}", gap="xsmall"):
        st.html(entry_html(entry))
        right = st.text_input(words.RIGHT_ANSWER_HINT.format(nothing=NOT_THERE), entry.correct, key=f"right_{entry.id}", max_chars=500)
        with st.container(horizontal=True, gap="small", key=f"settle_row_{entry.id}"):
            if st.button(words.SETTLE, key=f"settle_{entry.id}", type="primary"):
                library.feedback.settle(entry.id, right)
                st.rerun()
            if st.button(words.FORGET, key=f"forget_{entry.id}"):
                library.feedback.remove(entry.id)
                st.rerun()


def _show_export(entries: tuple[Feedback, ...]) -> None:
    known = [one for one in entries if expectation(one) is not None]
    st.html(f'<p class="mz-note" lang="zh-CN">{words.EXPORT_NOTE.format(count=len(known))}</p>')
    if known:
        st.download_button(
            words.EXPORT_QUESTIONS, lambda: feedback_questions(known), words.QUESTIONS_FILE, key="export_questions", on_click="ignore"
        )
