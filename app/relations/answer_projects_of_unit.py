"""“某站负责的项目有几个、合计多少”, “有几个项目用专户资金安排”, “某项经费加起来多少”: some projects of a list, counted and added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.answer import Answer, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.projects.answer_fund_projects import FUNDS
from app.projects.project_rows import ProjectRow, project_rows
from app.telling import wording_projects as wording
from app.telling.calculation import add
from app.telling.cite import cite_figure, document_name, plain
from ingest import late_re as re
from ingest.document import Document, Figure
from retrieval.evidence import FigureEvidence
from retrieval.lookup.rank_bodies import KINDS
from retrieval.spelling.bound import bound_in, keeps
from retrieval.spelling.label_key import fold, label_key

COUNT = re.compile(r"(?:几|多少)[个项]")
SUM = re.compile(r"合计|一共|总共|(?<!公)共|加起来|加在一起|总额|总计")
SOURCE = re.compile(r"(?:钱|资金|经费|收入)?(?:都|分别|各|是|又)*(?:从哪(?:里|儿)?(?:来|出)的?|哪(?:里|儿)?来的)|(?:资金|经费)?来源")
UNITS_ASKED = re.compile(r"(?:涉及|有|给|用在|分到)?(?:了)?(?:哪?几|多少)(?P<counter>[所家个])(?:学校|单位|中心)")
PART = re.compile(r"其中")
SHORT_NAME = r"(?:[一-鿿]{2,6}\(\s*\))?"  # what a unit is called before its name in brackets
PLAIN = (
    r"(?:项目支出|项目|负责|承担|实施|牵头|管理?|开展|安排|支出|花费?|用|做|的|了|有|是|为|年度?|预算|决算|部门|单位|里面?|中|当中|哪[几些]?[个项]?|什么|(?:几|多少|[两二三四五六])[个项]?|"
    r"合计|一共|总共|共|加起来|加在一起|总额|总计|分别|各自?|都|又|由|被|从|以及|和|及|与|并|钱|资金|万?元|金额|名称|叫|名字|市直|县直|区直|直属|所属|下属|学校|呢|它|那|其中|[\s~,;?。:、()])*"
)
ASKED = re.compile(rf"{SHORT_NAME}{PLAIN}")
SHORTEST_NAME = 4
LONGEST_LIST = 40


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The rows that are asked for, the cell of each that is meant, those of a fund that is asked for besides, and whose rows they are."""

    rows: tuple[ProjectRow, ...]
    cells: tuple[Figure, ...]
    part: tuple[Figure, ...]
    whose: str


def answer_projects_of_unit(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The projects with their number, amounts, sum and funds, as is asked; None for any other question, or where a word is left over."""
    choice = answerer.reader.choose(question, history)[0]
    text = re.sub(r"\s", "~", choice.rest)
    is_asked = any(pattern.search(text) for pattern in (COUNT, SUM, SOURCE))
    if choice.failed or len(choice.documents) != 1 or len(choice.units) > 1 or not is_asked:
        return None
    document = answerer.disclosures.document(choice.documents[0])
    chosen = _choose(project_rows(document), choice.units, text)
    return _tell(document, chosen, text) if chosen and _are_of_kind(chosen, text) else None


def _choose(rows: Sequence[ProjectRow], units: Sequence[str], text: str) -> _Chosen | None:
    """The rows of the unit, of the fund or of the name that a question names, with nothing else named in it."""
    names = {row.name for row in rows if len(fold(row.name)) >= SHORTEST_NAME and fold(row.name) in fold(text)}
    name = max(names, key=len, default="")
    if not all(one in name for one in names) or not (name or "项目" in text) or any(not row.unit for row in rows):
        return None
    bound = bound_in(text)
    fund = next(((said, header) for said, header in FUNDS if said.search(text)), None)
    left = UNITS_ASKED.sub("~", SOURCE.sub("~", text.replace(fold(name), "~") if name else text))
    left = fund[0].sub("~", left) if fund else left
    left = left.replace(bound.said, "~") if bound else left
    chosen = [row for row in rows if (not units or row.unit == units[0]) and (not name or row.name == name)]
    chosen = [row for row in chosen if keeps(bound, row.amount.quantity)]
    if not (units or name or fund) or not chosen or not ASKED.fullmatch(left.replace("~", " ")):
        return None
    paid = [(row, cell) for row in chosen for cell in row.funds if fund and fund[1].search(label_key(" ".join(cell.col)))]
    whose = wording.WHOSE.format(unit=units[0] if units else "", name=f"“{name}”" if name else "", bound=bound.said if bound else "")
    if (bound and fund) or not (units or name or COUNT.search(text)):
        return None  # what all of them come to is a row of its own
    if fund is None or PART.search(text):
        part = tuple(cell for _, cell in paid)
        return _Chosen(tuple(chosen), tuple(row.amount for row in chosen), part, whose) if part or not fund else None
    whose = f"{whose}{plain(paid[0][1].col[-1])}" if paid else ""
    return _Chosen(tuple(row for row, _ in paid), tuple(cell for _, cell in paid), (), whose) if paid else None


def _are_of_kind(chosen: _Chosen, text: str) -> bool:
    """Whether all rows are of schools, where it is asked of how many schools they are, and no list is too long to tell."""
    kinds = [pattern for word, pattern in KINDS.items() if word in text and UNITS_ASKED.search(text)]
    return len(chosen.rows) <= LONGEST_LIST and all(kind.search(row.unit) for kind in kinds for row in chosen.rows)


def _tell(document: Document, chosen: _Chosen, text: str) -> Answer:
    """How many rows there are and what they come to, then the rows."""
    count, table = len(chosen.rows), plain(chosen.rows[0].table.title)
    lines = [wording.HEAD.format(document=document_name(document.info), table=table, whose=chosen.whose, count=count)]
    values = [Value(wording.COUNT_LABEL.format(whose=chosen.whose), Decimal(count), "个")] if COUNT.search(text) else []
    formulas = []
    for label, cells in ((wording.SUM, chosen.cells), (plain(chosen.part[0].col[-1]) if chosen.part else "", chosen.part)):
        computed = add([cell.quantity for cell in cells if cell.quantity]) if cells else None
        if computed and (count > 1 or cells is chosen.part):
            amount = computed.result
            formulas += [computed.formula] if len(cells) > 1 else []
            lines.append(wording.COMES_TO.format(label=label, sum=f"{amount.number}{amount.unit}"))
            values.append(Value(f"{chosen.whose}{label}", amount.number, amount.unit))
    if units := UNITS_ASKED.search(text):
        number = len({row.unit for row in chosen.rows})
        lines.append(wording.UNITS.format(count=number, counter=units["counter"]))
        values.append(Value(wording.UNITS_LABEL, Decimal(number), units["counter"]))
    lines += [wording.CALCULATED.format(formula=formula) for formula in formulas]
    told = list(zip(chosen.rows, chosen.cells, strict=True))
    lines += [_line(row, cell, mark, is_of_one=len({one.unit for one in chosen.rows}) == 1) for mark, (row, cell) in enumerate(told, 1)]
    values += [Value(f"{plain(row.name)}", cell.quantity.number, cell.quantity.unit) for row, cell in told if cell.quantity]
    funds = [(row, cell) for row in chosen.rows for cell in row.funds]
    citations = tuple(cite_figure(FigureEvidence(document.info, row.table, cell, 0.0)) for row, cell in [*told, *funds])
    return Answer("answered", "\n".join(lines), tuple(values), "；".join(formulas) or None, citations)


def _line(row: ProjectRow, cell: Figure, mark: int, *, is_of_one: bool) -> str:
    """A project with its amount and the funds that pay for it."""
    funds = "、".join(f"{plain(one.col[-1])}{_shown(one)}" for one in row.funds)
    name = plain(row.name) if is_of_one else f"{plain(row.unit)}，{plain(row.name)}"
    return wording.ROW.format(name=name, amount=_shown(cell), mark=mark, funds=wording.FUNDS.format(funds=funds) if funds else "")


def _shown(figure: Figure) -> str:
    """A cell's amount with its unit."""
    return f"{plain(figure.value)}{figure.quantity.unit if figure.quantity else ''}"
