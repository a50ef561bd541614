"""Questions to go on with: what lies near an answer, or what can be asked where nothing was found; each is tried before it is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from app.answer import Answer
from app.documents.example_questions import questions_about
from ingest.document import DocumentInfo

MOST_SUGGESTED = 3
MOST_TRIED = 8
NEAREST = 3
RELATION_WORDS = ("比", "占", "相比", "增", "减")
COMPARED = "{first}和{second}{year}年{label}{kind}哪个多？"
REASON = "{organization}{year}年{label}{kind}比上年增减的原因是什么？"


def suggest_questions(
    question: str, answer: Answer, infos: Sequence[DocumentInfo], ask: Callable[[str], Answer], asked: Sequence[str] = ()
) -> Iterator[str]:
    """Up to three questions that are answered and were not asked yet, each as soon as it is tried."""
    found = 0
    tried = {question, *asked}
    candidates = _near_answer(question, answer, infos) if answer.citations else _near_question(question, infos)
    for candidate in candidates:
        if candidate in tried:
            continue
        tried.add(candidate)
        if ask(candidate).status == "answered":
            found += 1
            yield candidate
        if found == MOST_SUGGESTED or len(tried) > MOST_TRIED + len(asked):
            return


def _near_answer(question: str, answer: Answer, infos: Sequence[DocumentInfo]) -> Iterator[str]:
    """The same question of another year or kind, a comparison, the reason, then what else the document tells."""
    known = {info.id: info for info in infos}
    own = known.get(answer.citations[0].document_id)
    if own is None or not own.organization:
        return
    yield from _of_other_documents(question, own, infos)
    is_one = len({citation.document_id for citation in answer.citations}) == 1
    label = answer.values[0].label if answer.values and is_one else ""
    if label and not any(word in label for word in RELATION_WORDS):
        yield from _about_label(label, own, infos)
    yield from questions_about([own])


def _of_other_documents(question: str, own: DocumentInfo, infos: Sequence[DocumentInfo]) -> Iterator[str]:
    for other in infos:
        if other.organization != own.organization or other.id == own.id or not other.year or not other.kind or not own.kind:
            continue
        changed = question.replace(str(own.year), str(other.year)).replace(own.kind, other.kind)
        if changed != question and other.kind in changed:
            yield changed


def _about_label(label: str, own: DocumentInfo, infos: Sequence[DocumentInfo]) -> Iterator[str]:
    same = [info for info in infos if (info.year, info.kind) == (own.year, own.kind) and info.organization not in (None, own.organization)]
    same.sort(key=lambda info: info.region != own.region)
    for other in same[:1]:
        yield COMPARED.format(first=own.organization, second=other.organization, year=own.year, label=label, kind=own.kind)
    yield REASON.format(organization=own.organization, year=own.year, label=label, kind=own.kind)


def _near_question(question: str, infos: Sequence[DocumentInfo]) -> Iterator[str]:
    """What the documents tell whose organisation is spelt most like the question."""
    asked = set(question)
    near = sorted((info for info in infos if info.organization), key=lambda info: -_likeness(asked, info))[:NEAREST]
    for info in near:
        yield from list(questions_about([info]))[1:3]


def _likeness(asked: set[str], info: DocumentInfo) -> float:
    name = set(info.organization or "")
    return len(name & asked) / len(name)
