"""Projects of a list that a question names one beside another (“甲、乙和丙三个项目哪个得分最低”)."""

from __future__ import annotations

from collections.abc import Sequence

from app.forms.form_rows import FormRow
from ingest import late_re as re
from retrieval.spelling.label_key import fold

SHORTEST_NAME = 4
JOINED = re.compile(r"~(?:[、,和与跟及]+(?:以及)?~)+")
YEAR = re.compile(r"^20\d\d年度?")


def named_rows(text: str, rows: Sequence[FormRow]) -> list[FormRow]:
    """The projects that are named one beside another (“甲、乙和丙三个项目哪个…”); none where fewer than two are, or only some are meant."""
    found = [row for row in rows if len(short_name(row)) >= SHORTEST_NAME and short_name(row) in text]
    names = [short_name(row) for row in found]
    kept = [row for row, name in zip(found, names, strict=True) if not any(name != other and name in other for other in names)]
    listed = JOINED.search(without_names(text, kept)) if len(kept) > 1 else None
    return kept if listed and listed[0].count("~") == len(kept) else []


def without_names(text: str, rows: Sequence[FormRow]) -> str:
    """A text with the names of projects blanked."""
    for row in rows:
        text = text.replace(short_name(row), "~")
    return text


def short_name(row: FormRow) -> str:
    """A project's name without the year before it, as questions give it."""
    return YEAR.sub("", fold(row.name))
