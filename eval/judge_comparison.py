"""Which of two sides an answer calls the larger one, and whether that is so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eval.stated_figures import fold

MORE = "多于|高于|大于|超过|更多|更高|更大|最多|最高|最大|较多|较高|较大|居首|多|高|大"
LESS = "少于|低于|小于|不及|更少|更低|更小|最少|最低|最小|较少|较低|较小|少|低|小"
GAP = r"[^LS。;\n]{0,40}?"
NEAR = r"[^LS。;\n]{0,40}?"
WORD = f"(?P<more>{MORE})|(?P<less>{LESS})"
# L and S stand for the larger and the smaller side; each pattern says of its first name that it is more or less.
PATTERNS = (
    re.compile(rf"(?P<first>[LS]){GAP}(?:比|较){NEAR}(?P<second>[LS]){GAP}(?:{WORD})"),
    re.compile(rf"(?P<first>[LS]){GAP}(?P<more>多于|高于|大于|超过){NEAR}(?P<second>[LS])"),
    re.compile(rf"(?P<first>[LS]){GAP}(?P<less>少于|低于|小于|不及){NEAR}(?P<second>[LS])"),
    re.compile(rf"(?:{WORD})的(?:一个|一方|单位|部门|局)?(?:是|为){NEAR}(?P<first>[LS])"),
    re.compile(rf"(?P<first>[LS]){GAP}(?P<more>更多|更高|更大|最多|最高|最大|较多|较高|较大)"),
    re.compile(rf"(?P<first>[LS]){GAP}(?P<less>更少|更低|更小|最少|最低|最小|较少|较低|较小)"),
)
UP, DOWN = ("增加", "增长", "上升", "提高", "多了"), ("减少", "下降", "降低", "下滑", "少了")
RANKED = re.compile(r"从(?P<order>高到低|大到小|多到少|低到高|小到大|少到多)[^LS]{0,12}(?P<first>[LS])[^。\n]*?(?P<second>[LS])")


def reversed_comparison(larger: Sequence[str], smaller: Sequence[str], text: str) -> list[str]:
    """Why a comparison is wrong: it calls the smaller side larger, or does not say which is; empty where it is right."""
    if not larger or not smaller:
        return []
    marked = mark_sides(fold(text), larger, smaller)
    said = statements(marked)
    if False in said:
        return [f"比反了：“{larger[0]}”才是较大的一方"]
    return [] if said else [f"没有说明“{larger[0]}”较大"]


def reversed_change(any_of: Sequence[Sequence[str]], text: str) -> list[str]:
    """Why a change goes the wrong way: words for one direction are wanted, only words for the other are said."""
    told = [any(word in text for word in way) for way in (UP, DOWN)]
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
    for found in RANKED.finditer(marked):
        if found["first"] != found["second"]:
            said.add((found["first"] == "L") == (found["order"][0] in "高大多"))
    return said
