"""“一共多少，哪项最大”: the amount, then what it is made up of."""

from __future__ import annotations

import pytest
from figure_documents import find

from app.figures.resolve_task import resolve_task
from retrieval.spelling.normalize_question import normalize_question

SERVICES = """桐花县粮食局
2031年部门预算

2031年政府购买服务支出表

单位：万元

项目名称\t金额
合计\t20.00
粮情检测服务\t12.00
系统运维服务\t8.00

2031年一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t金额
301\t工资福利支出\t60.00
30101\t基本工资\t50.00
30103\t奖金\t10.00

2031年“三公”经费表

单位：万元

项目\t金额
“三公”经费\t9.00
公务接待费\t2.00
"""


def told(question: str) -> list[list[str]]:
    return [[one.text for one in resolve_task(task)] for task in find(normalize_question(question), text=SERVICES).tasks]


@pytest.mark.parametrize(("question", "whole", "parts"), [
    ("政府购买服务一共安排多少，哪项最大？", "20.00万元", ["12.00万元", "8.00万元"]),
    ("工资福利支出多少？其中哪一项最多？", "60.00万元", ["50.00万元", "10.00万元"]),
])  # fmt: skip
def test_an_amount_and_its_parts(question: str, whole: str, parts: list[str]) -> None:
    assert told(question) == [[whole], parts]


def test_an_amount_without_parts_is_told_once() -> None:
    assert told("“三公”经费多少，哪项最大？") == [["9.00万元"]]
