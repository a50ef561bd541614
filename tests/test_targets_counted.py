"""Targets with their own columns of units and signs, last digits of other funds, cars and staff by the way, income beside expenditure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from figure_documents import index
from heritage_documents import amounts_of, asking
from waterway_documents import WATERWAY

from app.assistant import Assistant

BODY = "苇塘市航道管理局2031年"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("targets"), WATERWAY) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("疏浚多少公里", [("疏浚航道里程·指标目标值", "35", "公里")]),
        ("新设航标几座", [("新设航标·指标目标值", "12", "座")]),
        ("巡航多少次", [("巡航次数·指标目标值", "40", "次")]),
    ],
)
def test_a_target_is_counted_in_the_unit_of_its_row(assistant: Assistant, asked: str, told: list[tuple[str, str, str]]) -> None:
    answer = assistant.ask(f"{BODY}{asked}")
    assert [(value.label, str(value.value), value.unit) for value in answer.values] == told, answer.text
    assert f"**≥{told[0][1]}{told[0][2]}**" in answer.text


def test_a_target_of_two_numbers_is_told_with_its_unit(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BODY}疏浚深度多少")
    assert "**3—5米**" in answer.text
    assert "计算单位" not in answer.text


def test_a_target_of_times_is_no_number_of_persons(assistant: Assistant) -> None:
    assert assistant.ask(f"{BODY}巡航的有多少人").status == "not_found"


def test_the_indicators_are_listed_with_their_units(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BODY}航道疏浚工程的三级指标有哪些")
    assert [(str(value.value), value.unit) for value in answer.values if value.label[:2] in ("疏浚航", "新设", "巡航")] == [
        ("12", "座"),
        ("40", "次"),
    ]


@pytest.mark.parametrize("asked", ["计算单位", "指标性质"])
def test_units_and_signs_are_no_figures(assistant: Assistant, asked: str) -> None:
    assert assistant.ask(f"{BODY}{asked}是多少").status == "not_found"
    assert asked not in index(WATERWAY).postings


def test_a_target_is_told_with_when_it_is_done(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BODY}疏浚多少公里，什么时候完工")
    assert amounts_of(assistant, f"{BODY}疏浚多少公里，什么时候完工") == ["35公里"]
    assert "10月底前" in answer.text


@pytest.mark.parametrize(("asked", "beside", "is_rounding"), [("基本工资", "139.97", False), ("办公费", "59.99", True)])
def test_amounts_of_other_funds_differ_by_a_last_digit_at_most(assistant: Assistant, asked: str, beside: str, is_rounding: bool) -> None:
    answer = assistant.ask(f"{BODY}{asked}多少")
    assert f"{beside}万元" in answer.text
    assert ("应为四舍五入的尾差" in answer.text) == is_rounding
    assert ("其他口径：" in answer.text) != is_rounding


def test_a_change_without_a_subject_names_nothing(assistant: Assistant) -> None:
    assert index(WATERWAY).postings.get("编制")
    assert "比上年增加" not in index(WATERWAY).postings
    assert not assistant.ask(f"{BODY}比上年增加几人").values


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("编制多少人，年底实际有多少人", ["30人", "28人"]),
        ("编制多少人，年末实有多少人", ["30人", "28人"]),
        ("几辆车，运行费多少", ["5辆", "6.00万元"]),
        ("收入和支出各多少", ["400.00万元", "400.00万元"]),
        ("收入多少，支出多少", ["400.00万元", "400.00万元"]),
    ],
)
def test_two_things_asked_by_the_way_are_both_told(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert amounts_of(assistant, f"{BODY}{asked}") == told


@pytest.mark.parametrize("asked", ["收入和支出各多少", "收入多少，支出多少"])
def test_income_and_expenditure_are_both_named(assistant: Assistant, asked: str) -> None:
    labels = [value.label for value in assistant.ask(f"{BODY}{asked}").values]
    assert [label[:2] for label in labels] == ["收入", "支出"]


@pytest.mark.parametrize(
    ("turns", "label", "amount"),
    [
        (("三公经费多少", "公车呢"), "公务用车购置及运行费", "6.00万元"),
        (("国有资产占用情况", "车呢"), "车辆", "5辆"),
        (("国有资产占用情况", "公车多少"), "车辆", "5辆"),
        (("三公经费多少", "运行维护费呢"), "公务用车", "6.00万元"),
    ],
)
def test_cars_are_those_spoken_of_before(assistant: Assistant, turns: tuple[str, str], label: str, amount: str) -> None:
    answer = assistant.ask(turns[1], (f"{BODY}{turns[0]}",))
    assert amounts_of(assistant, f"{BODY}{turns[0]}", turns[1]) == [amount], answer.text
    assert label in answer.values[0].label


@pytest.mark.parametrize(
    ("before", "asked", "told"),
    [
        ("苇塘市船闸服务中心2031年基本支出多少", "那局里呢", ["130.00万元"]),
        ("苇塘市船闸服务中心2031年基本支出多少", "再看看局里的项目支出", ["70.00万元"]),
    ],
)
def test_the_bureau_itself_is_meant_after_one_of_its_units(assistant: Assistant, before: str, asked: str, told: list[str]) -> None:
    assert amounts_of(assistant, before, asked) == told


def test_the_duties_in_the_bureau_are_the_bureaus(assistant: Assistant) -> None:
    answer = assistant.ask("局里的职责有哪些", ("苇塘市船闸服务中心2031年支出多少",))
    assert answer.status == "answered"
    assert "负责全市航道的养护" in answer.text
    assert "负责船闸的运行" in answer.text
