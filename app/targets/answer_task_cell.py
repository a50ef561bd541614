"""What the table of the year's tasks tells of one that is named: what it holds (主要内容), or how far it has been done (实际完成情况)."""

from __future__ import annotations

from app.answer import Answer
from app.forms.match_rows import bare
from app.question.text_question import TextQuestion
from app.targets.answer_goals import TABLE, TASK_ROW
from app.telling import wording_forms as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document, Figure
from retrieval.spelling.label_key import fold, label_key

CONTENT_ASKED, DONE_ASKED = re.compile(r"(?:主要|具体|任务)内容"), re.compile(r"(?:实际)?完成(?:的|得)?(?:情况|怎么?样|怎样|如何|咋样)")
CONTENT_COLUMN, DONE_COLUMN = re.compile(r"内容$"), re.compile(r"完成情况$")
ELSE_ASKED = re.compile(r"钱|资金|金额|万元|预算|决算|支出|经费|指标|目标值|得分|分值|权重|率")
NUMBERED = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[）)、.．：:是要]+")
SHORTEST = 4


def answer_task_cell(asked: TextQuestion) -> Answer | None:
    """The content or the completion of the task named, as asked; None where no task of the year is named or something else is asked."""
    text = fold(asked.rest)
    is_content, is_done = bool(CONTENT_ASKED.search(text)), bool(DONE_ASKED.search(text))
    if is_content == is_done or ELSE_ASKED.search(text):
        return None
    column = CONTENT_COLUMN if is_content else DONE_COLUMN
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, bare(text), column))])


def _find(document: Document, said: str, column: re.Pattern[str]) -> Found | None:
    """The cell of the only task whose name the question says, or that the table has no such column."""
    tables = {table.index for table in document.tables if TABLE.search(fold(table.title))}
    tasks = [one for one in document.figures if one.table in tables and len(one.row) > 1 and TASK_ROW.match(label_key(one.row[0]))]
    named = [one for one in tasks if len(_name(one)) >= SHORTEST and _name(one) in said]
    if len({(one.table, one.row) for one in named}) != 1:
        return None
    name, table = plain(named[0].row[-1]).rstrip("。；"), document.tables[named[0].table]
    cell = next((one for one in named if one.col and column.search(label_key(one.col[-1]))), None)
    if cell is None:
        columns = "、".join(dict.fromkeys(plain(one.col[-1]) for one in named if one.col))
        text = wording.NO_TASK_COLUMN.format(table=plain(table.title), name=name, columns=columns)
        return Found(document, text, (cite_table(document, table, name, named[0].place),))
    cells = wording.CELL.format(column=plain(cell.col[-1]), value=plain(cell.value))
    text = wording.ROW.format(table=plain(table.title), project="", name=name, cells=cells)
    return Found(document, text, (cite_table(document, table, cell.value, cell.place),))


def _name(figure: Figure) -> str:
    """The first clause of a task's name, without its number."""
    return bare(re.split(r"[,，;；]", NUMBERED.sub("", fold(figure.row[-1])))[0])
