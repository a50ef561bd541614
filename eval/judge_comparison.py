"""Which of two sides an answer calls the larger one, and whether that is so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eval.denials import is_told
from eval.directions import DOWN, UP
from eval.fold import fold
from eval.gold import GoldValue
from eval.stated_figures import YUAN, Stated, is_same_amount

MORE = "多于|高于|大于|超过|更多|更高|更大|最多|最高|最大|较多|较高|较大|居首|多(?!少)|高|大"
LESS = "少于|低于|小于|不及|更少|更低|更小|最少|最低|最小|较少|较低|较小|(?<!多)少|低|小"
DEGREES = "更多|更高|更大|最多|最高|最大|较多|较高|较大|居首|领先", "更少|更低|更小|最少|最低|最小|较少|较低|较小"
GAP = r"[^LS。;\n]{0,40}?"
WORD = f"(?P<more>{MORE})|(?P<less>{LESS})"
THAN = r"(?:比(?!例|重|值|率|起)|较(?![多高大少低小为]))"
# A side that something else is compared with is not the one that is more: “比S更多”, “与S相比”.
ALONE = r"(?<![比较于有如及])"
FIRST = rf"{ALONE}(?P<first>[LS])"
# L and S stand for the larger and the smaller side; each pattern says of its first name that it is more or less.
PATTERNS = (
    re.compile(rf"(?<![与和同跟])(?P<first>[LS])(?P<gap>[^LS。;\n]{{0,40}}?(?:(?<!相){THAN}|相比(?=[LS])|相较于))[^LS。;\n]{{0,40}}?(?P<second>[LS])(?P<rest>{GAP})(?:{WORD})"),
    re.compile(rf"(?P<first>[LS])(?P<gap>{GAP})(?:(?P<more>多于|高于|大于|超过)|(?P<less>少于|低于|小于|不及)){GAP}(?P<second>[LS])"),
    re.compile(rf"(?:{WORD})的(?:一个|一方|单位|部门|局)?(?P<gap>(?:并?不|并?非)?(?:是|为){GAP})(?P<first>[LS])"),
    re.compile(rf"(?:{WORD})的(?:一个|一方|单位|部门|局)?(?:并?不是|并?非|不为){GAP}[LS][^LS。;\n]{{0,6}}而是{GAP}(?P<first>[LS])"),
    re.compile(rf"{FIRST}(?P<gap>{GAP})(?:(?P<more>{DEGREES[0]})|(?P<less>{DEGREES[1]}))"),
    re.compile(rf"{FIRST}(?P<gap>(?:的|要|不)?)(?:(?P<more>[多高大])|(?P<less>[少低小]))(?=[了出些一\d、,。;]|$)"),
    # “L没有S多” says that L is less.
    re.compile(rf"(?P<first>[LS]){GAP}(?:没有|不如)[^LS。;\n]{{0,40}}?(?P<second>[LS])(?P<rest>{GAP})(?:(?P<less>{MORE})|(?P<more>{LESS}))"),
)  # fmt: skip
POINTER = re.compile(r"[前后]者|[前后]一(?:个|家)(?:单位|部门|局)?")
DENIED_BEFORE = re.compile(r"(?:不是|并非|不能说|不见得是?|未必是?|不认为|说不上)[^LS。;、\n]{0,6}$")
DENIED_WITHIN = re.compile(r"不是|并非|并不|(?<!不)不(?![仅但过同及])|没(?!有)|未")
DIFFERENCE = re.compile(r"(?:多|高|大|少|低|小|相差|差)(?:了|出)?$")
RANKED = re.compile(r"从(?P<order>高到低|大到小|多到少|低到高|小到大|少到多)[^LS]{0,12}(?P<first>[LS])[^。\n]*?(?P<second>[LS])")


def reversed_comparison(larger: Sequence[str], smaller: Sequence[str], text: str) -> list[str]:
    """Why a comparison is false: it calls the smaller side larger; empty where it does not."""
    is_reversed = bool(larger and smaller) and False in statements(mark_sides(fold(text), larger, smaller))
    return [f"比反了：“{larger[0]}”才是较大的一方"] if is_reversed else []


def unsaid_comparison(larger: Sequence[str], smaller: Sequence[str], text: str) -> list[str]:
    """Why a comparison is none: it does not say which side is larger; empty where it does."""
    is_said = not larger or not smaller or bool(statements(mark_sides(fold(text), larger, smaller)))
    return [] if is_said else [f"没有说明“{larger[0]}”较大"]


def false_difference(larger: Sequence[str], values: Sequence[GoldValue], figures: Sequence[Stated]) -> list[str]:
    """The differences told in a comparison of two known amounts of money that are neither theirs nor known themselves."""
    amounts = [(value.number, value.unit) for value in values if value.number is not None and value.unit in YUAN]
    if not larger or len(amounts) != 2 or amounts[0][1] != amounts[1][1]:
        return []
    right = [*amounts, (abs(amounts[0][0] - amounts[1][0]), amounts[0][1])]
    told = [one for one in figures if one.is_money and DIFFERENCE.search(one.clause[: one.offset])]
    return [f"差额说错了：{one.number}{one.unit}" for one in told if not any(is_same_amount(one, *known) for known in right)]


def reversed_change(any_of: Sequence[Sequence[str]], text: str) -> list[str]:
    """Why a change goes the wrong way: words for one direction are wanted, only words for the other are said."""
    told = [any(is_told(word, text) for word in way) for way in (UP, DOWN)]
    wanted = [any(set(group) & set(way) for group in any_of) for way in (UP, DOWN)]
    return [f"增减的方向反了，应是“{(UP, DOWN)[index][0]}”" for index in (0, 1) if wanted[index] and not told[index] and told[1 - index]]


def mark_sides(text: str, larger: Sequence[str], smaller: Sequence[str]) -> str:
    """The text with every name of the two sides replaced by L or S, longest names first; other letters and marks for bold are dropped."""
    plain = re.sub(r"[LS*“”\"'《》]", "", text)
    names = sorted([*((fold(name), "L") for name in larger), *((fold(name), "S") for name in smaller)], key=lambda one: -len(one[0]))
    table = {re.sub(r"[LS*“”\"'《》]", "", name): mark for name, mark in names}
    pattern = re.compile("|".join(re.escape(name) for name in table if name))
    return pattern.sub(lambda found: table[found[0]], plain)


def statements(marked: str) -> set[bool]:
    """For every statement of which side is more, whether it says so of the larger one."""
    said = set()
    marked = with_names(marked)
    for pattern in PATTERNS:
        for found in pattern.finditer(marked):
            groups = found.groupdict()
            if groups.get("second") == groups["first"]:
                continue
            is_more = groups["more"] is not None
            said.add((groups["first"] == "L") == (is_more != is_denied(found, marked)))
    for found in RANKED.finditer(marked):
        if found["first"] != found["second"]:
            said.add((found["first"] == "L") == (found["order"][0] in "高大多"))
    return said


def with_names(marked: str) -> str:
    """The marked text with 前者 and 后者 replaced by the sides that they stand for: the last two different ones named before."""
    while found := POINTER.search(marked):
        named = re.findall("[LS]", marked[: found.start()])
        later = named[-1] if named else ""
        earlier = next((one for one in reversed(named) if one != later), "")
        side = earlier if found[0].startswith("前") else later
        marked = f"{marked[: found.start()]}{side if earlier else '～'}{marked[found.end() :]}"
    return marked


def is_denied(found: re.Match[str], marked: str) -> bool:
    """Whether an odd number of denials turns a statement round."""
    groups = found.groupdict()
    within = f"{groups.get('gap') or ''}|{groups.get('rest') or ''}"
    return (bool(DENIED_BEFORE.search(marked[: found.start()])) + len(DENIED_WITHIN.findall(within))) % 2 == 1
