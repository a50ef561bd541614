"""A list of projects that names the account of each behind it: the project is what the row is called."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import asking

from app.assistant import Assistant

BUDGET = """岚溪县文物局
2031年部门预算

第一部分 概况

一、主要职责

（一）管理全县文物。

第二部分 2031年部门预算表

项目支出预算表

单位：万元

单位名称\t项目名称\t科目编码\t科目名称\t合计
合计\t\t\t\t96.00
岚溪县文物局\t古塔加固\t2070204\t文物保护\t41.00
岚溪县文物局\t石刻数字化\t2070204\t文物保护\t30.00
岚溪县文物局\t馆藏清点\t2070205\t博物馆\t25.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over that budget."""
    with asking(tmp_path_factory.mktemp("heritage"), BUDGET) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("哪个项目花钱最多", "古塔加固", "最高的是**文物保护"),
        ("项目支出有哪些", "石刻数字化：30.00万元", "- 文物保护："),
        ("金额最小的项目是哪个", "馆藏清点", "最低的是**博物馆"),
        ("石刻数字化多少钱", "石刻数字化：**30.00万元**", "文物保护：**"),
    ],
)
def test_a_row_is_called_by_its_project(assistant: Assistant, question: str, told: str, untold: str) -> None:
    answer = assistant.ask(f"岚溪县文物局2031年{question}")
    assert told in answer.text
    assert untold not in answer.text
