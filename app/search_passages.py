"""Retrieval alone: the passages for a question, ranked, as other programs read them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from retrieval.catalog import build_catalog
from retrieval.choose_documents import choose_documents
from retrieval.evidence import PassageEvidence
from retrieval.knowledge_base import KnowledgeBase
from retrieval.normalize_question import normalize_question
from retrieval.query import DocumentChoice

_catalog = lru_cache(maxsize=1)(build_catalog)


def search_passages(knowledge_base: KnowledgeBase, question: str, history: Sequence[str], limit: int) -> list[dict[str, Any]]:
    """The best passages of the documents that the question can speak of; none where it speaks of documents that are not there."""
    documents = _choose(knowledge_base, question, history)
    return [_record(knowledge_base, evidence) for evidence in knowledge_base.search(question, documents, limit)]


def _choose(knowledge_base: KnowledgeBase, question: str, history: Sequence[str]) -> tuple[str, ...]:
    """The documents of the question, as the questions before it let it be understood."""
    catalog = _catalog(knowledge_base.documents())
    choices: list[DocumentChoice] = []
    for asked in (*history, question):
        choices.append(choose_documents(normalize_question(asked), catalog, choices))
    return choices[-1].documents


def _record(knowledge_base: KnowledgeBase, evidence: PassageEvidence) -> dict[str, Any]:
    chunk, info = evidence.chunk, evidence.document
    table = knowledge_base.document(info.id).tables[chunk.table].title if chunk.table is not None else None
    return {
        "document": info.file_name,
        "document_id": info.id,
        "section": " > ".join(chunk.heading_path),
        "table": table,
        "page": chunk.place.page,
        "text": chunk.text,
        "score": round(evidence.score, 6),
    }
