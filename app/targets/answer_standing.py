"""Which indicator stands out: the heaviest or best scored, those that lost points, with the reason given."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.forms.form_rows import FormRow, read_rows, role_named
from app.forms.match_rows import LONG_PART, bare, common_stretch, named_project
from app.forms.tell_rows import Line, join_lines, tell_row
from app.question.text_question import TextQuestion
from app.targets.tell_points_lost import points, tell_points_lost
from app.telling import wording_forms as wording
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

TABLES = re.compile(r"绩效|目标|自评|评价")
HEAVIEST = re.compile(
    r"指标.{0,10}?(分值|权重|得分|偏差度?)(?:.{0,4})最(高|大|多|低|小|少)|(分值|权重|得分|偏差度?)最(高|大|多|低|小|少)的.{0,8}指标"
)
LOST = re.compile(
    r"(?:分|分数).{0,4}(?:丢|扣|失)(?:在|了)|(?:丢|扣|失)(?:了|掉)?(?:多少|几)?分|没(?:有)?(?:拿|得)(?:到)?满分|未得满分|没得满"
)
ROLE_OF = {"分值": "weight", "权重": "weight", "得分": "score", "偏差": "deviation", "偏差度": "deviation"}
MOST_ROWS = 6


def answer_standing(asked: TextQuestion) -> Answer | None:
    """The indicators that stand out as asked; None where something else is asked for."""
    text = fold(asked.rest)
    founds = [found for document in asked.documents if (found := _find(document, text))]
    return offer_founds(asked, founds)


def _find(document: Document, text: str) -> Found | None:
    heaviest, lost = HEAVIEST.search(text), LOST.search(text)
    if not (heaviest or lost):
        return None
    rows = [row for row in read_rows(document, TABLES) if row.cell("target")]
    project = named_project(text.replace("、", ""), {row.project for row in rows if row.project})
    if project:
        rows = [row for row in rows if bare(row.project) == bare(project[0])]
    else:
        rows = [row for row in rows if not row.project and "整体" in text]
    if heaviest:
        word, end = (heaviest.group(1), heaviest.group(2)) if heaviest.group(1) else (heaviest.group(3), heaviest.group(4))
        return _heaviest(document, rows, ROLE_OF[word], is_most=end in "高大多")
    return _lost(document, _named(rows, text, project[1] if project else "")) if lost else None


def _named(rows: Sequence[FormRow], text: str, project: str) -> list[FormRow]:
    """The only row of whose name the question says most, at least several characters in one stretch; else all of them."""
    words = bare(text.replace(project, "~")) if project else bare(text)
    rated = [(len(common_stretch(words, bare(row.name))), row) for row in rows]
    longest = max((length for length, _ in rated), default=0)
    said = [row for length, row in rated if length == longest]
    return said if longest >= LONG_PART and len(said) == 1 else list(rows)


def _heaviest(document: Document, rows: Sequence[FormRow], role: str, *, is_most: bool) -> Found | None:
    rated = [(quantity.number, row) for row in rows if (quantity := row.quantity(role))]
    if len(rated) < 2:
        return None
    best = (max if is_most else min)(number for number, _ in rated)
    chosen = [row for number, row in rated if number == best]
    head = Line(wording.STANDS_OUT.format(column=role_named(role).title, word="最高" if is_most else "最低", count=len(rated)))
    return _write(document, chosen, (role, "target"), head)


def _lost(document: Document, rows: Sequence[FormRow]) -> Found | None:
    """The rows whose score is below their weight, with the reason that is given; of a single one the points lost too."""
    short = [row for row in rows if points(row, "score") < points(row, "weight")]
    lost = tell_points_lost(short[0]) if len(short) == 1 else None
    heads = [*filter(None, [lost]), Line(wording.LOST.format(count=len(short)))]
    return _write(document, short, ("target", "actual", "weight", "score", "deviation", "reason"), *heads)


def _write(document: Document, rows: Sequence[FormRow], roles: Sequence[str], *heads: Line) -> Found | None:
    if not 0 < len(rows) <= MOST_ROWS:
        return None
    return join_lines(document, [*heads, *(tell_row(row, roles, wording.ROW) for row in rows)])
