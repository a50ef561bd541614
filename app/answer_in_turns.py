"""“三个项目一共多少，占项目支出的几成”: a question whose later parts relate what its first tells, answered as a conversation is."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.join_answers import goes_beyond, join_answers
from app.read_share_asked import read_share_asked
from app.read_told_relation import read_told_relation
from app.refer_back import Ask
from app.split_question import split_question
from retrieval.normalize_question import normalize_question


def answer_in_turns(question: str, history: Sequence[str], ask: Ask) -> Answer | None:
    """The answers to the parts of a question, each asked after those before it; None where no part relates others or one is refused."""
    parts = split_question(normalize_question(question))
    if not any(read_share_asked(part) or read_told_relation(part) for part in parts[1:]):
        return None
    answers: list[Answer] = []
    for place, part in enumerate(parts):
        answers.append(ask(part, (*history, *parts[:place])))
        if answers[-1].status != "answered" or goes_beyond(answers[-1], answers[0]):
            return None
    return join_answers(answers)
