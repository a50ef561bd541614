"""Amounts that are written in other ways, as digits before one unit: “3万6千元”, “¥36,000”, “3.6万圆”."""

from __future__ import annotations

import re
from decimal import Decimal

SCALES = {
    "亿": Decimal(10**8), "千万": Decimal(10**7), "百万": Decimal(10**6), "十万": Decimal(10**5), "万": Decimal(10**4),
    "千": Decimal(1000), "百": Decimal(100), "十": Decimal(10), "": Decimal(1),
}  # fmt: skip
DIGITS = r"\d[\d,]*(?:\.\d+)?"
PART = re.compile(rf"(?P<digits>{DIGITS}) *(?P<scale>千万|百万|十万|[亿万千百十])?")
# The last part may lack its scale before 元 (“3万500元”); directly behind a scale it then counts the next lower one (“3万6”).
MIXED = re.compile(
    rf"(?<![\d.,]){DIGITS} *[亿万千](?: *零?{DIGITS} *(?:千万|百万|十万|[万千百十]))*"
    r"(?:零?\d+(?=元)|(?<=[亿万千])\d(?=[、,。;!?)\s]|$))?"
)
YUAN_WORD = re.compile(r"(?<=[\d亿万千百十]) *圆(?![桌形柱球心满])")
YUAN_SIGN = re.compile(rf"(?:¥|\b(?:RMB|CNY)) *(?P<amount>{DIGITS})(?! *(?:亿|万|千元|百万元|元|[\d.,]))")
TEN_THOUSAND_LETTER = re.compile(r"(?<=\d)(?:w(?![A-Za-z])|W(?=元))")


def plain_amounts(text: str) -> str:
    """The text with every such amount in the usual way; anything else stays."""
    text = YUAN_WORD.sub("元", TEN_THOUSAND_LETTER.sub("万", text))
    return YUAN_SIGN.sub(r"\g<amount>元", MIXED.sub(_in_one_unit, text))


def _in_one_unit(found: re.Match[str]) -> str:
    """A mixed amount in its first unit; as it stands where its parts do not go down."""
    parts = [(Decimal(one["digits"].replace(",", "")), one["scale"] or "") for one in PART.finditer(found[0])]
    if len(parts) < 2:
        return found[0]
    first = SCALES[parts[0][1]]
    if not parts[-1][1] and not found.string.startswith("元", found.end()):
        parts[-1] = (parts[-1][0] * SCALES[parts[-2][1]] / 10, "")
    amounts = [number * SCALES[scale] for number, scale in parts]
    bounds = [SCALES[scale] for _, scale in parts]
    if any(amount >= bound for amount, bound in zip(amounts[1:], bounds, strict=False)):
        return found[0]
    total = sum(amounts)
    return f"{total:f}" if first == SCALES["千"] else f"{(total / first).normalize():f}{parts[0][1]}"
