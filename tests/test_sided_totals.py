"""The total of one side of an account is told by its own name, and a total of another name does not contradict it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from app.figures.resolve_task import resolve_task
from ingest.parse_document import parse_document
from retrieval.facts.index_facts import index_facts
from retrieval.lookup.find_figures import find_figures
from retrieval.spelling.load_vocabulary import load_vocabulary

TEXT = """桐花县渔政局
2031年度部门决算

第二部分 部门决算表

2031年度收入支出决算总表

公开01表

单位：万元

收入\t\t支出\t
项目\t金额\t项目\t金额
一、一般公共预算财政拨款收入\t70.00\t一、农林水支出\t71.00
本年收入合计\t70.00\t本年支出合计\t71.00
年初结转和结余\t2.00\t年末结转和结余\t1.00
总计\t72.00\t总计\t72.00
"""


@pytest.mark.parametrize(("side", "within"), [("支出", "71.00"), ("收入", "70.00")])
def test_total_of_either_side_bears_the_name_of_its_side(side: str, within: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "甲.txt"
        path.write_text(TEXT, "utf-8")
        index = index_facts(parse_document(path))
    finding = find_figures(index, (f"决算{side}总计是多少",), load_vocabulary())
    (result,) = resolve_task(finding.tasks[0])
    assert (result.label, result.text) == (f"{side}总计", "72.00万元")
    assert result.warnings == ()
    assert [note for note in result.notes if f"本年{side}合计" in note and within in note]
