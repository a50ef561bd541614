"""Projects whose names begin with a year, shares stated under the heading of their whole, and lists asked for in few words."""

from __future__ import annotations

import pytest
from figure_documents import find, index

from app.figures.resolve_task import resolve_task

BUDGET = """桐花县水利局
2031年部门预算

第一部分 部门预算情况说明

六、一般公共预算基本支出情况说明

2031年一般公共预算基本支出为405.57万元。其中：

人员经费357.77万元，占88.22%，主要包括：基本工资、奖金。

公用经费47.80万元，占11.78%，主要包括：办公费、水费。

八、预算绩效情况说明

2031年渠首改造安排378.46万元，河道保洁安排20.00万元。

第二部分 部门预算表

2031年一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计\t人员经费\t公用经费
\t合计\t405.57\t357.77\t47.80
301\t工资福利支出\t357.77\t357.77\t
302\t商品和服务支出\t47.80\t\t47.80

2031年项目支出表

单位：万元

项目名称\t合计\t一般公共预算
合计\t398.46\t398.46
2031年渠首改造\t378.46\t378.46
河道保洁\t20.00\t20.00
"""


def texts(question: str) -> list[str]:
    finding = find(question, text=BUDGET)
    return [] if finding.reading.unhandled else [result.text for found in finding.tasks for result in resolve_task(found)]


def test_the_year_in_a_projects_name_is_no_account_code() -> None:
    assert all(code != "2031" for fact in index(BUDGET).facts for code in fact.codes)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("“2031年渠首改造”和“河道保洁”一共多少钱", "378.46万元"),
        ("项目支出表里“2031年渠首改造”的合计是多少", "378.46万元"),
        ("公用经费占一般公共预算基本支出的比重是多少", "11.78%"),
    ],
)
def test_it_is_answered_as_printed(question: str, told: str) -> None:
    assert any(told in text for text in texts(question))


@pytest.mark.parametrize("question", ["列出预算的项目", "预算的项目", "部门预算里的项目名称", "预算里的项目都列一下"])
def test_a_bare_list_of_projects_is_no_total(question: str) -> None:
    (found,) = find(question, text=BUDGET).tasks
    assert found.task.measure == "list"
    assert found.task.rows == "projects"


def test_empty_quotation_marks_ask_nothing() -> None:
    assert find("项目支出表中“   ”占合计的比重是多少", text=BUDGET).reading.unhandled == ()
