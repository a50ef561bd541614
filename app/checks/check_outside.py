"""Whether what is of a whole but not of one of its parts is asked for (“其中非小微的部分”), and the part itself is told."""

from __future__ import annotations

from app.answer import Answer
from ingest import late_re as re
from retrieval.spelling.label_key import fold

NAMED = r"(?P<part>[一-鿿]{2,10}?)(?:企业|单位)?的?"
OUTSIDE_ASKED = re.compile(
    rf"(?:里面?|中|当中|其中|的|[,;])(?:非|不是|不属于|除了?|除开|除去|减去|扣除)(?!财政|在编|同级|税收入){NAMED}"
    r"(?:(?:那|这)?部分|合同|项目|外|之外|以外|的)*(?:的)?(?:还)?(?:有|是|占|为)?(?:多少|几)"
)


def tells_the_part(answer: Answer, question: str) -> bool:
    """Whether the part that is set aside is told, and nothing is taken from its whole."""
    asked = OUTSIDE_ASKED.search(question)
    if asked is None or answer.calculation or not re.search(r"\d", answer.text):
        return False
    told, part = fold(answer.text), asked["part"]
    return part in told and not any(f"{word}{part}" in told for word in ("非", "不是", "不属于", "其他", "不含"))
