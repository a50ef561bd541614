"""What all visitors share: one knowledge base and one assistant, opened once; the page only reads."""

from __future__ import annotations

import gc
import logging
import threading
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import streamlit as st

import app
from app.assistant import Assistant
from app.commands.cli_session import open_knowledge_base
from app.documents.example_questions import example_questions
from app.library.feedback_store import FeedbackStore
from app.library.spare_collector import spare_collector
from app.settings import read_settings
from app.telling.cite import document_name
from app.web import wording_web as words
from ingest.document import DocumentInfo
from retrieval.knowledge_base import KnowledgeBase

SAMPLES = Path(app.__file__).parent / "sample_documents"
MOST_WARMED = 64
WARMING = "{document}的收入总计是多少？"
LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Library:
    """The knowledge base, the assistant over it, and what visitors said of its answers."""

    knowledge_base: KnowledgeBase
    assistant: Assistant
    feedback: FeedbackStore


@dataclass(frozen=True, slots=True)
class DocumentSize:
    """How much was read from a document."""

    tables: int
    figures: int


@st.cache_resource(show_spinner=False)
def open_library() -> Library:
    """The library of the home that the environment names; what the first question needs is loaded meanwhile."""
    spare_collector()
    settings = read_settings()
    knowledge_base = open_knowledge_base(settings)
    assistant = Assistant(knowledge_base, settings)
    threading.Thread(target=_warm_up, args=(knowledge_base, assistant), daemon=True).start()
    return Library(knowledge_base, assistant, FeedbackStore(settings.home))


@st.cache_resource(show_spinner=False)
def examples_found() -> dict[tuple[DocumentInfo, ...], tuple[str, ...]]:
    """Questions to begin with, by the documents that they were found for."""
    return {}


@st.cache_data(show_spinner=False, max_entries=4096)
def document_size(document_id: str, _knowledge_base: KnowledgeBase) -> DocumentSize:
    """The size of a document; it never changes under one id."""
    document = _knowledge_base.document(document_id)
    return DocumentSize(len(document.tables), len(document.figures))


def has_only_samples(infos: tuple[DocumentInfo, ...]) -> bool:
    """Whether everything that is loaded is the built-in, invented corpus."""
    return bool(infos) and {info.id for info in infos} <= _sample_ids(len(infos[0].id))


@st.cache_data(show_spinner=False)
def _sample_ids(characters: int) -> set[str]:
    """Document ids are hashes of the files' bytes."""
    return {sha256(path.read_bytes()).hexdigest()[:characters] for path in SAMPLES.iterdir() if path.is_file()}


def _warm_up(knowledge_base: KnowledgeBase, assistant: Assistant) -> None:
    """Load the model and the indexes, find the examples, and read as many documents as the assistant keeps at hand."""
    try:
        infos = knowledge_base.documents()
        if infos:
            knowledge_base.search(words.NAME, k=1)
            examples_found()[infos] = tuple(example_questions(infos, assistant.ask))
        for info in infos[:MOST_WARMED]:
            assistant.ask(WARMING.format(document=document_name(info)))
        assistant.prepare(MOST_WARMED)
        gc.collect()
        gc.freeze()  # Streamlit collects garbage after each run, and would look through all these documents for it
    except Exception:
        LOG.warning("warming up failed", exc_info=True)
