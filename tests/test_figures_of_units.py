"""Several units of one department in a question: their items side by side, or together."""

import pytest

from app.figures.read_finding import read_finding
from app.figures.resolve_task import resolve_task
from tests.figure_documents import TWO_UNITS, find

UNITS = ("桐花县粮食局", "桐花县粮库")


def values(*parts: str) -> list[str]:
    tasks = find(*parts, text=TWO_UNITS, units=UNITS).tasks
    return [candidate.text for task in tasks for found in task.found for candidate in found.candidates]


def test_an_item_named_once_is_meant_of_every_unit() -> None:
    assert values("政府采购里办公家具各多少(   )?") == ["4.00", "6.00"]


def test_items_named_after_their_units_are_not_crossed() -> None:
    assert values("政府采购里    的办公用纸和    的电脑各多少") == ["2.00", "9.00"]


def test_units_taken_together_are_added() -> None:
    (task,) = find("政府采购里办公家具总共多少", text=TWO_UNITS, units=UNITS).tasks
    assert task.task.reducer == "sum"


def test_units_told_one_by_one_are_not_added() -> None:
    (task,) = find("政府采购里办公家具各多少", text=TWO_UNITS, units=UNITS).tasks
    assert task.task.reducer is None


def test_the_own_level_is_not_told_by_the_row_of_the_whole_body() -> None:
    text = """桐花县粮食局
2031年部门预算

桐花县粮食局部门预算包括桐花县粮食局机关本级预算和桐花县粮库预算。

2031年部门支出总体情况表

单位：万元

单位代码\t单位名称\t合计\t项目支出
159\t桐花县粮食局\t30.00\t12.00

2031年部门收入总体情况表

单位：万元

单位代码\t单位名称\t总计
\t合计\t30.00
159001\t桐花县粮食局\t21.00
159002\t桐花县粮库\t9.00
"""
    (task,) = find("项目支出是多少", text=text, units=("桐花县粮食局本级",)).tasks
    assert "12.00" not in [candidate.text for found in task.found for candidate in found.candidates]


SPLIT_BY_KIND = """桐花县粮食局
2031年部门预算

桐花县粮食局部门预算包括桐花县粮食局机关本级预算和桐花县粮库预算。

2031年一般公共预算基本支出明细表

单位：万元

单位名称\t经费类别\t项目名称\t合计
合计\t\t\t60.00
桐花县粮食局\t人员类\t住房补贴（行政）\t31.00
桐花县粮库\t人员类\t住房补贴（行政）\t8.00
桐花县粮库\t人员类\t住房补贴（事业）\t21.00
"""


@pytest.mark.parametrize("question", ["住房补贴哪家多，多多少", "基本支出明细表里的住房补贴哪家多，多多少", "住房补贴(行政、事业都算)谁多"])
def test_an_item_split_by_kind_is_added_up_for_each_unit(question: str) -> None:
    finding = find(question, text=SPLIT_BY_KIND, units=("桐花县粮食局本级", "桐花县粮库"))
    results = [result for found in finding.tasks for result in resolve_task(found)]
    assert [result.text for result in results] == ["31.00万元", "29.00万元"]
    assert [result.label.split("·")[0] for result in results] == ["桐花县粮食局本级", "桐花县粮库"]


def test_several_units_asked_for_nothing_named_are_read_all_the_same() -> None:
    (task,) = find("一共还空着几个", text=TWO_UNITS, units=UNITS).tasks
    assert [want.mentions for want in task.task.wants] == [(), ()]


def test_what_is_left_for_several_units_is_not_told_as_one() -> None:
    finding = find("办公用纸减去办公家具，还剩多少", text=TWO_UNITS, units=UNITS)
    assert read_finding(finding).results == ()


ITEMS = SPLIT_BY_KIND.replace("合计\t\t\t60.00", "合计\t\t\t75.00") + """桐花县粮食局\t人员类\t奖金\t10.00
桐花县粮库\t人员类\t奖金\t5.00
"""
TWO_ITEMS = ITEMS.replace("桐花县粮库", "桐花县粮油服务中心")


@pytest.mark.parametrize(("question", "texts"), [("住房补贴比奖金多多少", ["60.00万元", "15.00万元"]), ("住房补贴比奖金各多多少", [])])
def test_things_of_several_units_are_compared_as_wholes(question: str, texts: list[str]) -> None:
    finding = find(question, text=TWO_ITEMS, units=("桐花县粮食局本级", "桐花县粮油服务中心"))
    assert [result.text for found in finding.tasks for result in resolve_task(found)] == texts


@pytest.mark.parametrize(
    ("question", "texts"),
    [("奖金是多少", ["15.00万元"]), ("住房补贴(事业)是多少", ["21.00万元"])],
)
def test_an_item_that_is_printed_unit_by_unit_is_told_of_all_units_together(question: str, texts: list[str]) -> None:
    finding = find(question, text=TWO_ITEMS)
    assert [result.text for found in finding.tasks for result in resolve_task(found)] == texts


def test_the_row_of_the_whole_is_not_added_to_that_of_its_own_level() -> None:
    text = TWO_ITEMS.replace("合计\t\t\t75.00", "合计\t\t\t70.00")
    text = text.replace("桐花县粮油服务中心\t人员类\t奖金", "桐花县粮食局本级\t人员类\t奖金")
    (task,) = find("奖金是多少", text=text).tasks
    assert [result.text for result in resolve_task(task)] == ["10.00万元"]


@pytest.mark.parametrize("question", ["   预算多少", "   一共花多少钱", "   一共有多少收入"])
def test_the_total_of_a_table_of_one_part_is_not_all_of_a_unit(question: str) -> None:
    text = """桐花县粮食局
2031年部门预算

一般公共预算基本支出表--人员经费

单位：万元

单位代码\t单位名称\t总计\t奖金
\t合计\t50.00\t5.00
305001\t桐花县粮食局机关\t30.00\t3.00
305002\t桐花县粮库\t20.00\t2.00

收入总表

单位：万元

单位代码\t单位名称\t合计\t一般公共预算\t事业收入
\t合计\t90.00\t84.00\t6.00
305001\t桐花县粮食局机关\t55.00\t55.00\t
305002\t桐花县粮库\t35.00\t29.00\t6.00
"""
    (found,) = find(question, text=text, units=("桐花县粮库",)).tasks
    assert found.found[0].candidates[0].text == "35.00"


def test_a_column_of_the_table_of_income_is_called_by_its_income() -> None:
    text = """桐花县粮食局
2031年部门预算

收入总表

单位：万元

单位代码\t单位名称\t合计\t一般公共预算\t事业收入
\t合计\t90.00\t84.00\t6.00
305002\t桐花县粮库\t35.00\t29.00\t6.00
"""
    (found,) = find("   的一般公共预算收入和事业收入各是多少", text=text, units=("桐花县粮库",)).tasks
    assert [one.candidates[0].text for one in found.found] == ["29.00", "6.00"]


def test_what_a_unit_buys_or_has_posts_for_is_not_what_it_spends() -> None:
    text = """桐花县粮食局
2031年部门预算

## 部门收支总表

单位：万元

收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、财政拨款收入\t90.00\t一、基本支出\t90.00
收入合计\t90.00\t支出合计\t90.00

## 机构设置情况

单位名称\t编制数\t实有人数
桐花县粮食局\t26\t24
桐花县粮库\t22\t19

## 新增资产配置表

单位：元

单位名称\t资产名称\t数量\t金额
桐花县粮食局\t打印机\t2\t6000.00
桐花县粮库\t输送机\t1\t114000.00
"""
    finding = find("     支出多少", text=text, units=("桐花县粮库",))
    assert [candidate.text for task in finding.tasks for found in task.found for candidate in found.candidates] == []


LISTED_UNITS = """桐花县粮食局
2031年部门预算

桐花县粮食局部门预算由机关和2个下属单位构成，下属单位为：桐花县粮库、桐花县粮油检测站。截至2030年末，实有在职人员61人，其中机关20人。
"""


def test_a_count_of_the_whole_department_is_not_told_of_a_unit_that_is_only_listed_before_it() -> None:
    (task,) = find("有多少在职人员", text=LISTED_UNITS, units=("桐花县粮油检测站",)).tasks
    assert "61人" not in [candidate.text for found in task.found if not found.missing for candidate in found.candidates]
