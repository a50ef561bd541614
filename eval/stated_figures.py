"""The amounts that an answer states: number, unit, and the line and clause it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from eval.fold import fold
from eval.spelled_numbers import FIRST_NUMERALS, NUMERALS, spelled_number

YUAN = {
    "亿元": Decimal(100_000_000), "亿": Decimal(100_000_000), "百万元": Decimal(1_000_000), "万元": Decimal(10_000), "万": Decimal(10_000),
    "千元": Decimal(1000), "元": Decimal(1),
}  # fmt: skip
SHARE, POINTS = "%", ("个百分点", "百分点")
TEN_THOUSAND = "万"
COUNT_UNITS = (
    "平方米", "立方米", "千瓦时", "吨", "亩", "工作日", "人次", "批次", "小时", "分钟", "公里", "个月", "倍", "辆", "名", "人", "个",
    "项", "家", "件",
    "次", "台", "套", "条", "天", "分", "箱", "批", "张", "场", "部", "起", "处", "所", "户", "盏", "株", "篇", "米", "年", "月", "日",
)  # fmt: skip
# Counters that name the same kind of thing.
SAME_COUNTERS = (
    {"人", "名", "个", "位"}, {"人", "人次"}, {"个", "家", "项", "台", "套", "件"}, {"次", "批次", "批"}, {"辆", "台", "部"}, {"天", "日"},
    {"月", "个月"},
)  # fmt: skip
NUMBER = re.compile(
    r"(?P<percent>百分之)?(?<![\d.A-Za-z])(?P<sign>[-−])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<unit>"
    + "|".join(
        re.escape(unit)
        for unit in sorted((*YUAN, SHARE, *POINTS, *COUNT_UNITS, *(f"{TEN_THOUSAND}{unit}" for unit in COUNT_UNITS)), key=len, reverse=True)
    )
    + "|[A-Za-z]{1,5})?"
)
SPELLED = re.compile(
    rf"(?<![第\d.{NUMERALS}])(?P<sign>负)?(?P<percent>百分之)?(?=[{FIRST_NUMERALS}])(?P<digits>[{NUMERALS}]+)\s*(?P<unit>"
    "元|个百分点|百分点|批次|人次|个(?!百分点)|辆|名|人|项|家|件|次|台|套|条|级)?"
)
# What looks like an amount and is none: years and dates, list marks, citation marks, the number of a table, ordinals.
NO_AMOUNT = re.compile(
    r"(?:19|20)\d{2}\s*(?:年度?|[-/.]\d{1,2}[-/.]\d{1,2})|(?m:^\s*(?:[-*]\s*)?(?:\(\d+\)|\d+[.、)])\s+)|(?<=[:、,;])\s*\d+\.\s+(?=\D)"
    r"|\[\^?\d+\]|【\d+】|\(\d{1,2}\)|(?:预算|公开|附)\s*\d+\s*表|第\s*\d+(?:\.\d+)*(?!\d|[.,]\d|\s*(?:[亿万元%]|千元|百万元|个?百分点))"
)
DECLARED_UNIT = re.compile(r"单位\s*[::]\s*(百万元|亿元|万元|千元|元)|[(](百万元|亿元|万元|千元|元)[)]")
CLAUSE_END = re.compile(r"[。;\n]")


@dataclass(frozen=True, slots=True)
class Stated:
    """One amount of a text with its clause (up to 。；or a line's end), its place in the clause (`offset` to `end`) and in the text (`at`).

    `is_bare` marks a number printed without a unit; its `unit` is then the one that the text declares, if any.
    """

    number: Decimal
    unit: str
    clause: str
    offset: int
    is_bare: bool = False
    end: int = 0
    at: int = 0

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit in YUAN

    @property
    def is_amount(self) -> bool:
        """Whether it is said to be money or a share: what must never be wrong."""
        return not self.is_bare and (self.is_money or self.unit == SHARE)

    @property
    def is_like_amount(self) -> bool:
        """Whether it is such an amount or looks like one: a bare number with decimals, or below a unit of money."""
        return self.is_amount or (self.is_bare and (self.is_money or int(self.number.as_tuple().exponent) < 0))

    @property
    def before(self) -> str:
        """What its clause says before it."""
        return self.clause[: self.offset]

    @property
    def after(self) -> str:
        """What its clause says after it."""
        return self.clause[self.end :]


def own_words(text: str, question: str = "") -> str:
    """The folded answer without an echo of the question and without what is no amount; lengths stay, so that places stay."""
    return NO_AMOUNT.sub(lambda found: " " * len(found[0]), without_echo(text, question))


def without_echo(text: str, question: str) -> str:
    """The folded answer with blanks in place of the question; lengths stay."""
    folded, asked = fold(text), fold(question)
    return folded.replace(asked, " " * len(asked)) if asked else folded


def stated_figures(text: str, question: str = "") -> tuple[Stated, ...]:
    """Every amount of an answer in order, without those of an echoed question; bare numbers bear the unit of “单位：万元”."""
    return figures_of(own_words(text, question), NUMBER, lambda digits: Decimal(digits.replace(",", "")))


def spelled_figures(text: str, question: str = "") -> tuple[Stated, ...]:
    """Every amount in Chinese numerals that bears its unit (“十二项”, “十二万五千元”, “百分之八点四”)."""
    found = figures_of(own_words(text, question), SPELLED, spelled_number)
    return tuple(figure for figure in found if not figure.is_bare)


def figures_of(words: str, pattern: re.Pattern[str], read: Callable[[str], Decimal | None]) -> tuple[Stated, ...]:
    """The amounts that a pattern finds, each with its clause."""
    declared = DECLARED_UNIT.search(words)
    found = []
    for match in pattern.finditer(words):
        number = read(match["digits"])
        if number is None:
            continue
        unit = SHARE if match["percent"] else match["unit"] or ""
        is_bare = not unit
        if is_bare and declared:
            unit = declared[1] or declared[2]
        start = max((end.end() for end in CLAUSE_END.finditer(words, 0, match.start())), default=0)
        end_match = CLAUSE_END.search(words, match.end())
        clause = words[start : end_match.start() if end_match else len(words)]
        signed = -number if match["sign"] else number
        found.append(Stated(signed, unit, clause, match.start() - start, is_bare, match.end() - start, match.start()))
    return tuple(found)


def is_same_amount(stated: Stated, number: Decimal, unit: str) -> bool:
    """Whether a stated amount is the known one: in its unit, or an equal amount in another of money or of ten thousands.

    A known amount printed with decimals allows half a unit of the second; the sign counts only where the known one is negative.
    """
    tolerance = Decimal("0.005") if int(number.as_tuple().exponent) < 0 else Decimal(0)
    given = stated.number if number < 0 else abs(stated.number)
    if unit in YUAN and stated.unit in YUAN:
        return abs(given * YUAN[stated.unit] - number * YUAN[unit]) <= tolerance * YUAN[unit]
    seen, scale = counter_of("" if stated.is_bare else stated.unit)
    known, known_scale = counter_of(unit)
    if not is_same_counter(seen, known):
        return False
    return abs(given * (scale if known else 1) - number * (known_scale if seen else 1)) <= tolerance * (known_scale if seen else 1)


def counter_of(unit: str) -> tuple[str, int]:
    """A unit of counting without its 万, and how many that makes; money stays as it is."""
    if unit in YUAN or not unit.startswith(TEN_THOUSAND):
        return unit, 1
    return unit.removeprefix(TEN_THOUSAND), 10_000


def is_same_counter(given: str, known: str) -> bool:
    """Whether two units can stand for one another: a known figure without one fits any, amounts must bear theirs, counts need not."""
    if not known:
        return True
    if {given, known} <= {*POINTS}:
        return True
    if any(unit in YUAN or unit == SHARE or unit in POINTS for unit in (known, given)):
        return given == known
    return not given or given.lower() == known.lower() or any({given, known} <= kin for kin in SAME_COUNTERS)
