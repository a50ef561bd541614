"""A sentence's clauses, with a name and the amount after its colon in one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.figures.stated_amounts import AMOUNT, SPACES

CLAUSE_END = re.compile(r"(?<=[，、；。：;:])|(?<=,)(?!\d)")
NAMES_AN_AMOUNT = re.compile(  # 公务接待费：3.20万元
    r"[^\d，。；;]{2,}(?:费用?|经费|支出|收入|资金|拨款|补助|补贴|总额|总计|合计|(?:预算|资金|安排)规模)[：:]$"
)


def split_clauses(sentence: str) -> Iterator[str]:
    """The clauses of a sentence without the spaces inside them; a name and the amount after its colon are one."""
    name = ""
    for clause in CLAUSE_END.split(_without_spaces(sentence)):
        if name and not AMOUNT.match(clause):
            yield name
            name = ""
        if NAMES_AN_AMOUNT.fullmatch(clause.strip()):
            name = clause
        else:
            yield f"{name}{clause}"
            name = ""
    yield from [name] if name else []


def _without_spaces(text: str) -> str:
    """The text without spaces but for one between two numbers: they are not one."""
    pieces = SPACES.split(text)
    joined = pieces[0]
    for piece in pieces[1:]:
        joined += f" {piece}" if joined[-1:].isdigit() and piece[:1].isdigit() else piece
    return joined
