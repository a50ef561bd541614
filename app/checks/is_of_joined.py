"""Whether an amount that the prose states of several things joined (“发放A、B共……万元”) is told of one of those asked for together."""

from __future__ import annotations

from app.answer import Answer
from ingest import late_re as re
from retrieval.spelling.label_key import fold

AND = r"(?:、|和|与|及|以及)"
JOINED = re.compile(rf"(?P<first>[一-鿿]{{2,12}}){AND}(?P<last>[一-鿿]{{2,12}}?)(?:共计|合计|共|总计|资金)?(?=\d)")
SIDES = ("收", "收入", "支出")  # 收入、支出总计各是这么多
SHORTEST = 3  # characters of the first thing by which the question names it


def is_of_joined(answer: Answer, question: str) -> bool:
    """Whether both things are asked for and an amount of the answer is quoted as that of both, though it is told of one."""
    asked = fold(question)
    if answer.status != "answered":
        return False
    prose = (fold(one.quote) for one in answer.citations if not one.table)
    labels = [fold(value.label) for value in answer.values]
    joined = (found for quote in prose for found in JOINED.finditer(quote))
    return any(
        re.search(rf"{re.escape(one['first'][-SHORTEST:])}{AND}{re.escape(one['last'])}", asked) is not None
        and any(one["last"] in label and one["first"][-SHORTEST:] not in label for label in labels)
        for one in joined if not one["first"].endswith(SIDES)
    )
