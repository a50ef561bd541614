"""“有哪些项目”, “其中某某养护是多少”, “工程占多少” after what a body buys: its purchases, of the catalogue meant, not its projects."""

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
BOUGHT = re.compile(r"政府购买服务|政府采购")
SHARE = re.compile(r"占|比[例重]")
WITHIN = re.compile(
    r"(?P<body>(?:[一-鿿()]{3,24}?[局委厅处院校会府心站所队])?)(?:那么?|这)?(?:其中|里面|当中)[,、]?(?:的|有)?(?P<name>(?!授予|面向|预留|中小|小微|货物|工程|服务|一般公共|政府性|财政|采购|购买)[^,;?多少几占比最哪]{3,30}?)"
    r"(?P<pointed>[这那该][个项]项目|这一?[项笔]|那一?[项笔])?的?(?:预算|金额|支出)?(?:是|有|为|安排了?|要?花了?)*多少(?:钱|万元|元)?[?。]?"
)
THING = re.compile(r"(?:项目|工程|经费|费|服务|[管养维]护|购置|设备|系统|平台|治理|防治|修缮|建设|审计|咨询|调查|普查|专项|改造|检测)$")
OF_WITHIN = "{body}{bought}中{name}是多少"
CLASS_SHARE = re.compile(
    r"(?:那么?|其中|里面)*的?(?:政府)?(?:采购)?(?P<catalogue>货物|工程|服务)(?:采购|类|支出|部分|那块)*的?(?:占(?:了|到)?比?|比重|比例)(?:是|为)?(?:多少|几成|百分之几|多大)?(?:呢)?[?。]?"
)
OF_PURCHASE, LATELY = re.compile(r"采购"), 3  # turns
SHARE_OF_ALL = "{catalogue}采购占政府采购的多少"
OF_CATALOGUE, OF_ALL = "政府采购{catalogue}类有哪些项目", "政府采购项目有哪些"


def purchase_turn(question: str, history: Sequence[str]) -> str:
    """The question as one for purchases; as it is where the turns right before it do not speak of them."""
    if history and (within := WITHIN.fullmatch(normalize_question(question))) and (within["pointed"] or THING.search(within["name"])):
        bought = BOUGHT.search(normalize_question(history[-1]))
        return OF_WITHIN.format(body=within["body"], bought=bought[0], name=within["name"]) if bought else question
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
