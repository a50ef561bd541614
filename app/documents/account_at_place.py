"""“某县综合医院的事业收入”: an account's name behind a place's is no body; it is asked of the only department there that has such a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from app.question_reader import QuestionReader
from ingest import late_re as re
from ingest.document import Document
from ingest.identity.organization_forms import region_forms
from retrieval.catalog import Body
from retrieval.spelling.label_key import label_key
from retrieval.spelling.normalize_question import normalize_question

CODE = re.compile(r"\d{5,7}")
BESIDE = r"(?:\(\d{5,7}\))?(?P<year>20\d\d年(?:度)?)?"
SHORTEST = 3
ASKED = "{body}{year}{item}"


def account_at_place(question: str, history: Sequence[str], reader: QuestionReader, document_of: Callable[[str], Document]) -> str:
    """The question with that department's name before the account; as it is where it names no such account, or several could be meant."""
    asked = normalize_question(question)
    unknown = reader.choose(reader.read(asked)[0], history)[0].unknown_organizations
    if len(unknown) != 1 or unknown[0] not in asked:
        return question
    meant = {
        (body.name, unknown[0][len(place) :]) for body in reader.catalog.bodies if body.documents
        for place in _places_of(body) if unknown[0].startswith(place) and len(unknown[0]) - len(place) >= SHORTEST
        if all(_has_account(document_of(one.id), unknown[0][len(place) :]) for one in body.documents)
    }  # fmt: skip
    if len(meant) != 1:
        return question
    body, item = meant.pop()
    told = re.search(f"{re.escape(unknown[0])}{BESIDE}", asked)
    named = ASKED.format(body=body, year=(told["year"] if told else None) or "", item=item)
    return f"{asked[: told.start()]}{named}{asked[told.end() :]}" if told else question


def _places_of(body: Body) -> tuple[str, ...]:
    """What the place of a body is called."""
    return tuple(form for form in region_forms(body.places) if form)


def _has_account(document: Document, name: str) -> bool:
    """Whether a row of a table begins with a code and this name."""
    pairs = (pair for figure in document.figures for pair in pairwise(figure.row))
    return any(CODE.fullmatch(label_key(first)) and label_key(second) == label_key(name) for first, second in pairs)
