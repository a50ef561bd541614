"""A follow-up that asks for an indicator (“请了多少人”, “什么时候备齐”) without naming its project: the one whose amount was just told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.answer import Answer
from app.dialogue.refer_back import Ask
from app.forms.form_rows import read_rows
from app.forms.match_rows import bare, named_project
from app.forms.read_row_asks import COUNTED
from app.targets.answer_targets import TABLES, WHEN
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold
from retrieval.spelling.normalize_question import normalize_question

MONEY = re.compile(r"(?:多少|几)(?:个)?(?:钱|亿|万|元|块)|占|比例|比重|[加减]")
LASTS = re.compile(r"多久|多长时间|多快|百分之[几多]|多高|多大|面积|目标|指标|标准")
SHORTEST = 4  # characters of a project's name


def same_project(question: str, history: Sequence[str], ask: Ask, document_of: Callable[[str], Document]) -> Answer | None:
    """The answer for that project; None where none was told of just before, the question names another, or it is refused too."""
    asked = normalize_question(question)
    is_asked = COUNTED.search(asked) or WHEN.search(asked) or LASTS.search(asked)
    if not history or not is_asked or MONEY.search(asked):
        return None
    projects = _projects(ask(history[-1], history[:-1]), document_of)
    if len(projects) != 1 or named_project(fold(asked), projects):
        return None
    answer = ask(f"{projects[0]}项目{question}", history)
    return answer if answer.status == "answered" and _is_of(answer, projects[0]) else None


def _projects(last: Answer, document_of: Callable[[str], Document]) -> list[str]:
    """The projects with indicators that an answer tells of, by the rows that it cites; of two of which one holds the other the longer."""
    documents = {one.document_id for one in last.citations}
    if last.status != "answered" or len(documents) != 1:
        return []
    told = bare("~".join("".join((*one.row, one.section)) for one in last.citations) + last.text)
    rows = read_rows(document_of(documents.pop()), TABLES)
    names = {row.project for row in rows if row.project and row.cell("target")}
    found = [name for name in names if len(bare(name)) >= SHORTEST and bare(name) in told]
    return [name for name in found if not any(name != other and bare(name) in bare(other) for other in found)]


def _is_of(answer: Answer, project: str) -> bool:
    """Whether an answer is of that project's form."""
    return bare(project) in bare("".join((answer.text, *("".join(one.row) for one in answer.citations))))
