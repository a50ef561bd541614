"""What a question means by what is done or bought: its project's amount, its indicator or purchase; a question back between a few."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.answer import Answer
from app.ask_back import ask_named
from app.find_likely_row import MONEY, TOLD, Likely, find_likely_row
from app.form_rows import FormRow
from app.offer_founds import offer_founds
from app.tell_rows import join_lines, tell_row
from app.text_question import TextQuestion
from app.wording import CORRECTED, WHICH_NAME
from app.wording_forms import OWNED_TABLE_ROW, ROW
from retrieval.label_key import label_key

MOST_ROWS = 2


def answer_likely_row(asked: TextQuestion, ask_document: Callable[[str, str], Answer]) -> Answer | None:
    """The amount or count, with the name that was understood; None where no name of the one document asked says it all."""
    likely = find_likely_row(asked.rest, asked.documents[0], asked.earlier) if len(asked.documents) == 1 else None
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
