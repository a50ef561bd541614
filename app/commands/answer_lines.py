"""Many questions in one process: a file of JSON lines in, a file of JSON lines out."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Respond = Callable[[str, Sequence[str]], dict[str, Any]]  # question and history → the output's object


class LineError(ValueError):
    """A line that holds no question; `str(error)` is the Chinese message a user sees."""


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """What became of one line: its number, and the Chinese reason where it has no answer."""

    number: int
    problem: str | None = None


def answer_lines(source: Path, target: Path, respond: Respond) -> Iterator[LineOutcome]:
    """One line of output for each question, written as soon as it is there; a bad line is told and passed over."""
    lines = source.read_text("utf-8-sig", errors="replace").splitlines()
    with target.open("w", encoding="utf-8") as output:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                output.write(json.dumps(_answer(line, respond), ensure_ascii=False) + "\n")
                output.flush()
                yield LineOutcome(number)
            except LineError as error:
                yield LineOutcome(number, str(error))


def _answer(line: str, respond: Respond) -> dict[str, Any]:
    entry = _read_line(line)
    start = time.perf_counter()
    try:
        result = respond(entry["question"], entry.get("history") or [])
    except Exception as error:  # one question that breaks the program must not take the others with it
        raise LineError(f"程序出错（{type(error).__name__}：{error}）") from error
    return {"id": entry.get("id"), **result, "elapsed_ms": round((time.perf_counter() - start) * 1000, 1)}


def _read_line(line: str) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except ValueError as error:
        raise LineError("不是 JSON") from error
    history = entry.get("history") or [] if isinstance(entry, dict) else None
    is_question = isinstance(entry, dict) and isinstance(entry.get("question"), str)
    if not is_question or not isinstance(history, list) or not all(isinstance(asked, str) for asked in history):
        raise LineError('要写成 {"id": …, "question": "…", "history": ["…"]} 这样的对象')
    return dict(entry)
