"""How many points the rate of execution got in a project's self-evaluation (“预算执行率得了几分”), with the form's total where asked."""

from __future__ import annotations

from app.answer import Answer, Value
from app.forms.form_rows import FUNDS, FormRow, read_rows
from app.forms.read_row_asks import read_row_asks
from app.forms.tell_rows import Line, join_lines, tell_row
from app.question.asked_words import POINTS_ASKED
from app.question.text_question import TextQuestion
from app.targets.tell_points_lost import tell_points_lost
from app.telling import wording_forms as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.checks.check_scores import POINTS, TOTAL
from ingest.document import Document
from retrieval.spelling.label_key import fold, label_key

TABLES = re.compile(r"自评|评价")
RATE = re.compile(
    r"(?:年度)?(?:预算|资金|项目资金|经费)?(?:的)?执行(?:率|情况|进度)(?:[这那]?一?项|指标|部分)?|(?:年度|项目)*资金总额(?:[这那]?一?行)?"
)
RATE_ITSELF = re.compile(r"执行(?:率|进度)(?:是|为|有|达到?)*多少(?!分)")
SCORED = re.compile(r"得分|(?:得|拿|打|评|扣|丢|给)(?:到|了|掉)*(?:多少|几)(?:个)?分|分数|满分|分值|权重|(?:是|有)?(?:多少|几)分")
TOTAL_ASKED = re.compile(r"(?:自评)?(?:总分|总的?得分|最后得分|总评分|(?:一共|总共)(?:得|拿|打)?了?(?=(?:多少|几)分))")
TALK = re.compile(r"绩效|自评表?|评价|项目|支出|里面?|分别|多少|年度?|决算|部门|单位|[这那]个|[中的了是有为各和与又几分得呢吗该]")


def answer_execution_score(asked: TextQuestion) -> Answer | None:
    """The weight and the score of the row of the project's funds; None where anything else is asked or no form tells them."""
    text = fold(asked.rest)
    if not RATE.search(text) or not SCORED.search(text) or RATE_ITSELF.search(text):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, asked))])


def _find(document: Document, asked: TextQuestion) -> Found | None:
    rows = [row for row in read_rows(document, TABLES) if row.quantity("weight") and row.quantity("score")]
    question = read_row_asks(asked.rest, [row.project for row in rows], (), asked.earlier)
    left = RATE.sub("", question.text.replace("■", ""))
    has_total = bool(TOTAL_ASKED.search(left))
    left = TALK.sub("", SCORED.sub("", TOTAL_ASKED.sub("", left)))
    row = _row_of_rate([one for one in rows if one.project == question.project]) if question.project else None
    if row is None or re.sub(r"[\W_\d]", "", left):
        return None
    lost = tell_points_lost(row) if POINTS_ASKED.search(fold(asked.rest)) else None
    total = _total(row) if has_total else None
    if has_total and total is None:
        return None
    return join_lines(document, [one for one in (lost, tell_row(row, ("weight", "score"), wording.ROW), total) if one])


def _row_of_rate(rows: list[FormRow]) -> FormRow | None:
    """The row of a project's form that scores its rate of execution: one of that name, else that of all its funds."""
    named = [row for row in rows if RATE.fullmatch(label_key(row.name))]
    funds = [row for row in rows if FUNDS.search(label_key(row.name)) and "总额" in row.name]
    found = named or funds
    return found[0] if len(found) == 1 else None


def _total(row: FormRow) -> Line | None:
    """The total score of a row's form."""
    figures = [one for one in row.document.figures if one.table == row.table.index and one.row and one.col and one.quantity]
    totals = [one for one in figures if TOTAL.fullmatch(label_key(one.row[-1])) and POINTS.fullmatch(label_key(one.col[-1]))]
    if len(totals) != 1 or totals[0].quantity is None:
        return None
    name, value = plain(totals[0].row[-1]), plain(totals[0].value)
    cell = wording.CELL.format(column=plain(totals[0].col[-1]), value=f"{value.removesuffix('分')}分")
    told = Value(f"{name}·{plain(totals[0].col[-1])}", totals[0].quantity.number, "分")
    source = cite_table(row.document, row.table, f"{name}：{value}", totals[0].place)
    return Line(wording.PLAIN_ROW.format(name=name, cells=cell), (told,), (source,))
