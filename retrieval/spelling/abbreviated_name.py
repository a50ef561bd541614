"""A body's name cut short in its middle: 甲市中职学校 for 甲市工业中等职业学校."""

from __future__ import annotations

import re
from collections.abc import Iterable

SHORTEST = 4
ENDING = 2  # characters that both must end in: the kind of body
# What tells two bodies of one kind apart must not be left out.
TELLING = re.compile(r"第[一二三四五六七八九十]|[东南西北]|分[局院校馆站中]|附属|直属|实验|老年|妇幼|特殊|示范|[中西]医|党")


def abbreviated_name(text: str, names: Iterable[str]) -> tuple[str, int] | None:
    """The only name whose beginning of a text is cut short, with how many characters of the text stand for it."""
    found = {name: length for name in names if (length := _length(text, name))}
    longest = max(found.values(), default=0)
    meant = sorted((name for name, length in found.items() if length == longest), key=len)
    return (meant[0], longest) if meant and all(meant[0] in name for name in meant) else None


def _length(text: str, name: str) -> int:
    """How many characters at the beginning of the text are the name with some left out; 0 where none."""
    for length in range(min(len(text), len(name) - 1), SHORTEST - 1, -1):
        short = text[:length]
        if is_short_form(short, name):
            return length
    return 0


def is_short_form(short: str, name: str, ending: int = ENDING) -> bool:
    """Whether a text is a name with some left out that does not tell it from another of its kind."""
    missing = _left_out(short, name, ending) if short[-ending:] == name[-ending:] else None
    return missing is not None and not TELLING.search(missing)


def _left_out(short: str, name: str, ending: int) -> str | None:
    """What a name has more than its short form, a gap for what stands between; None where it is not its short form."""
    left, place = "", 0
    for character in short[:-ending]:
        at = name.find(character, place, len(name) - ending)
        if at < 0:
            return None
        left += name[place:at] + "~"
        place = at + 1
    return left + name[place : len(name) - ending]
