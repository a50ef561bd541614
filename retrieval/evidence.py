"""What retrieval hands to answering: a figure, a statement or a passage with its document and how it was found."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Chunk, DocumentInfo, Figure, Section, Statement, Table


@dataclass(frozen=True, slots=True)
class FigureEvidence:
    """A table's cell that answers an item; `score` is comparable within one question only."""

    document: DocumentInfo
    table: Table
    figure: Figure
    score: float


@dataclass(frozen=True, slots=True)
class StatementEvidence:
    """A figure stated in prose."""

    document: DocumentInfo
    section: Section
    statement: Statement
    score: float


@dataclass(frozen=True, slots=True)
class PassageEvidence:
    """A ranked chunk; `found_by` names the searches that found it (keyword, vector)."""

    document: DocumentInfo
    chunk: Chunk
    score: float
    found_by: tuple[str, ...] = ()


Evidence = FigureEvidence | StatementEvidence | PassageEvidence
