"""Whether a table's total is the sum of its rows, asked in many words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from check_documents import read_document, verdicts

from app.answer import Answer
from app.checks.answer_total_check import answer_total_check
from app.checks.check_asked import tells_less
from ingest.document import Document

SPENT = """
科目编码 科目名称 合计 工资福利支出 商品和服务支出 资本性支出
合计 _ {total} 30.00 12.00 {capital}
2130301 行政运行 24.00 20.00 4.00 0.00
2130306 水利工程运行与维护 10.00 4.00 4.00 2.00
2210201 住房公积金 10.50 6.00 4.00 0.50
"""
RECEIVED = """
科目编码 科目名称 合计
合计 _ 44.50
2130301 行政运行 24.00
2130306 水利工程运行与维护 10.00
2210201 住房公积金 10.50
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    tables = [
        ("一般公共预算支出情况表", SPENT.format(total="44.50", capital="9.50")),
        ("部门收入总体情况表", RECEIVED),
        ("支出情况表", SPENT.format(total="44.50", capital="2.50")),
    ]
    return read_document(tmp_path_factory.mktemp("totals"), tables)


def answer(document: Document, question: str) -> Answer | None:
    """As it is asked of this document, named before it and left out of what remains."""
    return answer_total_check(f"云州市水务局2024年{question}", f"          {question}", [document], lambda _id: document)


def test_a_total_far_from_its_rows_is_told_where_the_same_rows_add_up_in_other_columns(document: Document) -> None:
    assert verdicts(document, "各行之和（资本性支出）") == ["broken", "holds"]


@pytest.mark.parametrize(
    "question",
    [
        "一般公共预算支出情况表“资本性支出”合计同各行相加的结果有无出入?",
        "《一般公共预算支出情况表》里资本性支出那一列的合计对不对",
        "请核对一下:一般公共预算支出情况表中资本性支出的合计加对了吗?",
        "一般公共预算支出情况表资本性支出各行加起来和合计一致吗",
        "部门预算一般公共预算支出情况表资本性支出合计对不对",
        "预算那张一般公共预算支出情况表,“资本性支出”合计跟下面各行加起来对得上吗?",
        "预算《一般公共预算支出情况表》“资本性支出”的合计数与所列各行之和是否相符?",
    ],
)
def test_a_broken_total_is_told_with_both_amounts(document: Document, question: str) -> None:
    told = answer(document, question)
    assert told is not None
    assert "不一致" in told.text
    assert {Decimal("9.50"), Decimal("2.50"), Decimal("7.00")} <= {Decimal(value.value) for value in told.values}
    assert told.citations
    assert not tells_less(told, question)


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("一般公共预算支出情况表工资福利支出合计对不对", "30.00万元"),
        ("部门收入总体情况表的合计算错了吗", "44.50万元"),
        ("支出情况表的资本性支出合计对吗", "2.50万元"),
    ],
)
def test_a_total_that_holds_is_told_so(document: Document, question: str, amount: str) -> None:
    told = answer(document, question)
    assert told is not None
    assert "相符" in told.text
    assert "不一致" not in told.text
    assert amount in told.text


def test_a_total_that_cannot_be_checked_is_refused_not_told(document: Document) -> None:
    told = answer(document, "一般公共预算支出情况表的“接待费”合计对不对")
    assert told is not None
    assert told.status == "not_found"
    assert not told.values


@pytest.mark.parametrize("question", ["一般公共预算支出情况表资本性支出合计是多少", "部门收入总体情况表对不对外公开", "合计对不对"])
def test_what_asks_no_check_of_a_named_table_is_left(document: Document, question: str) -> None:
    assert answer(document, question) is None
