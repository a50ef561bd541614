"""Which of two sides an answer calls the larger one, and whether that is so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eval.denials import is_told
from eval.gold import GoldValue
from eval.stated_figures import YUAN, Stated, fold, is_same_amount

MORE = "多于|高于|大于|超过|更多|更高|更大|最多|最高|最大|较多|较高|较大|居首|多|高|大"
LESS = "少于|低于|小于|不及|更少|更低|更小|最少|最低|最小|较少|较低|较小|少|低|小"
GAP = r"[^LS。;\n]{0,40}?"
NEAR = r"[^LS。;\n]{0,40}?"
WORD = f"(?P<more>{MORE})|(?P<less>{LESS})"
# L and S stand for the larger and the smaller side; each pattern says of its first name that it is more or less.
PATTERNS = (
    re.compile(rf"(?P<first>[LS]){GAP}(?<![不没])(?:比|较){NEAR}(?P<second>[LS]){GAP}(?:{WORD})"),
    re.compile(rf"(?P<first>[LS]){GAP}(?P<more>多于|高于|大于|超过){NEAR}(?P<second>[LS])"),
    re.compile(rf"(?P<first>[LS]){GAP}(?P<less>少于|低于|小于|不及){NEAR}(?P<second>[LS])"),
    re.compile(rf"(?:{WORD})的(?:一个|一方|单位|部门|局)?(?:是|为){NEAR}(?P<first>[LS])"),
    re.compile(rf"(?P<first>[LS]){GAP}(?P<more>更多|更高|更大|最多|最高|最大|较多|较高|较大|居首|领先)"),
    re.compile(rf"(?P<first>[LS]){GAP}(?P<less>更少|更低|更小|最少|最低|最小|较少|较低|较小)"),
)
# “L没有S多”, “L并不比S多”: the first is not the one that is more.
DENIED = re.compile(rf"(?P<first>[LS]){GAP}(?:没有|不如|不比|没比){NEAR}(?P<second>[LS]){GAP}(?:{WORD})")
DIFFERENCE = re.compile(r"(?:多|高|大|少|低|小|相差|差)(?:了|出)?$")
UP, DOWN = ("增加", "增长", "上升", "提高", "多了"), ("减少", "下降", "降低", "下滑", "少了")
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
    for pattern in PATTERNS:
        for found in pattern.finditer(marked):
            groups = found.groupdict()
            if groups.get("second") == groups["first"]:
                continue
            said.add((groups["first"] == "L") == (groups.get("more") is not None))
    for found in DENIED.finditer(marked):
        if found["first"] != found["second"]:
            said.add((found["first"] == "L") == (found["less"] is not None))
    for found in RANKED.finditer(marked):
        if found["first"] != found["second"]:
            said.add((found["first"] == "L") == (found["order"][0] in "高大多"))
    return said
