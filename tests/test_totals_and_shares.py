"""The total within a numbered list, shares of each of several things and of an addend, rates of change asked for after the change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from heritage_documents import amounts_of, asking
from waterway_documents import WATERWAY

from app.assistant import Assistant

BODY = "苇塘市航道管理局2031年"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("waterway"), WATERWAY) as opened:
        yield opened


def shares_of(assistant: Assistant, *turns: str) -> list[str]:
    """The shares alone that the last of these turns is answered with."""
    return [amount for amount in amounts_of(assistant, *turns) if amount.endswith("%")]


def test_the_total_of_a_numbered_list_is_not_that_of_the_body(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BODY}支出合计是多少")
    assert [f"{value.value}{value.unit}" for value in answer.values] == ["400.00万元"]
    assert "10.00万元" not in answer.text
    assert "（一）支出合计" not in answer.text


@pytest.mark.parametrize("asked", ["三公经费支出合计是多少", "三公经费是多少"])
def test_the_total_of_a_numbered_list_is_that_of_the_row_above_it(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{BODY}{asked}")
    assert [f"{value.value}{value.unit}" for value in answer.values] == ["10.00万元"]
    assert answer.citations[0].row[-1] == "（一）支出合计"


def test_a_total_is_not_told_again_where_the_row_above_prints_it(tmp_path: Path) -> None:
    twice = WATERWAY.replace("一、“三公”经费支出\t\t", "一、“三公”经费支出\t12.00\t10.00")
    with asking(tmp_path, twice) as opened:
        assert amounts_of(opened, f"{BODY}三公经费是多少") == ["10.00万元"]
        assert shares_of(opened, f"{BODY}公务接待费占三公经费的百分之几") == ["40.00%"]


@pytest.mark.parametrize("asked", ["公务接待费占支出合计的比重", "支出合计中公务接待费占多少"])
def test_a_share_of_the_whole_is_of_the_whole_body(assistant: Assistant, asked: str) -> None:
    assert shares_of(assistant, f"{BODY}{asked}") == ["1.00%"]


def test_a_share_is_told_whatever_is_said_of_how_to_write_it(assistant: Assistant) -> None:
    assert shares_of(assistant, f"{BODY}公务接待费多少", "占支出合计的比例（百分比）") == ["1.00%"]


@pytest.mark.parametrize(
    ("before", "asked", "shares"),
    [
        ("基本支出和项目支出各多少", "占支出总额的多少", ["60.00%", "40.00%"]),
        ("交通运输支出和城乡社区支出各多少", "占支出总计的百分之几", ["75.00%", "25.00%"]),
        ("差旅费和办公费一共多少", "占支出总额的多少", ["35.00%"]),
        ("差旅费和办公费一共多少", "差旅费占多少", ["57.14%"]),
        ("差旅费和办公费一共多少", "办公费占多少", ["42.86%"]),
        ("差旅费和办公费一共多少", "委托业务费占多少", []),
    ],
)
def test_each_thing_told_has_its_share(assistant: Assistant, before: str, asked: str, shares: list[str]) -> None:
    assert shares_of(assistant, f"{BODY}{before}", asked) == shares


def test_an_addend_is_told_as_a_share_of_the_sum(assistant: Assistant) -> None:
    answer = assistant.ask("差旅费占多少", (f"{BODY}差旅费和办公费一共多少",))
    assert answer.values[0].label == "差旅费占差旅费、办公费合计的比重"
    assert "80.00 ÷ 140.00 × 100% = 57.14%" in answer.text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("公务接待费比上年减少了多少", "增长率"), ["2.00万元", "33.33%"]),
        (("公务接待费比上年减少了多少", "降幅呢"), ["2.00万元", "33.33%"]),
        (("公务接待费比上年减少多少", "降幅呢", "增长率", "减少了百分之几"), ["2.00万元", "33.33%"]),
        (("三公经费比上年减少多少", "降幅呢"), ["2.00万元", "16.67%"]),
        (("差旅费比上年减少多少", "增幅"), ["10.00万元", "11.11%"]),
    ],
)
def test_a_rate_asked_for_after_a_change_is_told(assistant: Assistant, turns: tuple[str, ...], told: list[str]) -> None:
    first, *others = turns
    assert amounts_of(assistant, f"{BODY}{first}", *others) == told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("三公经费谁涨谁降", ["2.00万元", "16.67%"]),
        ("三公经费各项跟去年比，谁涨了、谁降了、谁没动，各多少钱", ["2.00万元", "16.67%"]),
        ("公务接待费和公务用车运行维护费谁涨谁降", ["2.00万元", "33.33%", "0万元"]),
        ("差旅费、办公费、基本工资，谁涨了、谁降了", ["10.00万元", "11.11%", "40.00万元", "200.00%", "10.00万元", "6.67%"]),
    ],
)
def test_who_rose_and_who_fell_is_told(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert amounts_of(assistant, f"{BODY}{asked}") == told


def test_no_reason_is_told_of_a_change_of_something_else(assistant: Assistant) -> None:
    answer = assistant.ask("为什么", (f"{BODY}支出比上年增加多少", "增长率呢"))
    assert answer.status == "not_found"
    assert "增加40.00万元，增长11.11%" in answer.text


@pytest.mark.parametrize("asked", ["2030年呢", "去年呢"])
def test_the_total_of_a_list_of_the_year_before_is_not_that_of_the_body(assistant: Assistant, asked: str) -> None:
    assert "12.00万元" not in amounts_of(assistant, f"{BODY}支出合计多少", asked)
    assert amounts_of(assistant, f"{BODY}三公经费多少", asked) == ["12.00万元"]


@pytest.mark.parametrize("asked", ["支出由哪些组成", "支出合计由哪几部分组成"])
def test_accounts_of_basic_expenditure_do_not_make_up_all_of_it(assistant: Assistant, asked: str) -> None:
    labels = [value.label for value in assistant.ask(f"{BODY}{asked}").values]
    assert labels != ["基本工资", "办公费", "劳务费"]


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("苇塘市航道局船闸服务中心", ["120.00万元"]),
        ("航道局船闸服务中心", ["120.00万元"]),
        ("航道局船闸中心", []),
        ("苇塘市航道局园林中心", []),
    ],
)
def test_a_unit_in_short_after_its_bureaus_nickname_is_that_unit(assistant: Assistant, named: str, told: list[str]) -> None:
    assert amounts_of(assistant, f"{named}2031年支出多少") == told
