"""Why amounts of invented documents change: what the entries show, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from eval.explain_change import explain_change
from eval.explain_execution import explain_execution
from eval.invented_ledger import Entry, Ledger
from eval.invented_words import SAME_REASON

Amounts = tuple[tuple[str, str, int], ...]


def ledger_of(amounts: Amounts) -> Ledger:
    return Ledger(tuple(Entry("甲局", "2010301", code, "50101", Decimal(amount), "", project) for code, project, amount in amounts))


@pytest.mark.parametrize("year", [2023, 2024])
@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        ((("30101", "", 9), ("30211", "", 5)), (("30101", "", 8), ("30211", "", 1)), "差旅费"),
        ((("30101", "", 5),), (("30101", "", 8),), "基本工资"),
        ((("30101", "", 9), ("30226", "护河", 9)), (("30101", "", 8), ("30226", "护河", 2)), "“护河”"),
        ((("30226", "2024年修桥", 9),), (("30226", "2023年修桥", 2),), "“2024年修桥”"),
        ((("30226", "2024年修桥", 9),), (("30101", "", 2),), "新"),
        ((("30101", "", 2),), (("30226", "2023年修桥", 9),), "“2023年修桥”"),
        ((("30101", "", 2),), (("30101", "", 2),), SAME_REASON),
    ],
)
def test_a_change_is_explained_by_what_changed_most(now: Amounts, before: Amounts, words: str, year: int) -> None:
    assert words in explain_change(ledger_of(now), ledger_of(before), year)


@pytest.mark.parametrize("index", range(6))
def test_only_project_money_is_saved_by_a_tender(index: int) -> None:
    pension = explain_execution(ledger_of((("30108", "", 9),)), ledger_of((("30108", "", 8),)), index)
    assert "机关事业单位基本养老保险缴费" in pension
    project = explain_execution(ledger_of((("30226", "护河", 9),)), ledger_of((("30226", "护河", 8),)), index)
    assert project in ("部分合同跨年结算，尾款将在下一年度支付", "通过公开招标节约了项目资金", "按实际完成的工作量付款，少于预计")
