"""Questions that one figure of a document nearly answers: the right one is told, or none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

TEXT = """杏林市体育局
2031年部门预算

第一部分 杏林市体育局概况

一、主要职责

（一）负责全市体育工作。

第二部分 2031年部门预算情况说明

一、支出结构情况

2031年一般公共预算支出300.00万元。一般公共服务（类）支出276.00万元，占92%；住房保障（类）支出24.00万元，占8%。

二、政府采购情况

2031年政府采购预算安排36.20万元，其中：政府采购货物预算30.70万元、政府采购工程预算0万元、政府采购服务预算5.50万元。

三、政府性基金情况

政府性基金预算财政拨款年初结转26.50万元，本年收入640.00万元，本年支出651.30万元。

第三部分 2031年部门预算表

2031年一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计\t公用经费
\t合计\t96.00\t96.00
302\t商品和服务支出\t96.00\t96.00
30201\t办公费\t30.70\t30.70
30228\t工会经费\t10.00\t10.00
30229\t福利费\t9.50\t9.50
30239\t其他交通费用\t45.80\t45.80

2031年项目支出表

单位：万元

项目名称\t合计
合计\t92.27
体质监测服务\t62.27
场馆维护工程\t20.00
群众赛事活动\t10.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("near"), tmp_path_factory.mktemp("home")
    (folder / "sport.txt").write_text(TEXT, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("公用经费里，上10万元的科目有哪几个？", ("30.70", "45.80", "10.00"), ("9.50",)),
        ("公用经费里，超过10万元的科目有哪几个？", ("30.70", "45.80"), ("9.50", "10.00万元")),
        ("公用经费里，不到10万元的科目有哪些？", ("9.50",), ("10.00万元", "30.70")),
        ("今年3个项目共92.27万元，平均一个项目多少万元？", ("平均每项**30.76万元**",), ()),
        ("政府性基金年初结转多少？", ("26.50",), ()),
    ],
)
def test_what_is_asked_is_told(assistant: Assistant, question: str, told: tuple[str, ...], not_told: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert [words for words in told if words not in answer.text] == []
    assert [words for words in not_told if words in answer.text] == []


@pytest.mark.parametrize(
    "question",
    [
        "政府性基金年末结转多少？",  # only what there was at the beginning of the year is told
        "政府采购里服务这一类占到总额的百分之几？",  # no share of 一般公共服务 with the amount of 采购服务
        "3个项目里，哪个项目的决算与年初预算差的钱最少，差多少？",  # rows are no differences
        "办公费是多少啊，比买设备的钱少吧？两个数都报一下",  # one of two
        "今年一般公共预算支出完成率多少？",  # a budget tells of nothing met
        "公用经费里15万元左右的科目有哪些？",  # an amount that is no bound picks out no rows
    ],
)
def test_what_only_resembles_it_is_not_told(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.values


def test_the_list_is_told_once(assistant: Assistant) -> None:
    assert assistant.ask("今年3个项目共92.27万元，平均一个项目多少万元？").text.count("体质监测服务") == 1


@pytest.mark.parametrize("question", ["干什么用", "用途呢？", "体质监测服务那个干什么用", "用来做什么的"])
def test_what_a_project_is_for_is_no_list_of_projects(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question, ("体育局2031年有哪些项目",)).values
