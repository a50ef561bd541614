"""Projects whose names begin alike (“某公益金一共多少钱”, “某公益金有哪些项目”): each with its amount, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer, Value
from app.forms.match_rows import bare
from app.forms.tell_rows import Line, join_lines, tell_computed
from app.projects.project_rows import ProjectRow, project_rows
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.calculation import add
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold, label_key

SUM_ASKED = re.compile(
    r"(?:一共|总共|合计|总计|加起来|共)[^,;?]{0,6}(?:多少|几)|(?:多少|几)(?:个)?(?:钱|万元|元)[^,;?]{0,4}(?:一共|合计|总共)"
)
LIST_ASKED = re.compile(r"(?:哪些|哪几个|什么|几个|多少个)项目|项目(?:有|是|包括)(?:哪些|哪几个|什么)")
ALONE = re.compile(r"(?:那么?|都|分别|一共|总共)*(?:有|是|包括|安排了?|用[于在])(?:哪些|哪几个|什么)项目[?。]?")
OTHERWISE = re.compile(
    r"最|占|比(?!赛)|增[加长减幅]|减[少幅]|平均|每|超过|以[上下]|科目|单位|采购|购买|目标|指标|自评|绩效|结转|执行|为什么|原因"
)
TALK = re.compile(
    r"20\d\d年度?|预算|决算|支出|金额|总额|一共|总共|合计|总计|加起来|共(?!同|享)|多少|几个?|万?元|钱|哪些|哪几个|什么|项目|的|了|有|是|为|安排|花|用[于在]?|都|分别|包括|全年|今年|部门|呢|吗"
)
SHORTEST, FEWEST, MOST = 4, 2, 20


def answer_projects_called(asked: TextQuestion) -> Answer | None:
    """Those projects; None where the question says anything but how several of them begin."""
    text = fold(asked.rest)
    if ALONE.fullmatch(text.strip("~ ,")) and asked.earlier:
        text = f"{fold(asked.earlier[-1])}有哪些项目" if SUM_ASKED.search(fold(asked.earlier[-1])) else text
    if OTHERWISE.search(text) or not (SUM_ASKED.search(text) or LIST_ASKED.search(text)) or asked.choice.units:
        return None
    said = bare(TALK.sub("", text))
    return (
        offer_founds(asked, [found for document in asked.documents if (found := _find(document, said))]) if len(said) >= SHORTEST else None
    )


def _find(document: Document, said: str) -> Found | None:
    """The projects of the whole list that begin so, where nothing in the document is called just that."""
    rows = [row for row in project_rows(document) if bare(row.name).startswith(said)]
    is_an_item = any(bare(label_key(part)) == said for figure in document.figures for part in figure.row)
    if is_an_item or not FEWEST <= len({bare(row.name) for row in rows}) <= MOST:
        return None
    total = add([row.amount.quantity for row in rows if row.amount.quantity])
    head = tell_computed(wording.SO_MANY_TOGETHER, total, wording.SUM, count=len(rows))
    return join_lines(document, [head, Line(wording.IN_TABLE.format(table=plain(rows[0].table.title))), *_lines(document, rows)])


def _lines(document: Document, rows: Sequence[ProjectRow]) -> list[Line]:
    lines = []
    for row in rows:
        quantity, name = row.amount.quantity, plain(row.name)
        shown = f"{plain(row.amount.value)}{quantity.unit if quantity else ''}"
        text = wording.PLAIN_ROW.format(name=name, cells=wording.CELL.format(column=plain(row.amount.col[-1]), value=shown))
        values = (Value(name, quantity.number, quantity.unit),) if quantity else ()
        lines.append(Line(text, values, (cite_table(document, row.table, f"{name}：{row.amount.value}", row.amount.place),)))
    return lines
