"""“某项支出多少，其中财政拨款多少”: a second clause that names but a fund, balance, table or unit is asked of the item of the first."""

from __future__ import annotations

from collections.abc import Callable

from app.question.distribute_question import opening_of
from ingest import late_re as re
from retrieval.spelling.normalize_question import normalize_question

MUCH = r"(?:一共|总共|共)?(?:又|还|分别|各)?(?:是|为|有|占|花了?|用了?|安排了?)*(?:多少|几)(?:钱|万元|元)?"
FUND = r"一般公共预算(?:财政)?(?:拨款)?|财政拨款|政府性基金(?:预算)?(?:财政)?(?:拨款)?|国有资本经营预算(?:财政)?(?:拨款)?"
TABLE = r"“?三公”?(?:经费)?(?:支出|预算|决算)?表|基本支出(?:预算|决算|明细)?表|支出(?:决算|预算)?总?表|项目支出表"
HALVES = re.compile(
    rf"(?P<first>[^,;?。、]{{3,40}}?)(?P<much>{MUCH})[,;?。]+(?:那么?|另外|再)?(?P<within>其中|里面|当中)?[,:]?(?:来自|属于|使?用)?的?"
    rf"(?:(?P<fund>(?:当年|本年)?(?:{FUND}))(?:资金|部分|安排|支出)?(?:的|里|中)?|(?P<end>(?:年初|年末|上年)(?:财政拨款)?(?:结转|结余)(?:和结余)?)(?:资金)?"
    rf"|(?P<table>{TABLE})(?:里|中)?面?的?|(?P<bought>采购(?:金额|预算|资金|数)?)){MUCH}[?？。]*"
)
IN_WORDS = re.compile(
    r"(?P<first>[^,;?。、]{3,40}?)(?P<much>(?:一共|总共|共)?(?:有|是|为|花了?|用了?|安排了?)*(?:多少|几)(?:钱|万元|元|[台套辆件])?)[,;?。]+(?:都|又|分别|具体)*"
    r"(?:(?P<trip>(?:去|到)了?哪(?:里|儿|些?(?:国家|地方))?了?(?:干|做)?了?(?:什么|啥|嘛)?)|(?P<words>(?:干|做)(?:了|的)?(?:什么|啥|嘛)|主要(?:是|有|包括)(?:什么|哪些|啥)(?:设备|东西)?"
    r"|(?<=[台套辆件][,;?。])(?:比|较)(?:上年|去年|上一年)(?:增加|减少|新增|多|少)(?:的|了)?(?:是)?(?:什么|哪些|啥)(?:设备|东西|车)?)"
    r"|(?P<source>(?:资金|钱)?(?:都|是)?(?:来自|出自|从)(?:哪(?:里|儿)?|什么(?:资金|渠道)?)(?:来)?的?|资金来源(?:是|为)?(?:什么|哪(?:里|儿)?)?))(?:呢|的)?[?？。]*"
)
UNIT_OF = re.compile(
    rf"(?P<first>[^,;?。、]{{3,40}}?){MUCH}[,;?。]+(?:其中|里面|那么?)?(?:下属|所属)?的?(?:是)?哪一?[个家]的?(?:下属|预算|二级)?单位的?(?:花|用|开支)?(?:得|的)?"
    r"(?P<most>最[多高少低大小])的?[?？。]*"
)
OF_UNITS = "{first}是多少?{opening}各单位中{item}{most}的是哪个单位?"
COST = re.compile(r"(?:经费|费用?|支出)$")
TRIP, SOURCE = "去哪里干什么", "资金来源是什么"
OWN_PLACE = re.compile(rf"(?:在)?(?:{TABLE}|(?:基本|项目)支出)(?:里|中)面?$")
OTHER_KIND, BALANCE = re.compile(rf"收入|资产|(?:{FUND})$"), re.compile(r"结转|结余")
KIND_SAID = re.compile(r"(?:部门|单位)?(?:决算|预算)的?(?=.{2})")
NO_MONEY = re.compile(r"人数?$|编制|车辆|面积|[台辆套个家户次批]$|得分|率$")
WHOLE = re.compile(rf"^(?:{FUND}|全年|本年|总|全部|部门|单位)*支出(?:总?合计|总计|总额)?(?:一共|总共)?$")
OF_PROJECT = re.compile(r"[^,;]{2,}(?<!运行)(?<!公用)(?<!人员)(?<!三公)(?<!三公”)(?:经费|费用?|项目|工程)$")
OF_YEAR = ("当年", "本年")
OF_PROJECTS, BOUGHT = "项目支出", "采购金额"
SAID_SIDE = re.compile(r"(?<=.{3})(?:的|项目)?预算(?:数|安排)?$")
SHORTEST = 2


def complete_halves(question: str, rest_of: Callable[[str], str]) -> str:
    """The question with its second clause in full; as it is where it is of another form. `rest_of` blanks the body and year of a clause."""
    asked = normalize_question(question)
    if said := IN_WORDS.fullmatch(asked):
        opening = opening_of(said["first"], rest_of(said["first"]))
        item = said["first"][len(opening) :].strip("的 有")
        item = COST.sub("", item) if said["trip"] else item
        words = said["words"] or (TRIP if said["trip"] else SOURCE)
        return f"{said['first']}{said['much']}?{opening}{item}{words}?" if len(item) >= SHORTEST else question
    if (unit := UNIT_OF.fullmatch(asked)) and (opening := opening_of(unit["first"], rest_of(unit["first"]))).strip():
        item = unit["first"][len(opening) :].strip("的 ")
        return OF_UNITS.format(first=unit["first"], opening=opening, item=item, most=unit["most"])
    halves = HALVES.fullmatch(asked)
    if halves is None:
        return question
    opening = opening_of(halves["first"], rest_of(halves["first"]))
    kind = KIND_SAID.match(halves["first"], len(opening))
    opening = halves["first"][: kind.end()] if kind else opening
    item = halves["first"][len(opening) :].lstrip("的 ")
    plain = re.sub("合计$|一共$|总共$", "", item) if not WHOLE.search(item) else item
    plain = OWN_PLACE.sub("", plain) if halves["table"] else plain
    is_of_all = bool(halves["end"] and WHOLE.search(plain)) or bool(BALANCE.search(plain) and not halves["fund"])
    is_of_list = bool(halves["within"] and halves["end"]) and plain.endswith(OF_PROJECTS)  # a column of the list of projects
    if halves["bought"]:
        plain = SAID_SIDE.sub("", plain)
        return f"{halves['first']}{halves['much']}?{opening}{plain}{BOUGHT}多少?" if OF_PROJECT.fullmatch(plain) else question
    if len(plain) < SHORTEST or is_of_all or is_of_list or OTHER_KIND.search(plain) or NO_MONEY.search(plain):
        return question
    return f"{halves['first']}{halves['much']}?{opening}{_second(halves, plain)}多少?"


def _second(halves: re.Match[str], item: str) -> str:
    """The item as the second clause wants it: of a fund, with its balance, or in a table."""
    if halves["end"]:
        return f"{item}{halves['end']}"
    if halves["table"]:
        return f"{halves['table']}里{item}"
    if halves["fund"].startswith(OF_YEAR):
        return f"{item}{halves['fund']}"  # a column of its income
    own = re.match(FUND, item)
    return f"{halves['fund']}{item[own.end() :] if own else item}"
