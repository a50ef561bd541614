"""What is bought for a project, of purchases or of services, and what a fund carried over pays for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

BUDGET = """苇泽市湖泊局
2034年部门预算

第一部分 苇泽市湖泊局概况

一、主要职责

（一）负责全市湖泊的养护。

二、机构设置

纳入本部门2034年部门预算编制范围的单位共3个：1.苇泽市湖泊局本级；2.苇泽市水草站；3.苇泽市鸟岛管理所。

第二部分 2034年部门预算表

政府性基金预算支出表

单位：万元

科目名称\t合计
湖区移民扶助支出\t95.00
合计\t95.00

部门项目支出表

单位：万元

单位名称\t项目名称\t合计\t一般公共预算\t政府性基金预算\t上年结转
合计\t\t290.00\t180.00\t60.00\t50.00
苇泽市湖泊局本级\t湖岸日常养护经费\t100.00\t100.00\t\t
苇泽市水草站\t水草收割专项\t80.00\t80.00\t\t
苇泽市鸟岛管理所\t移民栈道修建工程\t60.00\t\t60.00\t
苇泽市鸟岛管理所\t移民码头修缮工程\t35.00\t\t\t35.00
苇泽市鸟岛管理所\t观鸟亭收尾工程\t15.00\t\t\t15.00

部门政府采购预算表

单位：万元

单位名称\t项目名称\t采购品目\t采购金额
合计\t\t\t76.00
苇泽市湖泊局本级\t湖岸日常养护经费\tA02030000船艇\t16.00
苇泽市湖泊局本级\t湖岸日常养护经费\tC13000000养护服务\t24.00
苇泽市鸟岛管理所\t移民栈道修建工程\tB02000000构筑物\t36.00

政府购买服务预算表

单位：万元

服务类别\t项目名称\t实施主体\t预算金额
养护服务\t湖岸日常养护经费\t苇泽市湖泊局本级\t24.00
收割服务\t水草收割专项\t苇泽市水草站\t52.00
合计\t\t\t76.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Answers over one budget."""
    folder, home = tmp_path_factory.mktemp("lakes"), tmp_path_factory.mktemp("home")
    (folder / "湖泊局.txt").write_text(BUDGET, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


def told(assistant: Assistant, *turns: str) -> list[str]:
    """The amounts of the answer to the last turn."""
    answer = assistant.ask(turns[-1], turns[:-1])
    return [f"{one.value}{one.unit}" for one in answer.values] if answer.status == "answered" else [answer.status]


@pytest.mark.parametrize(
    ("project", "then", "amounts"),
    [
        ("湖岸日常养护经费", "其中采购多少？", ["40.00万元", "16.00万元", "24.00万元"]),
        ("湖岸日常养护经费", "采购什么？", ["40.00万元", "16.00万元", "24.00万元"]),
        ("湖岸日常养护经费", "其中政府购买服务多少？", ["24.00万元"]),
        ("水草收割专项", "购买服务多少？", ["52.00万元"]),
        ("移民栈道修建工程", "其中政府采购多少？", ["36.00万元"]),
    ],
)
def test_what_a_project_buys_follows_on_its_amount(assistant: Assistant, project: str, then: str, amounts: list[str]) -> None:
    assert told(assistant, f"{project}多少？", then) == amounts


def test_a_project_that_buys_nothing_is_told_no_others_amount(assistant: Assistant) -> None:
    answer = assistant.ask("其中政府采购多少？", ("水草收割专项多少？",))
    assert not answer.values
    assert "没有列出“水草收割专项”" in answer.text


def test_all_that_the_body_buys_is_not_a_part_of_the_project_before(assistant: Assistant) -> None:
    assert told(assistant, "水草收割专项多少？", "政府采购一共多少？")[0] == "76.00万元"


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("政府购买服务中水草收割是多少？", "52.00万元"),
        ("湖岸日常养护经费购买服务多少钱", "24.00万元"),
        ("苇泽市水草站政府购买服务有哪些？合计多少？", "52.00万元"),
        ("苇泽市湖泊局本级政府购买服务有哪些项目？合计多少？", "24.00万元"),
    ],
)
def test_services_are_those_of_their_own_table(assistant: Assistant, question: str, amount: str) -> None:
    assert told(assistant, question)[0] == amount


def test_a_part_of_the_services_is_no_project(assistant: Assistant) -> None:
    assert told(assistant, "政府购买服务总额多少？其中湖岸日常养护多少？")[-1] == "24.00万元"
    assert told(assistant, "政府购买服务多少？", "其中湖岸日常养护多少？") == ["24.00万元"]


@pytest.mark.parametrize(
    "question", ["政府采购里移民栈道工程采购金额多少？占项目预算的多少？", "移民栈道修建工程采购金额占项目预算的比例？"]
)
def test_a_purchase_is_a_share_of_its_project(assistant: Assistant, question: str) -> None:
    assert told(assistant, question) == ["60.00%", "36.00万元"]


@pytest.mark.parametrize(
    "turns",
    [
        ("政府性基金预算支出用在哪些项目？",),
        ("苇泽市湖泊局政府性基金预算支出多少？", "都是哪些项目？"),
        ("政府性基金预算支出多少？", "用在哪些项目？"),
    ],
)
def test_a_fund_pays_also_for_what_it_carried_over(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert told(assistant, *turns) == ["60.00万元", "35.00万元"]


def test_what_is_granted_this_year_is_its_own_column(assistant: Assistant) -> None:
    assert told(assistant, "政府性基金预算拨款安排了哪些项目？") == ["60.00万元"]
