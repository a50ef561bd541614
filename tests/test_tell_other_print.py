"""Two places of a document that print one thing differently."""

from __future__ import annotations

from figure_documents import FINAL, find

from app.answer_figures import answer_figures
from app.tell_other_print import tell_other_print
from retrieval.query import DocumentChoice


def texts(question: str, text: str) -> tuple[str, tuple[str, ...]]:
    finding = find(question, text=text)
    told = answer_figures(question, DocumentChoice(("0",), question), [finding])
    assert told is not None
    warned = tell_other_print(told, finding)
    return warned.text, tuple(f"{value.value:f}" for value in warned.values)


def test_an_amount_that_the_text_prints_otherwise_is_told_with_it() -> None:
    slipped = FINAL.replace("公务接待费支出决算2.00万元", "公务接待费全年支出决算2.30万元")
    text, values = texts("公务接待费决算是多少", slipped)
    assert "2.30万元，与上数不同" in text
    assert values == ("2.00", "2.30")


def test_equal_prints_and_other_sides_are_no_contradiction() -> None:
    assert "注意" not in texts("公务接待费决算是多少", FINAL)[0]
    assert "注意" not in texts("差旅费是多少", FINAL)[0]
