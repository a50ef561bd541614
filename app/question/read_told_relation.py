"""“谁最多”, “最多的比最少的多多少”, “两个加起来多少”: a follow-up that only sets in relation what was told before it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest import late_re as re
from ingest.outline.headings import numeral_value
from retrieval.spelling.normalize_question import normalize_question

LEAD = r"(?:那么?|这么说|所以|请问|其中|再|比一下|比较一下|对比一下|算一下|算算|帮我算一?下?|[,、])*"
OF = r"(?:个|家|所|项|者|样|笔|类|款|边|块|种)"
NOUN = r"(?:局|单位|部门|中心|机构|项目|科目|指标|金额|数字?|数据|钱|地方|市|县|区|费用?)"
POINTED = r"(?:这|那|它|他|上面|上述|刚才|前面|以上|所有|全部)?(?:说的|问的|提到的|列的)?"
COUNTED = rf"(?:(?:(?P<count>两|俩|仨|二|三|四|五|六|[2-6])|几)?(?P<of>{OF}|年(?![度末初]))?(?P<noun>{NOUN})?)?"
AMONG = r"(?:们)?(?:里面?|中(?!心)|当中|之中|之间|相比|比较|比起来|相互|合在一起)?的?(?:都|全)?[,、]?"
THESE = f"{POINTED}{COUNTED}{AMONG}"
WHO = rf"(?P<who>谁|哪家|哪(?:一)?(?:{OF}|年)?(?:{NOUN})?)"
MOST, LEAST, EITHER = "[多高大贵长]", "(?:[少低小短]|便宜)", "(?:[多高大贵长少低小短]|便宜)"
HIGH, LOW = f"最{MOST}", f"最{LEAST}"
HOW_MUCH = r"(?:(?:多少|几|多大)(?:钱|元|块|万元|万|个?百分点|个点|分|人|辆|个)?)"
MUCH_TOO = rf"(?:,?是?{HOW_MUCH})?"
SHARED = r"(?:所?占的?|占的?(?:比例|比重|比)|比例|比重)(?:得|是|的)?"
SPENT = rf"(?:(?:花|用|支出|安排|投入|得|给|拨)(?:钱|得|了|的)*|{SHARED})?"  # “哪项花得最多”
IS = r"(?:[是有要合花用得占为共了]|加起来|一共|总共|支出|安排)*"
THING = rf"的?[那这]?(?:一?{OF})?(?:{NOUN})?的?"
TOGETHER = r"(?:加(?:在)?(?:起来|一起|一块儿?|总)|合(?:起来|计|在一起)|一共|总共|总计|共计|总和|之和|相加)"
EVEN = r"(?:平均|均摊)(?:下来|算下来|数|值|占比|比例|比重)?"
OTHERS = rf"(?:其余|其他|其它|剩下|余下|另外|别)的?(?:几|[两二三四五六2-6])?(?:{OF})?(?:{NOUN})?的?"
OF_ALL = r"(?P<all>这?[两三四五六几2-6]?[家个项者]|合计)"
SHARE = rf"占(?:比|了|到|{OF_ALL}|全部|所有|总数|总额|总的|其中|项目|的)*是?(?:多少|几成|百分之几|比例|比重|呢)?"
IT = "(?:它|他们?|这[个家项])"
FEW, SOME, MORE = "[两二三四五六2-6]", "(?:一?些|一?点)?", "(?:[多高大贵少低小差]|差距|差额)"
OF_SUM = r"的?(?:总数|总额|总和|总的|合计|全部|加起来|钱|之和)*的?(?:多少|几成|百分之几|百分之多少|比例|比重)呢?"
ORDERED = r"(?:(?:按(?:金额|大小|多少|高低)?)?从[高大多]到[低小少](?:排(?:一?下|个?序|列)?)?|排(?:一?下|个)?(?:序|名|队))"
PLACED = r"(?:排(?:名|在|行)?)第(?P<place>[一二三四五六七八九十\d])(?:位|名)?的?是?"
UNIT = r"(?:,按(?P<unit>亿元|万元|元))?"
ASKED = tuple(
    (reducer, re.compile(f"{LEAD}(?:{pattern}){UNIT}"))
    for reducer, pattern in (
        ("spread", f"{THESE}{HIGH}{THING}[比和与跟同]{LOW}{THING}(?:之间)?相?(?:[多高大贵差]|差距|差额)[了出]?[是有]?{HOW_MUCH}"),
        ("spread", f"{THESE}{LOW}{THING}[比和与跟同]{HIGH}{THING}(?:之间)?相?(?:[少低小差]|差距|差额)[了出]?[是有]?{HOW_MUCH}"),
        ("spread", f"{THESE}{HIGH}[和与跟]?{LOW}的?(?:之间)?相?差[距额]?[了是有]?{HOW_MUCH}"),
        ("against", f"{IT}?[比和与跟同]{THESE}(?P<end>{HIGH}|{LOW}){THING}(?:相比)?,?相?{MORE}[了出]?[是有]?{HOW_MUCH}"),
        ("against", f"{IT}?[比和与跟同]第(?P<place>二)(?:名|位|个|家|项)?(?:{EITHER}的)?(?:相比)?,?相?{MORE}[了出]?[是有]?{HOW_MUCH}"),
        ("ends_multiple", f"{THESE}{HIGH}{THING}是{LOW}{THING}的?(?:几|多少)倍"),
        ("multiple", "(?:后者|前者|它)?是(?:它|前者|后者|前面那个|上一个|前一个)?的?(?:几|多少)倍"),
        ("multiple", f"{THESE}相?差了?(?:几|多少)倍"),
        ("share", f"{THESE}(?P<end>{HIGH}|{LOW}){THING}{SHARE}"),
        ("maximum", f"{THESE}{WHO}的?{SPENT}{HIGH}的?{MUCH_TOO}"),
        ("minimum", f"{THESE}{WHO}的?{SPENT}{LOW}的?{MUCH_TOO}"),
        ("maximum", f"{THESE}{WHO}的?(?:占的?|是)大头"),
        ("maximum", f"{THESE}{HIGH}{THING}是?(?:{WHO}|什么|呢|多少)?{MUCH_TOO}"),
        ("minimum", f"{THESE}{LOW}{THING}是?(?:{WHO}|什么|呢|多少)?{MUCH_TOO}"),
        ("difference", f"{THESE}(?:{SHARED})?相?(?:差[距额别]?|多|少|贵|便宜)[了是有出]*{HOW_MUCH}呢?"),
        ("difference", f"{THESE}(?:差额|差距|差值)(?:呢|是)?"),
        ("difference", f"{THESE}是?(?:不是)?(?:一样|相同|相等)多?(?:吗|么|不)?"),
        ("difference", f"{THESE}{WHO}的?{SPENT}(?:更|比较|要)?(?P<way>{EITHER}){SOME}(?:,?(?:{EITHER}|相?差)?[了出]?{HOW_MUCH})?"),
        ("saved", f"{THESE}(?:一共|总共|共)?(?:节?省|节约|节余|少花|没花完|超支?|多花)(?:了|出|掉)*{HOW_MUCH}"),
        ("saved", rf"{THESE}(?:还|最后|一共)*(?:有|剩|剩下|余下)*{HOW_MUCH}(?:是)?没(?:有)?(?:花|用|执行|支)(?:出去|完|掉|上)?"),
        ("saved", rf"{THESE}(?:还|最后|一共)*(?:剩下?|余下?|结余)(?:了)?{HOW_MUCH}"),
        ("average", f"{THESE}{EVEN}呢"),
        ("average", f"{THESE}{EVEN}(?:每?一?{OF}(?:{NOUN})?|每(?:局|单位|部门|项目))?的?{IS}{HOW_MUCH}"),
        ("rest", f"{OTHERS}(?:{TOGETHER})?{IS}(?:{HOW_MUCH}|呢)"),
        ("rest", f"{OTHERS}{TOGETHER}呢?"),
        ("sum", f"{THESE}前(?P<top>[二两三四五六2-6])(?:{OF}|名|大)?(?:{NOUN})?的?{TOGETHER}的?(?!占){IS}(?:{HOW_MUCH}|呢)?"),
        ("sum", f"{THESE}{TOGETHER}的?(?!占){IS}(?:{HOW_MUCH}|呢)?"),
        ("rank", f"{THESE}{ORDERED}(?:呢|看看|一下)?"),
        ("place", f"{THESE}{PLACED}(?:{WHO}|什么|呢)?{MUCH_TOO}"),
        ("place", f"{THESE}第(?P<nth>[二三四五六七八九十])(?P<way>[大多高贵小少低])的?是?(?:{WHO}|什么|呢)?{MUCH_TOO}"),
        ("share_of_pick", f"(?P<name>[^,;?占比]{{2,14}}?)的?占(?:了|到)?[这那]?(?:(?P<count>{FEW})|几)(?P<of>{OF}){OF_SUM}"),
        ("share_of_pick", f"(?:它|这个|这项|该项|这一项)?{SHARE}"),
    )
)
SAID = re.compile(r"[?？。！!\s]+$")
NUMERALS = {"两": 2, "俩": 2, "仨": 3}
OF_BODIES = re.compile(r"谁|家|边|局|单位|部门|中心|机构|地方|市|县|区")
OF_SHARES = re.compile(r"百分点|个点|占(?!的?大头)|比例|比重")
OF_MONEY = re.compile(r"金额|花|钱|贵|便宜|支出|投入|安排|元")
OF_ITEMS = re.compile(r"项|笔|样|类|款|块|种|科目|指标|费")
ANY = rf"(?:谁|哪(?:一)?(?:{OF})?(?:{NOUN})?)"
AGAINST = re.compile(
    rf"{LEAD}(?:[和与跟同比较]?~)的?(?:相比|比起来|比较|比)?,?(?:{ANY}?是?[更要]?{EITHER}[了出]?(?:一?些|一?点)?(?:还是|或){EITHER}"
    rf"|{ANY}(?:更|比较|要)?{EITHER}(?:一?些|一?点)?|相?(?:差|{EITHER})[距额]?[了出]?{HOW_MUCH}|[更要]?{EITHER}(?:一?些|一?点)?吗)[了呢吗]?"
    rf"|{LEAD}(?:[和与跟同]~(?:相?比|比较|比起来)|比~|较~)(?:呢|怎么样|如何)"
)


@dataclass(frozen=True, slots=True)
class ToldRelation:
    """What is done with what was told: the relation, how many things (None: not said), whether bodies or items, which end or place.

    `unit` is that in which the result is wanted, None where nothing is said of it; `is_of_shares` says that shares are related,
    `name` is the thing among them whose share is asked for, empty where it is the one picked before, `is_of_all` that it is
    that of all of them together, `is_of_money` that only money is meant (“一共花了多少”),
    `top` that so many of the largest are meant (“前三个一共”).
    """

    reducer: str
    count: int | None = None
    axis: str | None = None
    place: int = 0
    end: str = ""
    unit: str | None = None
    is_of_shares: bool = False
    name: str = ""
    is_of_all: bool = False
    is_of_money: bool = False
    top: int = 0


def read_told_relation(question: str) -> ToldRelation | None:
    """The relation that a question asks for and nothing else; None where it names a thing of its own."""
    asked = SAID.sub("", normalize_question(question))
    found = ((reducer, pattern.fullmatch(asked)) for reducer, pattern in ASKED)
    read = next((_relation(reducer, match.groupdict()) for reducer, match in found if match), None)
    is_of_shares = read is not None and not read.reducer.startswith("share") and bool(OF_SHARES.search(asked))
    return replace(read, is_of_shares=is_of_shares, is_of_money=bool(OF_MONEY.search(asked))) if read else None


def asks_against_body(rest: str) -> bool:
    """Whether what is left of a question, its body blanked by spaces, only holds that body against the one before."""
    return bool(AGAINST.fullmatch(re.sub(r"\s+", "~", SAID.sub("", rest))))


def _relation(reducer: str, said: dict[str, str | None]) -> ToldRelation:
    """The relation with what its words say of how many things there are and of what kind."""
    count = said.get("count")
    words = "".join(said.get(name) or "" for name in ("of", "noun", "who"))
    axis = "body" if OF_BODIES.search(words) else "item" if OF_ITEMS.search(words) else None
    number = NUMERALS.get(count) or numeral_value(count) if count else None
    place = numeral_value(said.get("place") or said.get("nth") or "")
    end, name = said.get("end") or said.get("way") or "", said.get("name") or ""
    top = said.get("top")
    largest = (NUMERALS.get(top) or numeral_value(top) or 0) if top else 0
    is_of_all = bool(name or said.get("all"))
    return ToldRelation(reducer, number, axis, place, end, said.get("unit"), name=name, is_of_all=is_of_all, top=largest)
