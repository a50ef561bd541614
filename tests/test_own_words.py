"""What a place's only body is called in short behind the place."""

from __future__ import annotations

import pytest

from retrieval.facts.unit_variants import unit_variants
from retrieval.names.own_words import without_own_words
from tests.figure_documents import index

SCHOOL = (
    "桐花县工业中等职业学校\n2031年单位预算\n\n一般公共预算基本支出表\n\n单位：万元\n\n科目\t合计\n"
    "维修（护）费\t8.20\n工业实训设备费\t1.50\n"
)
STOCK = "桐花县粮食局\n2031年部门预算\n\n国有资产占用情况表\n\n单位：万元\n\n项目\t数量\n车辆（台、辆）\t9\n"


@pytest.mark.parametrize(("rest", "left"), [("  工业中专维修费多少", "维修费多少"), ("  职业学校那边维修费多少", "维修费多少")])
def test_the_short_name_of_the_body_is_blanked(rest: str, left: str) -> None:
    told = without_own_words(rest, index(SCHOOL))
    assert (told.strip(), len(told)) == (left, len(rest))


@pytest.mark.parametrize(
    "rest",
    ["  工业实训设备费多少", "工业中专维修费多少", "  农业中专维修费多少", "  食堂维修费多少", "  工业类花了多少", "  职业一共花了多少钱"],
)
def test_a_name_of_a_row_and_words_for_another_body_stay(rest: str) -> None:
    assert without_own_words(rest, index(SCHOOL)) == rest


def test_a_label_that_is_counted_in_one_unit_or_another_is_called_without_them() -> None:
    assert "车辆" in unit_variants(index(STOCK).document)


def test_an_item_whose_name_the_body_bears_stays() -> None:
    clinic = (
        "桐花县妇幼保健计划生育服务中心\n2031年单位预算\n\n支出总表\n\n单位：万元\n\n科目\t合计\n"
        "计划生育服务\t8.20\n妇幼保健机构\t41.50\n"
    )
    assert without_own_words("  计划生育服务花了多少", index(clinic)) == "  计划生育服务花了多少"
