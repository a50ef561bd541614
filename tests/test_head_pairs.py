"""Counts that a form prints below its amounts, under heads of their own, and the two sides of a form with different heads."""

from __future__ import annotations

import pytest
from test_extract_figures import figures_of

COUNTED = """“三公”经费支出决算表
单位：万元
合计\t因公出国费\t公务用车费\t公务接待费
18.00\t0.00\t16.00\t2.00
{head}
因公出国团组数（个）\t0\t公务用车保有量（辆）\t7
国内公务接待批次（个）\t21\t国内公务接待人次（人）\t168
"""
SIDES = """财政拨款收支总表
单位：万元
收入\t\t支出\t\t
项目\t预算数\t支出功能分类科目（按大类）\t合计\t一般公共预算
一、财政拨款\t90.00\t一、教育支出\t\t
\t\t二、农林水支出\t70.00\t70.00
收入总计\t90.00\t支出总计\t90.00\t90.00
"""


def test_counts_stand_under_heads_of_their_own() -> None:
    figures = figures_of(COUNTED.format(head="相关统计数\t统计数\t相关统计数\t统计数"))
    kept = next(one for one in figures if one.value == "7")
    assert (kept.row, kept.col) == (("公务用车保有量（辆）",), ("统计数",))
    assert kept.quantity is not None
    assert kept.quantity.unit == "辆"
    assert [one.col for one in figures if one.value == "16.00"] == [("公务用车费",)]


@pytest.mark.parametrize("head", ["18.00\t0.00\t16.00\t2.00", "小计\t合计\t小计\t合计"])
def test_other_rows_are_no_heads(head: str) -> None:
    assert not any(one.col == ("合计", "小计") or one.col == ("小计",) for one in figures_of(COUNTED.format(head=head)))


def test_sides_of_years_head_the_rows_below_them() -> None:
    text = """整体支出绩效评价基础数据表

人员情况\t编制数\t实际在职人数\t控制率
人数\t52\t48\t92.31%
经费控制情况（万元）\t2030年决算数\t2031年预算数\t2031年决算数
三公经费\t10.09\t19.50\t16.96
公务接待\t5.25\t6.00\t4.36
"""
    kept = {(one.row[0], one.value): one for one in figures_of(text)}
    assert [kept["三公经费", value].col[-1] for value in ("10.09", "19.50", "16.96")] == ["2030年决算数", "2031年预算数", "2031年决算数"]
    assert kept["人数", "48"].col[-1] == "实际在职人数"
    assert kept["公务接待", "4.36"].quantity is not None


def test_the_names_of_the_other_side_name_their_own_amounts() -> None:
    named = {(one.row, one.col): one.value for one in figures_of(SIDES)}
    assert named[("二、农林水支出",), ("支出", "合计")] == "70.00"
    assert named[("支出总计",), ("支出", "一般公共预算")] == "90.00"
    assert named[("收入总计",), ("收入", "预算数")] == "90.00"


PLANNED = """湿地修复绩效目标表
单位：万元
项目名称\t实施单位\t预算数\t上年结转
湿地修复\t林泽湿地管理站\t64.00\t4.00
资金支出计划（%）\t\t\t
3月底\t6月底\t10月底\t12月底
5\t40\t75\t100
"""


def test_months_head_a_row_of_numbers_alone() -> None:
    named = {one.col: one.value for one in figures_of(PLANNED)}
    assert named[("资金支出计划（%）", "6月底")] == "40"
    assert named[("预算数",)] == "64.00"
    other = PLANNED.replace("5\t40\t75\t100", "苗木\t40\t75\t100")
    assert ("资金支出计划（%）", "6月底") not in {one.col for one in figures_of(other)}
