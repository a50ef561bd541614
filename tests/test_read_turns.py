"""Single stages that read a question: slips, English with a Chinese gloss, bodies by their kind, what is pointed back at."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.checks.check_kept_words import drops_word
from app.dialogue.duty_turn import duty_turn
from app.dialogue.told_things import told_things
from app.question.without_asides import without_asides
from app.question.without_premise import without_premise
from retrieval.english.translate_question import is_english
from retrieval.spelling.mend_slips import mend_slips


@pytest.mark.parametrize(("typed", "meant"), [("组织培讯几次", "组织培训几次"), ("有效编制数", "有效编制数"), ("草编编织费", "草编编织费")])
def test_slips_in_common_words_are_mended(typed: str, meant: str) -> None:
    assert mend_slips(typed)[0] == meant


def test_words_in_brackets_leave_a_question_english() -> None:
    assert is_english("How much is the basic expenditure (基本支出) of the bureau?")
    assert not is_english("基本支出 (basic expenditure) 是多少")


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("某局本级(大数据中心不算)采暖补贴多少", "某局本级采暖补贴多少"),
        ("某局养公车(不含买车)花了多少", "某局养公车花了多少"),
        ("某局差旅费(30211)多少", "某局差旅费(30211)多少"),
    ],
)
def test_what_is_set_aside_in_brackets_is_left_out(asked: str, left: str) -> None:
    assert without_asides(asked) == left


def test_what_is_pointed_at_is_what_was_named_before() -> None:
    assert without_premise("我想反映青石县政府网站打不开,这个网站归哪个单位管?") == "青石县政府网站归哪个单位管?"
    assert without_premise("网站打不开怎么办?") == "网站打不开怎么办?"


@pytest.mark.parametrize(
    ("question", "history", "meant"),
    [
        ("公益诉讼那条", ("某院职责有几条",), "关于公益诉讼的职责"),
        ("水土保持", ("某局职责有几条", "关于河长制的职责"), "关于水土保持的职责"),
        ("水土保持", ("某局职责有几条",), "水土保持"),
        ("第三条", ("某局职责有几条",), "第三条"),
        ("公益诉讼那条", ("某院差旅费多少",), "公益诉讼那条"),
    ],
)
def test_a_duty_is_asked_for_by_its_topic(question: str, history: tuple[str, ...], meant: str) -> None:
    assert duty_turn(question, history) == meant


def cited(row: tuple[str, ...], title: str = "某局2031年部门决算") -> Citation:
    return Citation("1.txt", "1", title, "第二部分", "5.00", table="项目支出表", row=row, col=("全年预算数",))


@pytest.mark.parametrize(
    ("question", "row", "is_dropped"),
    [
        ("某项目年初预算多少", ("某项目",), True),
        ("某项目年初预算多少", ("某项目年初预算",), False),
        ("某项目全年预算多少", ("某项目",), False),
    ],
)
def test_the_first_budget_is_no_other_budget(question: str, row: tuple[str, ...], is_dropped: bool) -> None:
    answer = Answer("answered", "某局，某项目：**5.00万元**[1]。", (Value(row[0], Decimal("5.00"), "万元"),), citations=(cited(row),))
    assert drops_word(answer, question) is is_dropped


def test_an_amount_told_in_ten_thousands_can_be_added() -> None:
    told = (Value("人员经费", Decimal("539400"), "元"),)
    answer = Answer("answered", "某局，人员经费：**53.94万元**[1]。", told, citations=(cited(("人员经费",)),))
    (thing,) = told_things(answer)
    assert (thing.amounts[0].quantity.number, thing.amounts[0].quantity.unit) == (Decimal("53.94"), "万元")
