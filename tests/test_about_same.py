"""One more thing of what was named before."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.dialogue.about_same import about_same


def asked(question: str, before: Sequence[str]) -> str:
    seen: list[str] = []

    def ask(whole: str, _history: Sequence[str]) -> Answer:
        seen.append(whole)
        return Answer("answered", "")

    about_same(question, before, ask, lambda one: one.removeprefix("园林局"))
    return seen[0] if seen else ""


def test_what_costs_so_much_is_named_in_the_question_before_it() -> None:
    assert asked("单价", ("园林局采购割草机几台",)) == "园林局采购割草机单价"
    assert asked("单价", ("园林局采购割草机几台", "多少钱")) == "园林局采购割草机单价"
    assert not asked("单价", ("园林局采购割草机几台", "水泵呢"))
    assert not asked("单价", ("多少钱",))
