"""“甲是乙的百分之几”, “甲,在乙中占几成”: a share said in another order, asked in the usual one (甲占乙的百分之几)."""

from __future__ import annotations

from collections.abc import Callable

from app.answer import Answer
from ingest import late_re as re
from retrieval.spelling.reword import as_share

IN_PERCENT = re.compile(r"\d\s*[%％]")


def ask_as_share(answer: Answer, question: str, ask: Callable[[str], Answer]) -> Answer:
    """The answer, or where a share was refused or words are quoted the one to the same share in the usual order, if that is reckoned."""
    is_open = answer.status == "not_found" or answer.answered_by == "quote"
    said = as_share(question) if is_open else question
    told = ask(said) if said != question else answer
    is_better = answer.status == "not_found" or told.answered_by == "rule"
    return told if told.status == "answered" and is_better and IN_PERCENT.search(told.text) else answer
