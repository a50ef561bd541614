"""Whether an answer adds up fewer things than its question counts, tells the aim without what was reached, or sets nothing in relation."""

from __future__ import annotations

from app.answer import Answer
from app.checks.check_counted import ADDENDS
from ingest import late_re as re
from retrieval.spelling.label_key import fold

COUNTED_SUM = re.compile(
    r"(?:[、和与及跟]|加上|再加)[^;?]*?[,的这]?(?<![第前后])(?P<count>[二两三四五六七八九2-9])(?:项|样|笔|块|者|个数)(?:支出|经费|费用|钱|资金|收入)*"
    r",?(?:加起来|加在一起|加一起|合起来|合在一起|一共|总共|共计|合计|总计|加总|相加|之和|总和)"
)
AIM = r"(?:目标值?|指标值|上限|下限|定的(?:多少|几)?|要求的?)"
REACHED = r"(?:实际(?:完成)?(?:值|数)?|完成值|达到的?(?:数|值)?|做到的?(?:数|值)?)"
BOTH_ASKED = re.compile(
    rf"{AIM}[和与跟及、]{REACHED}[^,;?]{{0,4}}(?:多少|几)|{AIM}(?:是|为)?(?:多少|几)[、,]{REACHED}了?(?:是|为)?(?:多少|几)"
)
AIM_TOLD, REACHED_TOLD = "目标值**", "实际完成值**"
BODIES_APART = re.compile(r"[两二]个?(?:家|局|单位|部门|中心|机构)(?:之间|的)?(?:相差|差了?|差额|差距)[^,;?]{0,3}(?:多少|几|多大)")
MORE_THAN = re.compile(
    r"比(?![^,;?]{0,6}(?:去年|上年|前年|往年|同期))[^,;?、]{2,24}?(?:多|少|高|低|超)(?:了|出|花|用|安排)*(?:多少|几)(?!个?(?:百分点|成|倍))|[比与和跟][^,;?]{2,24}相差(?:多少|几)"
)
RELATED = re.compile(r"\d\s*[−-]\s*\d|÷|多\*\*|少\*\*|[高低差]\*\*|相差|持平|相等|相同|一样|增[加长]|减少|下降|上升")
SCOPES = re.compile(r"^(?:其他口径|口径|注意|尾差)：.*$", re.MULTILINE)
DIGITS = "零一二三四五六七八九"
FEWEST = 2


def leaves_some(answer: Answer, question: str) -> bool:
    """Whether something that the question names beside what is told is left out."""
    if answer.status != "answered":
        return False
    text = fold(question)
    return _adds_fewer(answer, text) or _tells_one_side(answer, text) or _is_within_body(answer, text) or _relates_nothing(answer, text)


def _adds_fewer(answer: Answer, text: str) -> bool:
    """Whether so many things named together are asked for as one sum and fewer are added up."""
    asked, added = COUNTED_SUM.search(text), ADDENDS.search(answer.calculation or "")
    if asked is None or added is None:
        return False
    count = asked["count"].replace("两", "二")
    return added[1].count("+") + 1 < (int(count) if count.isdigit() else DIGITS.index(count))


def _tells_one_side(answer: Answer, text: str) -> bool:
    """Whether what was aimed at and what was reached are asked for and the row of a form is told with one of them."""
    return bool(BOTH_ASKED.search(text)) and (AIM_TOLD in answer.text) != (REACHED_TOLD in answer.text)


def _is_within_body(answer: Answer, text: str) -> bool:
    """Whether it is asked by how much two bodies differ and the figures of one document are subtracted."""
    documents = {one.document_id for one in answer.citations}
    return bool(BODIES_APART.search(text)) and len(documents) < FEWEST and bool(answer.values)


def _relates_nothing(answer: Answer, text: str) -> bool:
    """Whether it is asked by how much one thing is more than another and amounts are told side by side, or one alone."""
    is_apart = answer.answered_by == "rule" and bool(answer.values) and MORE_THAN.search(text) is not None
    return is_apart and not RELATED.search(SCOPES.sub("", answer.text))
