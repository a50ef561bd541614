"""The visitors' judgements and the unanswered questions of a home, a line each; what is too old is dropped when one is added."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from filelock import FileLock

from app.answer import Answer
from app.library.feedback import DAYS_KEPT, LONGEST_COMMENT, REFUSED, Feedback

FILE_NAME = "feedback.jsonl"
MOST_KEPT = 20_000
LOG = logging.getLogger(__name__)


class FeedbackStore:
    """The feedback file of one home; several processes may write it."""

    def __init__(self, home: Path, today: Callable[[], date] = date.today) -> None:
        """Keep the feedback in this folder."""
        self._path = home / FILE_NAME
        self._lock = FileLock(str(self._path) + ".lock", timeout=5)
        self._today = today

    def entries(self) -> tuple[Feedback, ...]:
        """What is kept, newest first."""
        return tuple(self._read())[::-1]

    def add(
        self, question: str, history: Iterable[str], answer: Answer, verdict: str, reason: str = "", comment: str = "", entry_id: str = ""
    ) -> str:
        """Keep a judgement, in place of the one with the same id; returns its id."""
        new = Feedback(
            entry_id or uuid4().hex[:12], self._today(), question, tuple(history), answer.status, answer.text, verdict, reason,
            comment.strip()[:LONGEST_COMMENT], tuple((format(one.value, "f"), one.unit) for one in answer.values),
        )  # fmt: skip
        self._change(lambda kept: [*(one for one in kept if one.id != new.id), new])
        return new.id

    def add_refused(self, question: str, history: Iterable[str], answer: Answer) -> None:
        """Keep a question that found no answer, once."""
        asked = (question, tuple(history), REFUSED)
        if not any((one.question, one.history, one.verdict) == asked for one in self._read()):
            self.add(question, history, answer, REFUSED)

    def settle(self, entry_id: str, correct: str = "") -> None:
        """Mark an entry as dealt with, with the right answer where it is known."""
        right = correct.strip()[:LONGEST_COMMENT]
        self._change(lambda kept: [replace(one, is_settled=True, correct=right) if one.id == entry_id else one for one in kept])

    def remove(self, entry_id: str) -> None:
        """Forget an entry."""
        self._change(lambda kept: [one for one in kept if one.id != entry_id])

    def _change(self, change: Callable[[list[Feedback]], list[Feedback]]) -> None:
        oldest = self._today() - timedelta(days=DAYS_KEPT)
        with self._lock:
            kept = [one for one in change(list(self._read())) if one.day >= oldest][-MOST_KEPT:]
            draft = self._path.with_suffix(".new")
            draft.write_text("".join(_to_line(one) for one in kept), "utf-8")
            draft.replace(self._path)

    def _read(self) -> Iterator[Feedback]:
        try:
            lines = self._path.read_text("utf-8").splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            try:
                yield _from_line(line)
            except (ValueError, KeyError, TypeError):
                LOG.warning("a line of %s cannot be read", self._path)


def _to_line(entry: Feedback) -> str:
    return json.dumps({**asdict(entry), "day": entry.day.isoformat()}, ensure_ascii=False) + "\n"


def _from_line(line: str) -> Feedback:
    record = json.loads(line)
    return Feedback(**{**record, "day": date.fromisoformat(record["day"]), "history": tuple(record["history"]), "values": _pairs(record)})


def _pairs(record: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), str(unit)) for value, unit in record.get("values", ()))
