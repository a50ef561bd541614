"""What a thing costs in all, where the question before was for its price a piece or its number (“单价多少 … 一共多少钱”)."""

from __future__ import annotations

from app.answer import Answer
from app.forms.form_rows import FormRow, read_rows
from app.forms.match_rows import bare
from app.forms.tell_rows import Line, join_lines, tell_row
from app.projects.answer_listed_rows import PURCHASES
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

TOTAL_ASKED = re.compile(
    r"[~,]*(?:那么?)?(?:(?:一共|总共|合计|总计|共计?|加起来|全部)(?:要|花|是|有|需要)*|总(?:价|金额|额)(?:是|为)?)(?:多少|几)?(?:钱|万?元)?呢?[?。]?"
)
COUNTER = "(?:台套|台|套|箱|件|个|张|辆|把|部|批|支|架|组)"
PIECE_ASKED = re.compile(rf"单价|(?:一|每|多少|几){COUNTER}")


def answer_bought_total(asked: TextQuestion) -> Answer | None:
    """The amount of the one thing bought that the question before named; None where it named none or something else is asked."""
    if not asked.earlier or not TOTAL_ASKED.fullmatch(fold(asked.rest).strip()) or not PIECE_ASKED.search(fold(asked.earlier[-1])):
        return None
    said = bare(asked.earlier[-1])
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, said))])


def _find(document: Document, said: str) -> Found | None:
    rows = [row for row in read_rows(document, PURCHASES) if row.cell("amount") and len(bare(row.name)) > 1 and bare(row.name) in said]
    longest = max((len(row.name) for row in rows), default=0)
    named: list[FormRow] = [row for row in rows if len(row.name) == longest]
    if len(named) != 1:
        return None
    return join_lines(document, [Line(wording.IN_TABLE.format(table=plain(named[0].table.title))), tell_row(named[0], ("amount",))])
