"""“工资占多少”, “占多少”, then “那办公费呢”: whether a follow-up asks for a share, of what thing and in what."""

from __future__ import annotations

from dataclasses import dataclass

from app.answer import Answer
from ingest import late_re as re
from retrieval.spelling.normalize_question import normalize_question

LEAD = r"(?:那么?|其中|再|里面?|这里面?|[的,])*"
IT = r"(?:这|那|它|该|此)(?:项|个|笔|块|部分|些)?的?(?:钱|支出)?"
THING = r"(?P<thing>[^,;?占比在里中]{2,16}?)"
MUCH = r"占(?:比|了|到|其中|总数|总额|总的|的)*(?:是|有)?(?:多少|多大|几成|百分之几|百分之多少|比例|比重)?呢?"
OF = (
    r"占(?:了|到)?(?:[当本全同]年度?|全部|所有|整个|同期)*的?"
    r"(?P<whole>总?[^,;?占多几百的比总全]{2,14}?(?:总额|总数|总量|合计|总计)?)的?(?:多少|几成|百分之几|百分之多少|(?:多大)?(?:比例|比重))呢?"
)
TOGETHER = r"(?P<together>[这那]?[两二三四五六2-6]?[个项家样者笔]?(?:一共|总共|合计|加起来|加在一起|合起来))"
ASKED = re.compile(rf"{LEAD}(?:{TOGETHER}|{IT}|{THING})?的?所?(?:{MUCH}|{OF})")
LIKEWISE = re.compile(rf"{LEAD}{THING}(?:[那这]一?(?:块|项|部分|个|笔|类)|方面)?的?呢")
OF_SHARE = re.compile(r"占|比[重例]")
OF_UNNAMED = re.compile(r"占总额的比重$")
ROUNDED = r"[,，]?[(（]?(?:请|都)?(?:保留|精确到|四舍五入)[^()（）]{0,12}[)）]?"  # “（保留两位小数）”
PER_CENT = r"[,，]?[(（]?(?:用|按|算)?百分[比数](?:表示|算)?[)）]"
ENDS = r"[?？。！!\s]"
SAID = re.compile(
    rf"{ENDS}*{PER_CENT}{ENDS}*$|{ENDS}+(?:{ROUNDED}{ENDS}*)?$|(?:{ROUNDED}){ENDS}+$|[(（](?:保留|精确到)[^()（）]{{0,12}}[)）]$"
)

STATED = re.compile(r"(?<=[一-鿿])(?:是|为|的)?\d[\d,.]*(?:万|亿)?元(?=的?(?:比|多少|几|百分))")  # “占项目支出100.00万元的比例”


@dataclass(frozen=True, slots=True)
class ShareAsked:
    """The thing whose share is asked for, empty for the one told just before, and what it is a share of, empty for the total told.

    `together` are the words by which the things told before are meant all together.
    """

    thing: str
    whole: str = ""
    together: str = ""


def is_of_unnamed(answer: Answer) -> bool:
    """Whether an answer tells a share of which no whole is named."""
    return any(OF_UNNAMED.search(value.label) for value in answer.values)


def lacks_share(question: str, answer: Answer) -> bool:
    """Whether a share in a whole that is named was asked for, and another thing is told."""
    asked = read_share_asked(question)
    is_told = any(OF_SHARE.search(value.label) for value in answer.values)
    return bool(asked and asked.whole) and answer.status == "answered" and not is_told


def read_share_asked(question: str, *, is_after_share: bool = False) -> ShareAsked | None:
    """The share that is asked for; None where none is. After a share “那办公费呢” asks for one too."""
    asked = STATED.sub("", SAID.sub("", normalize_question(question)))
    if found := ASKED.fullmatch(asked):
        return ShareAsked(found["thing"] or "", found["whole"] or "", found["together"] or "")
    likewise = LIKEWISE.fullmatch(asked) if is_after_share else None
    return ShareAsked(likewise["thing"]) if likewise else None
