"""What anyone asks of any department in its plainest words: the whole, cars bought and kept, what was left, what there is none of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

ACCOUNTS = """杏溪县机关事务局
2031年部门决算

第一部分 概况

一、主要职责

（一）负责机关办公用房的管理。
（二）负责公共机构节能工作。
（三）负责公务用车的调度。

第二部分 2031年度部门决算情况说明

一、收入支出决算总体情况说明

2031年度收入总计1,040.00万元，与上年相比增加90.00万元，增长9.47%，主要原因是：办公楼电梯更新经费增加。

2．使用非财政拨款结余（含专用结余）24.00万元，为机关幼儿园动用以前年度结余弥补收支差额。与上年相比，增加6.00万元，增长33.33%，变动原因：幼儿园生源减少。

二、收入决算情况说明

本年收入合计1,000.00万元，其中：财政拨款收入960.00万元，占96.00%；其他收入40.00万元，占4.00%，主要为银行存款利息。

三、支出决算具体情况

1、一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）机关服务（项）。
年初预算为600.00万元，支出决算为660.00万元，完成年初预算的110.00%，决算数大于年初预算数的主要原因是：年中追加锅炉改造经费。

四、“三公”经费支出情况

2031年度“三公”经费支出决算36.00万元，与上年相比，增加6.00万元，增长20.00%。

公务接待费支出决算1.00万元，与上年相比，减少0.50万元，下降33.33%，主要原因是严格控制接待标准。

公务用车购置支出决算20.00万元，本年度购置公务用车2辆；公务用车运行维护费支出决算15.00万元，年末公务用车保有量为31辆。

五、国有资本经营预算财政拨款支出情况

2031年度无国有资本经营预算财政拨款支出。

第三部分 2031年度部门决算表

收入支出决算总表

单位：万元

收入\t\t支出\t
项目\t决算数\t按功能分类\t决算数
一、财政拨款收入\t960.00\t一、一般公共服务支出\t970.00
二、其他收入\t40.00\t二、国防支出\t
本年收入合计\t1,000.00\t本年支出合计\t970.00
年初结转和结余\t40.00\t年末结转和结余\t70.00
收入总计\t1,040.00\t支出总计\t1,040.00

财政拨款“三公”经费支出决算表

单位：万元

项目\t合计\t公务用车购置费\t公务用车运行维护费\t公务接待费\t会议费
预算数\t40.00\t21.00\t16.00\t3.00\t5.00
决算数\t36.00\t20.00\t15.00\t1.00\t2.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("home")
    (folder / "机关事务决算.txt").write_text(ACCOUNTS, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("杏溪县机关事务局收入", ("收入总计：**1,040.00万元**",), ("支出总计",)),
        ("杏溪县机关事务局支出", ("970.00万元**",), ()),
        ("杏溪县机关事务局2031年决算", ("970.00万元**",), ()),
        ("杏溪县机关事务局买了几辆公车", ("2辆",), ("：**31辆",)),
        ("杏溪县机关事务局有多少公车", ("31辆",), ()),
        ("杏溪县机关事务局没花完的钱有多少", ("年末结转和结余：**70.00万元**",), ("40.00万元**",)),
        ("杏溪县机关事务局年初结转结余", ("年初结转和结余：**40.00万元**",), ("70.00",)),
        ("杏溪县机关事务局国有资本", ("无国有资本经营预算财政拨款支出",), ("万元**",)),
        ("杏溪县机关事务局其他收入是什么钱", ("主要为银行存款利息",), ()),
        ("杏溪县机关事务局会议费预算和决算各多少", ("5.00万元**", "2.00万元**"), ()),
        ("杏溪县机关事务局三公经费预算数", ("：**40.00万元**",), ("不同",)),
        ("杏溪县机关事务局接待费花超了没有", ("3.00万元", "1.00万元"), ()),
        ("杏溪县机关事务局接待费超没超", ("3.00万元", "1.00万元"), ()),
        ("杏溪县机关事务局机关服务决算为什么大于预算", ("锅炉改造",), ()),
        ("杏溪县机关事务局机关服务年初预算", ("600.00万元**",), ("660.00万元**",)),
        ("杏溪县机关事务局三公经费为什么减少", ("变化方向与问题所说的不同", "增加6.00万元"), ("接待标准",)),
        ("杏溪县机关事务局使用非财政拨款结余比上年增加的原因", ("生源减少",), ()),
    ],
)
def test_what_is_asked_is_told(assistant: Assistant, question: str, told: tuple[str, ...], not_told: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.text
    assert all(one in answer.text for one in told), answer.text
    assert not any(one in answer.text for one in not_told), answer.text


@pytest.mark.parametrize(
    "question", ["报废几辆公车", "三公经费的36万去了哪", "三公经费比去年增加的部分花到哪去了", "国有资本经营预算支出最大的项目"]
)
def test_what_the_document_does_not_say_is_not_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(f"杏溪县机关事务局{question}")
    assert not answer.values, answer.text


def test_names_under_a_header_of_classes_are_names(assistant: Assistant) -> None:
    answer = assistant.ask("杏溪县机关事务局一般公共服务支出")
    assert "970.00万元**" in answer.text
    assert "按功能分类" not in answer.text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("杏溪县机关事务局职责有几条", "节能那条"), "公共机构节能"),
        (("杏溪县机关事务局职责有几条", "第一条", "关于公务用车的"), "公务用车的调度"),
        (("杏溪县机关事务局年末结转和结余", "年初呢"), "40.00万元**"),
        (("杏溪县机关事务局花了多少钱", "剩了多少没花完"), "70.00万元**"),
        (("杏溪县机关事务局三公经费", "那预算呢"), "40.00万元**"),
        (("杏溪县机关事务局其他收入多少", "是哪里来的"), "银行存款利息"),
    ],
)
def test_a_turn_is_read_after_those_before_it(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    *history, asked = turns
    answer = assistant.ask(asked, tuple(history))
    assert told in answer.text, answer.text


def test_a_part_of_what_is_left_is_not_what_was_spent(assistant: Assistant) -> None:
    answer = assistant.ask("其中机关服务的", ("杏溪县机关事务局年末结转和结余",))
    assert answer.status == "not_found", answer.text
