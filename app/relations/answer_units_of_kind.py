"""“某局管着几家卫生院”: how many of a department's units bear a kind in their names, as a table lists them all."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.answer import Answer, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.telling.cite import cite_figure, document_name, plain
from app.telling.wording_bodies import UNITS_OF_KIND, UNITS_OF_KIND_LABEL
from ingest import late_re as re
from ingest.document import Document, Figure
from ingest.identity.organization_forms import fold_name, split_brackets
from retrieval.bodies.units_asked import units_of
from retrieval.evidence import FigureEvidence
from retrieval.spelling.label_key import fold

LEAD = (
    r"(?:那|请问|它|一共|总共|共|现在|目前|全系统|系统|局|本部门|部门|管着|管理|管|拥有|有|下辖|辖|下设|设|下属|所属|下面|底下|下头|手下|名下|直属|纳入|预算|决算|的|里|中|内)*"
)
KIND = r"(?P<place>乡镇|镇|乡)?(?P<kind>[一-鿿]{2,8}?)"
COUNT = r"(?:几|多少)(?P<counter>[家所个])"
NAMES = r"(?:[,?](?:分别|都|各|具体)*(?:是|有|叫)?(?:哪些|哪几[家所个]|什么|谁))?[?]*"
ASKED = re.compile(f"{LEAD}{COUNT}{KIND}{NAMES}")
TURNED = re.compile(f"{LEAD}{KIND}(?:一共|总共|共)?(?:有|是){COUNT}{NAMES}")
AT_PLACE = {"乡镇": "(?:乡|镇)", "镇": "镇", "乡": "乡", None: ""}
NO_KIND = re.compile(r"单位|机构|部门|学校|科室|项目")  # their names do not tell which bodies are such


def answer_units_of_kind(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The units of the kind, counted and named; None for any other question, or where no table lists all units."""
    choice = answerer.reader.choose(question, history)[0]
    rest = fold(choice.rest).replace("~", "")
    asked = ASKED.fullmatch(rest) or TURNED.fullmatch(rest)
    if asked is None or choice.failed or choice.units or len(choice.documents) != 1 or NO_KIND.search(asked["kind"]):
        return None
    document = answerer.disclosures.document(choice.documents[0])
    rows = _rows_of_units(document)
    ends = re.compile(f"{AT_PLACE[asked['place']]}{re.escape(asked['kind'])}$")
    found = {unit: figure for unit, figure in rows.items() if ends.search(_bare(unit))}
    return _tell(document, found, asked["counter"], f"{asked['place'] or ''}{asked['kind']}") if found else None


def _rows_of_units(document: Document) -> dict[str, Figure]:
    """A figure in the row of each unit below the department, in the first table that lists all of them; empty where none does."""
    units = {_bare(unit): unit for unit in units_of(document.info)[1]}
    for table in document.tables:
        rows: dict[str, Figure] = {}
        for figure in document.figures:
            names = [units[name] for part in figure.row if (name := _bare(part)) in units] if figure.table == table.index else []
            rows.update({name: figure for name in names if name not in rows})
        if units and len(rows) == len(units):
            return {unit: rows[unit] for unit in units.values()}
    return {}


def _bare(name: str) -> str:
    """A unit's name as it is compared, without what stands in brackets behind it."""
    return split_brackets(fold_name(name))[0]


def _tell(document: Document, found: dict[str, Figure], counter: str, kind: str) -> Answer:
    """The units of the kind, each cited by its row."""
    table = document.tables[next(iter(found.values())).table]
    names = "、".join(f"{plain(unit)}[{mark}]" for mark, unit in enumerate(found, 1))
    head = document_name(document.info)
    text = UNITS_OF_KIND.format(document=head, table=plain(table.title), kind=kind, count=len(found), counter=counter, names=names)
    citations = tuple(cite_figure(FigureEvidence(document.info, table, figure, 0.0)) for figure in found.values())
    value = Value(UNITS_OF_KIND_LABEL.format(kind=kind), Decimal(len(found)), counter)
    return Answer("answered", text, values=(value,), citations=citations)
