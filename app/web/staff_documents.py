"""Correct what was misread of a document, or take it out."""

from __future__ import annotations

import streamlit as st

from app.library.correct_document import correct_document, written_fields
from app.library.document_fields import FIELDS, FieldError
from app.web import wording_staff as words
from app.web import wording_web as web_words
from app.web.documents_page import document_label
from app.web.library import Library
from app.web.plain_label import plain_label
from ingest.document import DocumentInfo

DONE = "staff_done"


def show_staff_documents(library: Library) -> None:
    """Choose a document, then its fields."""
    infos = library.knowledge_base.documents()
    if told := st.session_state.pop(DONE, None):
        st.success(plain_label(told))
    if not infos:
        st.html(f'<p class="mz-note" lang="zh-CN">{web_words.EMPTY_TITLE}</p>')
        return
    by_id = {info.id: info for info in infos}  # the choice stays on a document whose fields have changed
    chosen = st.selectbox(
        web_words.CHOOSE_DOCUMENT, list(by_id), format_func=lambda one: _label(by_id[one]), key="staff_document", filter_mode="contains"
    )
    _correct(by_id[chosen], library)
    _remove(by_id[chosen], library)


def _label(info: DocumentInfo) -> str:
    return f"{document_label(info)}（{info.file_name}）"


def _correct(info: DocumentInfo, library: Library) -> None:
    before = written_fields(info)
    with st.form(f"correct_{info.id}"):
        written = {field.name: st.text_input(field.chinese[0], before[field.name], key=f"{field.name}_{info.id}") for field in FIELDS}
        st.html(f'<p class="mz-note" lang="zh-CN">{words.CORRECT_NOTE}</p>')
        if not st.form_submit_button(words.SAVE, type="primary"):
            return
    try:
        after = correct_document(library.knowledge_base, info.id, written)
    except FieldError as error:
        st.error(plain_label(f"{error}。"))
        return
    st.session_state[DONE] = words.SAVED.format(document=_label(after))
    st.rerun()


def _remove(info: DocumentInfo, library: Library) -> None:
    with st.container(border=True, key="remove"):
        is_sure = st.checkbox(plain_label(words.SURE_TO_REMOVE.format(document=info.file_name)), key=f"sure_{info.id}")
        if st.button(words.REMOVE, key=f"remove_{info.id}", disabled=not is_sure):
            library.knowledge_base.remove(info.id)
            st.session_state[DONE] = words.REMOVED.format(document=info.file_name)
            st.rerun()
