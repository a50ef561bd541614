"""Questions for the things that one of two years has alone (“2024年有而2023年没有的项目”), or that changed most between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest import late_re as re
from retrieval.spelling.bound import Bound, bound_in

YEAR = r"(?:20\d\d年?度?|上年度?|去年|上一年|前一年|今年|本年)"
NOT = r"(?:没有?了?|无|取消了?|不见了?|不再(?:安排|有))"
ONLY = re.compile(
    rf"(?P<has>{YEAR})[^,?]{{0,4}}有[^,?]{{0,6}}?[,而但、]*(?P<lacks>{YEAR})[^,?]{{0,4}}?(?:却|就)?{NOT}"
    rf"|(?P<lacks_first>{YEAR})[^,?]{{0,4}}{NOT}[,而但、]*(?P<has_last>{YEAR})[^,?]{{0,4}}有"
)
NEW = re.compile(
    r"新增(?:加)?(?:了|的)?|新(?:设立?|列|安排|上)的?|多(?:出来?|了)的?(?=哪|几|什么|[一二两三]个)|比(?:上年|去年|20\d\d年?)多(?:出|了)?的?(?=哪|几|什么)"
)
GONE = re.compile(
    rf"(?:到|今年|{YEAR})[^,?]{{0,3}}(?:就)?(?:没有?了|取消了|不见了|不再安排|没再安排|砍掉)|(?:取消|砍掉|减掉|少)了(?=哪|几|什么)"
)
BACK = re.compile(r"反过来|反之")
WAY = r"(?P<way>增加|增长|增|涨|上升|提高|多|减少|减|下降|降|少)"
MOST = re.compile(
    rf"{WAY}(?:了|的|得)?(?:金?额|幅度?|数|率|百分比)?(?:是|为)?(?:最[多大高快]|得最[多大快])|最[多大](?P<noun>增加|增长|减少|下降)"
)
EACH = re.compile(
    rf"(?:哪些|哪几[个项]|什么)[^?]*?(?:[比较与和跟](?:上年度?|去年|上一年|20\d\d年?度?)|两年)(?:相?比)?[^,?]{{0,8}}?(?:{WAY}|(?P<same>持平|不变|没变|一样|相同))"
    rf"|(?:[比较与和跟](?:上年度?|去年|上一年|20\d\d年?度?)|两年)(?:相?比)?[^,?]{{0,8}}?(?:(?P<way2>增加|增长|上涨|减少|下降)|(?P<same2>持平|不变|没变|一样|相同))了?的?[^,?]{{0,6}}(?:有哪些|哪些|有哪几)"
    rf"|(?:[比较与和跟](?:上年度?|去年|上一年|20\d\d年?度?)|两年)(?:相?比)[,]?[^,?]{{0,8}}?哪(?:些|几[个项家])[^,?]{{0,12}}?(?:(?P<way3>增加|增长|上涨|减少|下降)|持平|不变|没变)"
)
THAN = re.compile(
    rf"(?P<first>{YEAR})[^,?]{{0,6}}[比较](?P<other>{YEAR})[^,?]{{0,6}}?(?P<way>多|新增|少|减)(?:出来?|了|掉)?的?(?:哪|几|什么|[一二两三]个)"
)
RATE, THIS = re.compile(r"幅|率|百分|快"), re.compile(r"今年|本年")
ACROSS = re.compile(r"[比较]20\d\d|[比较](?:上年|去年|上一年|前一年)|从20\d\d|20\d\d年?度?(?:到|至|、|和|与)20\d\d|两年|相比|对比|对照")
FALLS = ("减少", "减", "下降", "降", "少")
ASKS = re.compile(r"哪|什么|几[个项家]|多少")
THINGS = (
    ("内设机构", re.compile(r"处室|科室|股室|内设机构|内设部门")),
    ("项级科目", re.compile(r"项级|科目")),
    ("单位", re.compile(r"哪(?:一)?(?:家|个单位|个部门|个机构)|哪(?:些|几[个家])(?:下属)?(?:单位|部门)|单位里|家单位")),
    ("三公经费", re.compile(r"三公[^,?]{0,8}(?:各项|哪[一个]?项|哪[一]?块|里|中)")),
    ("项目", re.compile(r"项目(?!支出(?!表|情况|预算|明细))")),
)
LISTINGS = {
    "内设机构": "有哪些内设机构",
    "项目": "项目支出有哪些项目,各多少", "项级科目": "{table}有哪些项级科目,各多少", "单位": "各单位{item}各多少",
    "三公经费": "因公出国费、公务接待费、公务用车购置费、公务用车运行维护费各多少",
}  # fmt: skip
TABLE = re.compile(
    r"(?:一般公共预算|政府性基金(?:预算)?)?(?:财政拨款)?支出(?:决算|预算)?(?:总|总体情况|情况)?表"
    r"|一般公共预算(?:财政拨款)?|政府性基金(?:预算)?"
)
ITEM = re.compile(r"三公经费|公务接待费|会议费|培训费|(?:年末)?(?:实有|在职)人数|项目支出|基本支出|总?收入|总?支出")
COUNTED = {"在职人数": "年末在职人数", "实有人数": "实有人数"}


@dataclass(frozen=True, slots=True)
class OverYears:
    """What is asked of two years: the kind of thing, the question for its list, and which years' own things, which most or which all did.

    `alone` is later, earlier or both, `most` 增加 or 减少 (`by_rate`: at the greatest rate), `each` that or 持平, `bound` what such changes
    must keep to. `has` and `lacks` are the years that have and lack the things: a year, or 0 for this one and -1
    for the one before it; None where they are not said. `named` are all years written.
    """

    thing: str
    listing: str
    most: str = ""
    by_rate: bool = False
    each: str = ""
    bound: Bound | None = None
    alone: str = ""
    has: int | None = None
    lacks: int | None = None
    named: tuple[int, ...] = ()

    def years_alone(self, before: int | None, now: int | None) -> tuple[int | None, ...]:
        """The years whose own things are asked for, of an earlier and a later one."""
        if self.alone == "both":
            return (before, now)
        if self.has is not None:
            return (now,) if self.has in (now, 0) else (before,)
        if self.lacks is not None:
            return (now,) if self.lacks in (before, -1) else (before,)
        return (now,) if self.alone == "later" else (before,)


def read_over_years(question: str) -> OverYears | None:
    """What a normalised question asks of two years thing by thing; None where it asks nothing of the kind."""
    thing = next((name for name, said in THINGS if said.search(question)), "")
    listing = _listing(thing, question) if thing and ASKS.search(question) else ""
    if not listing:
        return None
    asked = OverYears(thing, listing, named=tuple(dict.fromkeys(map(int, re.findall(r"20\d\d", question)))))
    if alone := _alone(question, asked):
        return alone
    bound = bound_in(question)
    if (each := EACH.search(question)) and not MOST.search(question):
        way = each["way"] or each["way2"] or each["way3"]
        return replace(asked, each=_way(way) if way else "持平", bound=bound)
    most = MOST.search(question) if ACROSS.search(question) and not bound else None
    return replace(asked, most=_way(most["way"] or most["noun"]), by_rate=bool(RATE.search(most[0]))) if most else None


def _alone(question: str, asked: OverYears) -> OverYears | None:
    """The things that one of the years has alone; None where these are not asked for."""
    found = list(ONLY.finditer(question))
    if found:
        has, lacks = found[0]["has"] or found[0]["has_last"], found[0]["lacks"] or found[0]["lacks_first"]
        alone = "both" if len(found) > 1 or BACK.search(question) else "later"
        return replace(asked, alone=alone, has=_year(has), lacks=_year(lacks))
    if than := THAN.search(question):
        first, other = _year(than["first"]), _year(than["other"])
        is_more = than["way"] in ("多", "新增")
        return replace(asked, alone="later", has=first if is_more else other, lacks=other if is_more else first)
    if NEW.search(question) or GONE.search(question):
        alone = "both" if BACK.search(question) else "later" if NEW.search(question) else "earlier"
        return replace(asked, alone=alone)
    return None


def _listing(thing: str, question: str) -> str:
    """The question for the list of such things; empty where it is not said of what."""
    table, item = TABLE.search(question), ITEM.search(question)
    if thing == "单位":
        return LISTINGS[thing].format(item=COUNTED.get(item[0], item[0])) if item else ""
    return LISTINGS[thing].format(table=table[0] if table else "支出")


def _way(said: str) -> str:
    return "减少" if said in FALLS else "增加"


def _year(said: str | None) -> int | None:
    """A year as it is written; 0 for this one, -1 for the one before it, None where nothing is said."""
    found = re.search(r"20\d\d", said or "")
    if found:
        return int(found[0])
    return None if not said else 0 if THIS.match(said) else -1
