"""Numbers in Chinese numerals: “十二”, “一百二十”, “十二万五千”, “八点四”."""

from __future__ import annotations

from decimal import Decimal
from math import prod

DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"两": 2, "〇": 0}
TENS = {"十": 10, "百": 100, "千": 1000}
GROUPS = {"万": 10_000, "亿": 100_000_000}
POINT = "点"
NUMERALS = "".join((*DIGITS, *TENS, *GROUPS, POINT))
FIRST_NUMERALS = "".join((*DIGITS, "十"))


def spelled_number(word: str) -> Decimal | None:
    """The number that a word of numerals says, or None where it says none; without 十, 百, 千 they are digits (“二〇三〇”)."""
    whole, point, rest = word.partition(POINT)
    if not point:
        return whole_number(word)
    digits = rest.rstrip("".join(GROUPS))
    number = whole_number(whole)
    if number is None or not digits or not all(one in DIGITS for one in digits):
        return None
    return (number + Decimal(f"0.{as_digits(digits)}")) * prod(GROUPS[one] for one in rest[len(digits) :])


def as_digits(word: str) -> str:
    """Numerals one by one as digits."""
    return "".join(str(DIGITS[one]) for one in word)


def whole_number(word: str) -> Decimal | None:
    """A number without decimals."""
    if not word or word[0] in GROUPS or POINT in word:
        return None
    if all(one in DIGITS for one in word):
        return Decimal(as_digits(word))
    total = group = digit = 0
    for before, one in zip(f" {word}", word, strict=False):
        if one in DIGITS:
            digit = DIGITS[one]
        elif one in TENS:
            group += (digit if before in DIGITS else 1) * TENS[one]
            digit = 0
        elif one == "万":
            total, group, digit = total + (group + digit) * GROUPS[one], 0, 0
        else:
            total, group, digit = (total + group + digit) * GROUPS[one], 0, 0
    return Decimal(total + group + digit)
