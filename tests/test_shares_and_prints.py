"""Shares of the right whole, sums of described rows, amounts of the year before behind a premise, and prints that differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_documents import read_document, verdicts
from figure_documents import find

from app.checks.answer_consistency import without_consistency
from app.figures.resolve_task import resolve_task
from app.question.without_premise import without_premise
from ingest.figures.split_aspect import split_aspect

SERVICES = """桐花县林业局
2031年部门预算

第一部分 部门预算情况说明

一、政府采购情况说明

2031年政府采购安排200.00万元，其中：货物类采购预算50.00万元，工程类采购预算120.00万元，服务类采购预算30.00万元。

第二部分 部门预算表

2031年部门收入总表

单位：万元

单位编码\t单位名称\t总计\t本年收入\t上年结转
\t合计\t100.00\t80.00\t20.00
101001\t桐花县林业局本级\t70.00\t50.00\t20.00
101002\t桐花县苗圃站\t30.00\t30.00\t

2031年政府购买服务财政拨款明细表

单位：元

一级目录\t二级目录\t购买内容\t预算金额
履职辅助性服务\t技术服务\t树种检测\t1000.00
履职辅助性服务\t技术服务\t苗木检疫\t2000.00
履职辅助性服务\t后勤服务\t保洁\t500.00
公共服务\t生态服务\t护林\t4000.00
"""


def texts(question: str, units: tuple[str, ...] = ()) -> list[str]:
    finding = find(question, units=units, text=SERVICES)
    return [] if finding.reading.unhandled else [result.text for found in finding.tasks for result in resolve_task(found)]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("政府购买服务中归入“履职辅助性服务”的合计是多少元", ["3500.00元"]),
        ("履职辅助性服务安排了多少", ["3500.00元"]),
        ("政府购买服务里属于技术服务的一共多少元", ["3000.00元"]),
        ("政府采购预算总额是多少,其中工程类占百分之几", ["200.00万元", "60.00%"]),
        ("货物类和服务类分别占政府采购预算总额的百分之几", ["25.00%", "15.00%"]),
    ],
)
def test_a_class_is_all_of_its_rows_and_a_share_is_of_the_amount_named_before_it(question: str, told: list[str]) -> None:
    assert texts(question) == told


@pytest.mark.parametrize("question", ["收入总计占全部门的比例是多少", "占全部门收入总计的百分之几"])
def test_the_share_of_a_unit_is_of_the_total_of_its_own_column(question: str) -> None:
    assert texts(question, ("桐花县苗圃站",)) == ["30.00%"]


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("采购服务支出,说明和公开10表的数一样吗?", "采购服务支出"),
        ("“三公”经费的合计数与各分项之和一致吗?", "“三公”经费"),
        ("项目支出的合计数各处一致吗?", "项目支出"),
        ("接待费的预算数,三公表和文字说明写得一样吗?各是多少?", "接待费的预算数"),
        ("人员经费和公用经费两个数加起来和基本支出对得上吗?", "基本支出"),
        ("人员经费加公用经费,怎么跟基本支出总数差了一点?", "基本支出"),
        ("机关运行经费前后写的数好像不是一个数", "机关运行经费"),
        ("收入总计等于支出总计吗", None),
        ("公务接待费预算和决算一样吗", None),
        ("基本支出和项目支出差多少", None),
    ],
)
def test_what_only_says_where_a_figure_is_printed_is_taken_off_the_question(question: str, plain: str | None) -> None:
    assert without_consistency(question) == plain


def test_a_long_question_about_prints_is_read_at_once() -> None:
    assert without_consistency("的和与跟同、里中上内" * 80 + "一致吗") is None


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("运行经费不是压下来了嘛,那2030年原来的预算是多少?", "运行经费,那2030年预算是多少?"),
        ("收入比上年少了八百多万,那上年的预算原数是多少", "收入,那上年的预算数是多少"),
        ("收入比上年少了多少,上年是多少", "收入比上年少了多少,上年是多少"),
        ("运行经费比上年增加的原因是什么", "运行经费比上年增加的原因是什么"),
    ],
)
def test_a_change_that_is_presupposed_is_not_asked_for(question: str, amount: str) -> None:
    assert without_premise(question).replace(" ", "") == amount


def test_a_budget_of_project_spending_is_not_one_of_projects() -> None:
    assert split_aspect("项目支出预算数") == ("项目支出", "预算数")
    assert split_aspect("机关运行经费支出预算") == ("机关运行经费", "支出预算")


def test_one_amount_told_in_several_sections_is_checked_and_so_is_a_sum_of_the_prose(tmp_path: Path) -> None:
    sections = [
        ("三、支出预算情况说明", "2024年基本支出20.00万元，其中：人员经费12.00万元，公用经费7.99万元。机关运行经费5.00万元。"),
        ("五、机关运行经费说明", "2024年机关运行经费财政拨款预算5.60万元。"),
    ]
    document = read_document(tmp_path, [], sections)
    assert verdicts(document, "正文两处所说的") == ["broken"]
    assert verdicts(document, "基本支出＝人员经费＋公用经费") == ["rounding"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("扣掉其中:办公费还剩多少", False),
        ("公用经费扣掉其中:办公费还剩多少", True),
        ("302类11款差旅费是多少", True),
        ("办公费全口径(基本加项目)多少", True),
    ],
)
def test_what_is_taken_away_is_not_passed_over_and_codes_and_scopes_are_spelt_out(question: str, told: bool) -> None:
    unhandled = find(question).reading.unhandled
    assert bool(unhandled) is not told


RUNNING = """桐花县林业局
2031年部门预算

2031年一般公共预算基本支出表

单位：万元

部门预算经济分类\t\t政府预算经济分类\t\t人员经费\t公用经费
科目编码\t科目名称\t科目编码\t科目名称\t\t
\t合计\t\t\t5.00\t37.00
30101\t基本工资\t50101\t工资奖金津补贴\t5.00\t
30201\t办公费\t50201\t办公经费\t\t9.00
30201\t办公费\t50502\t商品和服务支出\t\t8.00
30211\t差旅费\t50201\t办公经费\t\t12.00
30213\t维修费\t50209\t维修费\t\t8.00
"""


def test_the_largest_items_are_told_together_and_an_account_of_several_rows_once() -> None:
    (found,) = find("公用经费中金额排前两位的是哪两项?两项合计是多少", text=RUNNING).tasks
    assert (found.task.top, found.task.reducer, found.task.is_added) == (2, "rank", True)
    assert {result.label: result.text for result in resolve_task(found)} == {
        "办公费·公用经费": "17.00万元",
        "差旅费·公用经费": "12.00万元",
        "维修费·公用经费": "8.00万元",
    }


@pytest.mark.parametrize(("stated", "verdict"), [("13批次", "broken"), ("11批次", "holds")])
def test_a_count_of_the_prose_is_held_against_the_row_of_its_name(tmp_path: Path, stated: str, verdict: str) -> None:
    table = "项目 预算数 决算数\n国内公务接待批次（个） 9 11\n公务用车保有量（辆） 3 3\n"
    sections = [("九、三公经费情况说明", f"2024年共安排国内公务接待{stated}。")]
    document = read_document(tmp_path, [("机构运行信息表", table)], sections, kind="决算")
    assert verdicts(document, "批次") == [verdict]


@pytest.mark.parametrize(
    "asked", [("全年一共花了多少钱", "绿化占多少"), ("全年一共花了多少钱", "占多少"), ("项目支出是多少", "绿化占多少")]
)  # fmt: skip
def test_a_share_of_what_was_not_read_is_not_told_of_the_whole(asked: tuple[str, str]) -> None:
    finding = find(*asked)
    told = [] if finding.reading.unhandled else [result.text for found in finding.tasks for result in resolve_task(found)]
    assert told == []
