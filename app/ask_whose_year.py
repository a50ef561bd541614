"""A question back where “今年” or “去年” is all that chose a document: the years of several bodies are counted from different ones."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.ask_back import ask_back
from ingest.document import DocumentInfo
from retrieval.query import DocumentChoice
from retrieval.read_year import read_year


def ask_whose_year(question: str, choice: DocumentChoice, infos: Sequence[DocumentInfo]) -> Answer | None:
    """Which body is meant, its latest document of each kind offered; None where one is named or only one is loaded."""
    if choice.organizations or choice.is_each or len(choice.documents) != 1 or read_year(question).relative is None:
        return None
    latest: dict[tuple[str, str | None], DocumentInfo] = {}
    for info in infos:
        if info.organization and info.year:
            key = info.organization, info.kind
            latest[key] = max(info, latest.get(key, info), key=lambda one: one.year or 0)
    return ask_back(question, list(latest.values())) if len({name for name, _ in latest}) > 1 else None
