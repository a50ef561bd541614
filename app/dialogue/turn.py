"""A turn of a dialogue as each of its stages is given it: the question, those before it, and what may be looked up to understand it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.dialogue.refer_back import Ask
from app.question_reader import QuestionReader
from ingest.document import Document, DocumentInfo


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and those before it; `ask` answers an earlier one in its place, `afresh` one that points at no answer."""

    question: str
    history: tuple[str, ...]
    reader: QuestionReader
    infos: Sequence[DocumentInfo]
    document_of: Callable[[str], Document]
    ask: Ask
    afresh: Ask

    def said(self, question: str, history: Sequence[str]) -> Turn:
        """The turn with its question and those before it said otherwise."""
        return replace(self, question=question, history=tuple(history))

    def asking(self, question: str) -> Turn:
        """The turn with its question said otherwise."""
        return replace(self, question=question)

    def each(self, words: Callable[[str], str]) -> Turn:
        """The turn with its question and each of those before it in other words."""
        return self.said(words(self.question), tuple(map(words, self.history)))
