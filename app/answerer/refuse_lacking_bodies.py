"""Bodies that a question names beside others and that have no document of the year it asks of: the others' figures are no answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.documents.answer_nothing import answer_no_document
from ingest.document import Document, DocumentInfo
from retrieval.query import DocumentChoice


def refuse_lacking_bodies(choice: DocumentChoice, documents: Sequence[Document], infos: Sequence[DocumentInfo]) -> Answer | None:
    """An honest no that names them; None where every body named has a document among those chosen."""
    chosen = {document.info.organization for document in documents}
    lacking = tuple(name for name in choice.organizations if name not in chosen)
    if choice.failed is not None or not lacking or not chosen & set(choice.organizations) or choice.inherited:
        return None
    return answer_no_document(replace(choice, failed="year", organizations=lacking, documents=()), infos)
