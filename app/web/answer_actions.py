"""What can be done with an answer: copy it, share its address, say whether it is right."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.exports.exchange import Exchange
from app.exports.export_conversation import to_text
from app.library.feedback import DAYS_KEPT, HELPFUL, REASONS, WRONG
from app.web import wording_web as words
from app.web.conversation import Turn, history_of, share_query
from app.web.library import Library

VERDICTS = ((HELPFUL, words.HELPFUL, ":material/thumb_up:"), (WRONG, words.WRONG, ":material/thumb_down:"))


@st.fragment
def show_actions(turn: Turn, library: Library) -> None:
    """The row of actions under an answer, and the form that asks why it is wrong."""
    if turn.answer is None:
        return
    with st.container(key=f"actions_{turn.number}", gap="xsmall"):
        with st.container(horizontal=True, key=f"row_{turn.number}", gap="xsmall", vertical_alignment="center"):
            st.html(_buttons_html(turn), width="content")
            for verdict, label, icon in VERDICTS:
                is_given = turn.feedback is not None and turn.feedback[0] == verdict
                st.button(
                    label, key=f"{verdict}_{turn.number}", on_click=_judge, args=(turn, library, verdict),
                    type="primary" if is_given else "secondary", icon=icon,
                )  # fmt: skip
        if turn.feedback is not None:
            _show_thanks(turn, library)


def _buttons_html(turn: Turn) -> str:
    assert turn.answer is not None
    text = to_text(Exchange(turn.question, turn.answer))
    copy = f'<button type="button" class="mz-button" data-copy="{escape(text)}" data-done="{words.COPIED}">{words.COPY}</button>'
    address = escape(share_query(turn))
    share = f'<button type="button" class="mz-button" data-share="{address}" data-done="{words.LINK_COPIED}">{words.SHARE}</button>'
    return f'<div class="mz-actions" lang="zh-CN">{copy}{share}</div>'


def _show_thanks(turn: Turn, library: Library) -> None:
    verdict, _ = turn.feedback or ("", "")
    if verdict == WRONG:
        st.pills(
            words.WHY_WRONG, list(REASONS), format_func=REASONS.__getitem__, key=f"reason_{turn.number}",
            on_change=_explain, args=(turn, library),
        )  # fmt: skip
        st.text_input(words.WHAT_IS_RIGHT, key=f"comment_{turn.number}", max_chars=500, on_change=_explain, args=(turn, library))
    told = words.THANKS_WRONG if verdict == WRONG else words.THANKS
    st.html(f'<p class="mz-note" role="status" lang="zh-CN">{told}{words.WHAT_IS_KEPT.format(days=DAYS_KEPT)}</p>')


def _judge(turn: Turn, library: Library, verdict: str) -> None:
    """Keep the verdict, in place of an earlier one."""
    _keep(turn, library, verdict)


def _explain(turn: Turn, library: Library) -> None:
    """Keep the reason and the words given for it."""
    reason = st.session_state.get(f"reason_{turn.number}") or ""
    comment = st.session_state.get(f"comment_{turn.number}") or ""
    _keep(turn, library, WRONG, reason, comment)


def _keep(turn: Turn, library: Library, verdict: str, reason: str = "", comment: str = "") -> None:
    assert turn.answer is not None
    entry_id = turn.feedback[1] if turn.feedback else ""
    kept = library.feedback.add(turn.question, history_of(turn), turn.answer, verdict, reason, comment, entry_id)
    turn.feedback = (verdict, kept)
