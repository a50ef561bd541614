"""Other ways to put a question that must not change its answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from random import Random
from typing import Any

from eval.make_slip import make_slip

Transform = Callable[[Random, str], str]

POLITE = (("您好，请问", "？谢谢您！"), ("不好意思打扰了，想咨询一下，", "？麻烦了。"), ("老师好，能否告诉我", "？非常感谢！"))
NUMERALS = "〇一二三四五六七八九"
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\s*年)")
LEADING_YEAR = re.compile(r"^(?P<year>(?:19|20)\d{2}年度?)(?P<rest>.+)$")
ENDING = re.compile(r"[？?。！!]+$")
CLAUSE = re.compile(r"^(?P<head>[^，,]{4,}?(?:预算|决算)[中里]?)[，,](?P<tail>[^，,]+[？?]?)$")
TWO_DECIMALS = "请保留两位小数。"


def polite(random: Random, question: str) -> str:
    """The question in a polite frame."""
    head, tail = random.choice(POLITE)
    return f"{head}{ENDING.sub('', question)}{tail}"


def traditional(_random: Random, question: str) -> str:
    """The question in traditional characters."""
    return str(_converter().convert(question))


def full_width(_random: Random, question: str) -> str:
    """The question with full-width digits."""
    return question.translate({ord("0") + digit: chr(ord("０") + digit) for digit in range(10)})


def chinese_numerals(_random: Random, question: str) -> str:
    """The question with its years in Chinese numerals."""
    return YEAR.sub(lambda found: "".join(NUMERALS[int(digit)] for digit in found[0]), question)


def slip(random: Random, question: str) -> str:
    """The question with one word mistyped."""
    return make_slip(random, question)


def reordered(_random: Random, question: str) -> str:
    """The question with its year moved behind the name, or with its two clauses exchanged."""
    clauses = CLAUSE.match(question)
    if clauses:
        return f"{ENDING.sub('', clauses['tail'])}，我问的是{clauses['head']}"
    year = LEADING_YEAR.match(question)
    return f"{ENDING.sub('', year['rest'])}，{year['year']}的" if year else question


def two_decimals(_random: Random, question: str) -> str:
    """The question with the wish for two decimals."""
    return f"{ENDING.sub('', question)}？{TWO_DECIMALS}"


TRANSFORMS: Mapping[str, Transform] = {
    "礼貌用语": polite,
    "繁体字": traditional,
    "全角数字": full_width,
    "汉字年份": chinese_numerals,
    "一处错字": slip,
    "调换语序": reordered,
    "保留两位小数": two_decimals,
}


@cache
def _converter() -> Any:
    from opencc import OpenCC  # here: its tables take a moment to load

    return OpenCC("s2t")
