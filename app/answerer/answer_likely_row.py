"""What a question means by what is done or bought: its project's amount, its indicator or purchase; a question back between a few."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.answer import Answer
from app.documents.ask_back import ask_named
from app.forms.find_likely_row import MONEY, TOLD, Likely, find_likely_row
from app.forms.form_rows import FormRow
from app.forms.tell_rows import join_lines, tell_row
from app.question.text_question import TextQuestion
from app.telling.offer_founds import offer_founds
from app.telling.wording import CORRECTED, WHICH_NAME
from app.telling.wording_forms import OWNED_TABLE_ROW, ROW
from retrieval.spelling.label_key import label_key

MOST_ROWS = 2


def answer_likely_row(asked: TextQuestion, ask_document: Callable[[str, str], Answer]) -> Answer | None:
    """The amount or count, with the name that was understood; None where no name of the one document asked says it all.

    The department's document and that of its own level are asked one by one: both must mean the same by it.
    """
    each = [replace(asked, documents=(document,)) for document in asked.documents]
    bodies = {(one.info.organization, one.info.year, one.info.kind) for one in asked.documents}
    answers = [_of_one(one, ask_document) for one in each] if len(each) == 1 or len(bodies) == 1 else []
    told = [one for one in answers if one is not None]
    if not told or len(told) < len(each) or len({(one.status, one.values[:1]) for one in told}) > 1:
        return None
    return told[0]


def _of_one(asked: TextQuestion, ask_document: Callable[[str, str], Answer]) -> Answer | None:
    """What the one document of a question says."""
    likely = find_likely_row(asked.rest, asked.documents[0], asked.earlier)
    if likely is None or not all(_is_of_units(row, asked) for row in likely.rows):
        return None
    if not likely.rows:
        return ask_named(asked.documents[0].info, likely.names, WHICH_NAME)
    answer = ask_document(asked.documents[0].info.id, likely.names[0]) if likely.is_project else None
    if answer is None or answer.status != "answered":
        answer = _tell(likely, asked)
    return answer and replace(answer, text=f"{answer.text}\n{CORRECTED.format(understood=likely.names[0])}")


def _is_of_units(row: FormRow, asked: TextQuestion) -> bool:
    """Whether a row is of one of the subordinate bodies that were asked for, where any was."""
    return not asked.choice.units or label_key(row.owner) in map(label_key, asked.choice.units)


def _tell(likely: Likely, asked: TextQuestion) -> Answer | None:
    """The rows of the name as their tables print them; none where so many tables print one."""
    if len(likely.rows) > MOST_ROWS:
        return None
    roles = MONEY if likely.is_project else TOLD
    lines = [tell_row(row, roles, OWNED_TABLE_ROW if row.owner and not row.project else ROW) for row in likely.rows]
    return offer_founds(asked, [join_lines(asked.documents[0], lines)])
