"""Every question of a data set put to a system, each answer judged."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from eval.find_strays import find_strays
from eval.gold import GoldQuestion
from eval.judge_answer import judge_answer
from eval.judge_citations import judge_citations
from eval.run import ERROR, Result
from eval.system import System

Progress = Callable[[int, int], None]
STYLE_MARK = "说法："


def ask_system(system: System, questions: Sequence[GoldQuestion], progress: Progress = lambda _done, _all: None) -> tuple[Result, ...]:
    """The results in the order of the questions; an answer that breaks off with an error is a result too."""
    results = []
    for done, question in enumerate(questions, 1):
        start = time.perf_counter()
        try:
            answer = system.answer(question.question, question.history)
        except Exception as error:  # a question that breaks the program is one more wrong answer, not the end of the run
            answer = {"status": ERROR, "text": f"{type(error).__name__}: {error}"}
        results.append(to_result(question, answer, (time.perf_counter() - start) * 1000))
        progress(done, len(questions))
    return tuple(results)


def to_result(question: GoldQuestion, answer: Mapping[str, Any], elapsed_ms: float) -> Result:
    """One answer judged in every respect."""
    verdict = judge_answer(question, answer)
    is_cited = verdict.status == "answered" and question.expect.status == "answered" and bool(question.sources)
    return Result(
        id=question.id,
        type=question.type,
        question=question.question,
        wanted_status=question.expect.status,
        status=verdict.status,
        is_right=verdict.is_right,
        is_wrong_figure=verdict.is_wrong_figure,
        reasons=verdict.reasons,
        text=str(answer.get("text") or ""),
        elapsed_ms=round(elapsed_ms, 2),
        documents=question.documents,
        style=question.note.split("；")[0].removeprefix(STYLE_MARK) if question.note.startswith(STYLE_MARK) else "",
        strays=find_strays(answer, question.question) if verdict.status == "answered" else (),
        citations=judge_citations(answer.get("citations") or [], question.sources, needs_all=question.type == "compare")
        if is_cited
        else None,
        wanted=wanted_words(question),
        history=question.history,
    )


def wanted_words(question: GoldQuestion) -> str:
    """What a right answer says, in a few words for a reader."""
    expect = question.expect
    values = [f"{value.labels[0] if value.labels else ''}{value.value}{value.unit}" for value in expect.values]
    sides = [f"{expect.larger[0]}比{expect.smaller[0]}大"] if expect.larger and expect.smaller else []
    words = [*expect.must_include, *("／".join(group[:2]) for group in expect.any_of if group)]
    return {"not_found": "说没有", "clarify": "反问"}.get(expect.status, "；".join((*values, *sides, *words)))
