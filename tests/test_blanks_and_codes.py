"""Blank rows, columns of other years, things of one code, what asks for the rate once more, parts that one row of a form tells."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from figure_documents import document, find

from app.answer import Answer
from app.checks.check_asked import lacks_parts
from app.dialogue.tells_again import ONCE_MORE
from app.documents.answer_nothing import answer_no_figure
from ingest.document import Figure
from retrieval.facts.fact import Fact
from retrieval.facts.figure_facts import figure_facts
from retrieval.lookup.find_rows import of_one_code
from retrieval.lookup.list_rows import is_of_other_year

MINE = """梅垄县矿山局
2031年部门预算

第一部分 2031年部门预算表

部门支出总表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t90.00\t60.00\t30.00
2120101\t行政运行\t90.00\t60.00\t30.00

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计
\t合计\t60.00
30101\t基本工资\t60.00
30216\t培训费\t

项目支出表

单位：万元

项目名称\t科目编码\t科目名称\t一般公共预算\t政府性基金预算
合计\t\t\t25.00\t5.00
矿灯更换\t2120199\t其他城乡社区管理事务支出\t15.00\t5.00
矿道测绘\t2120199\t其他城乡社区管理事务支出\t10.00\t

“三公”经费预算表

单位：万元

项目\t2031年预算数
一、“三公”经费支出\t
（一）支出合计\t3.00
1.公务接待费\t1.00
2.公务用车运行维护费\t2.00
"""


@pytest.mark.parametrize(("asked", "is_blank"), [("培训费", True), ("培训费多少", False), ("哪个培训费", False), ("培训费怎么样", False)])
def test_a_blank_row_is_told_of_an_item_not_of_words_that_ask(monkeypatch: pytest.MonkeyPatch, asked: str, is_blank: bool) -> None:
    mention = SimpleNamespace(asked=asked, keys=("培训费",))
    monkeypatch.setattr("app.documents.answer_nothing.lacking", lambda *_: [mention])
    answer = answer_no_figure([find("培训费多少", text=MINE)])
    assert answer.status == "not_found"
    assert ("金额为空白" in answer.text) == is_blank


@pytest.mark.parametrize(
    ("col", "is_other"),
    [
        (("2030年预算数",), True),
        (("2031年预算数",), False),
        (("2031年比2030年增减",), False),
        (("上年预算数",), True),
        (("上年度决算数小计",), True),
        (("去年",), True),
        (("本年预算数",), False),
        (("上年结转",), False),
        (("合计",), False),
    ],
)
def test_a_column_of_another_year_is_known_by_its_head(col: tuple[str, ...], is_other: bool) -> None:
    assert is_of_other_year(cast(Figure, SimpleNamespace(col=col)), 2031) == is_other


def facts_of(title: str) -> list[Fact]:
    """The facts of the rows of a table that are no totals."""
    read = document(MINE)
    tables = {table.index for table in read.tables if table.title == title}
    facts = [one for one in figure_facts(read) if isinstance(one.source, Figure) and one.source.table in tables]
    return [one for one in facts if isinstance(one.source, Figure) and "合计" not in one.source.row]


def test_other_things_of_one_code_are_kept_apart() -> None:
    together = of_one_code(facts_of("项目支出表"))
    assert [[one.source.value for one in rows] for rows in together] == [["15.00", "5.00"], ["10.00"]]


def test_a_total_within_a_list_is_named_by_the_row_above_it() -> None:
    fact = next(one for one in figure_facts(document(MINE)) if one.source.value == "3.00")
    names = [name for name, _ in fact.labels]
    assert "三公经费支出" in names
    assert not any("合计" in name for name in names)


@pytest.mark.parametrize("asked", ["增长率", "降幅", "涨幅", "增幅", "百分比"])
def test_the_rate_asks_for_the_same_figure_once_more(asked: str) -> None:
    assert ONCE_MORE.search(asked)


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("新设航标多少座,什么时候完工", "《项目绩效目标表》“新设航标”一项写明：**≥12座**", True),
        ("新设航标多少座,何时完工", "《项目绩效目标表》“新设航标”一项写明：**≥12座**", True),
        ("新设航标多少座", "《项目绩效目标表》“新设航标”一项写明：**≥12座**", False),
        ("新设航标多少座,何时完工", "《项目绩效目标表》“新设航标”一项写明：**≥12座**，“完工时间”一项写明：**10月底前**", False),
    ],
)
def test_one_row_of_a_form_is_less_than_two_things(question: str, text: str, lacks: bool) -> None:
    assert lacks_parts(Answer("answered", text, answered_by="quote"), question) == lacks
