"""Which projects have a form of their own (自评表, 绩效目标表), as the forms name them."""

from __future__ import annotations

import re

from app import wording_text as wording
from app.answer import Answer
from app.cite import plain
from app.offer_founds import offer_founds
from app.passages import Found, cite_table
from app.text_question import TextQuestion
from ingest.document import Document

FORM = r"自评表|绩效目标表|目标表|评价表"
ASKED = re.compile(
    rf"(?:哪|几|多少)(?:几|些)?个?项目.{{0,10}}?({FORM})|({FORM}).{{0,12}}(?:哪|几|多少).{{0,4}}项目|(?:哪|几|多少)(?:几|些)?[张份个](?:项目)?(?:单位|绩效|支出)*({FORM})"
)


def answer_forms(asked: TextQuestion) -> Answer | None:
    """The projects that have such a form, in their order; None where no form names one."""
    found = ASKED.search(asked.rest)
    if not found:
        return None
    form = next(filter(None, found.groups()))
    return offer_founds(asked, [one for document in asked.documents if (one := _find(document, form))])


def _find(document: Document, form: str) -> Found | None:
    tables = [table for table in document.tables if form in table.title and "项目" in table.title and table.context]
    if not tables:
        return None
    items = "\n".join(wording.GOAL_ITEM.format(name=plain(table.context or "")) for table in tables)
    text = wording.FORMS.format(table=plain(tables[0].title), count=len(tables), items=items)
    return Found(document, text, tuple(cite_table(document, table, table.context or "") for table in tables))
