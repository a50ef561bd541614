"""Which indicators missed their target or lost points, found by holding every row's result against its target."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from app.answer import Answer
from app.forms.form_rows import FUNDS, FormRow, read_rows
from app.forms.read_row_asks import RowQuestion, read_row_asks
from app.forms.tell_rows import Line, join_lines, tell_row
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold, label_key

TABLES = re.compile(r"自评|评价")
MISSED = r"(?:没有?|未|不)(?:有|能)?(?:完成|达到|达标|达成|实现|做到|合格)了?(?:年初|年度|预期)?的?(?:目标值?|指标值?|要求)?"
LOST = r"(?:被)?(?:扣|丢|失)(?:了|掉)?(?:过)?分|没有?(?:得|拿)(?:到|了)?满分"
WHICH = r"(?:哪[些几]?|什么|几)[个项条]?"
ASKED = re.compile(
    rf"{WHICH}[^,;?？。]{{0,6}}指标(?:都)?(?:是)?(?P<after>{MISSED}|{LOST})|(?P<before>{MISSED}|{LOST})的?(?:绩效|三级)?指标?(?:一共|都)?(?:有|是)?{WHICH}"
    rf"|{WHICH}(?P<alone>{MISSED}|{LOST})|指标(?:里|中)?(?:面)?(?:有)?(?:哪些|哪几[个项])(?:是)?(?P<inside>{MISSED}|{LOST})"
)
ASKING = re.compile(r"指标|自评表?|绩效|项目|支出|评价|目标|部门|整体|[哪些几个项条有的里中是表]|没|未|不|都|一共|什么")
WHOLE = re.compile(r"整体|部门绩效")
UPPER, EXACT = re.compile(r"[≤<＜]|不(?:超过|高于|大于|多于)|以内|以下"), re.compile(r"^[=＝]")
AT_LEAST = re.compile(r"[≥>＞]|不(?:低于|少于)|以上")
COST = re.compile(r"成本")
DAY = re.compile(r"\d\s*(?:月|日|号)|[年月]底|季度")
DURATION = re.compile(r"^(?:个?工作日|天|小时|分钟|秒)")
ROLES = ("target", "actual", "weight", "score", "reason")


def answer_unreached(asked: TextQuestion) -> Answer | None:
    """The indicators that missed what is asked, form by form; None where the question names what no form evaluates."""
    rest = fold(asked.rest)
    found = ASKED.search(rest)
    if not found:
        return None
    is_points = bool(re.search(LOST, found[0]))
    return offer_founds(asked, [one for document in asked.documents if (one := _find(document, asked, found[0], is_points=is_points))])


def _find(document: Document, asked: TextQuestion, asking: str, *, is_points: bool) -> Found | None:
    """What the forms of the project named, else all forms, tell."""
    told = read_rows(document, TABLES)
    rows = [row for row in told if row.cell("target") and row.cell("actual") and not FUNDS.search(label_key(row.name))]
    question = read_row_asks(asked.rest.replace(asking, ","), [row.project for row in rows], ())
    if any(len(ASKING.sub("", ask.words)) > 1 for ask in question.asks):
        return None
    judged = [(row, miss) for row in rows if _is_of(row, question) and (miss := _misses(row, is_points=is_points)) is not None]
    funds = [row for row in told if is_points and FUNDS.search(label_key(row.name)) and _misses(row, is_points=True)]
    lines: list[Line] = []
    for _, judgements in groupby(judged, lambda one: one[0].table.index):
        form = list(judgements)
        lines += _tell(form, is_points=is_points)
        lines += _tell_funds([row for row in funds if _form_of(row) == _form_of(form[0][0])])
    return join_lines(document, lines) if lines else None


def _form_of(row: FormRow) -> tuple[str, str]:
    """Which form a row stands in, though it runs over several tables."""
    return row.table.title, row.project


def _tell_funds(rows: Sequence[FormRow]) -> list[Line]:
    """That the rows of the funds, whose use is scored too, lost points; nothing where none did."""
    return [Line(wording.FUNDS_LOST), *(tell_row(row, ("rate", *ROLES)) for row in rows)] if rows else []


def _is_of(row: FormRow, question: RowQuestion) -> bool:
    """Whether a row belongs to the project named, or to the department where that is spoken of."""
    return row.project == question.project if question.project or WHOLE.search(question.text) else True


def _misses(row: FormRow, *, is_points: bool) -> bool | None:
    """Whether a row falls short; None where its numbers do not tell."""
    wanted, got = (row.quantity(role) for role in (("weight", "score") if is_points else ("target", "actual")))
    target = row.shown("target")
    if wanted is None or got is None or wanted.unit != got.unit or (not is_points and DAY.search(target)):
        return None
    if not is_points and EXACT.search(target):
        return wanted.number != got.number
    is_least = COST.search("".join((row.name, *row.headings))) or DURATION.search(wanted.unit)
    is_limit = not is_points and (UPPER.search(target) or (is_least and not AT_LEAST.search(target)))
    return got.number > wanted.number if is_limit else got.number < wanted.number


def _tell(form: Sequence[tuple[FormRow, bool]], *, is_points: bool) -> list[Line]:
    """How many of a form's indicators fall short, and each of them with its cells."""
    first, missing = form[0][0], [row for row, is_missed in form if is_missed]
    head = (wording.LOST_POINTS if is_points else wording.UNREACHED) if missing else wording.NO_LOSS if is_points else wording.ALL_REACHED
    project = wording.PROJECT.format(project=plain(first.project)) if first.project else ""
    text = head.format(table=plain(first.table.title), project=project, all=len(form), count=len(missing))
    cited = tuple(citation for row, _ in form for citation in tell_row(row, ("actual",)).citations)[:1]
    return [Line(text, citations=() if missing else cited), *(tell_row(row, ROLES) for row in missing)]
