"""“表里和文字说的一样吗”: the figure as it is answered, and what the checks of its document say about its other prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.cite_checks import with_grounds
from app.tell_checks import Library, check_words, checks_of, source_of
from ingest.check_arithmetic import BROKEN, HOLDS, ROUNDING
from ingest.document import Document

VERDICT = (
    r"(?:是否|是不是|能否|能不能|到底|都)?(?:完全)?(?:对不对得上|对得上|对不上|对得起来|一致|一样|相符|不符|相等|吻合|矛盾|(?:有没)?有?(?:出入|差异)"
    r"|相?差了?多少)(?:吗|不|么|没有|呢)?"
)
OTHER_PRINT = (
    r"(?:其|它|他|该项?|自己|表)?的?(?:明细|下级|下面|下边|其中|各个?(?:项|类|行|分项|明细)|分项|细项|加起来|相加|加总|表里?|表格里?|表中|[^,;?与和跟同]{0,12}(?:表|总预算|总数|总计|合计)"
    r"|(?:公开|附|预算|决算)*表?[\d一二三四五六七八九十-]{1,5}表?|文字|正文|说明)(?:之和|[^,;?与和跟同]){0,12}?"
)
ALL_PRINTS = (
    r"(?:在)?(?:文件)?(?:前后(?:文)?|[两各]处|这?几处|各表|各个?(?:类|项|分项|明细)|分项|明细)(?:的|里|中)?(?:写得|写的|说的|数字|数据|数|口径)*"
    r"(?:相加|加起来|之和|加总)?"
)
ONE_PRINT = r"(?:在)?(?:表里?|表格里?|表中|文字|正文|说明)(?:里|中)?"
TABLE_AND = rf"(?:(?<=[,;?])\s*(?:(?:公开|附|预算|决算)*表[\d一二三四五六七八九十-]+|{ONE_PRINT}))?"
ASKED = re.compile(
    rf"[,;、?]?\s*(?:{TABLE_AND}(?:与|和|跟|同){OTHER_PRINT}|(?:文字|正文|说明|表里?)(?:与|和|跟|同){OTHER_PRINT}|{ALL_PRINTS}){VERDICT}\??"
)
CHECK = re.compile(r"^\s*(?:请|帮我|麻烦)*(?:核对?|核实|查对|检查|对)一?下?[:,]?(?=.*?(?:一致|对|相符|差|出入|吻合|相等|一样|矛盾))")
CAUSE = re.compile(r"[,;?]?\s*(?:这?是)?(?:怎么回事|什么原因)\??|[,;?]\s*(?:各|分别)(?:是|为)?多少\??$")
MOST_TOLD = 3
DIFFERS = "与上数不同"  # another print is told beside the figure: then no check may call it consistent
CONSISTENT = "一致：这个数字参与的{count}项核对（表内、表间或文字与表）都相符。"


def without_consistency(question: str) -> str | None:
    """The question without its asking whether the prints agree, or None where it does not ask that or asks nothing else."""
    rest = ASKED.sub("", CHECK.sub("", question))
    if rest == CHECK.sub("", question) or len(re.sub(r"\W", "", rest)) < 2:
        return None
    return CAUSE.sub("", rest).strip(" ,;、?:")


def tell_consistency(answer: Answer, documents: Sequence[Document], library: Library) -> Answer | None:
    """The answer with the verdict: each check of its figures that does not hold in words, else how many hold; None without checks."""
    told = [(document, check) for document in documents for check in checks_of(answer, document)]
    failed = [(document, check) for document, check in told if check.verdict in (BROKEN, ROUNDING)]
    lines = [check_words(check, document, library) for document, check in failed[:MOST_TOLD]]
    holding = sum(check.verdict == HOLDS for _, check in told)
    if not lines and (not holding or DIFFERS in answer.text):
        return None
    for document, check in failed[:MOST_TOLD]:
        answer = with_grounds(answer, check, source_of(document, library))
    return replace(answer, text="\n".join([answer.text, *(lines or [CONSISTENT.format(count=holding)])]))
