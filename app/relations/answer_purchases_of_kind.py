"""“服务类政府采购里金额排前三的是哪几个”: the purchases of a class whose amounts come to what the list prints for the class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.answer import Answer, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.forms.form_rows import words_of
from app.projects.project_rows import yuan
from app.telling import wording_projects as wording
from app.telling.calculation import add
from app.telling.cite import cite_figure, document_name, plain
from ingest import late_re as re
from ingest.document import Document, Figure
from ingest.outline.headings import numeral_value
from retrieval.evidence import FigureEvidence
from retrieval.spelling.label_key import is_total, label_key

LISTS = re.compile(r"采购(?!.*(?:说明|情况说明))")
KIND = re.compile(r"(?P<kind>货物|工程|服务)(?:类|采购)*")
TOP = re.compile(
    r"(?:金额|预算|花钱|资金)*(?:排名?|排在|位居|列)?(?:最[大多高]的)?前(?P<first>[二两三四五六]|\d)(?:名|位|大|项|个)?"
    r"|(?:金额|预算|花钱)*最[大多高]的?(?P<largest>[二两三四五六]|\d)?(?:项|个|笔)?"
)
PLAIN = (
    r"(?:政府|采购|项目|品目|预算|支出|金额|里面?|中|当中|的|是|有|哪[几些]?[个项]?|什么|(?:几|多少)[个项]?|各自?|分别|都|合计|一共|总共|共|加起来|钱|万?元|名称|叫|类|,|;|\?|。|:|、|~)*"
)
ASKS = re.compile(r"哪|什么|几|多少")
COUNT = re.compile(r"(?:几|多少)[个项]")
LONGEST_LIST = 40


@dataclass(frozen=True, slots=True)
class _Bought:
    """A purchase with the cell that gives its amount."""

    name: str
    amount: Figure


def answer_purchases_of_kind(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The largest, or all, of the class; None for any other question, or where no list gives its amounts class by class."""
    choice = answerer.reader.choose(question, history)[0]
    text = re.sub(r"\s", "~", choice.rest)
    kinds = {found["kind"] for found in KIND.finditer(text)}
    if choice.failed or choice.units or len(choice.documents) != 1 or len(kinds) != 1 or "采购" not in text or not ASKS.search(text):
        return None
    top = TOP.search(text)
    if not (top or COUNT.search(text)) or not re.fullmatch(PLAIN, TOP.sub("~", KIND.sub("~", text))):
        return None
    document = answerer.disclosures.document(choice.documents[0])
    bought = _bought(document, kinds.copy().pop())
    count = numeral_value((top["first"] or top["largest"] or "一").replace("两", "二")) if top else len(bought)
    return _tell(document, bought, kinds.pop(), count) if bought and count and count <= len(bought) <= LONGEST_LIST else None


def _bought(document: Document, kind: str) -> tuple[_Bought, ...]:
    """The purchases of a class in the first list that has a column of its own for it and a total that they come to."""
    for table in document.tables:
        cells = [one for one in document.figures if one.table == table.index and _is_of(one, kind)] if LISTS.search(table.title) else []
        totals = [one for one in cells if one.row and all(is_total(label_key(part)) for part in one.row)]
        rows = [(words_of(one.row, frozenset()), one) for one in cells if not any(is_total(label_key(part)) for part in one.row)]
        bought = tuple(_Bought(words[-1], one) for words, one in rows if len(words) > 1 and yuan([one]))
        if bought and totals and yuan([one.amount for one in bought]) == yuan(totals[:1]):
            return bought
    return ()


def _is_of(figure: Figure, kind: str) -> bool:
    """Whether a cell gives money in the column of a class."""
    is_money = figure.quantity is not None and figure.quantity.is_money
    return is_money and bool(figure.col) and label_key(figure.col[-1]) in (kind, f"{kind}类", f"{kind}采购", f"{kind}类采购")


def _tell(document: Document, bought: Sequence[_Bought], kind: str, count: int) -> Answer:
    """How many there are and what they come to, then the largest so many of them."""
    table = document.tables[bought[0].amount.table]
    total = add([one.amount.quantity for one in bought if one.amount.quantity])
    shown = sorted(bought, key=lambda one: -yuan([one.amount]))[:count]
    is_all = count == len(bought)
    lines = [wording.BOUGHT.format(document=document_name(document.info), table=plain(table.title), kind=kind, count=len(bought))]
    comes_to = wording.COMES_TO.format(label=wording.SUM, sum=f"{total.result.number}{total.result.unit}")
    lines.append(comes_to if is_all else wording.LARGEST.format(count=count))
    lines += [
        wording.ROW.format(name=plain(one.name), amount=f"{plain(one.amount.value)}{one.amount.quantity.unit}", mark=mark, funds="")
        for mark, one in enumerate(shown, 1) if one.amount.quantity
    ]  # fmt: skip
    values = [Value(plain(one.name), one.amount.quantity.number, one.amount.quantity.unit) for one in shown if one.amount.quantity]
    if is_all:
        label = wording.BOUGHT_LABEL.format(kind=kind)
        values += [Value(label, Decimal(len(bought)), "项"), Value(label, total.result.number, total.result.unit)]
    cited = tuple(cite_figure(FigureEvidence(document.info, table, one.amount, 0.0)) for one in shown)
    return Answer("answered", "\n".join(lines), tuple(values), total.formula if is_all else None, cited)
