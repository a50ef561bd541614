"""Whether an answer is right, a wrong figure, or merely not right, with every reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from eval.denials import is_denied, is_told
from eval.gold import GoldQuestion, GoldValue
from eval.judge_comparison import false_difference, reversed_change, reversed_comparison, unsaid_comparison
from eval.measure_words import STATUS_NAMES
from eval.stated_figures import Stated, chinese_counts, fold, is_same_amount, own_words, stated_figures

LONGEST_ANSWER = 4000
NOTHING_WORDS = re.compile(
    r"无(?!锡|法|论|关|须|需|形|偿|纸|线|人|障)|没有(?!找到|查到|载入|提到)|未发生|未安排|未使用|为零|零元|不涉及|持平"
)
BLANK_WORDS = re.compile(r"空白|为空|未填|没有数字|无数据|未列|没有列|没有安排|未安排|没有数据|没有金额")
YEAR = re.compile(r"((?:19|20)\d{2})\s*年")
YEAR_AND_FIGURE = re.compile(
    r"(?<![比较与同和跟从由])(?P<year>(?:19|20)\d{2})\s*年度?[^\d、,。;\n比较与同]{0,8}?(?P<figure>\d[\d,.]*\s*[^\d\s、,。;]{0,3})"
)
# A focused answer states its figures among the first ones: so many, and four more for each figure asked.
REACH, WIDE_REACH = 6, 12
WIDE_TYPES = frozenset({"list", "compare", "ambiguous", "conflict", "duty"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one answer: right, or a wrong figure (the worst), or neither; `reasons` say in Chinese why it is not right."""

    is_right: bool
    is_wrong_figure: bool
    status: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer as the judge reads it: its raw text, its own words, its figures; `others` are amounts that no known value explains."""

    text: str
    words: str
    figures: tuple[Stated, ...]
    amounts: tuple[Stated, ...]
    others: tuple[Stated, ...]


def judge_answer(question: GoldQuestion, answer: Mapping[str, Any]) -> Verdict:
    """The verdict on an answer in the contract's form."""
    reading = read_answer(question, answer)
    return JUDGES[question.expect.status](question, str(answer.get("status", "")), reading)


def read_answer(question: GoldQuestion, answer: Mapping[str, Any]) -> Reading:
    """The answer's text taken apart; amounts are the money and shares that the question did not contain."""
    text = str(answer.get("text") or "")
    figures = stated_figures(text, question.question)
    asked = {abs(figure.number) for figure in stated_figures(question.question)}
    amounts = tuple(figure for figure in figures if figure.is_amount and abs(figure.number) not in asked)
    known = [(value.number, value.unit) for value in question.expect.values if value.number]
    others = tuple(one for one in amounts if one.number and not any(is_same_amount(one, number, unit) for number, unit in known))
    return Reading(text, own_words(text, question.question), figures, amounts, others)


def judge_answered(question: GoldQuestion, status: str, reading: Reading) -> Verdict:
    """All figures, words and directions must be there; amounts without the known ones are a wrong figure."""
    expect = question.expect
    missing = tuple(value for value in expect.values if place_of(value, reading) is None)
    banned = [word for word in expect.must_not_include if is_said(word, reading)]
    false = [*mispaired(question, reading), *wrong_year(question, reading), *reversed_change(expect.any_of, reading.words)]
    false += reversed_comparison(expect.larger, expect.smaller, reading.text)
    false += false_difference(expect.larger, expect.values, reading.figures)
    reasons = [] if status == "answered" else [f"应作答，却是“{name_of(status)}”"]
    reasons += [f"没有说出 {value.value}{value.unit}" for value in missing]
    reasons += [] if missing else unfocused(question, reading)
    reasons += missing_words(question, reading)
    reasons += [f"出现了不该有的“{word}”" for word in banned]
    reasons += [*false, *unsaid_comparison(expect.larger, expect.smaller, reading.text)]
    has_wrong = bool(reading.amounts) and bool(expect.values) and bool(missing)
    is_wrong = has_wrong or (status == "answered" and bool(banned or false))
    return Verdict(not reasons, bool(reasons) and is_wrong, status, tuple(reasons))


def judge_clarify(question: GoldQuestion, status: str, reading: Reading) -> Verdict:
    """A question back without amounts is right, and so is an answer that states every known figure."""
    expect = question.expect
    if status == "answered" and expect.values and all(place_of(value, reading) is not None for value in expect.values):
        return Verdict(True, False, status)
    banned = [f"出现了不该有的“{word}”" for word in expect.must_not_include if is_said(word, reading)]
    reasons = [] if status == "clarify" else [f"应反问，却是“{name_of(status)}”"]
    reasons += [f"反问里说了金额 {figure.number}{figure.unit}" for figure in reading.amounts[:1]] + banned
    return Verdict(not reasons, bool(reasons) and bool(reading.amounts), status, tuple(reasons))


def judge_not_found(question: GoldQuestion, status: str, reading: Reading) -> Verdict:
    """No amount; an answer that says the place is blank will do."""
    banned = [f"出现了不该有的“{word}”" for word in question.expect.must_not_include if is_said(word, reading)]
    says_blank = status == "answered" and bool(BLANK_WORDS.search(reading.text))
    reasons = [] if status == "not_found" or says_blank else [f"应说没有，却是“{name_of(status)}”"]
    reasons += [f"说了金额 {figure.number}{figure.unit}" for figure in reading.amounts[:1]] + banned
    return Verdict(not reasons, bool(banned or reading.amounts), status, tuple(reasons))


JUDGES: Mapping[str, Callable[[GoldQuestion, str, Reading], Verdict]] = {
    "answered": judge_answered,
    "clarify": judge_clarify,
    "not_found": judge_not_found,
}


def name_of(status: str) -> str:
    """A status as readers of the report call it."""
    return STATUS_NAMES.get(status, status)


def place_of(value: GoldValue, reading: Reading) -> int | None:
    """At which place among the answer's figures the known one stands undenied, or None.

    Words for nothing state a zero where no other amount is told.
    """
    number = value.number
    if number is None:
        return 0 if squeeze(value.value) in squeeze(reading.text) else None
    for place, figure in enumerate(reading.figures):
        if is_same_amount(figure, number, value.unit) and not is_denied(figure):
            return place
    is_count = value.unit not in ("", "%") and not value.unit.endswith("元")
    if is_count and number in chinese_counts(reading.words):
        return 0
    return 0 if not number and not reading.others and NOTHING_WORDS.search(reading.words) else None


def unfocused(question: GoldQuestion, reading: Reading) -> list[str]:
    """What is wrong with an answer that buries its figures among others or runs on."""
    reasons = [f"答案长达 {len(reading.text)} 字"] if len(reading.text) > LONGEST_ANSWER else []
    values = question.expect.values
    reach = (WIDE_REACH if question.type in WIDE_TYPES else REACH) + 4 * len(values)
    late = [value for value in values if (place_of(value, reading) or 0) > reach]
    return reasons + [f"{value.value}{value.unit} 埋在一长串数字里" for value in late]


def mispaired(question: GoldQuestion, reading: Reading) -> list[str]:
    """Known values that stand only with another value's label.

    A clause speaks of the label nearest before the figure, else of the first after it; a clause without any of the labels speaks of none.
    """
    labelled = [value for value in question.expect.values if value.labels]
    if len(labelled) < 2:
        return []
    found = []
    for value in labelled:
        number = value.number
        places = [figure for figure in reading.figures if number is not None and is_same_amount(figure, number, value.unit)]
        owners = [owner for figure in places if (owner := owner_of(figure, labelled)) is not None]
        if owners and not any(is_owned(owner, value) for owner in owners):
            found.append(f"{value.value}{value.unit} 张冠李戴，应是“{value.labels[0]}”")
    return found


def is_owned(owner: GoldValue, value: GoldValue) -> bool:
    """Whether the label that a figure stands with is the value's own, or one of an equal amount."""
    return owner.labels == value.labels or (owner.number, owner.unit) == (value.number, value.unit)


def owner_of(figure: Stated, labelled: list[GoldValue]) -> GoldValue | None:
    """The value whose label is nearest before the figure in its clause, else nearest after it; a longer label covers one within it."""
    spots: list[tuple[int, int, GoldValue]] = []
    for value in labelled:
        for label in map(fold, value.labels):
            spots += [(found.start(), found.end(), value) for found in re.finditer(re.escape(label), figure.clause)]
    free = [spot for spot in spots if not any(other[0] <= spot[0] and spot[1] <= other[1] and other[:2] != spot[:2] for other in spots)]
    before = [spot for spot in free if spot[1] <= figure.offset]
    if before:
        return max(before, key=lambda spot: spot[1])[2]
    return min(free, key=lambda spot: spot[0])[2] if free else None


def wrong_year(question: GoldQuestion, reading: Reading) -> list[str]:
    """An answer that speaks of years but never of the one asked for, or that gives a known figure to another year only."""
    year, text = question.expect.year, fold(reading.text).replace(fold(question.question), "")
    told = {int(found) for found in YEAR.findall(text)}
    if year is None or not told:
        return []
    if year not in told:
        return [f"说的是 {min(told)} 年，问的是 {year} 年"]
    owners = [years for value in question.expect.values if (years := years_of(value, text))]
    return [f"把 {min(years)} 年的数说成了答案，问的是 {year} 年" for years in owners if year not in years]


def years_of(value: GoldValue, text: str) -> set[int]:
    """The years that stand directly before a figure, where it is the known one; a year that is compared with owns nothing."""
    number = value.number
    pairs = [(int(found["year"]), stated_figures(found["figure"])[:1]) for found in YEAR_AND_FIGURE.finditer(text)]
    return {year for year, figures in pairs for one in figures if number is not None and is_same_amount(one, number, value.unit)}


def missing_words(question: GoldQuestion, reading: Reading) -> list[str]:
    """Required words that the answer lacks."""
    text, expect = squeeze(reading.text), question.expect
    lost = [word for word in expect.must_include if squeeze(word) not in text]
    lost += ["／".join(group) for group in expect.any_of if group and not any(is_told(squeeze(word), text) for word in group)]
    return [f"没有提到“{word}”" for word in lost]


def is_said(word: str, reading: Reading) -> bool:
    """Whether a banned word stands in the answer's own words; markup is looked for as it is written."""
    if "<" in word:
        return word.lower() in reading.text.lower()
    return bool(squeeze(word)) and squeeze(word) in squeeze(reading.words)


def squeeze(text: str) -> str:
    """The text folded, without thousands marks, spaces and punctuation that carries no meaning."""
    folded = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", fold(text).lower())
    folded = folded.replace(">=", "≥").replace("<=", "≤").replace("≧", "≥").replace("≦", "≤")
    return re.sub(r"[\s\"'“”‘’《》〈〉()\[\]{}【】、,。;:!?·…—_*#|/\\`~^]+", "", folded)
