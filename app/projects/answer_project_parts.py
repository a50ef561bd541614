"""A project of which a list prints several rows, one for each kind of money that pays for it: the rows and what they come to."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.forms.form_rows import FormRow, read_rows
from app.forms.match_rows import bare
from app.forms.tell_rows import Line, join_lines, tell_computed, tell_row
from app.projects.answer_listed_rows import PROJECTS, is_unexplained
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.calculation import add
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

MONEY_WORDS = re.compile(
    r"(?:车购税|车辆购置税|燃油税|中央|省级?|市级?|县级?|区级?|上级|本级|地方|财政|政府|专项|一般|债券?|国债|补助|补贴|资金|结转|结余|配套"
    r"|自筹|贷款|基金|预算|拨款|收入|安排|提前下达|追加)+"
)
FUNDS_ASKED = re.compile(
    r"(?:用|来自|由|花|有|包括|是)*(?:了)?(?:哪|几|什么)(?:几|些|一)?[笔项种块类](?:的)?(?:资金|钱|经费)?(?:组成|构成|支持|安排|来源)*"
)
MONEY_ASKED = re.compile(r"多少|几笔|钱|哪(?:些|几)|合计|(?:决算|预算)数?(?:是|为|呢)")
OTHERWISE = re.compile(r"绩效|目标|指标|满意|[率占比]|自评|得分|分值|为什么|原因|最|科目|单位|增|减|平均|每|[年月]底|结转|剩")
SPENT = re.compile(r"(?:实际|总共|一共|合计|总计|全年|分别|各)*(?:花|用|投|支出|投入|安排|执行)(?:了|掉)?")


def answer_project_parts(asked: TextQuestion) -> Answer | None:
    """All rows of the project that the question names and their sum; None where it has one row or other words are said."""
    text = fold(asked.rest)
    if not MONEY_ASKED.search(text) or OTHERWISE.search(text):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, text))])


def _find(document: Document, text: str) -> Found | None:
    rows = [row for row in read_rows(document, PROJECTS) if row.cell("amount")]
    rows = [row for row in rows if row.table.index == rows[0].table.index]
    named = max((row for row in rows if bare(row.name) and bare(row.name) in bare(text)), key=lambda row: len(row.name), default=None)
    if named is None:
        return None
    parts = _parts(named, rows)
    words = SPENT.sub("~", FUNDS_ASKED.sub("~", text.replace(fold(named.name), "~")))
    if len(parts) < 2 or is_unexplained(words):
        return None
    amounts = [quantity for row in parts if (quantity := row.quantity("amount"))]
    if len(amounts) != len(parts):
        return None
    table = Line(wording.IN_TABLE.format(table=plain(named.table.title)))
    total = tell_computed(wording.PARTS_TOGETHER, add(amounts), wording.SUM, name=plain(named.name), count=len(parts))
    return join_lines(document, [total, table, *(tell_row(row, ("amount",)) for row in parts)])


def _parts(named: FormRow, rows: Sequence[FormRow]) -> list[FormRow]:
    """The rows that bear the project's name and besides it, at most, what money pays for them."""
    name = bare(named.name)
    return [row for row in rows if name in bare(row.name) and MONEY_WORDS.fullmatch(f"{bare(row.name).replace(name, '', 1)}资金")]
