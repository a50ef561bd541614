"""Which rows a list has."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, FINAL, find, index

from retrieval.facts.label_mention import Mention
from retrieval.lookup.find_rows import lacks_rows
from retrieval.lookup.list_rows import lists_of
from retrieval.spelling.load_vocabulary import load_vocabulary

LISTS = {one.name: one for one in load_vocabulary().lists}


def listed(name: str, text: str, units: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    facts = next(lists_of(index(text), LISTS[name], load_vocabulary().functional_names, units), ())
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


ACCOUNTS_FIRST = """桐花县粮食局
2031年部门预算

2031年一般公共预算项目支出情况表（按经济分类）

单位：万元

科目编码\t科目名称\t项目支出
\t合计\t30.00
302\t商品和服务支出\t30.00
30213\t维修（护）费\t18.00
30227\t委托业务费\t12.00

2031年项目支出表

单位：万元

类型\t项目名称\t合计
\t合计\t33.50
特定目标类\t粮仓修缮\t18.00
特定目标类\t储粮补助资金\t12.00
其他运转类\t粮情监测\t3.50
"""


def test_the_accounts_of_a_classification_are_no_projects() -> None:
    assert [value for _, value in listed("projects", ACCOUNTS_FIRST)] == ["18.00", "12.00", "3.50"]


def test_only_rows_of_the_kind_asked_are_listed() -> None:
    kind = Mention(0, 5, "特定目标类", ("特定目标类",))
    facts = next(lists_of(index(ACCOUNTS_FIRST), LISTS["projects"], load_vocabulary().functional_names, (), (kind,)), ())
    assert [fact.source.value for fact in facts] == ["18.00", "12.00"]


@pytest.mark.parametrize(("asked", "values"), [
    ("特定目标类项目一共几个，合计多少？", ["18.00", "12.00"]),
    ("特定目标类项目里金额最大的是哪个？", ["18.00", "12.00"]),
    ("10万元以上的项目有几个？", ["18.00", "12.00"]),
])  # fmt: skip
def test_rows_of_a_kind_or_bound_are_found(asked: str, values: list[str]) -> None:
    task = find(asked, text=ACCOUNTS_FIRST).tasks[0]
    assert task.task.measure == "list"
    assert [one.candidates[0].text for one in task.found] == values


def test_rows_that_do_not_come_to_their_total_are_not_added_up() -> None:
    complete = index(ACCOUNTS_FIRST)
    rows = next(lists_of(complete, LISTS["projects"], load_vocabulary().functional_names), ())
    assert not lacks_rows(complete, rows)
    assert lacks_rows(complete, rows[:2])


NESTED = """桐花县水务局
2031年部门预算

一般公共预算项目支出预算表

单位：元

科目编码\t单位代码\t项目名称\t金额
\t\t合计\t90.00
\t\t防汛\t30.00
2130314\t318001\t水情站维护\t30.00
\t\t农村供水\t60.00
2130335\t318001\t水厂检修\t20.00
2130335\t318001\t水表更换\t40.00

2031年项目支出绩效目标表

单位：万元

项目名称\t预算金额
水表更换\t0.004
移民直补\t21.00
"""


def test_headings_that_add_up_the_rows_below_are_no_projects() -> None:
    facts = next(lists_of(index(NESTED), LISTS["projects"], load_vocabulary().functional_names), ())
    assert [fact.source.row[-1] for fact in facts] == ["水情站维护", "水厂检修", "水表更换"]


def test_the_largest_project_may_stand_in_another_table_than_that_of_one_account() -> None:
    for question, name in (("哪个项目金额最大", "移民直补"), ("一般公共预算里金额最大的项目是哪个", "水表更换")):
        (found,) = find(question, text=NESTED).tasks
        named = [one.candidates[0].facts[0].source.row[-1] for one in found.found]
        assert (name in named, "移民直补" in named) == (True, name == "移民直补")
