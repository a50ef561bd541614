"""A share that prose states of all that was spent is none of what was spent of one fund."""

from __future__ import annotations

from figure_documents import find

from app.figures.resolve_task import resolve_task

SHARES = """桐花县林场
2031年部门决算

第二部分 支出决算情况说明

本年支出合计250.00万元，其中：基本支出100.00万元，占40.00%；项目支出150.00万元，占60.00%。

2031年支出决算表

单位：万元

科目名称\t本年支出合计\t基本支出\t项目支出
合计\t250.00\t100.00\t150.00

2031年财政拨款收入支出决算总表

单位：万元

项目\t金额\t项目\t合计
财政拨款收入\t200.00\t本年支出合计\t200.00
"""


def told(question: str) -> list[str]:
    return [one.text for task in find(question, text=SHARES).tasks for one in resolve_task(task)]


def test_the_share_of_all_is_told_as_stated() -> None:
    assert "40.00%" in told("基本支出占支出合计的百分之几")[0]


def test_the_share_of_one_fund_is_not_that_of_all() -> None:
    assert not any("40.00%" in text for text in told("基本支出占财政拨款支出合计的百分之几"))
