"""“都是哪些项目” after what a fund spends: the projects that it pays for, and not all that the body has."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re
from retrieval.spelling.normalize_question import normalize_question

WHICH = re.compile(
    r"(?P<body>(?:[一-鿿()]{3,24}?[局委厅处院校会府心站所队])?)(?:那么?|这些?|钱|资金|都|分别|具体|主要)*"
    r"(?:(?:用[于在到]了?|花[在到]了?|投向了?|安排[给在]了?)(?:哪些|哪几个|什么)|(?:有|是|包括)(?:哪些|哪几个|什么))项目[?。]?"
)
FUND = re.compile(
    r"(?P<fund>政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?(?:支出)?(?:预算|决算)?(?:是|有|为|一共|总共|合计|总额|安排了?)*(?:多少|几)"
)
ELSE = re.compile(r"收入|科目|占|比")
ASKED = "{body}{fund}预算支出用于哪些项目"


def fund_turn(question: str, history: Sequence[str]) -> str:
    """The question with the fund; as it is where the turn right before it does not ask what a fund spends."""
    found = WHICH.fullmatch(normalize_question(question)) if history else None
    before = normalize_question(history[-1]) if found else ""
    fund = FUND.search(before)
    return ASKED.format(body=found["body"], fund=fund["fund"]) if found and fund and not ELSE.search(before) else question
