"""A question back where years are all that chose the documents: 今年 and 去年 are counted for each body, and 哪年 compares those of one."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.documents.ask_back import ask_back
from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.query import DocumentChoice
from retrieval.spelling.read_year import read_year

WHICH_YEAR = re.compile(r"哪(?:一)?(?:个)?年(?:度|份)?")


def ask_whose_year(question: str, choice: DocumentChoice, infos: Sequence[DocumentInfo]) -> Answer | None:
    """Which body is meant, its latest document of each kind offered; None where one is named or only one is loaded."""
    if choice.organizations:
        return None
    named = {info.organization for info in infos if info.id in choice.documents}
    is_of_years = len(named) > 1 and bool(WHICH_YEAR.search(question))  # the years of one body are compared
    is_relative = len(choice.documents) == 1 and not choice.is_each and read_year(question).relative is not None
    if not is_of_years and not is_relative:
        return None
    latest: dict[tuple[str, str | None], DocumentInfo] = {}
    for info in infos:
        if info.organization and info.year:
            key = info.organization, info.kind
            latest[key] = max(info, latest.get(key, info), key=lambda one: one.year or 0)
    return ask_back(question, list(latest.values())) if len({name for name, _ in latest}) > 1 else None
