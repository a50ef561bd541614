"""A follow-up that names no item of its own (“比去年呢”) after a question whose item was not found: it is of nothing."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.question_reader import QuestionReader
from app.refer_back import Ask
from app.wording import NO_ITEM
from ingest import late_re as re

ITEM_NOT_FOUND = re.compile(re.escape(NO_ITEM).replace(r"\{documents\}", ".+").replace(r"\{asked\}", ".+"))
OF_ALL = re.compile(r"(?:总|全部|所有|整个)(?:的)?(?:支出|收入|预算|决算)|(?:支出|收入)(?:合计|总计|总额)|(?:一共|总共)(?:支出|收入|预算)")


def follows_on_nothing(question: str, history: Sequence[str], answer: Answer, ask: Ask, reader: QuestionReader) -> Answer | None:
    """The refusal of the question before, where an answer would tell a figure of something else; None for any other follow-up."""
    if not history or OF_ALL.search(question) or answer.status != "answered" or not answer.values:
        return None
    last = ask(history[-1], history[:-1])
    if last.status != "not_found" or not ITEM_NOT_FOUND.search(last.text):
        return None
    is_named = bool(reader.named_item(question, history) or reader.named_documents(question, history))
    return None if is_named else last
