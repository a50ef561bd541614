"""“差旅费里项目上的有多少”: what an item of the economic classes is in all, within basic expenditure, and so within project expenditure.

Budgets print an item of all expenditure (支出经济分类汇总表) and of basic expenditure (基本支出表), never the rest: it is
what is left of the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from app.answer import Answer, Citation, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.telling import wording_split as wording
from app.telling.calculation import add, is_rounding, subtract
from app.telling.cite import cite_figure, document_name, plain
from ingest import late_re as re
from ingest.document import Document
from ingest.quantity import Quantity
from retrieval.evidence import FigureEvidence
from retrieval.spelling.label_key import fold, is_total, label_key

WHOLE_TABLE = re.compile(r"^(?!.*(?:基本支出|项目支出|三公)).*支出")
BY_CLASS = re.compile(r"^(?!.*(?:项目支出|三公|政府预算支出经济)).*(?:经济分类|基本支出)")
BY_ECONOMIC_CLASS = re.compile(r"支出(?:预算)?经济分类(?!.*政府预算支出)")
IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
CLASS = re.compile(r"^30[1-9](?:\d{2})?$|^\d{2}$")
ITEM = re.compile(r"30[1-9]\d{2}$")
OTHER_FUND = re.compile(r"政府性基金|国有资本|财政专户|专户|单位资金|事业收入|经营|上级补助|附属单位|其他收入|结转")
NOT_BASIC = re.compile(
    r"(?:不属于|不是|不算|不含|扣掉|扣除|扣去|减去|除掉|除去|去掉|除了|除|剔除)(?:其中的?)?基本支出(?:里|中|以?外)?的?(?:那部分|部分)?的?(?:以外|之外)?"
)
BASIC = re.compile(r"基本支出")  # in a question, and in the title of a table
PROJECT = re.compile(r"项目(?:支出|经费|资金|开支|上|里|中|那|花|部分|安排)|(?:做|属于|属|由|是|归|从|走|在)项目")
WHOLE = re.compile(r"总共|一共|合计|总计|总额|合起来|加起来|加在一起|汇总|全部|总的|[,，?].*其中")
OTHERS = re.compile(
    r"[、和与跟及](?!(?:其中的?)?(?:项目|基本))[^,;?]{2,12}(?:费|支出|补助)|比|占|增|减(?!去)|人均|平均|去年|上年|原因|为什么|谁|哪"
)
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Part:
    """An amount with the cells that it stands in."""

    amount: Quantity
    citations: tuple[Citation, ...]
    calculation: str


def answer_split_item(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The item in all, its basic and its project part; None where another thing is asked, or one of the first two is not printed."""
    choice = answerer.reader.choose(question, history)[0]
    text = fold(choice.rest)
    if not (BASIC.search(text) or PROJECT.search(text)) or choice.failed or choice.units or len(choice.documents) != 1:
        return None
    document = answerer.disclosures.document(choice.documents[0])
    item = _item(document, text)
    asked = _asked(text.replace(_said(item, text), "■")) if item else ()
    if not asked:
        return None
    whole = _part(answerer.of_item(document.info.id, item), WHOLE_TABLE, item) or _summed(document, item)
    basic = _part(answerer.of_item(document.info.id, f"{item}基本支出"), BASIC, item) or _none_of(document, whole, item)
    if whole is None or basic is None or whole.amount.unit != basic.amount.unit or whole.amount.number < basic.amount.number:
        return None
    return None if _has_other_funds(document, whole) else _tell(document, item, asked, whole, basic)


def _item(document: Document, text: str) -> str:
    """The longest item of the economic classes of expenditure that a question names; empty where it names none."""
    tables = {table.index for table in document.tables if BY_CLASS.search(table.title)}
    rows = {figure.row for figure in document.figures if figure.table in tables}
    names = {plain(part) for row in rows for before, part in pairwise(row) if CLASS.fullmatch(label_key(before))}
    named = [name for name in names if len(name) >= SHORTEST and _said(name, text) in text]
    return max(named, key=len, default="")


def _said(name: str, text: str) -> str:
    """How a text says a name: without what stands in its brackets (维修费 for 维修（护）费) where it does not say it in full."""
    return fold(name) if fold(name) in text else fold(IN_BRACKETS.sub("", name))


def _asked(text: str) -> tuple[str, ...]:
    """Which of the amounts are asked for (whole, basic, project), in the order told; none where no part, or more than the parts, is."""
    if OTHERS.search(text):
        return ()
    rest = NOT_BASIC.sub("项目支出", text)
    is_both = bool(BASIC.search(rest)) and bool(PROJECT.search(rest))
    basic, project = bool(BASIC.search(rest)), bool(PROJECT.search(rest))
    whole = bool(WHOLE.search(rest))
    if is_both and whole and len(re.findall("多少|几", rest)) == 1:
        return ("whole",)  # both of them together
    if not project and not (basic and whole):
        return ()
    return tuple(name for name, is_asked in (("whole", whole), ("basic", basic), ("project", project)) if is_asked)


def _part(answer: Answer, table: re.Pattern[str], item: str) -> _Part | None:
    """The amount that an answer tells of the item in a table of this kind, with the cells that make it up; None where it tells another."""
    if answer.status != "answered" or not answer.values or not answer.citations or fold(item) not in fold(answer.values[0].label):
        return None
    first, value = answer.citations[0], answer.values[0]
    if not first.table or not table.search(first.table):
        return None
    cells = tuple(one for one in answer.citations if one.table_index == first.table_index and one.col == first.col)
    return _Part(Quantity(value.value, value.unit), cells, answer.calculation or "")


def _summed(document: Document, item: str) -> _Part | None:
    """The rows of the item in the only table of all expenditure by economic class, in its column of totals; None where there is none."""
    tables = [table for table in document.tables if BY_ECONOMIC_CLASS.search(table.title) and WHOLE_TABLE.search(table.title)]
    named = [one for one in document.figures if one.quantity and fold(item) in map(fold, one.row)]
    totals = [one for one in named if len(one.col) == 1 and is_total(label_key(one.col[0]))]
    cells = [FigureEvidence(document.info, table, one, 0.0) for table in tables for one in totals if one.table == table.index]
    amounts = [one.figure.quantity for one in cells if one.figure.quantity]
    columns = {(one.figure.table, one.figure.col) for one in cells}
    if not amounts or len(columns) != 1 or len({one.unit for one in amounts}) != 1:
        return None
    added = add(amounts)
    return _Part(added.result, tuple(map(cite_figure, cells)), added.formula if len(amounts) > 1 else "")


def _none_of(document: Document, whole: _Part | None, item: str) -> _Part | None:
    """Nothing, cited by the total, where a table of basic expenditure lists other items that add up to its total; None where none does."""
    for table in document.tables if whole else ():
        cells = [one for one in document.figures if one.table == table.index and one.quantity] if BASIC.search(table.title) else []
        total = next((one for one in cells if is_total(label_key("".join(one.row)))), None)
        if total is None or total.quantity is None or not total.quantity.unit:
            continue
        own = [one for one in cells if one.col == total.col and any(ITEM.fullmatch(label_key(part)) for part in one.row)]
        amounts = [one.quantity for one in own if one.quantity]
        adds_up = amounts and is_rounding(subtract(add(amounts).result, total.quantity).result, amounts)
        if adds_up and not any(fold(item) in map(fold, one.row) for one in own):
            evidence = FigureEvidence(document.info, table, total, 0.0)
            return _Part(Quantity(Decimal(0), total.quantity.unit), (cite_figure(evidence),), "")
    return None


def _has_other_funds(document: Document, whole: _Part) -> bool:
    """Whether a row of the whole is paid in part from another fund than the general budget, which basic expenditure may not hold."""
    places = {(one.table_index, one.cell[0]) for one in whole.citations if one.cell}
    cells = (figure for figure in document.figures if (figure.table, figure.cell[0]) in places)
    return any(OTHER_FUND.search("".join(one.col)) and one.quantity and one.quantity.number for one in cells)


def _tell(document: Document, item: str, asked: Sequence[str], whole: _Part, basic: _Part) -> Answer:
    left = subtract(whole.amount, basic.amount)
    citations = (*whole.citations, *basic.citations)
    marks = [f"[{place}]" for place in range(1, len(citations) + 1)]
    cut = len(whole.citations)
    lines = [
        wording.HEAD.format(document=document_name(document.info), item=item),
        _line(wording.WHOLE, whole, "".join(marks[:cut])),
        _line(wording.BASIC if basic.amount.number else wording.NO_BASIC, basic, "".join(marks[cut:])),
        wording.PROJECT.format(amount=f"{left.result.number:f}{left.result.unit}", formula=left.formula),
    ]
    amounts = {"whole": whole.amount, "basic": basic.amount, "project": left.result}
    values = tuple(Value(f"{item}{wording.NAMES[name]}", amounts[name].number, amounts[name].unit) for name in asked)
    formulas = "；".join(one for one in (whole.calculation, basic.calculation, left.formula) if one)
    return Answer("answered", "\n".join(lines), values=values, calculation=formulas, citations=citations)


def _line(name: str, part: _Part, marks: str) -> str:
    formula = wording.FORMULA.format(formula=part.calculation) if part.calculation else ""
    return wording.LINE.format(
        name=name,
        amount=f"{part.amount.number:f}{part.amount.unit}",
        marks=marks,
        table=plain(part.citations[0].table or ""),
        formula=formula,
    )
