"""“支出呢” after what came in, “收入呢” after what was spent: the same amount of the other side, asked in full."""

from __future__ import annotations

from app.answer import Answer
from ingest import late_re as re
from retrieval.spelling.normalize_question import normalize_question

ASKED = re.compile(r"(?:那么?|总)*(收入|支出)(?:方面|那边)?(?:呢|是多少|有多少|多少)?[?？]?")
OTHER = {"收入": "支出", "支出": "收入"}
OF_FUND = r"(?:本年|财政拨款|一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)的?"
TOTAL = r"(?:合计|总计|总额|总数)"
IN_FULL = "{side}总计多少"


def other_side(question: str, last: str, answer: Answer) -> str:
    """The question in full after `last` and its answer; as it is where it does not ask for the other side of what was told."""
    asked = ASKED.fullmatch(normalize_question(question))
    if asked is None or answer.status != "answered" or not answer.values:
        return question
    side, other = asked[1], OTHER[asked[1]]
    if side in last or other not in answer.values[0].label:
        return question
    is_total = re.search(rf"{OF_FUND}{other}|{other}{TOTAL}|总{other}", last)
    return last.replace(other, side) if is_total else IN_FULL.format(side=side)
