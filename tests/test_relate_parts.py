"""Two things that are each asked for alone, set in relation."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.question.distribute_question import distribute_question
from app.relations.relate_parts import lacks_relation, read_relation, relate_parts


def told(label: str, number: str, unit: str = "万元", document: str = "a") -> Answer:
    cited = Citation("甲.txt", document, "表", "", number)
    return Answer("answered", f"{label}：{number}{unit}", (Value(label, Decimal(number), unit),), citations=(cited,), answered_by="quote")


ALONE = {"粮仓修缮": told("粮仓修缮", "265"), "平台租用": told("平台年度租用费", "103"), "保洁": told("保洁人数", "26", "人")}


def answered(question: str) -> list[str]:
    related = read_relation(question, question)
    assert related is not None
    found = relate_parts(related, lambda part, _: next((one for name, one in ALONE.items() if name in part), Answer("not_found", "")))
    return [f"{value.value}{value.unit}" for value in found.values] if found else []


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("粮仓修缮和平台租用,这两个项目执行数各多少、相差多少?", "162万元"),
        ("粮仓修缮和平台租用的全年执行数加起来是多少?", "368万元"),
        ("粮仓修缮加上平台租用一共执行了多少?", "368万元"),
        ("粮仓修缮跟平台租用两个项目的执行数差多少?", "162万元"),
    ],
)
def test_the_answers_of_the_parts_are_set_in_relation(question: str, result: str) -> None:
    assert answered(question) == ["265万元", "103万元", result]


@pytest.mark.parametrize("question", ["粮仓修缮和保洁加起来是多少?", "粮仓修缮和食堂加起来是多少?", "粮仓修缮和粮仓修缮加起来多少?"])
def test_what_is_not_known_or_not_of_one_kind_is_not_added(question: str) -> None:
    assert answered(question) == []


@pytest.mark.parametrize("question", ["粮仓修缮和平台租用合计占多少?", "粮仓修缮执行数是多少?", "粮仓修缮比上年相差多少?"])
def test_a_share_a_change_and_a_plain_amount_are_no_relation_of_parts(question: str) -> None:
    assert read_relation(question, question) is None


def test_figures_told_side_by_side_lack_how_far_they_are_apart() -> None:
    both = Answer("answered", "甲", (*ALONE["粮仓修缮"].values, *ALONE["平台租用"].values), answered_by="rule")
    assert lacks_relation(both, "粮仓修缮和平台租用相差多少?")
    assert not lacks_relation(both, "粮仓修缮和平台租用各多少?")


def test_a_conjunction_within_the_name_of_the_body_parts_nothing() -> None:
    question = "审批与数据局2031年甲经费和乙经费的执行数各是多少"
    assert distribute_question(question, " " * 11 + question[11:]) == (
        "审批与数据局2031年甲经费执行数是多少",
        "乙经费执行数是多少",  # follows on the first
    )
    assert distribute_question("桐花县粮食局甲经费2030年和2031年各多少", " " * 6 + "甲经费2030年和2031年各多少") == (
        "桐花县粮食局甲经费2030年多少",
        "2031年多少",
    )


def test_a_bare_side_is_of_the_thing_before_it() -> None:
    related = read_relation("粮仓修缮支出比收入多多少", "粮仓修缮支出比收入多多少")
    assert related is not None
    assert [part.startswith("粮仓修缮") for part in related.parts] == [True, True]
