"""The page under test: an empty or a small home, an assistant that answers by a table, and what the page shows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from web_answers import DOCUMENT

from app.answer import Answer
from app.web import library, show_answer
from retrieval.knowledge_base import KnowledgeBase

PAGE = Path(library.__file__).parent / "page.py"


class FakeAssistant:
    """Answers by a table and remembers what it was asked."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        self.prepared = 0

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        self.asked.append((question, tuple(history)))
        if question == "出错":
            raise RuntimeError("broken")
        return self.answers.get(question, Answer("not_found", f"没有找到{question}。"))

    def prepare(self, most: int) -> None:
        self.prepared = most


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home that the page opens, and nothing cached from other tests."""
    st.cache_resource.clear()
    st.cache_data.clear()
    monkeypatch.setenv("MINGZHANG_HOME", str(tmp_path / "home"))
    # Streamlit puts each page in the place of the main module, which processes that read files in later tests would run.
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    monkeypatch.setattr(library, "_warm_up", lambda *_: None)
    monkeypatch.setattr(show_answer, "suggest_questions", lambda *_: ())
    yield tmp_path / "home"
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def loaded(home: Path) -> Path:
    """The home with one document in it."""
    with KnowledgeBase.open(home) as knowledge_base:
        knowledge_base.add(DOCUMENT, b"not really a pdf")
    return home


def open_page(
    monkeypatch: pytest.MonkeyPatch, answers: dict[str, Answer] | None = None, question: str = "", before: Sequence[str] = ()
) -> tuple[AppTest, FakeAssistant]:
    fake = FakeAssistant(answers or {})
    monkeypatch.setattr(library, "Assistant", lambda *_: fake)
    page = AppTest.from_file(str(PAGE), default_timeout=30)
    if question:
        page.query_params["q"] = question
    if before:
        page.query_params["before"] = list(before)
    return page.run(), fake


def shown(page: AppTest) -> str:
    assert not page.exception
    bodies = [element.proto.body for element in page.get("html")]
    return "\n".join(body for body in bodies if not body.startswith(("<style", "<script")))


def open_function(monkeypatch: pytest.MonkeyPatch, function: Callable[[], None], answers: dict[str, Answer] | None = None) -> AppTest:
    """One of the page's functions alone, without the frame."""
    monkeypatch.setattr(library, "Assistant", lambda *_: FakeAssistant(answers or {}))
    return AppTest.from_function(function, default_timeout=30).run()
