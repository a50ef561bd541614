"""Questions for figures in everyday words: the whole budget, codes, units, years of rows, guests received."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest

from app.figures.resolve_task import resolve_task
from ingest.parse_document import parse_document
from retrieval.facts.fact import FactIndex
from retrieval.facts.finding import Finding
from retrieval.facts.index_facts import index_facts
from retrieval.lookup.find_figures import find_figures
from retrieval.spelling.load_vocabulary import load_vocabulary

TEXT = """桐花县渔政局
2031年部门预算

桐花县渔政局部门预算包括桐花县渔政局本级预算和桐花县渔港站预算。

第二部分 2031年部门预算情况说明

一、收支预算总体情况说明

2031年收入预算70.00万元，比2030年64.00万元增加6.00万元，增长9.38%；支出预算70.00万元，比上年增加6.00万元，增长9.38%。

二、“三公”经费情况说明

公务接待费1.20万元，共接待来访团组9个、来宾61人次。

三、政府购买服务情况

2031年政府购买服务预算总额12.00万元。

2031年部门收支总体情况表

单位：万元

收入\t\t支出\t
项目\t金额\t项目\t金额
一、一般公共预算拨款\t70.00\t一、农林水支出\t70.00
收入总计\t70.00\t支出总计\t70.00

2031年部门收入总体情况表

单位：万元

单位编码\t单位名称\t总计\t本年收入\t\t上年结转
\t\t\t合计\t财政拨款\t
\t合计\t70.00\t66.00\t66.00\t4.00
330001\t桐花县渔政局本级\t50.00\t48.00\t48.00\t2.00
330002\t桐花县渔港站\t20.00\t18.00\t18.00\t2.00

2031年一般公共预算支出表——公用经费

单位：万元

科目编码\t单位编码\t科目名称\t合计\t办公费\t被服购置费
\t330001\t桐花县渔政局本级\t9.00\t6.10\t2.90
\t330002\t桐花县渔港站\t4.00\t3.30\t0.70
2130101\t330002\t行政运行\t4.00\t3.30\t0.70

2031年支出经济分类汇总表

单位：万元

科目编码\t科目名称\t合计
30299\t其他商品和服务支出\t8.25
30211\t差旅费\t3.15

2031年政府购买服务表

单位：万元

一级目录\t二级目录\t单位名称\t金额
便民服务\t巡查服务\t桐花县渔港站\t3.00
便民服务\t救护服务\t桐花县渔政局本级\t4.00
辅助服务\t印刷服务\t桐花县渔港站\t5.00
"""


@cache
def index() -> FactIndex:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "budget.txt"
        path.write_text(TEXT, encoding="utf-8")
        return index_facts(parse_document(path))


def find(question: str, *units: str) -> Finding:
    return find_figures(index(), (question,), load_vocabulary(), units)


def texts(finding: Finding) -> list[str]:
    if finding.reading.unhandled:
        return []
    return [result.text for found in finding.tasks for result in resolve_task(found)]


@pytest.mark.parametrize(
    "question",
    [
        "总共打算花多少钱,比去年多了多少?", "总盘子有多大,跟2030年比是多了还是少了?", "一年能用多少钱,比上年涨了多少?",
        "预算规模有多大,比上年增加还是减少?",
    ],
)
def test_the_whole_budget_and_its_change_in_everyday_words(question: str) -> None:
    assert texts(find(question)) == ["70.00万元", "增加6.00万元，增长9.38%"]


@pytest.mark.parametrize(
    ("question", "units", "told"),
    [
        ("302类99款合计", (), ["8.25万元"]),
        ("基本支出、项目支出都算进去,差旅费(30211)编了多少", (), ["3.15万元"]),
        ("公用经费里被服购置费安排多少", ("桐花县渔港站",), ["0.70万元"]),
        ("2130101科目的办公费和被服购置费各是多少", ("桐花县渔港站",), ["3.30万元", "0.70万元"]),
        ("收入总计是多少", ("桐花县渔港站",), ["20.00万元"]),
        ("公务接待了多少批次,多少人次", (), ["9个", "61人次"]),
        ("公务接待批次和人数", (), ["9个", "61人次"]),
        ("支出经济分类汇总表里其他商品和服务支出跟差旅费加一块是多少", (), ["8.25万元", "3.15万元"]),
        ("渔船码头改造项目,到底花了多少钱", (), []),
    ],
)
def test_a_figure_is_found_by_what_the_question_says_of_it(question: str, units: tuple[str, ...], told: list[str]) -> None:
    assert texts(find(question, *units)) == told


def test_a_sum_within_another_name_adds_nothing_to_it() -> None:
    assert texts(find("政府购买服务中归入“便民服务”的合计是多少万元")) in ([], ["7.00万元"])
