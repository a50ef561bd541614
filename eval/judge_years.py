"""Whether an answer gives a known figure to another year than the one asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eval.answer_table import header_above
from eval.gold import GoldValue
from eval.reading import Reading, is_value
from eval.spelled_numbers import DIGITS, as_digits
from eval.stated_figures import Stated

YEAR = re.compile(r"((?:19|20)\d{2})\s*年")
SPELLED_YEAR = re.compile(rf"[{''.join(DIGITS)}]{{4}}(?=年)")
COMPARED = re.compile(r"[比较与同和跟从由]\s*$|\([^()]{0,4}$|（[^（）]{0,4}$")  # a year that is compared with, or told beside in brackets
BEFORE_WORDS = "上年|去年|上一年|上年度|前一年"
AFTER_WORDS = "下年|明年|下一年|下年度|来年|次年|翌年"
# What stands directly before a figure; a year that is compared with owns nothing.
OWNER = re.compile(
    rf"(?<![比较与同和跟从由])(?:(?P<year>(?:19|20)\d{{2}})\s*年度?|(?P<before>{BEFORE_WORDS})度?|(?P<after>{AFTER_WORDS})度?)(?P<between>[^\d、,。;\n比较与同]{{0,8}})$"
)


def wrong_year(reading: Reading) -> list[str]:
    """An answer that speaks of years but never of the one asked for, or that gives a known figure to another year only."""
    expect = reading.question.expect
    text = SPELLED_YEAR.sub(lambda found: as_digits(found[0]), reading.told)
    told = {int(found[1]) for found in YEAR.finditer(text) if not COMPARED.search(text[: found.start()])}
    if expect.year is None:
        return []
    if told and expect.year not in told:
        return [f"说的是 {min(told)} 年，问的是 {expect.year} 年"]
    owners = [years for value in expect.values if (years := set(years_of(value, reading, text)))]
    return [f"把 {min(years)} 年的数说成了答案，问的是 {expect.year} 年" for years in owners if expect.year not in years]


def years_of(value: GoldValue, reading: Reading, text: str) -> Iterator[int]:
    """The years to which the answer gives a known figure: that directly before it, or that above its column."""
    number = value.number
    if number is None:
        return
    for figure in (*reading.figures, *reading.spelled):
        if is_value(figure, value, reading):
            year = year_of(figure, reading, text)
            if year is not None:
                yield year


def year_of(figure: Stated, reading: Reading, text: str) -> int | None:
    """The year that a figure is given to, or None where the answer does not say; “上年” and “下年” count from the one asked for."""
    asked, question = reading.question.expect.year, reading.question.question
    before = OWNER.search(text[max(0, figure.at - 30) : figure.at])
    above = YEAR.search(header := header_above(text, figure.at))
    if before and before["year"]:
        return int(before["year"])
    if above:
        return int(above[1])
    if before and before["after"]:
        return asked + 1 if asked is not None and not re.search(AFTER_WORDS, question) else None
    is_before = bool(before) or bool(re.search(BEFORE_WORDS, header))
    return asked - 1 if is_before and asked is not None and not re.search(BEFORE_WORDS, question) else None
