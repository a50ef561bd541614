"""“系统维护成本是多少” where the forms of several projects print that very row differently and none is named: which one is asked back."""

from __future__ import annotations

from app.answer import Answer, Choice
from app.figures.tell_other_print import only_fact
from app.forms.match_rows import SHORTEST, bare, common_stretch, named_project
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.cite import document_name
from ingest import late_re as re
from ingest.document import Figure
from retrieval.evidence import FigureEvidence
from retrieval.facts.finding import Finding
from retrieval.spelling.label_key import fold, label_key

OF_MORE = re.compile(r"哪|所有|全部|合计|一共|总共|之和|加起来|整体|部门")
FEWEST, LEAST_NAME = 2, 5


def ask_which_project(answer: Answer, finding: Finding, asked: TextQuestion) -> Answer:
    """The question back, where the one figure told is of one of such projects; else the answer."""
    chosen, rest = only_fact(finding), fold(asked.rest)
    if chosen is None or not isinstance(chosen.evidence, FigureEvidence) or asked.earlier or OF_MORE.search(rest):
        return answer
    name = label_key(chosen.evidence.figure.row[-1]) if chosen.evidence.figure.row else ""
    printed = prints_by_project(finding, chosen.evidence.figure)
    if len(name) < LEAST_NAME or name not in rest or len({one.value for one in printed.values()}) < FEWEST:
        return answer
    left = rest.replace(name, "~")
    if named_project(left, printed) or any(len(common_stretch(left, bare(project))) > SHORTEST for project in printed):
        return answer
    again, document = re.sub(r"\s+", "", asked.rest).lstrip("的"), document_name(finding.index.document.info)
    choices = tuple(Choice(project, wording.ASK_AGAIN.format(document=document, project=project, rest=again)) for project in printed)
    return Answer("clarify", wording.WHICH_PROJECT.format(count=len(printed)), choices=choices)


def prints_by_project(finding: Finding, chosen: Figure) -> dict[str, Figure]:
    """The cells of the same row and column in the forms of one title, by the project that each form is of."""
    tables = finding.index.document.tables
    title, same = tables[chosen.table].title, (tuple(map(label_key, chosen.row)), chosen.col)
    return {
        project: one for one in finding.index.document.figures
        if one.col == chosen.col and tables[one.table].title == title and (project := tables[one.table].context)
        and (tuple(map(label_key, one.row)), one.col) == same
    }  # fmt: skip
