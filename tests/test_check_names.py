"""Contradictions in words, and what only looks like one: units left out, empty tables that are not, amounts brought forward."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_documents import found, read_document, verdicts

from app.checks.tell_checks import check_words
from ingest.document import Document
from ingest.parse_document import parse_document

INCOME = """
部门代码 部门名称 总计 {kind}
合计 _ 30.00 30.00
101001 云州市水务局 20.00 20.00
101002 云州市防汛调度站 6.00 6.00
101003 云州市灌溉管理所 4.00 4.00
"""
UNITS = "纳入本部门预算编制范围的单位包括：1.云州市水务局本级；2.云州市防汛调度站{third}。"


def unit_document(tmp_path: Path, third: str) -> Document:
    section = ("二、预算单位构成", UNITS.format(third=third))
    return read_document(tmp_path, [("2024年部门收入总体情况表", INCOME.format(kind="一般公共预算"))], [section])


@pytest.mark.parametrize(("third", "missing"), [("；3.云州市灌溉管理所", 0), ("；3.灌溉管理所（公益一类）", 0), ("", 1)])
def test_a_unit_that_the_text_does_not_list_is_told(tmp_path: Path, third: str, missing: int) -> None:
    document = unit_document(tmp_path, third)
    checks = found(document, "列出的单位中没有")
    assert len(checks) == missing
    for check in checks:
        told = check_words(check, document, lambda _id: document)
        assert told.startswith("不一致：")
        assert "4.00万元" in told
        assert "云州市灌溉管理所" in told


def test_units_are_not_held_against_a_text_that_lists_none(tmp_path: Path) -> None:
    section = ("二、预算单位构成", "本部门预算为汇总预算，包括局本级和所属各单位。")
    document = read_document(tmp_path, [("2024年部门收入总体情况表", INCOME.format(kind="一般公共预算"))], [section])
    assert found(document, "列出的单位中没有") == []


THREE = """
项目 2024年预算数
合计 {total}
因公出国（境）费 0.00
公务用车购置及运行费 {cars}
公务接待费 {cars}
"""


@pytest.mark.parametrize(("total", "cars", "told"), [("6.00", "3.00", 1), ("0.00", "0.00", 0)])
def test_a_table_of_amounts_under_a_note_that_it_is_empty_is_told(tmp_path: Path, total: str, cars: str, told: int) -> None:
    path = tmp_path / "表.txt"
    rows = "\n".join(line.replace(" ", "\t") for line in THREE.format(total=total, cars=cars).strip().splitlines())
    path.write_text(
        f"云州市水务局2024年部门预算\n\n2024年“三公”经费预算表\n单位：万元\n{rows}\n注：本部门没有“三公”经费，故本表无数据。\n",
        encoding="utf-8",
    )
    assert len(found(parse_document(path), "表注却说")) == told


BALANCE = """
收入 _ 支出 _
项目 金额 项目 金额
一、一般公共预算 30.00 一、农林水支出 36.00
本年收入合计 30.00 本年支出合计 36.00
上年结转结余 {carried} _ _
收入总计 36.00 支出总计 36.00
"""
SOURCES = """
部门名称 合计 一般公共预算 上年结转
合计 {total} 30.00 6.00
云州市水务局 {total} 30.00 6.00
"""


@pytest.mark.parametrize(("total", "expected"), [("36.00", ["holds"]), ("30.00", ["holds"]), ("33.00", ["broken"])])
def test_a_total_with_what_was_brought_forward_contradicts_none_without_it(tmp_path: Path, total: str, expected: list[str]) -> None:
    tables = [("部门收支总体情况表", BALANCE.format(carried="6.00")), ("部门收入总体情况表", SOURCES.format(total=total))]
    assert verdicts(read_document(tmp_path, tables), "收入表的合计") == expected


PAIRS = """
合计 _ 接待费 _ 运行费 _
预算数 决算数 预算数 决算数 预算数 决算数
5.00 {total} 2.00 1.00 3.00 2.00
"""


@pytest.mark.parametrize(("total", "verdict"), [("3.00", "holds"), ("4.00", "broken")])
def test_a_total_above_budget_and_accounts_is_the_sum_of_its_neighbours(tmp_path: Path, total: str, verdict: str) -> None:
    document = read_document(tmp_path, [("“三公”经费支出决算表", PAIRS.format(total=total))], kind="决算")
    assert verdict in verdicts(document, "“合计·决算数”" if found(document, "“合计·决算数”") else "合计")


MEETINGS = """
科目名称 “三公”经费合计 因公出国（境）费 公务用车购置及运行费 公务接待费 会议费 培训费
合计 {total} 0.00 4.00 2.00 7.00 8.00
"""


@pytest.mark.parametrize(("total", "verdict"), [("6.00", "holds"), ("9.00", "broken")])
def test_meetings_beside_the_three_public_costs_are_no_part_of_them(tmp_path: Path, total: str, verdict: str) -> None:
    document = read_document(tmp_path, [("“三公”经费、会议费、培训费支出表", MEETINGS.format(total=total))])
    assert verdicts(document, "三公”经费合计") == [verdict]


PROJECTS = """
科目编码 单位代码 项目名称 金额
_ _ 合计 {total}
_ _ 云州市防汛调度站 {unit}
_ _ 防汛事务 {other}
2130301 101002 值守经费 6.00
2130306 101002 闸站维修 4.00
"""


@pytest.mark.parametrize(
    ("total", "unit", "other", "expected"),
    [("10.00", "10.00", "9.00", ["holds"]), ("12.00", "10.00", "9.00", ["broken"]), ("12.00", "11.00", "9.00", [])],
)
def test_a_total_is_broken_only_where_two_levels_of_rows_agree_on_another(
    tmp_path: Path, total: str, unit: str, other: str, expected: list[str]
) -> None:
    document = read_document(tmp_path, [("项目支出预算明细表", PROJECTS.format(total=total, unit=unit, other=other))])
    assert verdicts(document, "“合计”＝各行之和") == expected


SCORES = """
指标 分值 得分
巡河次数 20 15
办件时限 30 28.5
群众满意 50 {last}
总分 100 93.5
"""


@pytest.mark.parametrize(("last", "verdict"), [("50", "holds"), ("49", "broken")])
def test_scores_are_exact_whatever_decimals_they_drop(tmp_path: Path, last: str, verdict: str) -> None:
    document = read_document(tmp_path, [("部门整体绩效自评表", SCORES.format(last=last))], kind="决算")
    assert verdicts(document, "“总分”＝各行之和（得分）") == [verdict]
