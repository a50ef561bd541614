"""Questions back: which document is meant, and whether its budget or its final accounts."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer, Choice
from app.telling.cite import document_name, plain
from app.telling.wording import TOO_MANY, WHICH_DOCUMENT, WHICH_ITEM, WHICH_KIND, WHICH_NAME
from ingest.document import DocumentInfo, Figure
from retrieval.facts.finding import Finding

MOST_CHOICES = 8
MOST_OFFERED = 4


def ask_back(question: str, infos: Sequence[DocumentInfo]) -> Answer:
    """Which document is meant: a choice for each, its whole question ready to be asked."""
    choices = tuple(Choice(document_name(info), whole_question(question, info)) for info in infos[:MOST_CHOICES])
    text = WHICH_DOCUMENT.format(count=len(infos)) + "\n" + "\n".join(f"- {choice.label}" for choice in choices)
    return Answer(status="clarify", text=text, choices=choices)


def ask_which_of_many(question: str, infos: Sequence[DocumentInfo]) -> Answer:
    """Which of very many documents is meant; the newest of a few bodies are offered."""
    newest = sorted(infos, key=lambda info: -(info.year or 0))
    bodies = {info.organization: info for info in reversed(newest)}  # of each the first of the newest
    offered = [info for info in newest if bodies[info.organization] is info][:MOST_OFFERED]
    choices = tuple(Choice(document_name(info), whole_question(question, info)) for info in offered)
    return Answer(status="clarify", text=TOO_MANY.format(count=len(infos)), choices=choices)


def whole_question(question: str, info: DocumentInfo) -> str:
    """The question with the document it is put to before it."""
    return f"{document_name(info)}：{question}"


def ask_item(findings: Sequence[Finding]) -> Answer | None:
    """Which row is meant, where one document was asked by a part of several names, or for a total narrowed by one (医疗方面的支出)."""
    if len(findings) == 1 and 1 < len(findings[0].choices) <= MOST_CHOICES:
        return ask_named(findings[0].index.document.info, findings[0].choices, WHICH_NAME)
    tasks = [found.task for found in findings[0].tasks] if len(findings) == 1 else []
    if not tasks or any(not one.is_total for task in tasks for want in task.wants for one in want.mentions):
        return None
    words = [word for task in tasks for word in task.unknown]
    index = findings[0].index
    labels = {plain(fact.source.row[-1]) for fact in index.facts if isinstance(fact.source, Figure) and fact.source.row and fact.codes}
    named = sorted(label for label in labels if any(word in label for word in words))
    text = WHICH_ITEM.format(asked="、".join(words))
    return ask_named(index.document.info, named, text) if 1 <= len(named) <= MOST_CHOICES else None


def ask_named(info: DocumentInfo, named: Sequence[str], text: str) -> Answer:
    """Which of these names of a document is meant: a question for each."""
    labels = [plain(label) for label in named]
    choices = tuple(Choice(label, f"{document_name(info)}{label}是多少？") for label in labels)
    lines = [text, *(f"- {label}" for label in labels)]
    return Answer(status="clarify", text="\n".join(lines), choices=choices)


def ask_kind(question: str) -> Answer:
    """Whether budgets or final accounts are meant."""
    choices = tuple(Choice(f"{kind}数", f"按部门{kind}，{question}") for kind in ("预算", "决算"))
    return Answer(status="clarify", text=WHICH_KIND, choices=choices)
