"""Printed numbers as exact quantities: one place turns text into a Decimal with its unit, and one unit into another."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

REMEMBERED = 16_384  # texts of which what was made is kept: a document prints the same labels and numbers again and again
YUAN_PER_UNIT = {
    "元": Decimal(1),
    "千元": Decimal(1_000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
}
UNIT_SPELLINGS = {"人民币元": "元", "人民币万元": "万元", "万": "万元", "亿": "亿元"}
# What things are counted in, longer words before those they begin with.
COUNTERS = (
    "个百分点", "百分点", "平方米", "立方米", "万人次", "万人", "万件", "万户", "万亩", "平方公里", "场次",
    "人次", "批次", "台次", "户次", "床位", "公里", "公顷",
    "课时", "学时", "辆", "名", "人", "个", "项", "家", "件", "次", "台", "套", "条", "批", "张", "亩", "户", "所", "间", "份", "场",
    "株", "组", "座", "头", "棵", "册", "例", "起", "吨", "期", "幢", "栋", "支", "位", "箱", "处",
)  # fmt: skip
NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
FOOTNOTE_MARK = re.compile(r"[①-⑳⓪⓵-⓾❶-❿¹²³⁰⁴-⁹₀-₉*]+$")
TWO_NUMBERS = re.compile(r"\d{2}[ \t]+\d|\d[ \t]+\d+\.\d")
ACCOUNTING_NEGATIVE = re.compile(r"\(((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact number with its unit ("万元", "%", "辆", or "" where there is none)."""

    number: Decimal
    unit: str

    @property
    def is_money(self) -> bool:
        """Whether the unit is an amount of money."""
        return self.unit in YUAN_PER_UNIT


@lru_cache(maxsize=REMEMBERED)
def fold_number(text: str) -> str:
    """The text in half width, without footnote marks, spaces and currency signs, with one kind of minus sign.

    A space between two numbers stays: they are two.
    """
    folded = unicodedata.normalize("NFKC", FOOTNOTE_MARK.sub("", text)).strip()
    folded = folded if TWO_NUMBERS.search(folded) else re.sub(r"\s+", "", folded)
    folded = folded.replace("−", "-").replace("–", "-").replace("﹣", "-")
    return re.sub(r"[¥￥]+", "", folded)


@lru_cache(maxsize=REMEMBERED)
def parse_number(text: str) -> Decimal | None:
    """The number that a whole cell prints, or None where it prints anything else (a dash, a code with letters, “12.3.4”)."""
    folded = fold_number(text)
    accounting = ACCOUNTING_NEGATIVE.fullmatch(folded)
    if accounting:
        return -Decimal(accounting.group(1).replace(",", ""))
    if not NUMBER.fullmatch(folded):
        return None
    return Decimal(folded.replace(",", ""))


def parse_quantity(text: str, unit: str = "") -> Quantity | None:
    """The quantity of a cell: its own percent sign or money unit first, else the unit that its table declares."""
    folded = fold_number(text)
    for suffix in ("%", "百万元", "亿元", "万元", "千元", "元"):
        if folded.endswith(suffix):
            number = parse_number(folded[: -len(suffix)])
            return Quantity(number, suffix) if number is not None else None
    number = parse_number(folded)
    return Quantity(number, unit) if number is not None else None


def convert_money(quantity: Quantity, unit: str) -> Quantity:
    """The same amount of money in another unit, exactly."""
    return Quantity(quantity.number * YUAN_PER_UNIT[quantity.unit] / YUAN_PER_UNIT[unit], unit)


def round_half_up(number: Decimal, places: int = 2) -> Decimal:
    """The number rounded half up to so many decimals, as Chinese accounts do."""
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def rounds_to(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two amounts in different units of money agree once the finer is rounded as the coarser is printed."""
    if one is None or other is None or not (one.is_money and other.is_money) or one.unit == other.unit:
        return False
    coarse, fine = sorted((one, other), key=lambda quantity: -YUAN_PER_UNIT[quantity.unit])
    places = max(0, -int(coarse.number.as_tuple().exponent))
    return places > 0 and round_half_up(convert_money(fine, coarse.unit).number, places) == coarse.number
