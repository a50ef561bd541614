"""An amount that a sentence and a table print, held together where both are clear; two rates of one thing with what they refer to."""

from dataclasses import replace

import pytest
from form_documents import forms
from text_documents import GREEN, GREEN_SECTIONS, STORY, document

from app.checks.answer_two_rates import answer_two_rates
from app.checks.asked_prints import asked_prints
from app.checks.compare_places import compare_places
from ingest.document import Document, Place, Statement
from ingest.quantity import parse_quantity

PROSE = "项目支出中，林区道路管护项目安排42.00万元，其次是红松育苗补助25.00万元，古树名录编制比上年增加15.00万元。"


def told(question: str) -> str:
    """The answer over the forms with a section that tells of the projects."""
    base, prose = forms(), document("prose", GREEN, (*GREEN_SECTIONS, ((STORY, "五、项目支出情况说明"), (PROSE,))))
    base = replace(base, sections=prose.sections)
    answer = compare_places(asked_prints(question, question), question, [base])
    return answer.text if answer else ""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("说明里写的林区道路管护和项目支出预算表里的一致吗?", ("不一致", "42.00万元", "40万元", "相差2.00万元")),
        ("红松育苗补助,正文写了多少,项目支出预算表里是多少,一样吗?", ("一致：", "25.00万元")),
        ("林区道路管护到底是42万元还是别的数?", ("不一致", "40万元")),
    ],
)
def test_an_amount_of_the_prose_is_held_against_its_table(question: str, said: tuple[str, ...]) -> None:
    assert [word for word in said if word not in told(question)] == []


@pytest.mark.parametrize(
    "question",
    ["说明里写的古树名录编制和项目支出预算表里的一致吗?", "红松育苗补助到底是多少?", "说明里写的灌木和项目支出预算表里的一致吗?"],
)
def test_what_the_prose_does_not_give_is_not_compared(question: str) -> None:
    assert told(question) == ""


def rated() -> Document:
    """A document whose prose states two rates of one fee and one of another."""
    base = document("rates", GREEN, GREEN_SECTIONS)
    rows = (("护林车辆运行费", "41.50", "三公经费预算"), ("护林车辆运行费", "83.00", "年初预算"), ("苗圃水电费", "97.10", "年初预算"))
    stated = tuple(_rate(subject, value, target) for subject, value, target in rows)
    return replace(base, statements=stated)


def _rate(subject: str, value: str, target: str) -> Statement:
    quantity = parse_quantity(value, "%")
    assert quantity is not None
    return Statement(2, subject, "完成率", value, quantity, f"{subject}完成{target}的{value}%。", Place(), base=target)


def test_two_rates_are_told_with_what_they_refer_to() -> None:
    answer = answer_two_rates("护林车辆运行费完成预算的比例,前后两个百分数怎么不一样?", [rated()])
    assert answer is not None
    assert [str(value.value) for value in answer.values] == ["41.50", "83.00"]
    assert "对“三公经费预算”为**41.50%**" in answer.text


@pytest.mark.parametrize("question", ["苗圃水电费完成预算的两个百分数各是多少?", "护林车辆运行费完成预算的百分之几?"])
def test_one_rate_is_not_told_as_two(question: str) -> None:
    assert answer_two_rates(question, [rated()]) is None
