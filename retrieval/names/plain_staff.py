"""Words about staff that narrow nothing (单位给职工交公积金) or say which of two rows is meant (事业编制人员的公积金: 公积金（事业）)."""

from __future__ import annotations

import re

from retrieval.facts.fact import FactIndex
from retrieval.spelling.label_key import label_key

PAID_FOR = re.compile(
    r"(?:单位|局里?|部门)?(?:给|为|替)(?:全体|所有)?(?:在职)?(?:干部)?(?:职工|员工|工作人员|干部)们?(?:统一)?(?:缴纳|交纳|发放|缴|交|上|买|发|搞|办|做|组织|安排|开展|举办)了?的?"
)
ALL_STAFF = re.compile(r"(?<![^\W的给为替发])(?:全体|所有)?(?:在职)?(?:干部职工|职工|员工|工作人员)们?的?(?=[\u4e00-\u9fff]{2})")
BOTH_KINDS = re.compile(
    r"[,，]?(?:行政|事业)(?:人员|编制)?的?(?:、|和|与|及|跟|,)?(?:行政|事业)(?:人员|编制)?的?(?:(?:、|和|与|及|,)?(?:局?机关|本级|中心|下属单位)的?)*"
    r"(?:全|都|统统|一起|一并|合)*(?:算进去|算上|算在内|包括在内|计入|在内|加在一起|加起来|合起来|合在一起|加一块)"
)
OF_KIND = re.compile(r"(行政|事业)(?:编制)?的?(?:人员|职工|干部)的?(?P<name>[\u4e00-\u9fff]{2,14})")
SHORTEST, LONGEST = 2, 14
STAFF_WORDS = ("职工", "员工", "工作人员")


def plain_staff(text: str, index: FactIndex) -> str:
    """The question without the words that narrow nothing; the kind of staff behind the name whose row prints it in brackets."""
    text = BOTH_KINDS.sub(lambda found: "~" * len(found[0]), text)
    text = PAID_FOR.sub(lambda found: "~" * len(found[0]), text)
    text = ALL_STAFF.sub(lambda found: _left_out(found, index), text)
    return OF_KIND.sub(lambda found: _row_of_kind(found, index), text)


def _left_out(found: re.Match[str], index: FactIndex) -> str:
    """Blanks for a word for all of the staff right before a name that is printed, unless another row is called by both."""
    behind = found.string[found.end() :]
    name = next((behind[:length] for length in range(LONGEST, SHORTEST - 1, -1) if label_key(behind[:length]) in index.variants), "")
    narrows = any(word in key and label_key(name) in key for word in STAFF_WORDS if word in found[0] for key in index.names)
    return found[0] if not name or narrows else "~" * len(found[0])


def _row_of_kind(found: re.Match[str], index: FactIndex) -> str:
    """The longest name at the end of a match with its kind in brackets, where a row is called so; the words as they are elsewhere."""
    kind, rest = found[1], found["name"]
    for length in range(len(rest), SHORTEST - 1, -1):
        if label_key(f"{rest[:length]}（{kind}）") in index.postings:
            return f"{rest[:length]}（{kind}）{rest[length:]}"
    return found[0]
