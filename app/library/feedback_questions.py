"""The visitors' judgements as questions with known answers, one JSON object a line, for `mingzhang eval --questions`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from app.library.feedback import HELPFUL, Feedback
from ingest.quantity import parse_quantity

TYPE = "colloquial"
NOT_THERE = "没有"


def feedback_questions(entries: Iterable[Feedback]) -> bytes:
    """The entries whose right answer is known: staff have written it, or a visitor has confirmed the figures."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in _records(entries)).encode()


def expectation(entry: Feedback) -> dict[str, Any] | None:
    """What the answer must be, or None where nobody has said."""
    if entry.correct == NOT_THERE:
        return {"status": "not_found", "values": []}
    if entry.correct:
        quantity = parse_quantity(entry.correct)
        if quantity is None:
            return {"status": "answered", "values": [], "must_include": [entry.correct]}
        return {"status": "answered", "values": [{"value": format(quantity.number, "f"), "unit": quantity.unit}]}
    if entry.verdict == HELPFUL and entry.values:
        return {"status": "answered", "values": [{"value": value, "unit": unit} for value, unit in entry.values]}
    return None


def _records(entries: Iterable[Feedback]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        expected = expectation(entry)
        if expected is not None:
            yield {
                "id": f"feedback-{entry.id}", "question": entry.question, "type": TYPE, "history": list(entry.history), "expect": expected,
                "sources": [], "note": entry.comment,
            }  # fmt: skip
