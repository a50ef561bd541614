"""A question as typed becomes one spelling: half width, simplified, no markup, years in digits, no courtesies."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from ingest import late_re as re

MAXIMUM_PASSES = 4
CJK = "\u3400-\u9fff〇"
CHINESE_DIGITS = dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True))
OPENING_QUOTES = "「『〝‘"
CLOSING_QUOTES = "」』〞’"
SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
SPELT_YEAR = re.compile(
    r"(?<![〇○零一二三四五六七八九十百\d])(?=\d*[〇○零一二三四五六七八九])[二2][〇○零0][〇○零一二三四五六七八九\d]{2}(?=\s*(?:年|财年))"
)
SHORT_SPELT_YEAR = re.compile(
    r"(?<![〇○零一二三四五六七八九十百\d第])二[〇○零一二三四五六七八九]"
    r"(?=年度|年(?:部门|预算|决算)|(?:(?<=^..)|(?<=[,;?。局委办院心处馆校门位会]..))年(?![内来间以多前后期限整里]))"
)
SHORT_YEAR = re.compile(
    r"(?<![\d第近过满达约超共了为限])(?<!\d[.,])((?:1[5-9]|2\d|3[0-5]))年"
    r"(?=度|(?:的)?(?:部门|预算|决算|财政|收入|支出|收支|[“”]?三公|一般公共|政府采购|项目|基本|机关|人员|公用|公务|比|较|翻|涨|降|增|减|压|砍|基数|的基数)|[和与、跟比到至]\d\d年|\))"
)
SHORT_YEAR_AFTER_NAME = re.compile(r"(?<=[局委办院市县区厅处校道心馆所站会团队])((?:1[5-9]|2\d|3[0-5]))年(?![内来间以多前后期限整])")
SHORT_YEAR_PAIR = re.compile(r"(?<=[局委办院市县区厅处校道心馆所站会团队])(2\d)(?=(?:、|和|与|到|至|-)(?:20)?2\d年)")
# “24年25年分别”, “24年和25年”, “24、25年”: two short years are years.
SHORT_YEARS = re.compile(
    r"(?<![\d第近过满])(?<!\d[.,])(2\d)(?:年(?:和|与|跟|、|到|至|-|,)?|和|与|跟|、|到|至|-)(2\d)年(?![内来间以多前后期限整])"
)
# “24年甲局…”: two figures of a year that open a question or a clause.
SHORT_YEAR_FIRST = re.compile(r"(?:(?<=^)|(?<=[,;?。那到]))((?:1[5-9]|2\d|3[0-5]))年(?=[\u4e00-\u9fff])(?![内来间以多前后期限整里])")
SHORT_YEAR_COMPARED = re.compile(r"(?<=[比较跟和与同])((?:1[5-9]|2\d|3[0-5]))年(?![内来间以前后期限整]|多(?![了少出还花]))")
SPACE_RULES = (
    (re.compile(r"\s+"), " "),
    (re.compile(rf"(?<=[{CJK}“”,.:;?!()、。]) (?=[{CJK}“”,:;?!()、。])"), ""),
    (re.compile(r"(?<=\d) (?=年|月|日|万元|亿元|元|%)"), ""),
)
_LOOK = r"(?:查找|查询|查看|查查|看看|算算|问问|找找|说说|讲讲|介绍|查|看|算|问|找|说|讲)"
LEAD_INS = re.compile(
    r"^(?:您好|你好|大家好|嗨|哈喽|hello|hi|请问|请教|打扰|劳驾|不好意思|"
    rf"(?:请|麻烦|劳烦|烦请|拜托)+(?:你|您)?(?:们)?(?:再)?(?:帮我|帮忙|给我|替我|告诉我){_LOOK}?(?:一下|下)?|"
    rf"(?:请|麻烦|劳烦|烦请)(?:你|您)?{_LOOK}(?:一下|下)|(?:帮我|帮忙|给我|替我)+{_LOOK}(?:一下|下)?|"
    rf"(?:你|您)?(?:能否|能不能|可否|可不可以|可以|能)(?:请)?(?:你|您)?(?:告诉我|帮我{_LOOK}|帮忙{_LOOK}|给我{_LOOK}|{_LOOK}(?:一下|下))(?:一下|下)?|"
    r"我?(?:想|要|想要)(?:请)?(?:知道|了解|问|查|请教|咨询|确认|看看|查询)(?:一下|下)?|(?:请)?告诉我(?:一下)?|"
    r"(?:那|如果|要是|如)?(?:换成|换作|改成)(?![\d万亿千]*元|[万亿千百大小人美外数比])(?=.{2,}(?:的|呢))|"
    r"(?:一下|那个)(?=[,:])|我是来问(?:一下)?|有个问题)(?:了|啊|呀|哈)?[\s,:;!.、。~-]*",
    re.IGNORECASE,
)
_BODY = "局|委|街道|中心|厅|医院|(?:学校|中学|小学)(?!的?学生[,:])|馆|站|镇|乡"
_BODY_OR_ITEM = rf"20\d\d|预算|决算|{_BODY}|费|收入|总计|合计|多少|几|哪|什么|吗"
# Who asks and what for (“学生作业：”, “我在写调研报告，”) is not part of the question.
ASKER = re.compile(
    rf"^(?!按|以)(?:(?!{_BODY_OR_ITEM})[^:,。?;]){{0,20}}?"
    r"(?:记者|审计|学生|作业|论文|人大代表|政协委员|居民|市民|村民|老百姓|台账|调研|核实|核对|复核|研究|写(?:稿|报告|材料)|想了解|请教|好奇)"
    rf"(?:(?!{_BODY_OR_ITEM}|补|项目|工程|支出|资金|保障|服务|设备|采购|公寓|宿舍|食堂|助学)[^:,。?;]){{0,12}}[:,]\s*(?=.{{6}})"
)
THANKS = re.compile(r"[\s,;.!、。~]*(?:谢谢|多谢|感谢|谢了|拜托|辛苦|麻烦)(?:你|您|大家|各位)?(?:了|啦|啊|哈)?[\s!.。~]*$")
PARTICLES = re.compile(r"(?<=[^\s?!])(?:呀|啊|哦|哈|嘛|啦|哟|噢|吖|~)+(?=[\s?!。.~]*$)")


def normalize_question(text: str) -> str:
    """The question in one spelling; normalising it again changes nothing."""
    for _ in range(MAXIMUM_PASSES):
        folded = _drop_courtesies(_fold(text))
        if folded == text:
            break
        text = folded
    return text


def normalize_traditional(text: str) -> str:
    """Traditional characters as simplified ones; text that is simplified already stays as it is."""
    try:
        text.encode("gb2312", errors="strict")
    except UnicodeEncodeError:
        # Simplified text may hold characters that a converter would change wrongly (乾县), so it never sees any.
        return str(_converter().convert(text)) if any(_is_traditional(character) for character in text) else text
    return text


def _is_traditional(character: str) -> bool:
    if not "\u3400" <= character <= "\u9fff":
        return False
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return bool(_converter().convert(character) != character)
    return False


@lru_cache(maxsize=1)
def _converter() -> Any:
    import opencc  # loading its tables takes longer than most questions need

    return opencc.OpenCC("t2s")


def _fold(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.replace("&nbsp;", " "))
    text = TAG.sub("", SCRIPT.sub("", text))
    text = "".join(" " if character.isspace() else character for character in text if not _is_invisible(character))
    text = _unify_quotes(normalize_traditional(text))
    for pattern, replacement in SPACE_RULES:
        text = pattern.sub(replacement, text)
    return _write_years_in_digits(text.strip())


def _is_invisible(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs"}


def _unify_quotes(text: str) -> str:
    text = text.translate(str.maketrans(OPENING_QUOTES + CLOSING_QUOTES, "“" * len(OPENING_QUOTES) + "”" * len(CLOSING_QUOTES)))
    pieces = text.split('"')
    return pieces[0] + "".join(("“" if index % 2 == 0 else "”") + piece for index, piece in enumerate(pieces[1:]))


def _write_years_in_digits(text: str) -> str:
    text = SPELT_YEAR.sub(lambda match: _digits(match.group()), text)
    text = SHORT_SPELT_YEAR.sub(lambda match: "20" + _digits(match.group()), text)
    text = SHORT_YEARS.sub(_both_years, text)
    text = SHORT_YEAR_FIRST.sub(r"20\1年", text)
    text = SHORT_YEAR_PAIR.sub(r"20\1年", text)
    text = SHORT_YEAR_AFTER_NAME.sub(r"20\1年", text)
    text = SHORT_YEAR_COMPARED.sub(r"20\1年", text)
    return SHORT_YEAR.sub(r"20\1年", text)


def _both_years(found: re.Match[str]) -> str:
    """Two short years in order as full ones, joined by 和."""
    is_span = re.search(r"[到至-]", found.group())
    joint = "到" if is_span else "、" if "、" in found.group() else "和"
    return f"20{found[1]}年{joint}20{found[2]}年" if int(found[1]) != int(found[2]) else found.group()


def _digits(text: str) -> str:
    return "".join(CHINESE_DIGITS.get(character, character) for character in text)


def _drop_courtesies(text: str) -> str:
    for pattern in (LEAD_INS, ASKER, THANKS, PARTICLES):
        shorter = pattern.sub("", text).strip()
        # A greeting or thanks that is the whole message is kept: it is what the user says.
        if re.search(r"\w", shorter):
            text = shorter
    return text
