"""Whether an answer is right, a wrong figure, or merely not right, with every reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from eval.denials import is_told
from eval.gold import GoldQuestion
from eval.judge_comparison import false_difference, reversed_change, reversed_comparison, unsaid_comparison
from eval.judge_labels import mispaired, unnamed
from eval.judge_years import wrong_year
from eval.measure_words import STATUS_NAMES
from eval.reading import Reading, is_unsure, place_of, read_answer
from eval.squeeze import squeeze

LONGEST_ANSWER = 4000
BLANK_WORDS = re.compile(r"空白|为空|未填|没有数字|无数据|未列|没有列|没有安排|未安排|没有数据|没有金额")
ASKING_BACK = re.compile(r"[?？]|请(?!稍)|哪")
# A focused answer states its figures among the first ones: so many, and four more for each figure asked.
REACH, WIDE_REACH = 6, 12
LOOKUPS = frozenset({"lookup_table", "lookup_text", "target", "colloquial"})  # of these every amount must stand in the evidence cited
WIDE_TYPES = frozenset({"list", "compare", "ambiguous", "conflict", "duty"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one answer: right, or a wrong figure (the worst), or neither; `reasons` say in Chinese why it is not right."""

    is_right: bool
    is_wrong_figure: bool
    status: str
    reasons: tuple[str, ...] = ()


def judge_answer(question: GoldQuestion, answer: Mapping[str, Any]) -> Verdict:
    """The verdict on an answer in the contract's form."""
    reading = read_answer(question, answer)
    return JUDGES[question.expect.status](question, str(answer.get("status", "")), reading)


def judge_answered(question: GoldQuestion, status: str, reading: Reading) -> Verdict:
    """All figures, words and directions must be there; amounts without the known ones are a wrong figure."""
    expect = question.expect
    missing = tuple(value for value in expect.values if place_of(value, reading) is None)
    banned = banned_words(reading)
    false = [*mispaired(reading), *wrong_year(reading), *reversed_change(expect.any_of, reading.words)]
    false += reversed_comparison(expect.larger, expect.smaller, reading.text)
    false += false_difference(expect.larger, expect.values, reading.figures)
    reasons = [] if status == "answered" else [f"应作答，却是“{name_of(status)}”"]
    reasons += [f"没有说出 {value.value}{value.unit}" for value in missing]
    reasons += unsure(reading)
    reasons += [] if missing else unfocused(question, reading)
    reasons += [*missing_words(question, reading), *banned, *false, *([] if false or missing else unnamed(reading))]
    reasons += unsaid_comparison(expect.larger, expect.smaller, reading.text)
    reasons += [f"{amount} 没有依据" for amount in reading.strays] if question.type in LOOKUPS else []
    has_wrong = bool(reading.amounts) and bool(expect.values) and bool(missing)
    is_wrong = has_wrong or (status == "answered" and bool(banned or false))
    return Verdict(not reasons, bool(reasons) and is_wrong, status, tuple(reasons))


def judge_clarify(question: GoldQuestion, status: str, reading: Reading) -> Verdict:
    """A question back without amounts is right, and so is an answer that states every known figure for certain, each with its name."""
    expect, banned = question.expect, banned_words(reading)
    if status == "answered" and expect.values and all(place_of(value, reading) is not None for value in expect.values):
        false = [*banned, *mispaired(reading)]
        doubts = (*false, *unsure(reading))
        return Verdict(not doubts, bool(false), status, doubts)
    amounts = (*reading.amounts, *reading.bare)
    reasons = [] if status == "clarify" else [f"应反问，却是“{name_of(status)}”"]
    is_asking = reading.has_choices or bool(ASKING_BACK.search(reading.told))
    reasons += [] if status != "clarify" or is_asking else ["没有问什么，也没有给出可选的"]
    reasons += [f"反问里说了金额 {figure.number}{figure.unit}" for figure in amounts[:1]] + banned
    return Verdict(not reasons, bool(reasons) and bool(amounts), status, tuple(reasons))


def judge_not_found(_question: GoldQuestion, status: str, reading: Reading) -> Verdict:
    """No amount; an answer that says the place is blank will do."""
    banned, amounts = banned_words(reading), (*reading.amounts, *reading.bare)
    says_blank = status == "answered" and bool(BLANK_WORDS.search(reading.told))
    reasons = [] if status == "not_found" or says_blank else [f"应说没有，却是“{name_of(status)}”"]
    reasons += [f"说了金额 {figure.number}{figure.unit}" for figure in amounts[:1]] + banned
    return Verdict(not reasons, bool(banned or amounts), status, tuple(reasons))


def unsure(reading: Reading) -> list[str]:
    """The known values that are told only as a guess, a bound or a question, as reasons."""
    return [f"{value.value}{value.unit} 说得不肯定" for value in reading.question.expect.values if is_unsure(value, reading)]


def banned_words(reading: Reading) -> list[str]:
    """The words that must not be there and are, as reasons."""
    return [f"出现了不该有的“{word}”" for word in reading.question.expect.must_not_include if is_said(word, reading)]


JUDGES: Mapping[str, Callable[[GoldQuestion, str, Reading], Verdict]] = {
    "answered": judge_answered,
    "clarify": judge_clarify,
    "not_found": judge_not_found,
}


def name_of(status: str) -> str:
    """A status as readers of the report call it."""
    return STATUS_NAMES.get(status, status)


def unfocused(question: GoldQuestion, reading: Reading) -> list[str]:
    """What is wrong with an answer that buries its figures among others or runs on."""
    reasons = [f"答案长达 {len(reading.text)} 字"] if len(reading.text) > LONGEST_ANSWER else []
    values = question.expect.values
    reach = (WIDE_REACH if question.type in WIDE_TYPES else REACH) + 4 * len(values)
    late = [value for value in values if (place_of(value, reading) or 0) > reach]
    return reasons + [f"{value.value}{value.unit} 埋在一长串数字里" for value in late]


def missing_words(question: GoldQuestion, reading: Reading) -> list[str]:
    """Required words that the answer lacks."""
    text, expect = squeeze(reading.told), question.expect
    lost = [word for word in expect.must_include if not is_told(squeeze(word), text, reading.quotes)]
    untold = [group for group in expect.any_of if not any(is_told(squeeze(word), text, reading.quotes) for word in group)]
    lost += ["／".join(group) for group in untold if group]
    return [f"没有提到“{word}”" for word in lost]


def is_said(word: str, reading: Reading) -> bool:
    """Whether a banned word stands in the answer's own words; markup is looked for as it is written."""
    if "<" in word:
        return word.lower() in reading.text.lower()
    return bool(squeeze(word)) and squeeze(word) in squeeze(reading.words)
