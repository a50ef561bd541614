"""Whether the units that the text names are those that a table lists."""

from __future__ import annotations

from dataclasses import replace

from app.answer import Answer
from app.prose.answer_structure import answer_structure, subordinates
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.passages import cite_table
from ingest import late_re as re
from ingest.document import Document, Figure
from retrieval.spelling.label_key import fold

AGREES = r"(?:对得上|对不上|一致|相符|吻合|一样|相同|出入|矛盾|差别|不同|对应)"
ASKED = re.compile(
    rf"^[^?]*?(?:单位构成|单位组成|编制范围|机构设置|所属单位|下属单位)[^?]*?[跟和与同及][^?]*?(?P<table>[一-鿿]{{2,14}}?表)[^?]*?{AGREES}[^,;?]{{0,4}}[?。]?\s*$"
)
LEAD = re.compile(r"^.*[跟和与同及里中]|^(?:20\d\d)?年?度?|部门|单位|预算|决算")
OF_UNITS = "预算单位构成"


def answer_units_agree(asked: TextQuestion) -> Answer | None:
    """Both lists side by side, or that they are the same; a no where the table named lists no units, None where no such thing is asked."""
    found = ASKED.search(fold(asked.rest))
    if found is None or len(asked.documents) != 1:
        return None
    document, told = asked.documents[0], answer_structure(replace(asked, rest=OF_UNITS))
    listed = _listed(document, LEAD.sub("", found["table"]))
    if told is None or told.status != "answered" or not listed:
        return Answer("not_found", wording.NO_UNITS_TABLE.format(table=found["table"]), answered_by="quote")
    quoted = fold("".join(one.quote for one in told.citations if not one.table))
    missing = [unit for unit in listed if fold(unit) not in quoted]
    unlisted = [unit for unit in subordinates(document, document.info.units) if fold(unit) in quoted and unit not in listed]
    line = wording.UNITS_AGREE.format(units="、".join(listed))
    if missing or unlisted:
        parts = (template.format(units="、".join(units)) for template, units in _sides(missing, unlisted) if units)
        line = wording.UNITS_DIFFER.format(parts="；".join(parts))
    cited = [cite_table(document, document.tables[one.table], " ".join(one.row), one.place) for one in listed.values()]
    body = told.text.partition(wording.UNITS_CONFLICT.split("：")[0])[0].rstrip()
    return replace(told, text=f"{body}\n{line}", citations=(*(one for one in told.citations if not one.table), *cited[:3]))


def _sides(missing: list[str], unlisted: list[str]) -> tuple[tuple[str, list[str]], ...]:
    return ((wording.UNITS_ONLY_TABLE, missing), (wording.UNITS_ONLY_TEXT, unlisted))


def _listed(document: Document, name: str) -> dict[str, Figure]:
    """The subordinate units that the rows of the tables of this name are of."""
    tables = {table.index for table in document.tables if name and name in fold(LEAD.sub("", table.title)) and not table.context}
    rows = {fold(part): figure for figure in document.figures if figure.table in tables for part in figure.row}
    return {unit: rows[fold(unit)] for unit in subordinates(document, document.info.units) if fold(unit) in rows}
