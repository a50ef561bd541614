"""“某局2025年预算”, and no word of what of it: all that is budgeted, or in final accounts all that was spent."""

from __future__ import annotations

from collections.abc import Sequence

from app.question_reader import QuestionReader
from ingest import late_re as re

NAMED = re.compile(r"20\d\d年(?:度)?的?(?:部门|单位)?(?P<kind>预算|决算)(?:数|情况)?[?？。]?$")
ASKED_AS = {"预算": "预算总额", "决算": "决算支出合计"}


def whole_meant(question: str, history: Sequence[str], reader: QuestionReader) -> str:
    """The question for the whole; as it is where it names an item, no body or no year and kind at its end."""
    named = NAMED.search(question)
    if named is None:
        return question
    choice = reader.choose(reader.read(question)[0], history)[0]
    is_bare = not re.sub(r"[\W_]", "", choice.rest) and choice.failed is None and "organization" not in choice.inherited
    return f"{question[: named.start('kind')]}{ASKED_AS[named['kind']]}" if is_bare and (choice.organizations or choice.units) else question
