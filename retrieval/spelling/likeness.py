"""How alike a word of a question and a label are: wrong characters, and those that sound or look like the right ones."""

from __future__ import annotations

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein

from retrieval.spelling.romanize import sound_of

SHORTEST = 3
SHORT = 5  # a slip in a name this short must sound or look like it
LOOKALIKES = (
    "日目曰", "未末", "涮刷", "剧据", "待侍持", "己已", "人入八", "士土工", "折拆析", "徽微", "治冶", "千干于", "免兔",
    "费贵", "候侯", "官管", "拔拨", "购构沟", "坏环", "住往", "栽裁载", "账帐", "大太", "收牧", "准淮", "令今",
    "间问", "办力", "本木", "项顷", "险检脸", "津律", "贴帖", "奖桨", "财材", "政攻", "绩债", "效郊", "位泣",
    "预颂", "算箅", "决央", "出击", "予预", "体休", "训川", "少小", "元无", "公分",
    "暖暧缓", "赔陪培", "券卷", "复覆", "幕墓慕暮募", "仓仑", "抄钞", "拦栏", "辩辨瓣", "贷货", "钩钓", "副幅", "缴激", "泄泻",
    "育肓", "鸟乌", "园圆", "毫亳", "戊戌", "崇祟", "茶荼", "晴睛", "概慨", "署暑",
)  # fmt: skip
OPPOSITES = (
    ("收入", "支出"), ("预算", "决算"), ("年初", "年末"), ("增加", "减少"), ("上年", "本年"), ("行政", "事业"), ("基本", "项目"),
    ("中小", "小微"),
)  # fmt: skip


def is_opposite(spelling: str, asked: str) -> bool:
    """Whether two spellings differ in a word that turns the meaning round: income for expenditure is no misspelling."""
    return any((one in spelling) != (one in asked) and (other in spelling) != (other in asked) for one, other in OPPOSITES)


def sounds_alike(spelling: str, asked: str) -> bool:
    """Whether two short spellings differ only in characters of one sound or look: 基建 is no slip for 基本, 公机金 is one for 公积金."""
    pairs = [(one, other) for one, other in zip(spelling, asked, strict=True) if one != other]
    return all(sound_of(one) == sound_of(other) or looks_alike(one, other) for one, other in pairs)


def looks_alike(one: str, other: str) -> bool:
    """Whether two characters are often taken for each other by eye."""
    return any(one in group and other in group for group in LOOKALIKES)


def look_of(character: str) -> str:
    """The first of the characters that are taken for one another by eye; a character that is taken for none: itself."""
    return next((group[0] for group in LOOKALIKES if character in group), character)


def likeness(text: str, spelling: str) -> float:
    """How well a stretch of a question fits a label: 1 for all but few wrong characters, or for a long part of the label."""
    if len(spelling) > len(text):
        common = LCSseq.similarity(text, spelling)
        return common / len(text) * (0.86 if len(text) >= 4 else 0) if common >= 4 else 0.0
    start, end = stretch_of(spelling, text)
    asked = text[start:end]
    if not asked or is_opposite(spelling, asked):
        return 0.0
    wrong = Levenshtein.distance(spelling, asked)
    if len(spelling) <= SHORT and len(asked) == len(spelling) and not sounds_alike(spelling, asked):
        return 0.0
    if len(spelling) <= SHORTEST and len(asked) != len(spelling):
        return 0.0  # two characters of three are another word
    allowed = 1 if len(spelling) <= 5 else 2 if len(spelling) <= 10 else 3
    return 1 - wrong / len(spelling) * 0.5 if wrong <= allowed and wrong / len(spelling) <= 0.34 else 0.0


def stretch_of(spelling: str, text: str) -> tuple[int, int]:
    """Where in a longer text its stretch most like a spelling stands, of a short one that which sounds like it; empty where none does."""
    last = len(text) - len(spelling)
    for start in range(last + 1) if len(spelling) <= SHORT else ():
        asked = text[start : start + len(spelling)]
        if sum(one != other for one, other in zip(spelling, asked, strict=True)) == 1 and sounds_alike(spelling, asked):
            return start, start + len(spelling)
    alignment = fuzz.partial_ratio_alignment(spelling, text, score_cutoff=60)
    return (alignment.dest_start, alignment.dest_end) if alignment else (0, 0)
