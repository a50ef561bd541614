"""Answers of a dialogue that later questions of it follow on: each is found once as long as documents and words stay the same."""

from __future__ import annotations

from collections.abc import Hashable

from app.answer import Answer

MOST_KEPT = 512
Key = tuple[str, tuple[str, ...]]


class RememberedAnswers:
    """The answers by question and history, and the state in which they were given: objects that must be the same, and equal words."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._kept: tuple[tuple[object, ...], Hashable, dict[Key, Answer]] = ((), None, {})

    def of(self, same: tuple[object, ...], equal: Hashable) -> dict[Key, Answer]:
        """Where answers of this state are kept: none of those of another."""
        last, words, answers = self._kept
        is_same = len(last) == len(same) and all(one is other for one, other in zip(last, same, strict=True)) and words == equal
        if not is_same or len(answers) >= MOST_KEPT:
            self._kept = (same, equal, {})
        return self._kept[2]
