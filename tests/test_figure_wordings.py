"""Wordings of questions for figures that were once answered wrongly or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.figures.find_previous import find_previous
from app.figures.resolve_task import resolve_task
from retrieval.facts.finding import Finding
from retrieval.spelling.mend_slips import mend_slips
from tests.figure_documents import BUDGET, FINAL, find

SPLIT = """桐花县粮食局
2031年部门预算

桐花县粮食局机关行政编制9名，实有8名。桐花县粮库事业编制20名，实有在职人员17名。

桐花县粮食局部门预算包括桐花县粮食局机关本级预算和桐花县粮库预算。

2031年一般公共预算基本支出明细表

单位：万元

项目单位\t类型\t项目名称\t合计
桐花县粮食局\t人员类\t年终奖励（行政）\t5.00
桐花县粮库\t人员类\t年终奖励（行政）\t2.50
桐花县粮库\t人员类\t年终奖励（事业）\t4.25

2031年部门收入总体情况表

单位：万元

单位名称\t总计\t财政拨款\t其他收入
合计\t90.00\t80.00\t10.00
桐花县粮食局\t60.00\t55.00\t5.00
桐花县粮库\t30.00\t25.00\t5.00
"""
YEARS = """桐花县粮食局
2031年部门预算

2031年三公经费预算表

单位：万元

项目\t2030年预算数\t2031年预算数
公务接待费\t4.62\t3.18
公务用车运行维护费\t2.00\t2.50
"""


def texts(finding: Finding) -> list[str]:
    return [result.text for found in finding.tasks for result in resolve_task(found)]


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("2031年部门支出总体情况表里行政运行的基本支出占合计的比重", BUDGET, ["100.00%"]),
        ("行政运行的基本支出占本年支出合计的比重", FINAL, ["60.00%"]),
        ("差旅费占几成", FINAL, []),
        ("实际支付差旅费多少", FINAL, ["9.00万元"]),
        ("办公费差旅费各多少", FINAL, ["21.00万元", "9.00万元"]),
        ("办公费差旅费多少", FINAL, ["21.00万元", "9.00万元"]),
        ("“行政运行”的基本支出与“住房公积金”的基本支出哪一项金额较大？相差多少？", FINAL, ["180.00万元", "40.00万元"]),
        ("一般公共服务支出的项目支出比档案馆多还是少，差多少", FINAL, ["80.00万元", "80.00万元"]),
        ("公务接待费预算没花完的有多少", FINAL, ["3.00万元", "2.00万元"]),
        ("公务接待费是多少", YEARS, ["3.18万元"]),
    ],
)
def test_a_wording_is_answered_with_these_figures(question: str, text: str, told: list[str]) -> None:
    assert texts(find(question, text=text)) == told


@pytest.mark.parametrize(
    ("question", "units", "told"),
    [
        ("年终奖励多少", ("桐花县粮库",), ["6.75万元"]),
        ("年终奖励事业的多少", ("桐花县粮库",), ["4.25万元"]),
        ("实有在职人员多少名", ("桐花县粮库",), ["17名"]),
        ("部门收入总体情况表里占总数的百分之几", ("桐花县粮库",), ["33.33%"]),
    ],
)
def test_a_units_figures_are_told_apart_from_its_departments(question: str, units: tuple[str, ...], told: list[str]) -> None:
    assert texts(find(question, text=SPLIT, units=units)) == told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("公务接待费决算是多少", "那基本支出呢", ["220.00万元"]),
        ("行政运行支出多少", "其中基本支出呢", ["180.00万元"]),
        ("差旅费是多少", "和办公费比哪个多", ["21.00万元", "9.00万元"]),
    ],
)
def test_a_follow_up_replaces_the_row_but_keeps_it_under_a_new_column(before: str, after: str, told: list[str]) -> None:
    assert texts(find(before, after)) == told


def test_a_column_of_the_year_before_answers_for_that_year_only() -> None:
    results = find_previous(find("公务接待费是多少", text=YEARS), 2030, ())
    assert [(result.label, result.text) for result in results] == [("2030年公务接待费", "4.62万元")]


def test_a_rate_that_the_text_does_not_state_is_computed_from_its_change() -> None:
    text = BUDGET.replace("比2030年预算减少0.50万元，下降12.50%", "比2030年预算减少0.50万元")
    (result,) = [one for found in find("三公经费比2030年下降百分之几", text=text).tasks for one in resolve_task(found)]
    assert "下降12.50%" in result.text
    assert [quantity.number for _, quantity in result.extra] == [Decimal("12.50")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("基本支初是多小", "基本支出是多少"), ("2031年决算收人合计", "2031年决算收入合计"), ("项日支出和绝算", "项目支出和决算")],
)
def test_slips_in_common_words_are_mended(typed: str, meant: str) -> None:
    mended, slips = mend_slips(typed)
    assert mended == meant
    assert slips


@pytest.mark.parametrize("question", ["审计指出了什么问题", "群众指责哪个窗口", "资金运算过程", "收支总计多少", "上年结余是多少"])
def test_words_of_their_own_are_no_slips(question: str) -> None:
    assert mend_slips(question) == (question, ())


def test_a_change_between_two_columns_is_told_once_with_its_rate() -> None:
    (task,) = find("公务用车运行维护费比2030年多还是少，差多少", text=YEARS).tasks
    (result,) = resolve_task(task)
    assert result.text == "增加0.50万元，增长25.00%"
    assert result.calculation == "2.50 − 2.00 = 0.50万元；0.50 ÷ 2.00 × 100% = 25.00%"


LOW_INCOME = """## 支出预算表

单位：万元

项目\t金额
农村最低生活保障金\t21.00
城市最低生活保障金\t9.00
合计\t30.00

## 项目绩效目标表

项目名称\t三级指标\t指标值
农村最低生活保障金\t农村低保标准\t812元
"""


@pytest.mark.parametrize(("question", "told"), [("农村低保金多少", ["21.00万元"]), ("农村低保标准是多少", ["812元"])])
def test_a_usual_short_word_stands_for_the_full_one_where_only_that_is_printed(question: str, told: list[str]) -> None:
    assert texts(find(question, text=LOW_INCOME)) == told


BROUGHT_OVER = """桐花县粮食局
2031年部门决算

2031年收入决算表

单位：万元

项目\t金额
事业收入\t20.00
其他收入\t30.00
本年收入合计\t50.00
年初结转和结余\t30.00
收入总计\t80.00

粮食局年末公务用车保有量3辆。
"""


@pytest.mark.parametrize("asked", ["占本年收入的比例", "占当年收入的比重", "占收入合计的比重"])
def test_the_share_of_the_years_income_is_of_the_income_without_what_was_brought_over(asked: str) -> None:
    assert texts(find(f"2031年事业收入{asked}", text=BROUGHT_OVER)) == ["40.00%"]


@pytest.mark.parametrize("asked", ["公车保有量是多少", "公务用车保有量是多少"])
def test_an_everyday_word_within_a_printed_name_is_the_official_one(asked: str) -> None:
    assert texts(find(f"2031年末{asked}", text=BROUGHT_OVER)) == ["3辆"]


YEAR_ROWS = """桐花县粮食局
2031年部门预算

2031年三公经费预算表

单位：万元

年度\t合计\t公务接待费\t公务用车加油
2030年\t6.62\t4.62\t2.00
2031年\t5.68\t3.18\t2.50
"""


def test_a_change_between_two_rows_that_are_years_is_told_of_the_column_asked_for() -> None:
    (task,) = find("公务用车加油比上年多多少", text=YEAR_ROWS).tasks
    (result,) = resolve_task(task)
    assert result.text == "增加0.50万元，增长25.00%"


EXECUTED = """桐花县粮食局
2031年部门决算

2031年预算执行情况表

单位：万元

项目\t年初预算数\t调整预算数\t决算数
公务接待费\t5.00\t4.00\t3.00
差旅费\t9.00\t8.00\t6.00

2031年共整修粮仓7处，年末公务用车保有量3辆。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("差旅费比调整预算少多少", ["8.00万元", "6.00万元"]),
        ("差旅费决算是多少，比年初预算少多少", ["6.00万元", "9.00万元"]),
        ("整修粮仓几处", ["7处"]),
        ("年末公务用车有多少辆", ["3辆"]),
    ],
)
def test_an_amount_is_held_against_the_column_or_budget_named_and_things_are_counted(question: str, told: list[str]) -> None:
    assert set(told) <= set(texts(find(question, text=EXECUTED)))


RUNNING = """桐花县粮食局
2031年部门决算

2031年机构运行信息表

单位：万元

项目\t预算数\t决算数
一、三公经费支出\t—\t—
（一）支出合计\t40.00\t34.12
二、国有资产占用情况\t—\t—
（一）车辆数合计（辆）\t—\t11
1.机要通信用车\t—\t2
（二）单价100万元（含）以上设备（不含车辆）\t—\t1

2031年三公经费支出34.12万元，较年初预算数减少5.88万元。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [("机要通信用车有几辆", ["2辆"]), ("单价100万元以上设备有几台", ["1台"]), ("三公经费决算比预算少多少", ["40.00万元", "34.12万元"])],
)
def test_things_are_counted_in_a_table_of_money_and_dashes_are_compared_with_nothing(question: str, told: list[str]) -> None:
    found = texts(find(question, text=RUNNING))
    assert "—" not in found
    assert [one for one in found if one in told] == told


FORM = """桐花县粮食局
2031年部门决算

项目支出绩效自评表

项目名称\t粮仓修缮
主管部门\t桐花县粮食局
项目资金（万元）\t年初预算数\t全年执行数\t执行率
年度资金总额\t80.00\t60.00\t75.00%
一级指标\t二级指标\t指标值\t完成值
产出指标\t修缮粮仓数量\t5\t5
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [("粮仓修缮项目的预算执行率是多少", ["75.00%"]), ("粮仓修缮项目全年执行数是多少", ["60.00万元"])],
)
def test_the_money_of_a_project_is_found_by_its_name_and_the_column(question: str, told: list[str]) -> None:
    assert texts(find(question, text=FORM)) == told


BOUGHT = """桐花县粮食局
2031年部门决算

## 二、政府采购预算情况

2031年政府采购支出合计30.00万元，其中：政府采购货物支出10.00万元，政府采购服务支出20.00万元。
"""


def test_a_part_is_found_where_its_name_says_the_whole_too() -> None:
    assert texts(find("政府采购支出中服务类是多少", text=BOUGHT)) == ["20.00万元"]
