"""The amounts that an answer states: number, unit, and the line and clause it stands in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

YUAN = {
    "亿元": Decimal(100_000_000), "亿": Decimal(100_000_000), "百万元": Decimal(1_000_000), "万元": Decimal(10_000), "万": Decimal(10_000),
    "千元": Decimal(1000), "元": Decimal(1),
}  # fmt: skip
PERCENT_UNITS = ("个百分点", "百分点", "%")
COUNT_UNITS = (
    "平方米", "立方米", "千瓦时", "吨", "亩", "工作日", "人次", "批次", "小时", "分钟", "公里", "个月", "倍", "辆", "名", "人", "个",
    "项", "家", "件",
    "次", "台", "套", "条", "天", "分", "箱", "批", "张", "场", "部", "起", "处", "所", "户", "盏", "株", "篇", "米", "年", "月", "日",
)  # fmt: skip
# Counters that name the same kind of thing.
SAME_COUNTERS = ({"人", "名", "个", "位"}, {"个", "家", "项", "台", "套", "件"}, {"次", "批次", "批"})
NUMBER = re.compile(
    r"(?P<percent>百分之)?(?<![\d.A-Za-z])(?P<sign>[-−])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<unit>"
    + "|".join(
        re.escape(unit)
        for unit in sorted((*YUAN, *PERCENT_UNITS, *COUNT_UNITS, *(f"万{unit}" for unit in COUNT_UNITS)), key=len, reverse=True)
    )
    + ")?"
)
# What looks like an amount and is none: years and dates, list marks, citation marks, the number of a table, ordinals.
NO_AMOUNT = re.compile(
    r"(?:19|20)\d{2}\s*(?:年度?|[-/.]\d{1,2}[-/.]\d{1,2})|(?m:^\s*(?:[-*]\s*)?(?:\(\d+\)|\d+[.、)])\s+)|(?<=[:、,;])\s*\d+\.\s+(?=\D)"
    r"|\[\^?\d+\]|【\d+】|\(\d{1,2}\)|(?:预算|公开|附)\s*\d+\s*表|第\s*\d+\s*(?:页|条|项|位|名|款)"
)
DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"两": 2}
CHINESE_COUNT = re.compile(
    r"([一二两三四五六七八九]?十[一二三四五六七八九]?|[零一二两三四五六七八九])(?=\s*(?:个|辆|名|人|项|家|件|台|套|条|级))"
)
DECLARED_UNIT = re.compile(r"单位\s*[::]\s*(百万元|亿元|万元|千元|元)|[(](百万元|亿元|万元|千元|元)[)]")
CLAUSE_END = re.compile(r"[。;\n]")


@dataclass(frozen=True, slots=True)
class Stated:
    """One amount of a text with its clause (up to 。；or a line's end) and its place in the clause.

    `is_bare` marks a number printed without a unit; its `unit` is then the one that the text declares, if any.
    """

    number: Decimal
    unit: str
    clause: str
    offset: int
    is_bare: bool = False

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit in YUAN

    @property
    def is_amount(self) -> bool:
        """Whether it is said to be money or a share: what must never be wrong."""
        return not self.is_bare and (self.is_money or self.unit == "%")


def fold(text: str) -> str:
    """The text in half width; a full-width comma becomes 、 so that it never joins digits."""
    return unicodedata.normalize("NFKC", text.replace("，", "、")).replace("−", "-").replace("﹪", "%")


def own_words(text: str, question: str = "") -> str:
    """The folded answer without an echo of the question and without what is no amount; lengths stay, so that places stay."""
    folded, asked = fold(text), fold(question)
    if asked:
        folded = folded.replace(asked, " " * len(asked))
    return NO_AMOUNT.sub(lambda found: " " * len(found[0]), folded)


def stated_figures(text: str, question: str = "") -> tuple[Stated, ...]:
    """Every amount of an answer in order, without those of an echoed question; bare numbers bear the unit of “单位：万元”."""
    words = own_words(text, question)
    declared = DECLARED_UNIT.search(words)
    found = []
    for match in NUMBER.finditer(words):
        number = Decimal(match["digits"].replace(",", ""))
        unit = "%" if match["percent"] else match["unit"] or ""
        is_bare = not unit
        if is_bare and declared:
            unit = declared[1] or declared[2]
        start = max((end.end() for end in CLAUSE_END.finditer(words, 0, match.start())), default=0)
        end_match = CLAUSE_END.search(words, match.end())
        clause = words[start : end_match.start() if end_match else len(words)]
        found.append(Stated(-number if match["sign"] else number, unit, clause, match.start() - start, is_bare))
    return tuple(found)


def chinese_counts(text: str) -> tuple[Decimal, ...]:
    """Small counts written in Chinese numerals (“三个”, “十二项”)."""
    return tuple(Decimal(chinese_number(found)) for found in CHINESE_COUNT.findall(fold(text)))


def chinese_number(word: str) -> int:
    """A Chinese numeral below one hundred as a number."""
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return DIGITS[word]
    return 10 * DIGITS.get(tens, 1) + DIGITS.get(ones, 0)


def is_same_amount(stated: Stated, number: Decimal, unit: str) -> bool:
    """Whether a stated amount is the known one: in its unit, or an equal amount of money in another.

    A known amount printed with decimals allows half a unit of the second; the sign counts only where the known one is negative.
    """
    tolerance = Decimal("0.005") if int(number.as_tuple().exponent) < 0 else Decimal(0)
    given = stated.number if number < 0 else abs(stated.number)
    if unit in YUAN and stated.unit in YUAN:
        return abs(given * YUAN[stated.unit] - number * YUAN[unit]) <= tolerance * YUAN[unit]
    if unit == "%":
        return stated.unit in PERCENT_UNITS and abs(given - number) <= tolerance
    if not is_same_counter("" if stated.is_bare else stated.unit, unit):
        return False
    return abs(given - number) <= tolerance


def is_same_counter(given: str, known: str) -> bool:
    """Whether two units can stand for one another: a known figure without one fits any, amounts must bear theirs, counts need not."""
    if not known:
        return True
    if known in YUAN or known in PERCENT_UNITS or given in YUAN or given in PERCENT_UNITS:
        return given == known
    return not given or given in known or known in given or any({given, known} <= kin for kin in SAME_COUNTERS)
