"""Which projects aim highest or lowest at a share (满意度, 合格率), or below or above one that is given, as their forms tell."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.forms.form_rows import FormRow, read_rows, role_named
from app.forms.read_row_asks import read_row_asks
from app.forms.tell_rows import Line, join_lines, tell_row
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document
from ingest.quantity import Quantity
from retrieval.spelling.bound import bounds_in
from retrieval.spelling.label_key import fold, label_key

TABLES = re.compile(r"绩效|目标|自评|评价")
ASKED = re.compile(
    r"(?:哪|几|多少)[一些几个项]*(?:的)?项目|项目(?:是|有|为|都|分别)*(?:哪|几|多少|什么)|项目[里中][^?]*(?:哪|几|多少)"
    r"|^[^,;?]*?(?:[\d两二三四五六七八九十几]个|所有|全部|各个?|这些|\W)(?:(?:有|列出?|公开)了?(?:绩效)?(?:目标|指标)?表?的)?项目,哪"
)
MEASURE = re.compile(r"满意|合格率|完成率|验收率|知晓率|覆盖率|及时率")
SPELT = {"满意": "满意度"}
ELSE_ASKED = re.compile(r"整体|得分|分值|权重|实际|达标|没达|未达|没完成|未完成|扣|平均|金额|资金|预算|多少钱")
EXTREME = re.compile(r"最(?P<most>[高大])|最(?P<least>[低小])")
PERCENT = frozenset({"%", ""})
MOST_ROWS = 12


def answer_projects_by_target(asked: TextQuestion) -> Answer | None:
    """The indicators of projects whose target stands out or lies beyond the bound as asked; None where something else is asked for."""
    text = fold(asked.rest)
    measure = MEASURE.search(text)
    if not measure or not ASKED.search(text) or ELSE_ASKED.search(text) or not (EXTREME.search(text) or bounds_in(text)):
        return None
    return offer_founds(asked, [one for document in asked.documents if (one := _find(document, asked, measure[0]))])


def _find(document: Document, asked: TextQuestion, measure: str) -> Found | None:
    """The rows of the projects that fit, below how many there are of how many projects; None where a project is named."""
    rows = [row for row in read_rows(document, TABLES) if row.project and row.cell("target") and _is_of(row, measure)]
    rated = [(quantity, row) for row in rows if (quantity := row.quantity("target")) and quantity.unit in PERCENT]
    if len({row.project for _, row in rated}) < 2 or read_row_asks(asked.rest, [row.project for row in rows], ()).project:
        return None
    chosen = _choose(rated, fold(asked.rest))
    if chosen is None or len(chosen[1]) > MOST_ROWS:
        return None
    projects, count = {row.project for _, row in rated}, len({row.project for row in chosen[1]})
    template = wording.PROJECTS_AIMING if count else wording.NO_PROJECT_AIMING
    named, column = SPELT.get(measure, measure), role_named("target").title
    head = template.format(all=len(projects), measure=named, column=column, condition=chosen[0], count=count)
    unsaid = [row for row in rows if all(row is not one for _, one in rated)]
    beside = [Line(wording.NO_NUMBER), *(tell_row(row, ("target",), wording.ROW) for row in unsaid)] if unsaid else []
    shown = chosen[1] or [row for _, row in rated][:MOST_ROWS]
    lines = [tell_row(row, ("target",), wording.ROW) for row in shown]
    return join_lines(document, [Line(head), *lines, *beside])


def _is_of(row: FormRow, measure: str) -> bool:
    """Whether a row measures this by its name or stands under a heading of it."""
    return measure in fold(row.name) or any(measure in label_key(heading) for heading in row.headings)


def _choose(rated: Sequence[tuple[Quantity, FormRow]], text: str) -> tuple[str, list[FormRow]] | None:
    """How the rows asked for are told from the others, and these rows; None where the question does not say."""
    if extreme := EXTREME.search(text):
        best = (max if extreme["most"] else min)(quantity.number for quantity, _ in rated)
        return extreme[0], [row for quantity, row in rated if quantity.number == best]
    bounds = bounds_in(text)
    if len(bounds) != 1 or bounds[0].quantity.unit != "%":
        return None
    return bounds[0].said, [row for quantity, row in rated if bounds[0].holds(quantity)]
