"""How such documents number their headings and what their headings are called: data and its reading, no decisions about a document."""

from __future__ import annotations

from dataclasses import dataclass

from ingest import late_re as re

NUMERAL = "一二三四五六七八九十百"
DIGITS = {numeral: number for number, numeral in enumerate("一二三四五六七八九", 1)}


@dataclass(frozen=True, slots=True)
class NumberingStyle:
    """One way to number; a smaller rank stands further out. Styles that only ever number sentences are no headings."""

    name: str
    rank: int
    pattern: re.Pattern[str]
    is_for_headings: bool = True


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number at the start of a line: its style, its value (0 where it has none) and what follows it."""

    style: NumberingStyle
    value: int
    rest: str


PART_RANK = 0
BARE_RANK = 1
ITEM_RANK = 4  # from here on in, numbers count sentences as often as headings
PART = NumberingStyle("part", PART_RANK, re.compile(rf"第\s*([{NUMERAL}]+|\d{{1,2}})\s*(?:部\s*分|章|篇)(?![的中以所])"))
APPENDIX = NumberingStyle("appendix", PART_RANK, re.compile(rf"附\s*件\s*([{NUMERAL}]|\d{{1,2}})?\s*(?:[：:]|$)"))
STYLES = (
    PART,
    APPENDIX,
    NumberingStyle("article", 9, re.compile(rf"第\s*([{NUMERAL}]+)\s*条"), is_for_headings=False),
    NumberingStyle("chinese", 2, re.compile(rf"([{NUMERAL}]{{1,4}})\s*[、．.]")),
    NumberingStyle("chinese in brackets", 3, re.compile(rf"[（(]\s*([{NUMERAL}]{{1,4}})\s*[）)]\s*、?")),
    NumberingStyle("arabic", 4, re.compile(r"(\d{1,2})\s*(?:、|[．.](?!\d(?!\d\d\d\s*年)))")),
    NumberingStyle("arabic in brackets", 5, re.compile(r"[（(]\s*(\d{1,2})\s*[）)]\s*、?")),
    NumberingStyle("circled", 6, re.compile(r"([①-⑳])"), is_for_headings=False),
)

DUTIES = re.compile(r"职责|职能|(?<!年)(?<!年度)主要工作任务")  # 2031年主要工作任务 are the year's
GLOSSARY = re.compile(r"名词解释|名词说明|专业术语|术语解释")
# Under these headings a numbered line is an item of a list unless it is called like a heading.
LISTS = re.compile(rf"{DUTIES.pattern}|{GLOSSARY.pattern}|单位构成|机构设置|内设机构|部门构成")
HEADING_ENDINGS = re.compile(
    r"(?:情况|说明|概况|职责|职能|设置|构成|组成|解释|结果|简介|附件|编制|规模|结构|介绍|总结|(?:变化|增减)的?原因|说明的?事项|(?:年度?|重点|主要|工作)(?:工作|任务|目标)+)$"
)
ITEM_HEADING_ENDINGS = re.compile(rf"{HEADING_ENDINGS.pattern}|(?:费|支出|收入|绩效|资产|采购|项目|表)$")
BARE_HEADING = re.compile(
    r"(?:概况|主要职[能责]|部门职[能责]|单位职[能责]|机构设置(?:情况|及职责)?|单位构成(?:情况)?|名词解释|名词说明|(?:编制|情况)说明|"
    r"(?:部门|单位|年度?)(?:预|决)算(?:报)?表|其他重要事项(?:的?情况)?(?:说明)?)$|^附件$"
)
TITLE_ENDINGS = re.compile(r"(?:概况|情况|说明|解释|表|附件|简介|职[责能]|公开|名词|术语|目标|报告|构成|设置)$")

PROJECTS = re.compile(r"项目(?:支出|经费|预算|绩效|目标|资金)*(?:情况|内容)?(?:说明|介绍|情况)|(?:重点|主要|重大)项目")
PROJECT_LINE = re.compile(
    rf"(?:(?:重点|专项)?项目\s*(?:[{NUMERAL}]{{1,3}}|\d{{1,2}})\s*[：:、.．]|项目名称\s*[：:])\s*[“《]?([^。；;，！？：:“”《》]{{3,45}}?)[”》]?$"
)

LONGEST_HEADING = 45
LONGEST_TITLE = 70
DENIES = re.compile(r"(?:无|没有|未)(?:使用|安排|发生|涉及|此项|政府性|国有)|不涉及")
AMOUNT = re.compile(r"\d\s*(?:万元|元|亿元|%|％)")
INNER_STOP = re.compile(r"[。；;！？：:，]")


def read_numbering(text: str) -> Numbering | None:
    """The numbering that a line starts with, if any."""
    stripped = text.strip()
    for style in STYLES:
        found = style.pattern.match(stripped)
        if found:
            return Numbering(style, numeral_value(found.group(1) or ""), stripped[found.end() :].strip(" 　：:"))
    return None


def project_named(text: str) -> str:
    """The project that a line names to speak of it in what follows (项目一：…, 项目名称：…); empty where it names none so."""
    numbering = read_numbering(text)
    found = PROJECT_LINE.match(numbering.rest if numbering else text.strip())
    return found[1].strip() if found else ""


def numeral_value(numeral: str) -> int:
    """The value of a Chinese numeral up to 百, of digits or of a circled number; 0 where there is none."""
    if not numeral:
        return 0
    if "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    if numeral.isdigit():
        return int(numeral)
    hundreds, _, rest = numeral.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    return 100 * DIGITS.get(hundreds, 0) + (10 * DIGITS.get(tens, 1) if ten else 0) + DIGITS.get(ones, 0)


def is_bare_heading(text: str, level: int | None) -> bool:
    """Whether a line without number is called like a heading, or marked as one by its format."""
    if len(text) > LONGEST_HEADING or INNER_STOP.search(text):
        return False
    return level is not None or BARE_HEADING.search(re.sub(r"\s", "", text)) is not None


def is_numbered_heading(numbering: Numbering, parents: tuple[str, ...], level: int | None) -> bool:
    """Whether a numbered line is a heading below these parents and not an item of a list, a definition or a sentence."""
    style, rest = numbering.style, numbering.rest
    if style.rank == PART_RANK:
        return len(rest) <= LONGEST_TITLE and not rest.endswith(("。", "；"))
    body = rest.rstrip("。．. ")
    is_short = 0 < len(body) <= (LONGEST_TITLE if level else LONGEST_HEADING)
    if not style.is_for_headings or not is_short or INNER_STOP.search(body) or rest.endswith(("；", ";", "，")) or AMOUNT.search(body):
        return False
    if any(map(GLOSSARY.search, parents)):
        return False
    compact = re.sub(r"\s", "", body)
    if body != rest and DENIES.search(compact):
        return False  # “（三）甲局2031年无政府性基金预算拨款安排的支出。”
    if body != rest and any(map(LISTS.search, parents)):
        return False
    if any(map(LISTS.search, parents)) or body != rest:
        is_of_list = any(map(LISTS.search, parents)) or style.rank >= ITEM_RANK
        return (HEADING_ENDINGS if is_of_list else ITEM_HEADING_ENDINGS).search(compact) is not None
    return style.rank < ITEM_RANK or level is not None or ITEM_HEADING_ENDINGS.search(compact) is not None
