"""The first HTML of the page: Streamlit's own, in Chinese, before its script runs."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit
from starlette.testclient import TestClient

from app.web.page_app import CHANGES, HTML, PATHS, app, page_html

OWN = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")


def test_every_change_finds_its_place_in_the_installed_streamlit() -> None:
    assert [len(wanted.findall(OWN)) >= 1 for wanted, _ in CHANGES] == [True] * len(CHANGES)


def test_no_english_is_left_to_be_read() -> None:
    seen = re.sub(r"<!--.*?-->|<script.*?</script>|<[^>]+>", " ", HTML, flags=re.DOTALL)
    assert "明账" in seen
    assert re.findall(r"[A-Za-z]{3,}", seen.replace("JavaScript", "")) == []
    assert '<html lang="zh-CN">' in HTML


def test_another_html_is_left_as_it_is() -> None:
    assert page_html("<p>别的</p>") == "<p>别的</p>"


def test_every_page_begins_with_it() -> None:
    client = TestClient(app)
    for path in PATHS:
        answer = client.get(path)
        assert (answer.status_code, answer.text) == (200, HTML)
