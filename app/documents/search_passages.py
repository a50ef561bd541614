"""Retrieval alone: the passages for a question, ranked, as other programs read them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.disclosures import Disclosures
from app.documents.answer_english import in_chinese
from app.question_reader import QuestionReader
from retrieval.evidence import PassageEvidence
from retrieval.knowledge_base import KnowledgeBase
from retrieval.lookup.place_figures import place_figures, take_turns
from retrieval.query import DocumentChoice
from retrieval.ranking.fuse_rankings import PassageKey
from retrieval.spelling.normalize_question import normalize_question

# Of more documents than these no figures are looked up: the question names none of them.
MOST_DOCUMENTS = 8


def search_passages(reader: QuestionReader, question: str, history: Sequence[str], limit: int) -> list[dict[str, Any]]:
    """The best passages of the documents that the question can speak of; none where it speaks of documents that are not there."""
    history = in_chinese(history, reader.catalog)
    normalized, _ = reader.read(normalize_question(next(iter(in_chinese((question,), reader.catalog)), question)))
    choice, parts = reader.choose(normalized, history)
    documents, words = _scope((*history, normalized), parts, choice)
    figures = _figures(reader, normalized, parts, choice)
    return [passage_record(reader.knowledge_base, found) for found in reader.knowledge_base.search(words, documents, limit, figures)]


def _scope(_asked: Sequence[str], parts: Sequence[str], choice: DocumentChoice) -> tuple[tuple[str, ...] | None, str]:
    """The documents to search, and for what: the words of the questions so far that did not choose the documents."""
    return choice.documents, " ".join(parts)


def _figures(reader: QuestionReader, question: str, parts: Sequence[str], choice: DocumentChoice) -> tuple[PassageKey, ...]:
    """Where the figures stand that the question asks for, the chosen documents in turn."""
    if len(choice.documents) > MOST_DOCUMENTS:
        return ()
    return tuple(take_turns([_places(reader, one, question, parts, choice) for one in choice.documents]))


def _places(reader: QuestionReader, document: str, question: str, parts: Sequence[str], choice: DocumentChoice) -> list[PassageKey]:
    return [(document, position) for position in place_figures(reader.find(document, question, parts, choice))]


def passage_record(knowledge_base: KnowledgeBase | Disclosures, evidence: PassageEvidence) -> dict[str, Any]:
    """A passage in the form of the contract."""
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
