"""What public money alone pays for a project (“食堂要花财政多少钱”), where its row also holds money that is none."""

from __future__ import annotations

from app.answer import Answer
from app.forms.find_likely_row import find_likely_row
from app.forms.form_rows import read_rows
from app.forms.match_rows import named_project
from app.forms.tell_rows import join_lines
from app.projects.answer_fund_projects import NOT_FISCAL_COLUMNS, PROJECTS, funds_of, tell_paid
from app.question.text_question import TextQuestion
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document, Figure
from retrieval.spelling.label_key import fold, label_key

ASKED = re.compile(
    r"[花用掏费要](?:了|掉)?(?:财政|公家|政府|国家|纳税人)的?(?:多少|几)|财政(?:要|得)?(?:出|掏|拿|给|补|贴)(?:了|多)?(?:多少|几)"
)


def answer_fiscal_part(asked: TextQuestion) -> Answer | None:
    """The funds of a project's row that are public money; None where all of it is, or no one project is meant."""
    if not ASKED.search(fold(asked.rest)):
        return None
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, asked.rest))])


def _find(document: Document, rest: str) -> Found | None:
    rows = read_rows(document, PROJECTS)
    named = named_project(fold(rest), (row.name for row in rows))
    likely = find_likely_row(rest, document) if named is None else None
    name = named[0] if named else likely.names[0] if likely and len(likely.names) == 1 else ""
    for row in (one for one in rows if one.name == name):
        funds = funds_of(row)
        public = [figure for figure in funds if not _is_own(figure)]
        if public and len(public) < len(funds):
            return join_lines(document, [tell_paid(row, figure) for figure in public])
    return None


def _is_own(figure: Figure) -> bool:
    """Whether a cell gives money that is no public money."""
    return bool(NOT_FISCAL_COLUMNS.search(label_key(" ".join(figure.col))))
