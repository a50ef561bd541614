"""What the head of a project's form tells: its budget of this year and the year before, when it begins and when it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.answer import Answer, Value
from app.forms.match_rows import bare, named_project
from app.forms.tell_rows import Line, join_lines
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.cite import cite_figure, plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document, Figure, Place, Table
from retrieval.evidence import FigureEvidence
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.label_key import fold, label_key
from retrieval.spelling.load_vocabulary import load_vocabulary

MUCH = r"(?:是|为|有|要|安排|花|用)*(?:了)?(?:多少|几)(?:钱|万元|元)?"
WHEN = r"(?:是|在|从|到|于)*(?:什么时候|啥时候|何时|哪天|哪一天|几月份?|什么时间)"
BEFORE = r"(?:上年度?|去年|上一年度?)(?:同名)?(?:项目)?"
DATE = re.compile(r"20\d\d\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2})?")
OF_BEFORE = "~上年"  # the year is cut out of a question's rest
SPACES = re.compile(r"\s+")
SAME_PROJECT = re.compile(r"同名项目|项目")


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a form's head tells: how people ask for it, and the label of its cell."""

    asked: re.Pattern[str]
    label: re.Pattern[str]
    is_before: bool = False  # of the year before the document's
    is_plain: bool = False  # other places may tell the project's amount too


HEADS = (
    Asked(
        re.compile(rf"(?:同名项目)?的?{BEFORE}的?(?:预算)?(?:实际)?执行(?:(?:数|额)(?:{MUCH})?|{MUCH})"),
        re.compile(r"(?:同名项目)?上年预算执行数"),
        is_before=True,
    ),
    Asked(
        re.compile(rf"(?:同名项目)?的?{BEFORE}的?预算(?:[额数](?:{MUCH})?|{MUCH})"),
        re.compile(r"(?:同名项目)?上年预算(?!执行)"),
        is_before=True,
    ),
    Asked(
        re.compile(rf"{WHEN}(?:开始|启动|起|开工)的?|(?:计划)?(?:开始|启动|起始)(?:日期|时间)(?:是|为)?"),
        re.compile(r"(?:计划|项目)*(?:开始|起始)(?:日期|时间)"),
    ),
    Asked(
        re.compile(rf"{WHEN}(?:结束|完成|到期|完工)的?|(?:计划)?(?:结束|完成|终止)(?:日期|时间)(?:是|为)?"),
        re.compile(r"(?:计划|项目)*(?:结束|完成|终止)(?:日期|时间)"),
    ),
    Asked(re.compile(rf"总预算[额数]?{MUCH}"), re.compile(r"项目总预算")),
    Asked(re.compile(rf"(?:当年|今年|本年)?的?(?:预算[额数]?)?{MUCH}"), re.compile(r"项目(?:当年|本年)预算"), is_plain=True),
)  # fmt: skip


def answer_form_head(asked: TextQuestion) -> Answer | None:
    """The cells asked for of the one project that is named; None where a word of the question is not accounted for."""
    years = set(asked.choice.years)
    founds = [found for document in asked.documents if (found := _find(document, fold(asked.rest), years))]
    return offer_founds(asked, founds)


def _find(document: Document, text: str, years: set[int]) -> Found | None:
    forms = {fold(table.context): table for table in document.tables if table.context and _labels(table)}
    named = named_project(text, forms)
    if named is None or named[0] not in forms:
        return None
    is_before = years == {(document.info.year or 0) - 1}
    left, heads = text.replace(named[1], OF_BEFORE if is_before else "~") if named[1] in text else "", []
    for head in HEADS if left else ():
        if head.asked.search(left := SPACES.sub("", left)):
            heads.append(head)
            left = head.asked.sub("~", left)
    rest = SAME_PROJECT.sub("", re.sub(r"[\W_]+", "", re.sub(r"20\d\d年度?", "", left)))
    table = forms[named[0]]
    if not heads or not is_talk(rest, load_vocabulary().talk) or not _are_of(heads, years, document.info.year or 0):
        return None
    if any(head.is_plain for head in heads) and _is_told_elsewhere(document, table):
        return None
    lines = [line for head in heads if (line := _line(document, table, head.label))]
    return join_lines(document, lines) if len(lines) == len(heads) else None


def _are_of(heads: Sequence[Asked], years: set[int], own: int) -> bool:
    """Whether what is asked for is of the years that the question names."""
    return years <= {own} or (years == {own - 1} and all(head.is_before for head in heads))


def _labels(table: Table) -> bool:
    """Whether a table's head tells the budget of its project."""
    return any(head.label.match(label_key(cell.text)) for cell in table.cells for head in HEADS)


def _is_told_elsewhere(document: Document, table: Table) -> bool:
    """Whether prose or another table gives an amount of the project by its name."""
    name = bare(table.context or "")
    in_prose = any(name in bare(one.subject) for one in document.statements if one.quantity.is_money)
    return in_prose or any(name in bare(part) for one in document.figures if one.quantity and one.quantity.is_money for part in one.row)


def _line(document: Document, table: Table, label: re.Pattern[str]) -> Line | None:
    """A cell by its label: an amount, or a date beside it."""
    own = [one for one in document.figures if one.table == table.index and one.quantity and one.row]
    figures = [one for one in own if label.match(label_key(one.row[-1]))]
    name = plain(table.context or "")
    if len(figures) == 1:
        return _amount(document, table, figures[0], name)
    dates = list(_dates(table, label))
    if figures or len(dates) != 1:
        return None
    said, date, place = dates[0]
    text = wording.FORM_HEAD.format(name=name, label=plain(said), value=date, table=plain(table.title))
    return Line(text, citations=(cite_table(document, table, f"{said}：{date}", place),))


def _amount(document: Document, table: Table, figure: Figure, name: str) -> Line | None:
    """The amount of a cell, as it is printed."""
    if not figure.quantity or not figure.quantity.is_money:
        return None
    label = plain(figure.row[-1])
    text = wording.FORM_HEAD.format(name=name, label=label, value=f"{figure.value}{figure.quantity.unit}", table=plain(table.title))
    value = Value(f"{name}{label}", figure.quantity.number, figure.quantity.unit)
    return Line(text, (value,), (cite_figure(FigureEvidence(document.info, table, figure, 0.0)),))


def _dates(table: Table, label: re.Pattern[str]) -> Iterator[tuple[str, str, Place | None]]:
    """The dates that stand right of their label."""
    for cell in table.cells:
        if label.fullmatch(label_key(cell.text)):
            beside = [one for one in table.cells if (one.row, one.column) == (cell.row, cell.column + cell.column_span)]
            yield from ((cell.text, one.text.strip(), one.place) for one in beside if DATE.fullmatch(one.text.strip()))
