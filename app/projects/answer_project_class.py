"""Of which class a project is (特定目标类, 其他运转类): the class that the list of projects prints beside its name, with its amount."""

from __future__ import annotations

from app.answer import Answer
from app.forms.form_rows import FormRow, read_rows
from app.forms.match_rows import named_project
from app.forms.tell_rows import Line, join_lines, tell_row
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold, label_key

PROJECTS = re.compile(r"项目")
ASKED = re.compile(r"(?:哪|什么|啥)(?:一)?(?:个)?(?:类型|类别|种类|大?类)(?:的)?(?:项目)?|项目(?:类型|类别)(?:是|为)?(?:什么|哪|啥)")
OTHER = re.compile(r"科目|采购|指标|单位|事业|公益|哪些|哪几|几[大个]?类|最|增|减|编制")
CLASS = re.compile(r"类(?:项目)?$")


def answer_project_class(asked: TextQuestion) -> Answer | None:
    """The class of the one project that the question names; None where none is named or its lists print no class, or several."""
    text = fold(asked.rest)
    if not ASKED.search(text) or OTHER.search(ASKED.sub("", text)):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, ASKED.sub("项目", text)))])


def _find(document: Document, text: str) -> Found | None:
    rows = [row for row in read_rows(document, PROJECTS) if _class_of(row)]
    named = named_project(text, dict.fromkeys(row.name for row in rows))
    own = [row for row in rows if named and row.name == named[0]]
    if len({label_key(_class_of(row)) for row in own}) != 1:
        return None
    row, kind = own[0], _class_of(own[0])
    told = wording.OF_CLASS.format(table=plain(row.table.title), name=plain(row.name), kind=plain(kind))
    place = row.cells[0][1].place
    classed = Line(told, citations=(cite_table(document, row.table, f"{row.name}：{kind}", place),))
    return join_lines(document, [classed, tell_row(row, ("amount",))] if row.cell("amount") else [classed])


def _class_of(row: FormRow) -> str:
    """The class printed beside a row's name; empty where there is none."""
    return next((word for word in row.headings if CLASS.search(label_key(word))), "")
