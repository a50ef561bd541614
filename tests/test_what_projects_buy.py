"""Projects that stand in the list of projects and, for what they buy, in the table of purchases too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase
from retrieval.spelling.reword import in_usual_words

BUDGET = """乌桕市苗木局
2033年部门预算

第一部分 乌桕市苗木局概况

一、主要职责

（一）负责全市苗圃的养护。

二、机构设置

纳入本部门2033年部门预算编制范围的单位共3个：1.乌桕市苗木局本级；2.乌桕市种子站；3.乌桕市苗圃管理所。

第二部分 2033年部门预算表

部门项目支出表

单位：万元

单位名称\t项目名称\t功能分类科目\t合计\t一般公共预算拨款
合计\t\t\t190.00\t190.00
乌桕市苗木局本级\t苗圃喷灌经费\t2130205 森林资源培育\t80.00\t80.00
乌桕市苗木局本级\t温棚购置及养护经费\t2130206 技术推广\t60.00\t60.00
乌桕市种子站\t种子检验经费\t2130207 种质保护\t50.00\t50.00

部门政府采购预算表

单位：万元

项目名称\t采购物品名称\t政府采购目录序号\t计量单位\t数量\t单价\t合计
合计\t\t\t\t\t\t74.00
苗圃喷灌经费\t喷头\tA02460000\t个\t40\t0.30\t12.00
苗圃喷灌经费\t管网设计\tC99000000\t项\t1\t18.00\t18.00
温棚购置及养护经费\t塑料棚\tA05990000\t座\t4\t6.00\t24.00
种子检验经费\t检验室改造\tB07000000\t项\t1\t20.00\t20.00
"""

BOUGHT = """蒲桃县文保局
2033年部门预算

第一部分 蒲桃县文保局概况

一、主要职责

（一）负责全县碑刻的保护。

二、机构设置

纳入本部门2033年部门预算编制范围的单位共3个：1.蒲桃县文保局机关；2.蒲桃县碑林馆；3.蒲桃县拓片中心。

第二部分 2033年部门预算表

部门项目支出表

单位：万元

单位名称\t项目名称\t金额
蒲桃县文保局机关\t碑刻普查专项\t300.00
蒲桃县碑林馆\t碑林开放经费\t70.00
合计\t\t370.00

政府采购预算表

单位：万元

单位名称\t采购项目\t品目\t采购类别\t采购预算金额
蒲桃县文保局机关\t影像制作\tC16000000影像服务\t服务\t90.00
蒲桃县文保局机关\t打印机\tA02020400办公设备\t货物\t6.00
蒲桃县碑林馆\t拓印纸\tA05040101纸张\t货物\t28.00
蒲桃县拓片中心\t库房加固\tB02000000修缮\t工程\t40.00
合计\t\t\t\t164.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Answers over the two documents."""
    folder, home = tmp_path_factory.mktemp("bought"), tmp_path_factory.mktemp("home")
    (folder / "苗木局.txt").write_text(BUDGET, "utf-8")
    (folder / "文保局.txt").write_text(BOUGHT, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


def told(assistant: Assistant, *turns: str) -> list[str]:
    """The amounts of the answer to the last turn."""
    answer = assistant.ask(turns[-1], turns[:-1])
    return [f"{one.value}{one.unit}" for one in answer.values] if answer.status == "answered" else [answer.status]


@pytest.mark.parametrize("asked", ["多少？", "预算是多少", "的项目支出预算多少"])
@pytest.mark.parametrize(
    ("project", "amount"), [("苗圃喷灌经费", "80.00万元"), ("温棚购置及养护经费", "60.00万元"), ("种子检验经费", "50.00万元")]
)
def test_a_project_costs_more_than_what_it_buys(assistant: Assistant, project: str, amount: str, asked: str) -> None:
    assert told(assistant, f"乌桕市苗木局{project}{asked}")[0] == amount


def test_what_a_project_buys_is_told_where_that_is_asked(assistant: Assistant) -> None:
    assert told(assistant, "乌桕市苗木局苗圃喷灌经费采购合计多少？")[0] == "30.00万元"
    assert told(assistant, "乌桕市苗木局温棚购置及养护经费采购金额多少？")[-1] == "24.00万元"


@pytest.mark.parametrize("asked", ["占该项目的比例？", "占项目预算的百分之几？"])
def test_purchases_are_a_share_of_their_project(assistant: Assistant, asked: str) -> None:
    assert "37.50%" in told(assistant, f"乌桕市苗木局苗圃喷灌经费采购合计多少？{asked}")


@pytest.mark.parametrize("asked", ["合计多少？", "一共多少钱？", "总共要多少？"])
def test_a_price_a_piece_is_followed_by_the_whole_amount(assistant: Assistant, asked: str) -> None:
    assert told(assistant, "乌桕市苗木局塑料棚单价多少？", asked) == ["24.00万元"]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("乌桕市苗木局货物采购最贵的是什么？", "塑料棚"),
        ("蒲桃县文保局政府采购中金额最大的项目是哪个？", "影像制作"),
        ("蒲桃县文保局采购金额最大的项目是什么", "影像制作"),
        ("蒲桃县文保局货物采购最贵的是什么？", "拓印纸"),
        ("蒲桃县碑林馆采购最贵的是什么", "拓印纸"),
    ],
)
def test_the_dearest_purchase_is_one_of_those_asked_for(assistant: Assistant, question: str, name: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert next(one for one in ("塑料棚", "影像制作", "拓印纸", "打印机", "碑刻普查专项", "喷头") if one in answer.text) == name


def test_a_unit_buys_what_its_rows_say(assistant: Assistant) -> None:
    assert told(assistant, "蒲桃县文保局机关采购了哪些项目？合计多少？")[0] == "96.00万元"
    assert told(assistant, "蒲桃县碑林馆采购合计多少") == ["28.00万元"]


@pytest.mark.parametrize("question", ["采购金额最多的单位是哪个？", "政府采购最多的单位是哪家"])
def test_units_are_ranked_by_what_they_buy(assistant: Assistant, question: str) -> None:
    assert "最高的是**蒲桃县文保局机关" in assistant.ask(f"蒲桃县文保局{question}").text


@pytest.mark.parametrize(
    ("first", "then", "owner"),
    [
        ("蒲桃县文保局拓印纸多少钱？", "哪个单位采购？", "蒲桃县碑林馆"),
        ("蒲桃县文保局库房加固多少钱？", "是哪个单位的？", "蒲桃县拓片中心"),
        ("蒲桃县文保局碑林开放经费多少？", "由哪个单位实施？", "蒲桃县碑林馆"),
    ],
)
def test_the_unit_of_what_was_just_told_is_named(assistant: Assistant, first: str, then: str, owner: str) -> None:
    answer = assistant.ask(then, (first,))
    assert answer.status == "answered"
    assert [one for one in ("蒲桃县碑林馆", "蒲桃县拓片中心", "蒲桃县文保局机关") if one in answer.text] == [owner]


@pytest.mark.parametrize(
    "question",
    [
        "政府采购货物工程服务各多少？",
        "政府采购预算中货物多少、工程多少、服务多少？",
        "政府采购货物、工程、服务各占多少？",
    ],
)
def test_the_three_classes_are_read_apart(question: str) -> None:
    assert "货物、工程、服务各" in in_usual_words(question)
