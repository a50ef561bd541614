"""“有哪些项目”, “工程占多少” after what a body buys: its purchases, of the catalogue spoken of last or of that named, not its projects."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re
from retrieval.spelling.normalize_question import normalize_question

WHICH = re.compile(
    r"(?:那么?|都|分别|具体|主要)*(?:(?:有|是|包括)(?:哪些|哪几个|什么)(?:采购)?项目|(?:采购|买)(?:了|的是|的)?(?:哪些|什么)(?:东西|项目)?)[?。]?"
)
OF_PURCHASES = re.compile(r"政府采购|(?:货物|工程|服务)类")
CATALOGUE = re.compile(r"(?<=采购)(?:货物|工程|服务)|(?:货物|工程|服务)(?=类|采购)")
OF_SERVICES = re.compile(r"购买服务")
SHARE = re.compile(r"占|比[例重]")
CLASS_SHARE = re.compile(
    r"(?:那么?|其中|里面)*的?(?:政府)?(?:采购)?(?P<catalogue>货物|工程|服务)(?:采购|类|支出|部分|那块)*的?(?:占(?:了|到)?比?|比重|比例)(?:是|为)?(?:多少|几成|百分之几|多大)?(?:呢)?[?。]?"
)
OF_PURCHASE, LATELY = re.compile(r"采购"), 3  # turns
SHARE_OF_ALL = "{catalogue}采购占政府采购的多少"
OF_CATALOGUE, OF_ALL = "政府采购{catalogue}类有哪些项目", "政府采购项目有哪些"


def purchase_turn(question: str, history: Sequence[str]) -> str:
    """The question as one for purchases; as it is where the turns right before it do not speak of them."""
    share = CLASS_SHARE.fullmatch(normalize_question(question)) if any(map(OF_PURCHASE.search, history[-LATELY:])) else None
    if share:
        return SHARE_OF_ALL.format(catalogue=share["catalogue"])
    if not history or not WHICH.fullmatch(normalize_question(question)):
        return question
    spoken = [normalize_question(one) for one in history]
    while len(spoken) > 1 and SHARE.search(spoken[-1]) and not OF_PURCHASES.search(spoken[-1]):
        spoken.pop()  # “占比” leaves what is spoken of as it was
    if not OF_PURCHASES.search(spoken[-1]) or OF_SERVICES.search(spoken[-1]):
        return question
    catalogue = CATALOGUE.search(spoken[-1])
    return OF_CATALOGUE.format(catalogue=catalogue[0]) if catalogue else OF_ALL
