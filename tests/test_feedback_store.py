"""What visitors say of answers: kept, replaced, settled, forgotten after its time."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from app.answer import Answer
from app.library.feedback import DAYS_KEPT, HELPFUL, REFUSED, WRONG
from app.library.feedback_store import FILE_NAME, FeedbackStore

DAY = date(2031, 5, 1)
NO = Answer("not_found", "没有找到。")


def test_later_reason_replaces_the_verdict_it_belongs_to(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path, lambda: DAY)
    entry = store.add("甲", ("前问",), NO, WRONG)
    store.add("甲", ("前问",), NO, WRONG, "figure", "应为 1", entry)
    store.add("乙", (), NO, HELPFUL)
    kept = [(one.question, one.history, one.reason, one.comment) for one in store.entries()]
    assert kept == [("乙", (), "", ""), ("甲", ("前问",), "figure", "应为 1")]


def test_refused_question_is_kept_once(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path, lambda: DAY)
    for _ in range(2):
        store.add_refused("甲", (), NO)
    assert [(one.question, one.verdict) for one in store.entries()] == [("甲", REFUSED)]


def test_what_is_too_old_is_dropped_when_something_is_added(tmp_path: Path) -> None:
    FeedbackStore(tmp_path, lambda: DAY).add("旧", (), NO, WRONG)
    FeedbackStore(tmp_path, lambda: DAY + timedelta(DAYS_KEPT)).add("半年内", (), NO, WRONG)
    later = FeedbackStore(tmp_path, lambda: DAY + timedelta(DAYS_KEPT + 1))
    later.add("新", (), NO, WRONG)
    assert [one.question for one in later.entries()] == ["新", "半年内"]


def test_entry_is_settled_or_removed_by_its_id(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path, lambda: DAY)
    first, second = store.add("甲", (), NO, WRONG), store.add("乙", (), NO, WRONG)
    store.settle(first)
    store.remove(second)
    assert [(one.question, one.is_settled) for one in store.entries()] == [("甲", True)]


def test_broken_line_costs_only_itself(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path, lambda: DAY)
    store.add("甲", (), NO, WRONG)
    with (tmp_path / FILE_NAME).open("a") as file:
        file.write("{broken\n")
    assert [one.question for one in store.entries()] == ["甲"]
    assert FeedbackStore(tmp_path / "absent").entries() == ()
