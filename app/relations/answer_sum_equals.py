"""“甲与乙之和是否等于26.22万元”: the sum of what is named, held against the number that the question gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.answer import Answer
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_asked import NO_ANSWER, without_less
from app.telling.calculation import subtract
from app.telling.wording_told import SUM_DIFFERS, SUM_EQUALS
from ingest import late_re as re
from ingest.quantity import Quantity, convert_money

ASKED = re.compile(
    r"(?P<sum>之和|加起来|相加|加在一起|合计)(?:的?(?:金额|数))?(?:到底|究竟)?(?:是否|是不是|能否)?(?:等于|正好是|恰好是|刚好是|是)"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>亿元|万元|元)(?:吗|么|呢|对吗|对不对)?[?。]?$"
)
WHETHER = re.compile(r"是否|是不是|能否|吗|么|对不对")
JOINT = re.compile(r"[、和与及跟]")
ADDENDS = re.compile(r"(?P<added>[\d.]+(?: [+] [\d.]+)+) = (?P<sum>[\d.]+)(?P<unit>亿元|万元|元)$")
QUESTION = "{asked}之和是多少?"


def answer_sum_equals(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """The sum with whether it is the number, an honest no where it is not told; None for any other question."""
    found = ASKED.search(question)
    if found is None or not WHETHER.search(found[0]) or not JOINT.search(question[: found.start()]):
        return None
    asked = QUESTION.format(asked=question[: found.start()].rstrip("的,"))
    told = without_less(answerer.checked(asked, history), asked)
    added = ADDENDS.fullmatch(told.calculation or "") if told.status == "answered" and "=" in (told.calculation or "") else None
    if added is None or len(JOINT.findall(question[: found.start()])) < added["added"].count("+"):
        return NO_ANSWER
    named = Quantity(Decimal(found["number"].replace(",", "")), found["unit"])
    summed = convert_money(Quantity(Decimal(added["sum"]), added["unit"]), found["unit"])
    if summed.number == named.number:
        verdict, formula = SUM_EQUALS.format(sum=_told(summed), asked=_told(named)), told.calculation
    else:
        gap = subtract(*sorted((summed, named), key=lambda one: one.number, reverse=True))
        verdict = SUM_DIFFERS.format(sum=_told(summed), asked=_told(named), formula=gap.formula)
        formula = f"{told.calculation}；{gap.formula}"
    return replace(told, text=f"{told.text}\n{verdict}", calculation=formula)


def _told(amount: Quantity) -> str:
    return f"{amount.number:f}{amount.unit}"
