"""The baseline that every tutorial shows: text cut every 500 characters with 50 of overlap, embedded, Chroma, the best passage as answer.

It uses the product's own embedding model and no language model, as the product does; a door of its own to LangChain and Chroma.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

os.environ["LANGSMITH_TRACING"] = "false"  # before the import below: nothing leaves the machine

from langchain_chroma import Chroma
from langchain_core.documents import Document as Passage
from langchain_core.embeddings import Embeddings

from ingest.document import Document
from retrieval.knowledge_base import KnowledgeBase
from retrieval.ranking.embedder import Embedder, load_embedder

PASSAGE_CHARACTERS, OVERLAP_CHARACTERS = 500, 50
TEXT_ENDINGS = (".txt", ".md")


class OwnEmbeddings(Embeddings):
    """The product's embedding model as LangChain calls it."""

    def __init__(self, embedder: Embedder) -> None:
        """Embed with this model."""
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector for each passage."""
        return [list(map(float, row)) for row in self._embedder.embed_passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return list(map(float, self._embedder.embed_questions([text])[0]))


class LangchainBaseline:
    """Plain retrieval: the nearest passage is the answer."""

    name = "LangChain＋Chroma 常规做法"

    def __init__(self, knowledge_base: KnowledgeBase) -> None:
        """Index all documents of the knowledge base anew, in memory."""
        settings: Any = {"hnsw": {"space": "cosine"}}
        self._store = Chroma(f"baseline-{uuid4().hex}", OwnEmbeddings(load_embedder()), collection_configuration=settings)
        passages = [
            Passage(piece, metadata={"document": info.file_name, "document_id": info.id})
            for info in knowledge_base.documents()
            for piece in cut(text_of(knowledge_base, info.id))
        ]
        for start in range(0, len(passages), 1000):
            self._store.add_documents(passages[start : start + 1000])

    def answer(self, question: str, history: Sequence[str]) -> Mapping[str, Any]:
        """The nearest passage, word for word; earlier questions are put before this one."""
        found = self.search(question, history, 1)
        if not found:
            return {"status": "not_found", "text": ""}
        quote = {**found[0], "quote": found[0]["text"], "row": [], "col": []}
        return {"status": "answered", "text": found[0]["text"], "citations": [quote]}

    def search(self, question: str, history: Sequence[str], k: int) -> list[Mapping[str, Any]]:
        """The k nearest passages; the heading a passage stands under is read off its own text."""
        found = self._store.similarity_search_with_score("\n".join((*history, question)), k)
        return [
            {
                **passage.metadata,
                "section": " > ".join(passage.page_content.splitlines()),
                "table": None,
                "text": passage.page_content,
                "score": 1 - score,
            }
            for passage, score in found
        ]


def cut(text: str) -> Iterator[str]:
    """Passages of 500 characters, each beginning 50 before the end of the last."""
    step = PASSAGE_CHARACTERS - OVERLAP_CHARACTERS
    return (text[start : start + PASSAGE_CHARACTERS] for start in range(0, max(1, len(text) - OVERLAP_CHARACTERS), step))


def text_of(knowledge_base: KnowledgeBase, document_id: str) -> str:
    """A text file as it is; of a PDF the text that was read from it."""
    path: Path = knowledge_base.original(document_id)
    if path.suffix.lower() in TEXT_ENDINGS:
        return path.read_text("utf-8", errors="replace")
    return read_text(knowledge_base.document(document_id))


def read_text(document: Document) -> str:
    """Sections, then tables row by row."""
    lines = [line for section in document.sections for line in (*section.heading_path[-1:], section.text)]
    for table in document.tables:
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell.text)
        lines += [table.title, *(" ".join(row) for row in rows.values())]
    return "\n".join(lines)
