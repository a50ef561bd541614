"""“单位代码159001 2024年收入总计”: the only loaded body in whose tables a unit of that code stands, where no body is named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from app.question_reader import QuestionReader
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import label_key

CODE = re.compile(r"(?:(?:预算)?单位)?(?:代码|编码|编号)?(?:为|是|[:：])?\s*(?<!\d)(?P<code>\d{6})(?!\d|年)")
MOST_DOCUMENTS = 24


def body_of_code(question: str, history: Sequence[str], reader: QuestionReader, document_of: Callable[[str], Document]) -> str:
    """The question with that body's name before it; as it is where it names one, has no such code, or several documents have it."""
    said = CODE.search(question)
    choice = reader.choose(reader.read(question)[0], history)[0] if said else None
    if said is None or choice is None or choice.organizations or choice.units or choice.unknown_organizations:
        return question
    documents = [document_of(one) for one in choice.documents[:MOST_DOCUMENTS]]
    bodies = {one.info.organization for one in documents if has_unit(one, said["code"])}
    name = bodies.pop() if len(bodies) == 1 else None
    return f"{name}{said['code']}{question[: said.start()]}{question[said.end() :]}" if name else question


def has_unit(document: Document, code: str) -> bool:
    """Whether a row of a table begins with a unit's code and name."""
    units = {label_key(name) for name in (*document.info.units, document.info.organization or "")}
    pairs = (pair for figure in document.figures for pair in pairwise(figure.row))
    return any(label_key(first) == code and label_key(second) in units for first, second in pairs)
