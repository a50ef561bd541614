"""管理: for staff who know the password; what they can do stands in files of their own."""

from __future__ import annotations

import time

import streamlit as st

from app.library.check_password import is_password
from app.settings import read_settings
from app.web import wording_staff as words
from app.web import wording_web as web_words
from app.web.library import open_library
from app.web.staff_documents import show_staff_documents
from app.web.staff_feedback import show_staff_feedback
from app.web.staff_upload import show_staff_upload
from app.web.staff_words import show_staff_words

IS_STAFF, PASSWORD = "is_staff", "password"
SECONDS_AFTER_WRONG = 1.0
SIDES = {
    words.STAFF_UPLOAD: show_staff_upload,
    words.STAFF_DOCUMENTS: show_staff_documents,
    words.STAFF_FEEDBACK: show_staff_feedback,
    words.STAFF_WORDS: show_staff_words,
}


def show_staff_page() -> None:
    """The password first, then the chosen side."""
    if not st.session_state.get(IS_STAFF):
        _ask_password()
        return
    with st.container(horizontal=True, key="staff_sides", vertical_alignment="center"):
        side = st.segmented_control(
            web_words.STAFF_PAGE, list(SIDES), default=words.STAFF_UPLOAD, required=True, key="staff_side", label_visibility="collapsed"
        )
        st.button(words.LEAVE, key="leave", on_click=_leave, type="tertiary")
    SIDES[side](open_library())


def _ask_password() -> None:
    with st.form("staff", border=False):
        given = st.text_input(words.PASSWORD, type="password", key=PASSWORD)
        if not st.form_submit_button(words.ENTER):
            return
    if is_password(given, read_settings().admin_password):
        st.session_state[IS_STAFF] = True
        st.rerun()
    time.sleep(SECONDS_AFTER_WRONG)  # guessing shall take long
    st.error(words.WRONG_PASSWORD)


def _leave() -> None:
    st.session_state[IS_STAFF] = False
