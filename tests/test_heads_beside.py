"""Totals within lists, columns of units, signs and other years, changes without a subject, amounts told in another unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from app.answer import Citation
from app.dialogue.are_apart import are_apart
from app.dialogue.told_things import Amount, Told
from app.figures.tell_other_print import is_told
from app.prose.tell_duties import shown, without_ends
from app.telling.sign_of import SIGN_HEADER, UNIT_HEADER
from ingest.figures.name_rows import is_numbered_total
from ingest.quantity import Quantity
from retrieval.facts.figure_facts import BESIDE_TARGET
from retrieval.facts.statement_facts import CHANGE_ALONE


@pytest.mark.parametrize(
    ("name", "is_total"),
    [
        (("（一）支出合计",), True),
        (("1.合计",), True),
        (("2、支出总计",), True),
        (("（一）公务接待费",), False),
        (("支出合计",), False),
        (("一、支出合计",), False),
        (("甲站", "（一）支出合计"), False),
        ((), False),
    ],
)
def test_a_total_within_a_numbered_list_is_known_by_its_number(name: tuple[str, ...], is_total: bool) -> None:
    assert is_numbered_total(name) == is_total


@pytest.mark.parametrize(
    "header", ["计量单位", "绩效指标计量单位", "计算单位", "指标方向", "三级指标性质", "运算符号", "计算符号", "比较符"]
)
def test_units_and_signs_beside_a_target_are_no_figures(header: str) -> None:
    assert BESIDE_TARGET.fullmatch(header)
    assert not BESIDE_TARGET.fullmatch(f"{header}值")
    assert bool(SIGN_HEADER.fullmatch(header.removeprefix("三级"))) != bool(UNIT_HEADER.fullmatch(header))


@pytest.mark.parametrize(
    ("subject", "is_alone"),
    [
        ("比上年增加", True),
        ("较去年末减少", True),
        ("与2030年相比增长", True),
        ("新增", True),
        ("编制比上年增加", False),
        ("下降率", False),
    ],
)
def test_a_change_says_nothing_of_what_changed(subject: str, is_alone: bool) -> None:
    assert bool(CHANGE_ALONE.fullmatch(subject)) == is_alone


@pytest.mark.parametrize(
    ("number", "unit", "text", "is_there"),
    [
        ("12.35", "万元", "共123456.00元", True),
        ("1234567.00", "元", "共123.46万元", True),
        ("12.35", "万元", "共123956.00元", False),
        ("12.35", "万元", "共12.35万元", False),
        ("12", "人", "共12.00万元", False),
    ],
)
def test_an_amount_told_in_another_unit_is_told(number: str, unit: str, text: str, is_there: bool) -> None:
    assert is_told(Quantity(Decimal(number), unit), text) == is_there


@pytest.mark.parametrize(
    ("numbers", "stand_apart"),
    [(("9", "4", "5"), False), (("4", "9", "2", "3"), False), (("4", "4"), True), (("9", "4", "6"), True), (("0", "0", "0"), True)],
)
def test_an_amount_that_holds_the_others_does_not_stand_beside_them(numbers: Sequence[str], stand_apart: bool) -> None:
    things = [
        Told(
            (Amount(f"项{at}", Quantity(Decimal(one), "万元"), one),),
            "a",
            (Citation("a.txt", "a", "表", "", one, row=(f"项{at}",), col=("金额",), table_index=0, cell=(at, 1)),),
        )
        for at, one in enumerate(numbers)
    ]
    assert are_apart(things) == stand_apart


@pytest.mark.parametrize(("topic", "left"), [("家的 护林防火", "护林防火"), ("局的 护林防火", "护林防火"), ("护林 防火", "护林 防火")])
def test_what_is_left_of_words_that_asked_is_no_part_of_a_topic(topic: str, left: str) -> None:
    assert without_ends(topic) == left
    assert shown(topic) == f"“{left}”"
