"""Questions whose answer is names: of projects in a summary, of indicators that fell short, of items in the other classification."""

from __future__ import annotations

from dataclasses import replace

import pytest
from form_documents import NURSERY, ROADS, figure, forms
from text_documents import ask

from app.answer import Answer
from app.answerer.answer_text import answer_text
from ingest.document import Document, Table

RESULTS = [
    ("产出指标", "巡护里程", "≥300公里", "312公里", "10", "10", ""),
    ("产出指标", "病虫害防治率", "≥90%", "86%", "10", "8", "药剂晚到"),
    ("成本指标", "每公里巡护成本", "2万元", "3万元", "10", "7", "油价上涨"),
    ("时效指标", "巡护完成时间", "12月31日前", "11月2日", "10", "10", ""),
]
COLUMNS = ("年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
ITEMS = [("30201", "办公费", "50201", "办公经费"), ("30202", "印刷费", "50201", "办公经费"), ("30226", "劳务费", "50205", "委托业务费")]


def filled() -> Document:
    """The bureau's forms with a self-evaluation that holds results against targets and a table of both classifications."""
    base = forms()
    evaluation = Table(7, "项目支出绩效自评表", None, "", ("附件",), (), context="飞播造林")
    both = Table(8, "基本支出表", None, "万元", ("附件",), ())
    figures = [
        figure(7, at, (group, name), column, cell, "")
        for at, (group, name, *cells) in enumerate(RESULTS) for column, cell in zip(COLUMNS, cells, strict=True) if cell
    ]  # fmt: skip
    figures += [figure(8, at, row, "合计", "1.00") for at, row in enumerate(ITEMS)]
    return replace(base, tables=(*base.tables, evaluation, both), figures=(*base.figures, *figures))


def answer(question: str) -> Answer | None:
    asked = ask(question, filled())
    return answer_text(asked.question, asked.rest, asked.documents, asked.choice)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("自评汇总表上一共列了哪几个项目?", ("3个项目", ROADS, NURSERY, "古树名录编制"), ("95.2",)),
        ("飞播造林项目哪几个指标没完成?", ("3项指标中", "病虫害防治率", "每公里巡护成本"), ("巡护里程", "巡护完成时间")),
        ("飞播造林自评里有哪些指标被扣了分?", ("病虫害防治率", "8分", "药剂晚到"), ("巡护里程",)),
        ("飞播造林的巡护里程做了多少公里,定的目标是多少?", ("312公里", "≥300公里"), ("86%",)),
        ("劳务费在政府预算支出经济分类里对应哪个科目,编码是什么?", ("50205", "委托业务费"), ("50201",)),
        ("政府经济分类的办公经费对应部门经济分类哪些科目?", ("30201", "30202"), ("30226",)),
        ("“产出指标”下面挂着哪些三级指标,说的是飞播造林?", ("巡护里程", "病虫害防治率"), ("每公里巡护成本",)),
    ],
)
def test_names_are_told_where_names_are_asked(question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    told = answer(question)
    assert told is not None
    assert told.status == "answered", told.text
    plain = told.text.replace("**", "")
    assert all(word in plain for word in said), plain
    assert not any(word in plain for word in unsaid), plain
    assert told.citations


@pytest.mark.parametrize("question", ["湿地修复项目哪些指标没完成?", "采购汇总表上列了哪几个项目?"])
def test_what_no_form_lists_is_left_to_others(question: str) -> None:
    assert answer(question) is None


def test_an_item_without_its_other_code_is_refused() -> None:
    told = answer("林木种苗费在政府预算经济分类里对应哪个科目?")
    assert told is not None
    assert told.status == "not_found"
