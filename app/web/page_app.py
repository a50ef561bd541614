"""What `streamlit run` serves: the page, in an HTML of our own, for Streamlit's says English words until its script has run."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit.starlette import App

from app.web import wording_web as words

PATHS = ("/", "/ask", "/documents", "/compare", "/staff")
# Of a page opened by its own address, Streamlit's script would first look for the server below that page, and fail.
WHERE_THE_SERVER_IS = '<script>window.__streamlit = { BACKEND_BASE_URL: new URL("./", location.href).href };</script>\n    '
OPENING = f'<p style="font-family: sans-serif; text-align: center; margin-top: 20vh" role="status">{words.NAME}　{words.LOADING_PAGE}</p>'
CHANGES = (
    (re.compile(r'<html lang="en">'), '<html lang="zh-CN">'),
    (re.compile(r"<title>.*?</title>"), f"<title>{escape(words.NAME)}</title>"),
    (re.compile(r"<noscript>.*?</noscript>", re.DOTALL), f"<noscript>{escape(words.NEEDS_SCRIPT)}</noscript>"),
    (re.compile(r'(?=<script type="module")'), WHERE_THE_SERVER_IS),
    (re.compile(r'(?<=<div id="root">)(?=</div>)'), OPENING),
)


def page_html(html: str) -> str:
    """Streamlit's HTML with its words in Chinese, the place of its server, and something to see until its script has run."""
    for wanted, own in CHANGES:
        html = wanted.sub(own.replace("\\", r"\\"), html, count=1)
    return html


HTML = page_html((Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8"))


def _show_html(_request: Request) -> HTMLResponse:
    return HTMLResponse(HTML, headers={"Cache-Control": "no-cache"})


app = App(str(Path(__file__).with_name("page.py")), routes=[Route(path, _show_html) for path in PATHS])
