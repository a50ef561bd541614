"""The baseline of keywords by words: BM25 over the same passages, cut by jieba's dictionary (rjieba, of the development tools)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import rjieba

from app.documents.search_passages import passage_record
from retrieval.evidence import PassageEvidence
from retrieval.knowledge_base import KnowledgeBase
from retrieval.ranking.keyword_index import KeywordIndex


class WordBaseline:
    """Keyword search by words over all documents."""

    name = "BM25，jieba 分词"

    def __init__(self, knowledge_base: KnowledgeBase) -> None:
        """Index the passages of this knowledge base by their words."""
        self._knowledge_base = knowledge_base
        documents = [knowledge_base.document(info.id) for info in knowledge_base.documents()]
        passages = {(document.info.id, place): chunk for document in documents for place, chunk in enumerate(document.chunks)}
        self._evidence = {key: PassageEvidence(knowledge_base.document(key[0]).info, chunk, 0.0) for key, chunk in passages.items()}
        self._index = KeywordIndex(list(passages), [cut_words(chunk.text) for chunk in passages.values()], cut_words)

    def search(self, question: str, history: Sequence[str], k: int) -> list[Mapping[str, Any]]:
        """The k best passages."""
        found = self._index.search("\n".join((*history, question)), k)
        return [passage_record(self._knowledge_base, self._evidence[key]) for key in found]


def cut_words(text: str) -> list[str]:
    """The words of a text, without punctuation."""
    return [word for word in rjieba.cut(text) if any(character.isalnum() for character in word)]
