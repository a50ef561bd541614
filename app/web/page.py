"""The entry that `mingzhang serve` runs: page frame, navigation, and the one place where a page's error is caught."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import streamlit as st

from app.web import wording_web as words
from app.web.ask_page import show_ask_page
from app.web.compare_page import show_compare_page
from app.web.documents_page import show_documents_page
from app.web.staff_page import has_staff_page, show_staff_page
from retrieval.errors import KnowledgeBaseError

STYLE, ICON, SCRIPT = (Path(__file__).with_name(name) for name in ("style.css", "icon.svg", "page.js"))
LARGE = f'<button type="button" class="mz-button" data-large aria-pressed="false">{words.LARGE_TYPE}</button>'
HEADER = f'<header class="mz-header" lang="zh-CN"><h1>{words.NAME}</h1></header>'
DISCLAIMER = f'<div class="mz-tagline" lang="zh-CN"><p>{words.TAGLINE}</p><p class="mz-disclaimer">{words.DISCLAIMER}</p></div>'
LOG = logging.getLogger(__name__)


def show() -> None:
    """The frame and the chosen page in it."""
    st.set_page_config(page_title=words.NAME, page_icon=str(ICON), layout="centered")
    pages = [
        st.Page(show_ask_page, title=words.ASK_PAGE, url_path="ask", default=True),
        st.Page(show_documents_page, title=words.DOCUMENTS_PAGE, url_path="documents"),
        st.Page(show_compare_page, title=words.COMPARE_PAGE, url_path="compare"),
    ]
    if has_staff_page():
        pages.append(st.Page(show_staff_page, title=words.STAFF_PAGE, url_path="staff"))
    page = st.navigation(pages, position="hidden")
    st.html(STYLE)
    st.html(_translation(), unsafe_allow_javascript=True)
    # Streamlit's own navigation hides behind an arrow on a phone.
    with st.container(horizontal=True, key="top", vertical_alignment="center"):
        st.html(HEADER)
        for one in pages:
            st.page_link(one, label=one.title)
        st.html(LARGE, width="content")
    st.html(DISCLAIMER)
    try:
        page.run()
    except KnowledgeBaseError as error:
        st.error(words.CANNOT_OPEN.format(reason=error))
    except Exception:
        LOG.exception("the page failed")
        st.error(words.PAGE_FAILED)


def _translation() -> str:
    told, patterns = (json.dumps(one, ensure_ascii=False) for one in (words.STREAMLIT_WORDS, words.STREAMLIT_PATTERNS))
    return f"<script>const WORDS = {told};\nconst PATTERNS = {patterns};\n{SCRIPT.read_text('utf-8')}</script>"


show()
