"""What the retired cost, of a body that keeps them in two accounts: both and their sum, and neither for a question of one or of persons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import asking

from app.assistant import Assistant

PENSIONS = """荠山市水文局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责全市水文监测。

第二部分 2031年部门预算表

部门支出总表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t300.00\t220.00\t80.00
208\t社会保障和就业支出\t70.00\t70.00\t
20805\t行政事业单位养老支出\t70.00\t70.00\t
2080501\t行政单位离退休\t24.50\t24.50\t
2080502\t事业单位离退休\t45.50\t45.50\t
213\t农林水支出\t230.00\t150.00\t80.00
21303\t水利\t230.00\t150.00\t80.00
2130301\t行政运行\t230.00\t150.00\t80.00
"""


@pytest.fixture(scope="module")
def pensions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant for one invented budget with two accounts for the retired."""
    with asking(tmp_path_factory.mktemp("pensions"), PENSIONS) as assistant:
        yield assistant


@pytest.mark.parametrize("asked", ["离退休人员花了多少钱？", "退休人员经费多少", "离退休支出多少？"])
def test_both_accounts_are_told_with_their_sum(pensions: Assistant, asked: str) -> None:
    answer = pensions.ask(f"荠山市水文局2031年{asked}", ())
    assert answer.status == "answered"
    assert "24.50 + 45.50 = 70.00万元" in answer.text


@pytest.mark.parametrize(("asked", "told"), [("行政单位离退休支出多少？", "24.50"), ("事业单位离退休多少钱？", "45.50")])
def test_one_account_that_is_named_is_told_alone(pensions: Assistant, asked: str, told: str) -> None:
    answer = pensions.ask(f"荠山市水文局2031年{asked}", ())
    assert answer.status == "answered"
    assert f"**{told}万元**" in answer.text
    assert "70.00" not in answer.text


def test_how_many_are_retired_is_no_amount(pensions: Assistant) -> None:
    answer = pensions.ask("荠山市水文局2031年退休人员有多少人？", ())
    assert "万元" not in answer.text
