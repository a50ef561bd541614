"""“其中办公费” after an item that was told from a table of costs: that table's own row of the cost, not the one of all expenditure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.dialogue.refer_back import Ask
from app.question_reader import QuestionReader
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import label_key

PART = re.compile(
    r"(?:那么?)?(?:其中|里面|这里面|这里头|这当中)[,，]?的?(?P<cost>[一-鿿]{2,12}?)(?:的|又|呢|是|有|占|花了?|安排了?)*(?:多少|几)?(?:钱|万元|元)?呢?[?？。]?"
)
CODE = re.compile(r"3\d{4}")  # of a cost
ASKED = "{item}中的{cost}是多少"


def cost_within(question: str, history: Sequence[str], reader: QuestionReader, document_of: Callable[[str], Document], ask: Ask) -> str:
    """The question with the item before the cost; as it is where the table that told the item prints no cost of that name."""
    found = PART.fullmatch(question.strip()) if history else None
    at = next((at for at in reversed(range(len(history))) if not PART.fullmatch(history[at].strip())), None)
    item = re.sub(r"\s", "", reader.named_item(history[at], history[:at])) if found and at is not None else ""
    if not found or not item or at is None:
        return question
    told = ask(history[at], history[:at])
    tables = {(one.document_id, one.table) for one in told.citations if one.table}
    if told.status != "answered" or len(told.values) != 1 or len(tables) != 1:
        return question
    document_id, title = tables.pop()
    document = document_of(document_id)
    rows = (one.row for one in document.figures if document.tables[one.table].title == title)
    costs = {label_key(row[1]) for row in rows if len(row) > 1 and CODE.fullmatch(label_key(row[0]))}
    return ASKED.format(item=item, cost=found["cost"]) if label_key(found["cost"]) in costs else question
