"""“扣了几分”: the points that an indicator, a project or the whole body did not get, what it got taken from what it could get."""

from __future__ import annotations

from dataclasses import replace

from app.answer import Answer
from app.forms.form_rows import FUNDS, FormRow, read_rows
from app.forms.match_rows import named_rows
from app.forms.read_row_asks import read_row_asks
from app.forms.tell_rows import join_lines, tell_row
from app.question.asked_words import POINTS_ASKED
from app.question.text_question import TextQuestion
from app.targets.tell_points_lost import points, tell_points_lost
from app.telling import wording_forms as wording
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold, label_key

TABLES = re.compile(r"自评|评价")
TOTAL_SCORE = re.compile(r"^(?:自评)?总分")
WHOLE = re.compile(r"整体|部门(?!预算)")
BESIDE = re.compile(  # what is said of the loss besides how many points it is
    r"(?:扣|丢|失)了?分|(?:为什么|为何|为啥|咋|怎么)?没有?(?:能)?(?:得|拿)(?:到|了)?满分|(?:扣|丢|失)在(?:了)?(?:哪|什么)[^,;?]{0,4}|指标|自评表?|绩效|评价|评分|项目|支出|部门|整体|单位"
    r"|(?:哪些|哪几个|什么)|(?:一共|总共|共|被|各|都|因为?|才|就|为什么|为何|原因|[的里中这那个是在])"
)
MOST = re.compile(r"(?:扣|丢|失)[^,;?]{0,4}最[多高大]")
INDICATOR = re.compile(r"指标")
EACH, WHERE = re.compile(r"各|分别|哪[些几]"), re.compile(r"哪|什么")
ROLES = ("target", "actual", "weight", "score", "reason")


def answer_points_lost(asked: TextQuestion) -> Answer | None:
    """The points lost; None where none are asked for, or the question names what no form scores."""
    if not POINTS_ASKED.search(fold(asked.rest)):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, asked))])


def _find(document: Document, asked: TextQuestion) -> Found | None:
    """What the forms of the project named tell of the indicators named, of all that lost points, or of its total."""
    rows = [row for row in read_rows(document, TABLES) if row.quantity("weight") and row.quantity("score")]
    rest = POINTS_ASKED.sub(",", fold(asked.rest))
    question = read_row_asks(rest, [row.project for row in rows], (), asked.earlier)
    words = "".join(left for ask in question.asks if len(left := BESIDE.sub("", ask.words)) > 1)
    of_form = [row for row in rows if row.project == question.project] if question.project else rows
    if words:
        named = named_rows(words, [row for row in of_form if not _is_total(row)])
        return _tell(document, named) if len(named) == 1 else None
    if not question.project and not WHOLE.search(question.text):
        return None
    scored = [row for row in of_form if question.project or not row.project]
    single = [row for row in scored if not _is_total(row) and points(row, "score") < points(row, "weight")]
    single = [row for row in single if not (INDICATOR.search(question.text) and FUNDS.search(label_key(row.name)))]
    if MOST.search(asked.rest):
        return _tell(document, _most_lost(single))
    totals = [row for row in scored if _is_total(row)]
    if EACH.search(asked.rest):
        return _tell(document, single)
    return _tell(document, [*totals, *(single if WHERE.search(asked.rest) else [])]) if len(totals) == 1 else None


def _most_lost(rows: list[FormRow]) -> list[FormRow]:
    """Those of the rows that lost most points."""
    lost = [points(row, "weight") - points(row, "score") for row in rows]
    return [row for row, one in zip(rows, lost, strict=True) if one == max(lost)]


def _is_total(row: FormRow) -> bool:
    """Whether a row holds the total score of its form."""
    return bool(TOTAL_SCORE.search(label_key(row.name)))


def _tell(document: Document, rows: list[FormRow]) -> Found | None:
    """The points that each of the rows lost, with its cells."""
    lost = [tell_points_lost(row) for row in rows]
    # The points lost are what is asked for: the cells are shown, and are no values.
    cells = [replace(tell_row(row, ROLES, wording.ROW), values=()) for row in rows]
    lines = [line for pair in zip(lost, cells, strict=True) for line in pair if line is not None]
    return join_lines(document, lines) if rows and None not in lost else None
