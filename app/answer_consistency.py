"""“表里和文字说的一样吗”: the figure as it is answered, and what the checks of its document say about its other prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.tell_checks import Library, check_words, checks_of
from ingest.check_arithmetic import BROKEN, HOLDS, ROUNDING
from ingest.document import Document

ASKED = re.compile(
    r"[,;、]?\s*(?:(?:在)?(?:表里?|表格里?|表中)(?:和|与|跟)(?:文字|正文|说明)(?:里|中)?(?:说的|写的|的)?|(?:文字|正文|说明)(?:和|与|跟)表(?:里|格|中)?(?:说的|写的|的)?"
    r"|(?:文件)?前后(?:文)?(?:写得|写的|说的|数字|数据|口径)?|两处|各处|这?几处)(?:数字|数据|数)?(?:是否|是不是|都|有没有)?"
    r"(?:一致|一样|矛盾|对得上|相符|对不上|有?出入|吻合)(?:吗|不|么|没有)?\??"
)
MOST_TOLD = 3
DIFFERS = "与上数不同"  # another print is told beside the figure: then no check may call it consistent
CONSISTENT = "一致：这个数字参与的{count}项核对（表内、表间或文字与表）都相符。"


def without_consistency(question: str) -> str | None:
    """The question without its asking whether the prints agree, or None where it does not ask that or asks nothing else."""
    rest = ASKED.sub("", question).strip(" ,;、?:")
    return rest if rest != question.strip(" ,;、?:") and len(re.sub(r"\W", "", rest)) > 1 else None


def tell_consistency(answer: Answer, documents: Sequence[Document], library: Library) -> Answer | None:
    """The answer with the verdict: each check of its figures that does not hold in words, else how many hold; None without checks."""
    told = [(document, check) for document in documents for check in checks_of(answer, document)]
    failed = [(document, check) for document, check in told if check.verdict in (BROKEN, ROUNDING)]
    lines = [check_words(check, document, library) for document, check in failed[:MOST_TOLD]]
    holding = sum(check.verdict == HOLDS for _, check in told)
    if not lines and (not holding or DIFFERS in answer.text):
        return None
    return replace(answer, text="\n".join([answer.text, *(lines or [CONSISTENT.format(count=holding)])]))
