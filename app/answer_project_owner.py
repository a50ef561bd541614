"""Whose a project is: the unit that the lists of projects name beside it."""

from __future__ import annotations

from app import wording_forms as wording
from app.answer import Answer
from app.cite import plain
from app.form_rows import read_rows
from app.match_rows import named_project
from app.offer_founds import offer_founds
from app.passages import Found, cite_table
from app.text_question import TextQuestion
from ingest import late_re as re
from ingest.document import Document
from retrieval.label_key import fold

PROJECTS = re.compile(r"项目|专项")
UNIT = r"(?:单位|部门|机构|中心|局)"
ASKED = re.compile(
    rf"(?:是|属于|归|由|算)?(?:哪|什么)(?:一?[个家]|些)?{UNIT}(?:的|来|在)?(?:项目|管|做|实施|承担|负责|用)?(?:的)?|(?:项目|实施|承担|责任)单位(?:是|叫)?(?:谁|哪|什么|啥)?|归谁管?|谁的项目"
)
MONEY = re.compile(r"多少|几|最|[高大多]于")


def answer_project_owner(asked: TextQuestion) -> Answer | None:
    """The unit of the one project that the question names; None where none is named or the lists name no unit or several."""
    text = fold(asked.rest)
    if not ASKED.search(text) or MONEY.search(text):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, ASKED.sub("项目", text)))])


def _find(document: Document, text: str) -> Found | None:
    rows = [row for row in read_rows(document, PROJECTS) if row.owner]
    named = named_project(text, dict.fromkeys(row.name for row in rows))
    own = [row for row in rows if named and row.name == named[0]]
    if len({plain(row.owner) for row in own}) != 1:
        return None
    row = own[0]
    told = wording.OWNED_BY.format(table=plain(row.table.title), name=plain(row.name), owner=plain(row.owner))
    return Found(document, told, (cite_table(document, row.table, f"{row.name}：{row.owner}", row.cells[0][1].place),))
