"""Which rows a list has."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, FINAL, index

from retrieval.list_rows import list_rows
from retrieval.load_vocabulary import load_vocabulary

LISTS = {one.name: one for one in load_vocabulary().lists}


def listed(name: str, text: str, units: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    facts = list_rows(index(text), LISTS[name], load_vocabulary().functional_names, units)
    return [(fact.source.row[-2] if len(fact.source.row) > 1 else fact.source.row[-1], fact.source.value) for fact in facts]  # type: ignore[union-attr]


def test_projects_are_listed_without_their_total() -> None:
    assert listed("projects", BUDGET) == [("粮仓修缮", "18.00"), ("粮情监测", "12.00")]


@pytest.mark.parametrize(("unit", "count"), [("桐花县粮食局", 2), ("桐花县盐业站", 0)])
def test_only_rows_of_the_unit_asked_are_listed(unit: str, count: int) -> None:
    assert len(listed("projects", BUDGET, (unit,))) == count


def test_the_departments_own_name_is_that_of_its_own_level() -> None:
    assert listed("projects", BUDGET, ("桐花县粮食局本级",)) == [("粮仓修缮", "18.00"), ("粮情监测", "12.00")]


def test_a_document_without_such_a_table_lists_nothing() -> None:
    assert listed("projects", FINAL) == []


BOTH_SIDES = """桐花县粮食局
2031年部门预算

2031年部门收支总体情况表

单位：万元

收入\t\t支出\t
项目\t金额\t项目\t金额
一、一般公共预算\t20.00\t一、一般公共服务支出\t25.00
其中：财政拨款\t18.00\t\t
二、事业收入\t5.00\t\t
三、其他收入\t\t\t
本年收入合计\t25.00\t本年支出合计\t25.00
"""


def test_the_sources_of_income_are_listed_without_totals_parts_and_blanks() -> None:
    assert [value for _, value in listed("income", BOTH_SIDES)] == ["20.00", "5.00"]
