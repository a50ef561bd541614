"""What an answer says only to deny, to doubt or to ask it: “不是5.32万元”, “大约5.32万元”, “没有任何矛盾”, “9.87万元或5.32万元”."""

from __future__ import annotations

import re

from eval.directions import DOWN, UP
from eval.doubt_words import DOUBTS, DOUBTS_AFTER
from eval.squeeze import squeeze
from eval.stated_figures import Stated

DENIED_FIGURE = re.compile(r"(?:不是|并非|而非|绝非|不为|不等于|不会是|不可能是|不应是|是不是)[^\d、,。;]{0,3}$")
OR_BEFORE = re.compile(r"\d\s*[^\d\s、,。;]{0,4}(?:或者?|还是)\s*[-−]?$")
OR_AFTER = re.compile(r"\s*(?:或者?|还是)\s*[-−]?\d")
RANGE_BEFORE = re.compile(r"\d\s*[^\d\s、,。;=增减升降提调涨跌缩变]{0,4}(?:至|到|[~—–-])+\s*$")
RANGE_AFTER = re.compile(r"\s*(?:至|到|[~—–-])+\s*\d")
DOUBT_BEFORE = re.compile(rf"(?:{DOUBTS})[^\d、,。;]{{0,8}}$")
BOUND_BEFORE = re.compile(
    r"(?:(?<![节集合制预公契])约|近|接近|将近|不到|不足|超过|逾|少于|多于|低于|高于|不低于|不高于|不少于|不超过|至少|至多)\s*(?:为|是|有)?\s*$"
)
DOUBT_AFTER = re.compile(rf"\s*(?:{DOUBTS_AFTER})")
ASKED_AFTER = re.compile(r"[*\s]*(?:吗|么|吧)?\s*\?")
BOUND_AFTER = re.compile(r"\s*(?:以上|以下|以内)")
ODD_AFTER = re.compile(r"\s*[多余来几]")  # between a number and its unit: “120余人”
DENIAL = r"(?:不是|并非|并不是|绝非|不属于|不存在|不构成|不算|并无|未见|未发现|没发现|没有|毫无|没|未|无|不)"
# Up to here a denial reaches: “没有任何明显的矛盾”, “并未发现前后不一致”.
REACH = "(?:任何|什么|明显|实质|实质性|真正|发现|存在|看到|出现|前后|相互|互相|两处|两者|数字|之间|有|的|地|上)*"
DENIED_WORD = re.compile(rf"{DENIAL}{REACH}$")
DENIED_TWICE = re.compile(rf"(?:不是|并非|并不是|不能说|绝非){DENIAL}{REACH}$")
DENIED_AFTER = re.compile(r"(?:之处|的地方|的情况|的问题)?(?:并?不存在|不成立|是?没有的|并没有|为零|0(?:\.0+)?(?!\.?\d))")
EXCLUDED = re.compile(r"(?<!是)(?:不是|并非|而非|绝非|不包括|不含|不属于|不负责|不承担)(?:因为|由于)?$")
# Words that say how two prints differ or which way an amount moved: said with a denial they say the opposite.
TELLING = frozenset({
    "尾差", "四舍五入", "舍入", "尾数", "不一致", "不一样", "不相符", "不符", "不同", "矛盾", "冲突", "差异", "出入", "相差", "对不上",
    "不吻合", *UP, *DOWN,
})  # fmt: skip


def is_denied(figure: Stated) -> bool:
    """Whether a figure is denied, or offered as one of two."""
    return bool(DENIED_FIGURE.search(figure.before) or OR_BEFORE.search(figure.before) or OR_AFTER.match(figure.after))


def is_in_range(figure: Stated) -> bool:
    """Whether a figure is one end of a range (“3至5年”), and no term of a calculation."""
    if "=" in figure.clause:
        return False
    return bool(RANGE_BEFORE.search(figure.before) or RANGE_AFTER.match(figure.after))


def is_asked(figure: Stated) -> bool:
    """Whether a figure stands in a question."""
    return bool(ASKED_AFTER.match(figure.after))


def is_doubted(figure: Stated, quotes: str, *, may_be_bound: bool = False) -> bool:
    """Whether a figure is told as a guess or, unless it may be one, a bound; not where the evidence is quoted with these words."""
    befores, afters = [DOUBT_BEFORE, BOUND_BEFORE], [DOUBT_AFTER, BOUND_AFTER]
    if may_be_bound:
        befores, afters = befores[:1], afters[:1]
    if figure.is_bare:
        afters.append(ODD_AFTER)
    printed = squeeze(figure.clause[figure.offset : figure.end])
    said = [squeeze(found[0]) + printed for pattern in befores if (found := pattern.search(figure.before))]
    said += [printed + squeeze(found[0]) for pattern in afters if (found := pattern.match(figure.after))]
    return bool(said) and not all(words in quotes for words in said)


def is_told(word: str, text: str, quotes: str = "") -> bool:
    """Whether a text says a word at least once without a denial, other than one that the quoted evidence prints."""
    places = re.finditer(re.escape(word), text)
    return any(not is_taken_back(word, text[: found.start()], text[found.end() :], quotes) for found in places)


def is_taken_back(word: str, before: str, after: str, quotes: str) -> bool:
    """Whether a word is denied by what stands right before or after it."""
    if word not in TELLING:
        excluded = EXCLUDED.search(before)
        return excluded is not None and excluded[0] + word not in quotes
    if DENIED_AFTER.match(after):
        return True
    return bool(DENIED_WORD.search(before)) and not DENIED_TWICE.search(before)
