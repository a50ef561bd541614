"""What an item of the economic classes is in all, of basic and of project expenditure; and what of it no fund in all tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import GRANARY, HERITAGE, amounts_of, asking

from app.assistant import Assistant

# The table of basic expenditure lists less than it adds up: 委托业务费 may be what is missing.
NOT_ALL = HERITAGE.replace("30201\t办公费\t5.00\t\t5.00\n", "")


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("split"), HERITAGE, GRANARY) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("差旅费里项目上的有多少", ["7.50万元"]),
        ("差旅费不属于基本支出的有多少", ["7.50万元"]),
        ("差旅费扣除基本支出以外的有多少", ["7.50万元"]),
        ("差旅费基本支出和项目支出各多少", ["4.50万元", "7.50万元"]),
        ("差旅费总额里基本支出多少", ["12.00万元", "4.50万元"]),
        ("差旅费总共多少，属于项目支出的多少", ["12.00万元", "7.50万元"]),
        ("差旅费总共多少，基本支出多少，项目支出多少", ["12.00万元", "4.50万元", "7.50万元"]),
        ("委托业务费属于项目支出的多少", ["80.00万元"]),
        ("委托业务费基本支出和项目支出各多少", ["0万元", "80.00万元"]),
        ("基本工资里项目支出有多少", ["0.00万元"]),
    ],
)
def test_an_item_is_parted_into_basic_and_project_expenditure(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert amounts_of(assistant, f"苇塘市文物局2031年{asked}") == told


def test_each_part_is_told_with_the_tables_that_it_stands_in(assistant: Assistant) -> None:
    answer = assistant.ask("苇塘市文物局差旅费里项目上的有多少")
    assert "12.00 − 4.50 = 7.50万元" in answer.text
    assert [one.table for one in answer.citations] == ["支出经济分类汇总表", "一般公共预算基本支出表"]


def test_an_item_that_basic_expenditure_does_not_list_is_said_to_have_none(assistant: Assistant) -> None:
    answer = assistant.ask("苇塘市文物局委托业务费属于项目支出的多少")
    assert "没有列这一项" in answer.text
    assert answer.citations[-1].row[-1] == "合计"


@pytest.mark.parametrize("asked", ["维修（护）费里项目支出多少", "差旅费和办公费里项目支出多少", "办公费、差旅费属于项目支出的多少"])
def test_with_other_funds_or_two_items_nothing_is_subtracted(assistant: Assistant, asked: str) -> None:
    assert assistant.ask(f"苇塘市文物局{asked}").status == "not_found"


def test_an_item_is_not_lacking_where_basic_expenditure_lists_less_than_its_total(tmp_path_factory: pytest.TempPathFactory) -> None:
    with asking(tmp_path_factory.mktemp("partial"), NOT_ALL) as opened:
        assert amounts_of(opened, "苇塘市文物局差旅费里项目上的有多少") == ["7.50万元"]
        assert opened.ask("苇塘市文物局委托业务费属于项目支出的多少").status == "not_found"


@pytest.mark.parametrize("asked", ["其中用政府性基金的多少", "其中使用政府性基金的呢"])
def test_what_a_fund_is_in_all_is_no_part_of_an_item(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked, ("苇塘市文物局办公费",))
    assert answer.status == "not_found", answer.text
    assert "10.00万元" not in answer.text


def test_a_part_of_an_item_that_is_printed_is_told(assistant: Assistant) -> None:
    assert amounts_of(assistant, "苇塘市文物局维修（护）费", "其中用政府性基金的呢") == ["10.00万元"]
