"""A turn of a dialogue that is nothing but a body's or unit's name (“图书馆”): the item asked for before is meant of it, as with “呢”."""

from __future__ import annotations

from collections.abc import Sequence

from app.question_reader import QuestionReader
from ingest import late_re as re

ASKS = re.compile(r"[?？呢吗多少几哪什么谁]")
LIKEWISE = "{name}呢"
UNDER = re.compile(r"(?:那么?)?(?:它|他们)?的?(?:下属|所属|下面|底下|下边|直属)的?(?:[那这][个家])?(?P<name>[^,;?，；？呢]{2,24})呢?[?？]?")


def likewise(question: str, history: Sequence[str], reader: QuestionReader) -> str:
    """The question with 呢 behind it, where it is such a name and an item was asked for before; as it is else."""
    under = UNDER.fullmatch(question)  # “下属那个图书馆呢”
    name = under["name"] if under else question
    if not history or ASKS.search(name):
        return question
    choice = reader.choose(reader.read(name)[0], history)[0]
    is_name = choice.failed is None and not re.sub(r"\W", "", choice.rest) and "organization" not in choice.inherited
    return LIKEWISE.format(name=name) if is_name and (choice.organizations or choice.units) else question
