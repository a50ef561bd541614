"""Figures and statements as facts that can be asked for."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, FINAL, index

from retrieval.facts.fact import Fact, depth_of
from retrieval.facts.second_names import second_names
from retrieval.facts.side_of import side_of
from retrieval.facts.total_names import total_names


def facts_of(key: str, text: str) -> list[Fact]:
    return [index(text).facts[number] for number in index(text).postings.get(key, ())]


@pytest.mark.parametrize(
    ("header", "side"),
    [
        (("决算数", "合计"), "决算"),
        (("预算数", "公务接待费"), "预算"),
        (("年初预算数",), "预算"),
        (("全年执行数",), "决算"),
        (("合计",), None),
        (("本年支出", "一般公共预算"), None),
        (("预算执行率",), None),
    ],
)
def test_a_header_names_one_side_or_none(header: tuple[str, ...], side: str | None) -> None:
    assert side_of(header) == side


@pytest.mark.parametrize(
    ("row", "classes"),
    [
        (("30216", "培训费", "50203", "培训费"), set()),
        (("30216", "培训费", "50502", "商品和服务支出"), {"商品和服务支出"}),
        (("302", "16", "培训费", "505", "02", "商品和服务支出"), {"商品和服务支出"}),
        (("201", "03", "01", "行政运行"), set()),
        (("2010301", "行政运行"), set()),
        (("特定目标类", "粮仓修缮"), set()),
    ],
)
def test_names_after_a_second_account_only_classify_the_row(row: tuple[str, ...], classes: set[str]) -> None:
    assert {name for name in second_names(row) if not name.isdigit()} == classes


@pytest.mark.parametrize(
    ("title", "depth"), [("部门支出总体情况表", 0), ("一般公共预算支出情况表", 3), ("一般公共预算基本支出表", 4), ("项目绩效目标表", 6)]
)
def test_narrower_tables_lie_deeper(title: str, depth: int) -> None:
    assert depth_of(title) == depth


def test_a_total_cell_is_named_by_its_table() -> None:
    assert total_names("部门收入总体情况表", ("合计",), ("合计",))[0] == "收入合计"
    assert "支出总计" in total_names("部门收支总体情况表", ("总计",), ("支出", "金额"))
    assert total_names("部门支出总体情况表", ("合计",), ("基本支出",)) == ()


def test_a_fact_is_found_by_label_column_and_code() -> None:
    assert {fact.source.value for fact in facts_of("差旅费", FINAL)} == {"9.00"}
    assert [index().facts[number].source.value for number in index().codes["30211"]] == ["9.00"]
    assert {(fact.side, fact.source.value) for fact in facts_of("公务接待费", FINAL) if not fact.labels} == {
        ("预算", "3.00"),
        ("决算", "2.00"),
    }


def test_a_statement_of_a_whole_path_is_named_by_its_last_part() -> None:
    (fact,) = [fact for fact in facts_of("行政运行", BUDGET) if fact.measure == "增减额"]
    assert fact.labels[0] == ("行政运行", 1)
    assert ("一般公共服务支出", 2) in fact.labels


@pytest.mark.parametrize(("label", "is_blank"), [("取暖费", True), ("差旅费", False), ("30201", False), ("灯塔费", False)])
def test_a_label_printed_without_a_figure_is_blank(label: str, is_blank: bool) -> None:
    assert (label in index().blanks) is is_blank


@pytest.mark.parametrize(
    ("spelling", "key"), [("住房保障", "住房保障支出"), ("支出经济分类", "支出经济分类汇总表"), ("项目支出", "项目支出表")]
)
def test_usual_short_forms_lead_to_the_label(spelling: str, key: str) -> None:
    assert any(key in index(text).variants.get(spelling, ()) for text in (FINAL, BUDGET))


RUNNING = """桐花县林场管理局
2031年部门预算

第一部分 情况说明

一、机关运行经费

2031年本部门机关运行经费当年一般公共预算拨款78.95万元，比上年预算减少6.05万元，下降7.12%。

二、公务接待费

公务接待费支出1.85万元，其中：国内接待费1.85万元，主要用于接待上级调研，共计接待26批次、214人次；国（境）外接待费0万元，接待0批次、0人次。
"""


def values_of(key: str, text: str) -> list[tuple[str, str]]:
    return [(fact.measure, fact.source.value) for fact in facts_of(key, text)]


def test_the_account_of_running_costs_is_no_part_of_their_name() -> None:
    assert values_of("机关运行经费", RUNNING) == [("金额", "78.95万元"), ("增减额", "6.05万元"), ("增减率", "7.12%")]
    other = RUNNING.replace("机关运行经费当年一般公共预算拨款", "一般公共预算财政拨款运行经费")
    assert values_of("机关运行经费", other)[0] == ("金额", "78.95万元")
    other = RUNNING.replace("本部门机关运行经费当年一般公共预算拨款", "桐花县林场管理局部门的机关运行经费一般公共预算拨款安排支出")
    assert values_of("机关运行经费", other)[0] == ("金额", "78.95万元")


def test_visits_counted_after_their_name_are_its_own() -> None:
    said = "全年国内公务接待67批，累计接待536人次，其中外事接待0批，累计接待0人次。"
    text = f"{RUNNING.partition('公务接待费支出1.85')[0]}{said}\n"
    assert [value for _, value in values_of("国内公务接待", text)] == ["67批", "536人次"]


def test_domestic_visits_are_told_from_those_from_abroad() -> None:
    assert values_of("国内公务接待", RUNNING) == [("数量", "26批次"), ("数量", "214人次")]
    abroad = [fact.source.value for fact in index(RUNNING).facts if "外公务接待" in fact.labels[0][0]]
    assert abroad == ["0批次", "0人次"]
