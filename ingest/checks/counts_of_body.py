"""Counts that are of a document's whole body (编制, 在职, 车辆): what each is of, whatever it is called in full."""

from __future__ import annotations

from ingest import late_re as re
from ingest.document import Document, Statement
from ingest.labels.table_words import fold_all
from ingest.labels.thing_named import thing_named
from ingest.standard_forms.identities import load_identities

COUNTED_ALIKE = {"名": "人", "台": "辆", "家": "个"}
OF_ALL = re.compile(r"(?:我|本|全)(?:部门|单位|系统|局|委|办|院|校)|总(?=编制|人数|数)|编制总|部门总")
OTHER_TIME = re.compile(r"上年|去年|上一年|计划|拟|预计|新增|增加|减少|平均|人均|目标|将|核减|空缺|超")
EMPTY_OF_COUNTS = re.compile(r"^(?:截至|现|共|总|核定|批准|实有|期末|年末|编外)+|(?:人员|人|总|员)$|总")


def count_of_body(statement: Statement, document: Document) -> tuple[str, str] | None:
    """What a count of the whole body is of, and its unit; None where it may be that of a unit, of another time, or of something done."""
    folded = fold_all(statement.subject)
    year = document.info.year or 0
    own_years = (None, year, year - 1) if document.info.kind == "预算" else (None, year)  # budgets tell of the end of the year before
    if statement.measure != "数量" or statement.year not in own_years or OTHER_TIME.search(folded) or not _is_of_whole(statement, document):
        return None
    thing = thing_counted(folded, document.info.organization or "")
    is_known = any(re.fullmatch(rule["counted"], thing) for rule in load_identities()["repeats"])
    return (thing, COUNTED_ALIKE.get(statement.quantity.unit, statement.quantity.unit)) if is_known else None


def thing_counted(label: str, body: str = "") -> str:
    """What a count is of, without the words that say that it is counted."""
    return EMPTY_OF_COUNTS.sub("", EMPTY_OF_COUNTS.sub("", thing_named(label, body)))


def _is_of_whole(statement: Statement, document: Document) -> bool:
    """Whether a count is that of the document's body: it says so, or no unit is named where it stands."""
    body = fold_all(document.info.organization or "")
    if OF_ALL.search(statement.subject) or (body and fold_all(statement.subject).startswith(body)):
        return True
    section = document.sections[statement.section]
    near = [paragraph.text for paragraph in section.paragraphs if paragraph.place == statement.place]
    text = fold_all(" ".join((*section.heading_path[-1:], *near, statement.sentence)))
    return not any(unit in text for unit in map(fold_all, document.info.units) if unit != body and unit)
