"""“离退休人员花了多少钱” of a body with both accounts (行政单位离退休, 事业单位离退休): both and what they come to, never one for all."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.answerer.question_answerer import QuestionAnswerer
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold, label_key

RETIRED = re.compile(
    r"(?<!单位)(?<!离)离?退休的?(?:(?:人员|职工|干部|老同志|老干部)的?(?:经费|支出|开支)?|(?:经费|支出|开支))"
    r"(?=(?:一共|总共|合计)?(?:安排|花|用|发|付|支出|要|有|是)?(?:了|的)?多少(?:钱|万|元|[?。]|$))"
)
MONEY = re.compile(r"经费|支出|开支|花|钱|元")
ACCOUNTS = ("行政单位离退休", "事业单位离退休")
TOGETHER = "和".join(ACCOUNTS) + "一共"


def answer_retired(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """Both accounts and their sum; None for any other question, and where a table has but one of them."""
    asked = RETIRED.search(fold(question))
    choice = answerer.reader.choose(question, history)[0] if asked and MONEY.search(fold(question)) else None
    if asked is None or choice is None or choice.failed or choice.units or len(choice.documents) != 1:
        return None
    if not _has_both(answerer.disclosures.document(choice.documents[0])):
        return None
    return answerer.answer(fold(question).replace(asked[0], TOGETHER, 1), history)


def _has_both(document: Document) -> bool:
    """Whether one table prints both accounts."""
    rows = {(one.table, label_key(one.row[-1])) for one in document.figures if one.row}
    return any(all((table.index, account) in rows for account in ACCOUNTS) for table in document.tables)
