"""What staff write of a document put in place of what was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.library.document_fields import FIELDS, changed_fields, correct_info, read_fields
from ingest.document import DocumentInfo
from retrieval.knowledge_base import KnowledgeBase

ERASABLE = ("url", "published", "supersedes")


def correct_document(knowledge_base: KnowledgeBase, document_id: str, written: Mapping[str, str]) -> DocumentInfo:
    """The corrected identity; an emptied address, date or predecessor is taken away; raises FieldError where something cannot be right."""
    info = knowledge_base.document(document_id).info
    emptied: dict[str, Any] = dict.fromkeys(name for name in ERASABLE if name in written and not written[name].strip())
    changed = changed_fields(info, replace(correct_info(info, read_fields(written)), **emptied))
    return knowledge_base.update_info(document_id, **changed) if changed else info


def written_fields(info: DocumentInfo) -> dict[str, str]:
    """The correctable fields as they would be written."""
    return {field.name: str(getattr(info, field.name) or "") for field in FIELDS}
