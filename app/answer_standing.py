"""Which indicator stands out: the one with a printed target, the heaviest or best scored, those that lost points, with the reason given."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app import wording_forms as wording
from app.answer import Answer
from app.form_rows import FormRow, read_rows, role_named
from app.lost_points import ASKED, lost_points
from app.match_rows import bare, named_project
from app.offer_founds import offer_founds
from app.passages import Found
from app.said_otherwise import Things, agreement, asked_things
from app.tell_rows import Line, join_lines, tell_row
from app.text_question import TextQuestion
from ingest import late_re as re
from ingest.document import Document
from retrieval.label_key import fold

TABLES = re.compile(r"绩效|目标|自评|评价")
PRINTED = re.compile(r"[≥≤<>＜＞=]\s*\d")
WHICH = re.compile(r"(?:哪|什么)(?:一)?(?:个|项|条|些|几个|几项)?(?:三级|具体)?的?(?:指标|项目)|指标.{0,6}(?:哪|什么)|对应的?(?:哪|什么)")
HEAVIEST = re.compile(
    r"指标.{0,10}?(分值|权重|得分|偏差度?)(?:.{0,4})最(高|大|多|低|小|少)|(分值|权重|得分|偏差度?)最(高|大|多|低|小|少)的.{0,8}指标"
)
LOST = re.compile(
    r"(?:分|分数).{0,4}(?:丢|扣|失)(?:在|了)|(?:丢|扣|失)(?:了)?分|没(?:有)?(?:拿|得)(?:到)?满分|未得满分|没得满"
)
ROLE_OF = {"分值": "weight", "权重": "weight", "得分": "score", "偏差": "deviation", "偏差度": "deviation"}
MOST_ROWS = 6
NAMED = 0.5  # of what a question names besides the project, the share that an indicator must say to be meant


def answer_standing(asked: TextQuestion) -> Answer | None:
    """The indicators that stand out as asked; None where something else is asked for."""
    text = fold(asked.rest)
    founds = [found for document in asked.documents if (found := _find(document, text))]
    return offer_founds(asked, founds)


def _find(document: Document, text: str) -> Found | None:
    printed, heaviest, lost = PRINTED.search(text), HEAVIEST.search(text), LOST.search(text)
    if not (heaviest or lost or (printed and WHICH.search(text))):
        return None
    rows = [row for row in read_rows(document, TABLES) if row.cell("target")]
    project = named_project(text.replace("、", ""), {row.project for row in rows if row.project})
    if project:
        rows = [row for row in rows if bare(row.project) == bare(project[0])]
    elif not printed:
        rows = [row for row in rows if not row.project and "整体" in text]
    if printed:
        return _write(document, [row for row in rows if _quotes(text, row)], ("target",))
    if heaviest:
        word, end = (heaviest.group(1), heaviest.group(2)) if heaviest.group(1) else (heaviest.group(3), heaviest.group(4))
        return _heaviest(document, rows, ROLE_OF[word], is_most=end in "高大多")
    rest = LOST.sub("~", ASKED.sub("~", text.replace(project[1], "~") if project else text))
    return _lost(document, rows, asked_things(rest)) if lost else None


def _quotes(text: str, row: FormRow) -> bool:
    """Whether the question quotes a target as it is printed."""
    target = fold(row.shown("target"))
    return bool(PRINTED.match(target)) and bool(re.search(rf"{re.escape(target)}(?![\d.])", text))


def _heaviest(document: Document, rows: Sequence[FormRow], role: str, *, is_most: bool) -> Found | None:
    rated = [(quantity.number, row) for row in rows if (quantity := row.quantity(role))]
    if len(rated) < 2:
        return None
    best = (max if is_most else min)(number for number, _ in rated)
    chosen = [row for number, row in rated if number == best]
    head = Line(wording.STANDS_OUT.format(column=role_named(role).title, word="最高" if is_most else "最低", count=len(rated)))
    return _write(document, chosen, (role, "target"), head)


def _lost(document: Document, rows: Sequence[FormRow], things: Things) -> Found | None:
    """The rows whose score is below their weight, with the reason that is given; the one alone that the question names."""
    short = [row for row in rows if _points(row, "score") < _points(row, "weight")]
    named = [row for row in short if agreement(things, row.name).asked >= NAMED]
    head = Line(wording.LOST.format(count=len(short)))
    if len(named) == 1:
        short, head = named, lost_points(named[0]) or head
    return _write(document, short, ("target", "actual", "weight", "score", "deviation", "reason"), head)


def _points(row: FormRow, role: str) -> Decimal:
    quantity = row.quantity(role)
    return quantity.number if quantity else Decimal(0)


def _write(document: Document, rows: Sequence[FormRow], roles: Sequence[str], head: Line | None = None) -> Found | None:
    if not 0 < len(rows) <= MOST_ROWS:
        return None
    return join_lines(document, [*filter(None, [head]), *(tell_row(row, roles, wording.ROW) for row in rows)])
