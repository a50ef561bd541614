"""Questions back: which document is meant, and whether its budget or its final accounts."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer, Choice
from app.cite import document_name
from app.wording import WHICH_DOCUMENT, WHICH_KIND
from ingest.document import DocumentInfo

MOST_CHOICES = 8


def ask_back(question: str, infos: Sequence[DocumentInfo]) -> Answer:
    """Which document is meant: a choice for each, its whole question ready to be asked."""
    choices = tuple(Choice(document_name(info), whole_question(question, info)) for info in infos[:MOST_CHOICES])
    text = WHICH_DOCUMENT.format(count=len(infos)) + "\n" + "\n".join(f"- {choice.label}" for choice in choices)
    return Answer(status="clarify", text=text, choices=choices)


def whole_question(question: str, info: DocumentInfo) -> str:
    """The question with the document it is put to before it."""
    return f"{document_name(info)}：{question}"


def ask_kind(question: str) -> Answer:
    """Whether budgets or final accounts are meant."""
    choices = tuple(Choice(f"{kind}数", f"按部门{kind}，{question}") for kind in ("预算", "决算"))
    return Answer(status="clarify", text=WHICH_KIND, choices=choices)
