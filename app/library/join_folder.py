"""Files of one folder that are one disclosure (正文.docx, 附表.xlsx): what one of them says of whose it is holds for the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingest.document import Document, DocumentInfo
from ingest.identity.are_parts import are_parts, lie_together
from retrieval.knowledge_base import KnowledgeBase

IDENTITY = ("organization", "year", "kind", "scope")
NEEDED = ("organization", "year", "kind")


def lacks_identity(info: DocumentInfo) -> bool:
    """Whether a document does not say whose it is, of which year, or whether budget or account."""
    return any(getattr(info, name) is None for name in NEEDED)


def fields_of_folder(knowledge_base: KnowledgeBase, info: DocumentInfo) -> dict[str, str | int]:
    """What a document does not say itself, by the other files of its folder where all that fit it say the same; else nothing."""
    fitting = [other for other in _siblings(knowledge_base, info) if not lacks_identity(other) and _fits(info, other)]
    if len({tuple(getattr(other, name) for name in NEEDED) for other in fitting}) != 1:
        return {}
    if not _is_part(knowledge_base.document(info.id), fitting):
        return {}
    scopes = {other.scope for other in fitting}
    known = {name: getattr(fitting[0], name) for name in IDENTITY if name != "scope" or len(scopes) == 1}
    return {name: value for name, value in known.items() if value is not None and getattr(info, name) is None}


def completes_folder(knowledge_base: KnowledgeBase, info: DocumentInfo) -> bool:
    """Whether a document is the text to another one's tables, or the other way round, and no second version of it."""
    own = knowledge_base.document(info.id)
    key = [getattr(info, name) for name in NEEDED]
    others = [other for other in _documents(knowledge_base, info) if [getattr(other, name) for name in NEEDED] == key]
    return bool(others) and all(lie_together(info, other) and are_parts(own, knowledge_base.document(other.id)) for other in others)


def _documents(knowledge_base: KnowledgeBase, info: DocumentInfo) -> list[DocumentInfo]:
    return [other for other in knowledge_base.documents() if other.id != info.id]


def _siblings(knowledge_base: KnowledgeBase, info: DocumentInfo) -> list[DocumentInfo]:
    """The documents of the same folder."""
    folder = Path(info.source_path).parent
    return [other for other in _documents(knowledge_base, info) if other.source_path and Path(other.source_path).parent == folder]


def _fits(info: DocumentInfo, other: DocumentInfo) -> bool:
    """Whether nothing that the document says of itself contradicts the other."""
    return all(getattr(info, name) in (None, getattr(other, name)) for name in NEEDED)


def _is_part(document: Document, siblings: Sequence[DocumentInfo]) -> bool:
    """Whether a document prints amounts of money, or speaks of the others' organisation: a notice that lies beside is no part."""
    if any(figure.quantity and figure.quantity.is_money for figure in document.figures):
        return True
    names = {sibling.organization for sibling in siblings if sibling.organization}
    return any(name in section.text or name in "".join(section.heading_path) for section in document.sections for name in names)
