"""What could not be read is listed with its place; what is fine is not."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.document import Document
from ingest.parse_document import parse_document

CAPTION = "2024年支出情况表\n单位：万元\n"


def document_of(text: str, folder: Path) -> Document:
    path = folder / "文件.txt"
    path.write_text(text, encoding="utf-8")
    return parse_document(path)


@pytest.mark.parametrize("printed", ["12.3.4", "1.234,56", "1O3.50", "2,34.5", "3.5 0万", "10,0O0"])
def test_a_cell_that_was_meant_to_be_a_number_is_listed_and_is_no_amount(printed: str, tmp_path: Path) -> None:
    document = document_of(f"{CAPTION}项目\t合计\t基本支出\n办公费\t{printed}\t1.00\n差旅费\t2.00\t2.00\n", tmp_path)
    (figure,) = [figure for figure in document.figures if figure.value == printed]
    assert figure.quantity is None
    (problem,) = document.problems
    assert printed in problem.message
    assert "办公费 / 合计" in problem.message
    assert problem.place.lines == (4, 4)


@pytest.mark.parametrize(
    ("printed", "number"),
    [("(1,234.56)", "-1234.56"), ("－12.3", "-12.3"), ("１２３．４５", "123.45"), ("（0.50）", "-0.50"), ("￥3.00", "3.00"), ("0", "0")],
)
def test_an_odd_but_clear_number_is_read_and_not_listed(printed: str, number: str, tmp_path: Path) -> None:
    document = document_of(f"{CAPTION}项目\t合计\t基本支出\n办公费\t{printed}\t1.00\n", tmp_path)
    (figure,) = [figure for figure in document.figures if figure.value == printed]
    assert figure.quantity
    assert figure.quantity.number == Decimal(number)
    assert document.problems == ()


@pytest.mark.parametrize("printed", ["—", "-", "无", "详见附件", "暂未安排", "2024年3月", "第1至3季度"])
def test_a_dash_or_words_are_neither_a_number_nor_a_problem(printed: str, tmp_path: Path) -> None:
    document = document_of(f"{CAPTION}项目\t合计\t基本支出\n办公费\t{printed}\t1.00\n", tmp_path)
    assert all(figure.quantity is None for figure in document.figures if figure.value == printed)
    assert document.problems == ()


def test_rows_whose_columns_are_lost_are_listed_with_their_lines(tmp_path: Path) -> None:
    rows = "设备名称 数量 金额\n台式计算机 货物 12 60,000.00\n打印机 货物 3 9,000.00\n办公桌 货物 8 16,000.00\n合计 85,000.00\n"
    document = document_of(f"青田市林业局2024年部门预算\n\n二、采购安排\n采购如下。\n{rows}以上采购按进度实施。\n", tmp_path)
    (problem,) = document.problems
    assert problem.place.lines == (6, 9)
    assert "台式计算机" in problem.message
    assert document.figures == ()


def test_prose_with_amounts_is_not_taken_for_a_table(tmp_path: Path) -> None:
    text = "青田市林业局2024年部门预算\n" + "2024年支出预算为 120.50 万元，比上年增加 3.20\n万元，其中基本支出 80.00\n万元。\n" * 4
    assert document_of(text, tmp_path).problems == ()


def test_a_table_without_title_and_unit_is_read_without_inventing_either(tmp_path: Path) -> None:
    document = document_of("以下为各项安排。\n\n项目\t合计\t基本支出\n办公费\t3.00\t1.00\n", tmp_path)
    assert [(figure.row, figure.col, figure.value) for figure in document.figures] == [
        (("办公费",), ("合计",), "3.00"),
        (("办公费",), ("基本支出",), "1.00"),
    ]
    assert document.tables[0].unit == ""
    assert {figure.quantity.unit for figure in document.figures if figure.quantity} == {""}


@pytest.mark.parametrize("text", ["\t\n", "12.00\t\n", "项目\t\n", "\t\t\t\n\t\t\t\n", "单位：万元\n5\t6\n"])
def test_a_table_of_one_cell_or_none_invents_nothing(text: str, tmp_path: Path) -> None:
    document = document_of(f"青田市林业局2024年部门预算\n{text}", tmp_path)
    assert all(figure.value in text for figure in document.figures)


def test_ten_thousand_rows_are_all_read(tmp_path: Path) -> None:
    rows = "".join(f"第{number}号项目\t{number}.25\t{number % 7}.00\n" for number in range(1, 10_001))
    document = document_of(f"{CAPTION}项目名称\t合计\t基本支出\n{rows}", tmp_path)
    assert len(document.figures) == 20_000
    assert document.figures[-2].row == ("第10000号项目",)
    assert document.figures[-2].value == "10000.25"


def test_amounts_without_a_label_have_none(tmp_path: Path) -> None:
    document = document_of(f"{CAPTION}项目\t合计\t基本支出\n办公费\t3.00\t1.00\n\t4.00\t2.00\n", tmp_path)
    assert [figure.row for figure in document.figures] == [("办公费",), ("办公费",), (), ()]


def test_an_amount_among_the_names_is_listed(tmp_path: Path) -> None:
    document = document_of(f"{CAPTION}项目名称\t合计\n办公费\t1.00\n差旅费\t2.00\n12,345.00\t5.00\n合计\t8.00\n", tmp_path)
    assert [figure.value for figure in document.figures] == ["1.00", "2.00", "5.00", "8.00"]
    (problem,) = document.problems
    assert "12,345.00" in problem.message
    assert problem.place.lines == (6, 6)
