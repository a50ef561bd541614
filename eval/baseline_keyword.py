"""The baseline of keywords alone: the best passage of all documents by BM25, word for word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from unittest.mock import patch

from app.documents.search_passages import passage_record
from eval.product import NO_LEXICON, weights
from retrieval.knowledge_base import KnowledgeBase

KEYWORDS_ALONE = weights(vector=0)


class KeywordBaseline:
    """Keyword search over all documents; the first passage is the answer."""

    name = "仅关键词（BM25）"

    def __init__(self, knowledge_base: KnowledgeBase) -> None:
        """Search in this knowledge base."""
        self._knowledge_base = knowledge_base

    def answer(self, question: str, history: Sequence[str]) -> Mapping[str, Any]:
        """The best passage."""
        found = self.search(question, history, 1)
        if not found:
            return {"status": "not_found", "text": ""}
        return {
            "status": "answered",
            "text": found[0]["text"],
            "citations": [{**found[0], "quote": found[0]["text"], "row": [], "col": []}],
        }

    def search(self, question: str, history: Sequence[str], k: int) -> list[Mapping[str, Any]]:
        """The k best passages by keyword."""
        with patch(*KEYWORDS_ALONE), patch(*NO_LEXICON):
            found = self._knowledge_base.search("\n".join((*history, question)), None, k)
        return [passage_record(self._knowledge_base, one) for one in found]
