"""“甲中心编制 在职 退休”: items typed one after another with spaces between them, asked one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.answer import Answer
from ingest import late_re as re

GAP = re.compile(r"(?<=[一-鿿]) +(?=[一-鿿])")
ITEMS = re.compile(r"[一-鿿]{2,10}")
FEWEST, MOST = 1, 4


def as_list(question: str, history: Sequence[str], answer: Callable[[str, Sequence[str]], Answer]) -> Answer | None:
    """The answer to the items as a list; None where the question has no such gaps, or other signs, or they are not all found so."""
    gaps = GAP.findall(question)
    if not FEWEST <= len(gaps) <= MOST or re.search(r"[,，、;；?？。]", question) or not all(map(ITEMS.search, question.split())):
        return None
    told = answer(GAP.sub("、", question), history)
    return told if told.status == "answered" and len(told.values) > len(gaps) else None
