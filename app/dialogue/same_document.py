"""A dialogue that never names a body goes on about the one whose document answered: another's figure would be told without a word."""

from __future__ import annotations

from collections.abc import Sequence

from app.dialogue.refer_back import Ask
from app.question_reader import QuestionReader
from ingest import late_re as re
from ingest.document import DocumentInfo

LATELY = 3  # turns
SEVERAL = re.compile(r"(?:这些|那些|各个?|所有|几个|哪些?)[^,;?，。？]{0,8}(?:部门|单位|局|委)")


def same_document(question: str, history: Sequence[str], reader: QuestionReader, infos: Sequence[DocumentInfo], ask: Ask) -> str:
    """The question with that body before it; as it is where bodies are named, or the last figure told is of several documents."""
    choice = reader.choose(reader.read(question)[0], history)[0] if history else None
    if choice is None or choice.organizations or choice.units or choice.unknown_organizations or choice.is_each:
        return question
    bodies = {info.organization for info in infos if info.id in choice.documents}
    for place in reversed(range(len(history))[-LATELY:]):
        if SEVERAL.search(history[place]):
            return question
        last = ask(history[place], history[:place])
        if last.status == "answered" and last.values:
            cited = {one.document_id for one in last.citations}
            named = [info.organization for info in infos if info.id in cited and info.organization]
            is_open = len(bodies) > 1 or (bool(choice.years) and bool(named) and named[0] not in bodies)  # a year that another's is of
            return f"{named[0]}{question}" if len(cited) == 1 and named and is_open else question
    return question
