"""The entry that `mingzhang serve` runs: page frame, navigation, and the one place where a page's error is caught."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from app.settings import read_settings
from app.web import wording_web as words
from app.web.loading import LOADING
from app.web.plain_label import plain_label
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
        st.Page(_ask, title=words.ASK_PAGE, url_path="ask", default=True),
        st.Page(_documents, title=words.DOCUMENTS_PAGE, url_path="documents"),
        st.Page(_compare, title=words.COMPARE_PAGE, url_path="compare"),
    ]
    if read_settings().admin_password is not None:
        pages.append(st.Page(_staff, title=words.STAFF_PAGE, url_path="staff"))
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
        st.error(plain_label(words.CANNOT_OPEN.format(reason=error)))
    except Exception:
        LOG.exception("the page failed")
        st.error(words.PAGE_FAILED)


# Each page is imported when it is shown: the first visitor sees the frame while the libraries behind it, some seconds' worth, are loaded.
def _ask() -> None:
    with _opening():
        from app.web.ask_page import show_ask_page
    show_ask_page()


def _documents() -> None:
    with _opening():
        from app.web.documents_page import show_documents_page
    show_documents_page()


def _compare() -> None:
    with _opening():
        from app.web.compare_page import show_compare_page
    show_compare_page()


def _staff() -> None:
    with _opening():
        from app.web.staff_page import show_staff_page
    show_staff_page()


@contextmanager
def _opening() -> Iterator[None]:
    """Tells that the library is being opened, and opens it."""
    with st.spinner(words.OPENING), LOADING:
        from app.web.library import open_library

        open_library()
        yield


def _translation() -> str:
    told, patterns = (json.dumps(one, ensure_ascii=False) for one in (words.STREAMLIT_WORDS, words.STREAMLIT_PATTERNS))
    return f"<script>const WORDS = {told};\nconst PATTERNS = {patterns};\n{SCRIPT.read_text('utf-8')}</script>"


# Processes that read files take this file for their main module and import it under another name.
if __name__ == "__main__":
    show()
