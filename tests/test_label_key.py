"""Labels and questions in one spelling."""

from __future__ import annotations

import pytest

from retrieval.spelling.label_key import fold, is_neutral_header, is_neutral_label, is_total, label_key


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("一、一般公共服务支出", "一般公共服务支出"),
        ("（三）公务接待费", "公务接待费"),
        ("其中：财政拨款", "财政拨款"),
        ("其中：1.办公费", "办公费"),
        ("维修（护）费", "维修护费"),
        ("“三公”经费合 计", "三公经费合计"),
        ("2031年部门收支总表", "部门收支总表"),
        ("项目金额（万元）", "项目金额"),
        ("行政运行（项）", "行政运行"),
        ("预算执行率%", "预算执行率"),
        ("合计：", "合计"),
        ("ＡＢ中心", "ab中心"),
        ("第一部分 概况", "概况"),
        ("3.5万吨仓储", "3.5万吨仓储"),
    ],
)
def test_a_label_loses_what_does_not_name_it(printed: str, key: str) -> None:
    assert label_key(printed) == key


def test_folding_keeps_separators_and_years() -> None:
    assert fold("2031年，“三公” 经费（款）") == "2031年;三公经费"


@pytest.mark.parametrize(
    ("key", "is_neutral"), [("合计", True), ("本年支出合计", True), ("决算数", True), ("", True), ("基本支出", False), ("人员经费", False)]
)
def test_headers_that_say_nothing_are_neutral(key: str, is_neutral: bool) -> None:
    assert is_neutral_header(key) is is_neutral


@pytest.mark.parametrize(("key", "is_neutral"), [("合计", True), ("项目", True), ("", True), ("支出合计", False), ("办公费", False)])
def test_row_labels_that_say_nothing_are_neutral(key: str, is_neutral: bool) -> None:
    assert is_neutral_label(key) is is_neutral


@pytest.mark.parametrize(("key", "expected"), [("支出总计", True), ("小计", True), ("人员经费合计", True), ("合计数", False)])
def test_totals_are_known_by_their_ending(key: str, expected: bool) -> None:
    assert is_total(key) is expected


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("甲县水利局本级（行政）", "甲县水利局本级"),
        ("甲县水文站（公益一类事业单位）", "甲县水文站"),
        ("甲县人民医院（差额拨款）", "甲县人民医院"),
        ("医疗保险金（行政）", "医疗保险金行政"),
        ("办公室（行政）", "办公室行政"),
        ("甲县水利局（机关）", "甲县水利局机关"),
    ],
)
def test_what_kind_of_body_a_table_writes_behind_its_name_is_no_part_of_it(label: str, key: str) -> None:
    assert label_key(label) == key
