"""Words of a question that name labels of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a question (from `start` to `end` of the folded text) and the keys of labels they name; none: nothing in the document."""

    start: int
    end: int
    asked: str
    keys: tuple[str, ...]
    code: str | None = None
    is_weak: bool = False
    is_total: bool = False
    correction: str | None = None
    group: str = ""
    is_column: bool = False
    is_part: bool = False
    is_scope: bool = False

    @property
    def weight(self) -> float:
        """How much the mention counts: its length in characters, a code for eight."""
        return 8.0 if self.code else float(min(self.end - self.start, 12))


def mask(text: str, mentions: Sequence[Mention]) -> str:
    """The text with the mentions blacked out at equal length."""
    for one in mentions:
        text = text[: one.start] + "■" * (one.end - one.start) + text[one.end :]
    return text
