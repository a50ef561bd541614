"""What is kept of a question that a visitor judged or that found no answer: no name, no address, no device."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DAYS_KEPT = 180
HELPFUL, WRONG, REFUSED = "helpful", "wrong", "refused"
REASONS = {"figure": "数字不对", "document": "文件不对", "source": "出处不对", "other": "其他"}
LONGEST_COMMENT = 500


@dataclass(frozen=True, slots=True)
class Feedback:
    """One entry: the day, what was asked and said, how it was judged (helpful, wrong, refused), why, and in whose words.

    `values` are the answer's (number, unit). `correct` is the right answer as staff have written it (an amount with its unit, words that
    it must have, or 没有); `is_settled` says that they have dealt with it.
    """

    id: str
    day: date
    question: str
    history: tuple[str, ...]
    status: str
    text: str
    verdict: str
    reason: str = ""
    comment: str = ""
    values: tuple[tuple[str, str], ...] = ()
    correct: str = ""
    is_settled: bool = False
