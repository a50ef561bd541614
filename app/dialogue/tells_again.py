"""Follow-ups answered with the very figure that was told before: the word that is new in them was not understood (“编制多少”, “实有呢”)."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.dialogue.refer_back import Ask
from app.telling.wording_told import TOLD_AGAIN
from ingest import late_re as re
from ingest.quantity import YUAN_PER_UNIT
from retrieval.spelling.label_key import fold
from retrieval.spelling.normalize_question import normalize_question

ONCE_MORE = re.compile(  # what asks for the same figure once more: its unit, its place, whether it is right
    r"元|单位|出处|来源|依据|哪|在什么|确定|对吗|对不对|真|是吗|是不是|有没有|再|重复|原文|口径|为什么|怎么|具体|准确|"
    r"一共|总共|合计|总数|总额|全部|总的|加起来|谁|比|占|其中|最|第[二三四五六七八九十]|这|它|该|钱|增长率|[增降涨]幅|百分"
)
ONLY_TIME = re.compile(r"(?:20\d\d年?|今年|本年|当年)?(?:度)?(?:预算|决算)?(?:数|里|中)?")
YEAR_BEFORE = re.compile(r"(?:去年|上一?年|前一?年|今年|本年)度?(?:的|预算|决算|数)*")
ONLY_MONEY = re.compile(r"(?:总|全年|年度)?(?:预算|决算|支出|收入|经费|开支|费用|花费)(?:数|总额)?")
SAID = re.compile(r"[呢吗么呀啊吧?？,，。!！的那又了]|还有|另外|以及|(?:是)?(?:多少|几)[一-鿿]?")
SHORTEST, LONGEST = 2, 8
MOST_KNOWN_BY_CHANCE = 0.5  # of its characters, in what was told


def tells_again(question: str, history: Sequence[str], answer: Answer, ask: Ask) -> Answer | None:
    """The refusal of such an answer; None where it tells something else, or where the question names nothing new."""
    if not history or answer.status != "answered" or not answer.values or not answer.citations:
        return None
    asked = SAID.sub("", fold(normalize_question(question)))
    is_count = not any(value.unit in YUAN_PER_UNIT for value in answer.values)
    is_money = is_count and bool(ONLY_MONEY.fullmatch(asked))  # “预算呢” after a count of persons
    if not SHORTEST <= len(asked) <= LONGEST or ((ONCE_MORE.search(asked) or ONLY_TIME.fullmatch(asked)) and not is_money):
        return None
    answers = (ask(history[at], history[:at]) for at in reversed(range(len(history))))
    before = next((one for one in answers if one.values), None)
    if before is None or set(answer.citations) - set(before.citations):
        return None
    if YEAR_BEFORE.fullmatch(asked) and {one.document_id for one in before.citations} - {one.document_id for one in answer.citations}:
        return None  # one of the years that were told together
    if {one.value for one in answer.values} - {one.value for one in before.values}:
        return None
    places = ("".join((one.title, one.table or "", *one.row, *one.col)) for one in answer.citations)
    told = fold("".join((history[-1], *(one.label for one in answer.values), *places)))
    if not is_money and sum(one in told for one in asked) > len(asked) * MOST_KNOWN_BY_CHANCE:
        return None
    return Answer("not_found", TOLD_AGAIN.format(asked=asked))
