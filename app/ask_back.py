"""Questions back: which document is meant, and whether its budget or its final accounts."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer, Choice
from app.cite import document_name, plain
from app.wording import WHICH_DOCUMENT, WHICH_ITEM, WHICH_KIND
from ingest.document import DocumentInfo, Figure
from retrieval.find_figures import Finding

MOST_CHOICES = 8


def ask_back(question: str, infos: Sequence[DocumentInfo]) -> Answer:
    """Which document is meant: a choice for each, its whole question ready to be asked."""
    choices = tuple(Choice(document_name(info), whole_question(question, info)) for info in infos[:MOST_CHOICES])
    text = WHICH_DOCUMENT.format(count=len(infos)) + "\n" + "\n".join(f"- {choice.label}" for choice in choices)
    return Answer(status="clarify", text=text, choices=choices)


def whole_question(question: str, info: DocumentInfo) -> str:
    """The question with the document it is put to before it."""
    return f"{document_name(info)}：{question}"


def ask_item(findings: Sequence[Finding]) -> Answer | None:
    """Which row is meant, where one document was asked for a total narrowed by a word that its accounts have (医疗方面的支出)."""
    tasks = [found.task for found in findings[0].tasks] if len(findings) == 1 else []
    if not tasks or any(not one.is_total for task in tasks for want in task.wants for one in want.mentions):
        return None
    words = [word for task in tasks for word in task.unknown]
    index = findings[0].index
    labels = {plain(fact.source.row[-1]) for fact in index.facts if isinstance(fact.source, Figure) and fact.source.row and fact.codes}
    named = sorted(label for label in labels if any(word in label for word in words))
    if not 1 <= len(named) <= MOST_CHOICES:
        return None
    name = document_name(index.document.info)
    choices = tuple(Choice(label, f"{name}{label}是多少？") for label in named)
    lines = [WHICH_ITEM.format(asked="、".join(words)), *(f"- {label}" for label in named)]
    return Answer(status="clarify", text="\n".join(lines), choices=choices)


def ask_kind(question: str) -> Answer:
    """Whether budgets or final accounts are meant."""
    choices = tuple(Choice(f"{kind}数", f"按部门{kind}，{question}") for kind in ("预算", "决算"))
    return Answer(status="clarify", text=WHICH_KIND, choices=choices)
