"""Questions that name a table, a list of columns or another print of a figure, over an invented final account."""

from __future__ import annotations

import pytest

from app.checks.answer_consistency import without_consistency
from app.figures.resolve_task import resolve_task
from retrieval.facts.finding import Finding
from retrieval.facts.table_numbers import table_key
from tests.figure_documents import FINAL, find, index

LIBRARY = """桐花县图书馆
2031年部门预算

第一部分 部门预算情况说明

一、支出预算情况说明

其中：群众文化（2070109）支出147.60万元，主要用于活动。桐花县图书馆2031年一般公共预算拨款安排的培训费预算支出2.61万元。

现有在职人员20人，离退休人员6人。

第二部分 部门预算表

2031年部门收入总表

预算01表
单位：万元

科目编码\t科目名称\t合计\t财政拨款收入\t其他收入
\t合计\t150.00\t128.00\t22.00
2070104\t图书馆\t2.40\t2.40\t
2070109\t群众文化\t147.60\t125.60\t22.00

2031年财政拨款支出表

预算02表
单位：万元

科目编码\t科目名称\t本年支出\t\t
\t\t合计\t基本支出\t项目支出
\t合计\t128.00\t60.00\t68.00
2070104\t图书馆\t2.40\t\t2.40
2070109\t群众文化\t125.60\t60.00\t65.60

2031年基本支出表

预算03表
单位：万元

科目编码\t科目名称\t人员经费\t公用经费
\t合计\t52.00\t8.00

2031年政府购买服务支出表

预算04表
单位：万元

购买内容\t购买金额
合计\t9.31
保洁服务\t9.31
"""


def texts(finding: Finding) -> list[str]:
    if finding.reading.unhandled:
        return []
    return [result.text for found in finding.tasks for result in resolve_task(found)]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("预算01表中,群众文化合计多少", ["147.60万元"]),
        ("预算02表里群众文化的合计是多少", ["125.60万元"]),
        ("表2群众文化的本年支出合计", ["125.60万元"]),
        ("群众文化的项目支出（财政拨款支出表）是多少", ["65.60万元"]),
        ("预算03表中,群众文化是多少", []),
        ("预算09表中,群众文化是多少", []),
        ("部门收入总表,群众文化（2070109）的其他收入为多少", ["22.00万元"]),
    ],
)
def test_a_table_that_the_question_names_is_the_only_one_that_answers(question: str, told: list[str]) -> None:
    assert texts(find(question, text=LIBRARY)) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("部门收入总表中,群众文化的合计和其他收入分别是多少", ["147.60万元", "22.00万元"]),
        ("部门收入总表中,群众文化的净值和其他收入分别是多少", []),
        ("财政拨款安排的群众文化支出是多少", ["125.60万元"]),
        ("一般公共预算安排的培训费是多少", ["2.61万元"]),
        ("政府购买服务支出是多少", ["9.31万元"]),
        ("读书月活动方面的支出预算是多少", []),
    ],
)
def test_columns_and_accounts_are_met_and_unknown_words_are_not_passed_over(question: str, told: list[str]) -> None:
    assert texts(find(question, text=LIBRARY)) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("按25人计算,人均公用经费是多少万元", ["0.32万元"]),
        ("人均公用经费（按在职人员）是多少万元", ["0.40万元"]),
    ],
)
def test_an_average_is_taken_by_the_count_that_the_question_gives_or_names(question: str, told: list[str]) -> None:
    assert texts(find(question, text=LIBRARY)) == told


def test_a_share_is_asked_again_for_another_item() -> None:
    assert texts(find("项目支出占支出合计的百分之几？基本支出呢？"))[-1].startswith("73.33")


def test_amounts_added_up_and_held_against_another_are_no_difference_of_the_two() -> None:
    (told,) = texts(find("基本支出和项目支出加起来和支出合计对得上吗"))
    assert told.startswith("300.00万元")
    assert told.endswith("对得上")


@pytest.mark.parametrize(("printed", "key"), [("公开06表", "№6"), ("附表10", "№10"), ("表3-2", "№3-2"), ("表十一", "№11"), (None, "")])
def test_a_tables_number_is_read_however_it_is_printed(printed: str | None, key: str) -> None:
    assert table_key(printed) == key


def test_the_number_of_a_table_is_no_everyday_word() -> None:
    assert "№3" in index(FINAL).postings
    assert texts(find("支出决算表三公经费合计是多少")) != []


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("总分是多少?和各项得分加起来一样吗?", "总分是多少"),
        ("核对一下:表6水利支出(302)的合计跟明细加起来一致吗?", "表6水利支出(302)"),
        ("住房改革支出(22102)与其下级三项之和是否一致?", "住房改革支出(22102)"),
        ("项目支出一共多少元?表3-2和表3一样吗?", "项目支出一共多少元"),
        ("卫生健康支出总计跟它下面各项加总差多少?是怎么回事?", "卫生健康支出"),
        ("养老保险缴费到底是多少?按功能科目的表和基本支出明细表(经济科目)上的数一样吗?", "养老保险缴费到底是多少"),
        ("养老保险缴费按功能科目的表和经济科目的表上的数一样吗?", "养老保险缴费"),
        ("期末有几辆公车?三公经费说明和国有资产占用说明写的一样吗?", "期末有几辆公车"),
        ("基本支出和项目支出相差多少", None),
    ],
)
def test_a_question_whether_prints_agree_is_put_without_them(question: str, plain: str | None) -> None:
    assert without_consistency(question) == plain
