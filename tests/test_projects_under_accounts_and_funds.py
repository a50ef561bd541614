"""Projects asked for by the unit that carries them out, by their account and by their fund, and one that several funds pay for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

ACCOUNTS = """银杏市桥梁局
{year}年度部门决算

第一部分 银杏市桥梁局概况

一、主要职责

（一）负责全市桥梁的养护。

二、机构设置

纳入本部门{year}年度部门决算编制范围的单位共3个：1.银杏市桥梁局（本级）；2.银杏市桥梁养护中心；3.银杏市桥梁监测站。

第二部分 {year}年度部门决算表

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t{total}\t\t{total}
2140104\t桥梁建设\t{built}\t\t{built}
2140106\t桥梁养护\t70.00\t\t70.00

项目支出决算明细表

单位：万元

项目名称\t功能分类科目\t实施单位\t决算数\t资金来源\t
项目名称\t功能分类科目\t实施单位\t决算数\t一般公共预算财政拨款\t政府性基金预算财政拨款
合计\t\t\t{total}\t{general}\t{fund}
大石桥重建工程\t2140104\t局本级\t{own}\t{own}\t
车购税补助大石桥重建工程\t2140104\t局本级\t20.00\t20.00\t
大石桥重建工程（专项债券）\t2140104\t局本级\t{bond}\t\t{bond}
桥面养护\t2140106\t桥梁养护中心\t45.00\t45.00\t
桥墩检测\t2140106\t桥梁监测站\t16.00\t16.00\t
护栏油漆\t2140106\t桥梁养护中心\t9.00\t\t9.00
"""
AMOUNTS = (
    {"year": 2033, "own": "50.00", "bond": "300.00", "built": "370.00", "total": "440.00", "general": "131.00", "fund": "309.00"},
    {"year": 2032, "own": "30.00", "bond": "100.00", "built": "150.00", "total": "220.00", "general": "111.00", "fund": "109.00"},
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Answers over the accounts of two years."""
    folder, home = tmp_path_factory.mktemp("bridges"), tmp_path_factory.mktemp("home")
    for amounts in AMOUNTS:
        (folder / f"桥梁局{amounts['year']}.txt").write_text(ACCOUNTS.format(**amounts), "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize("asked", ["一共花了多少钱？", "决算数是多少", "用了哪几笔资金？合计多少"])
def test_a_project_under_several_funds_is_told_with_all_of_them(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"银杏市桥梁局2033年大石桥重建工程{asked}")
    assert [str(one.value) for one in answer.values] == ["370.00", "50.00", "20.00", "300.00"]
    assert answer.calculation == "50.00 + 20.00 + 300.00 = 370.00万元"


def test_the_other_year_is_told_in_the_same_way(assistant: Assistant) -> None:
    first = "银杏市桥梁局2033年大石桥重建工程一共花了多少钱？"
    answer = assistant.ask("2032年呢？", (first,))
    assert str(answer.values[0].value) == "150.00"
    both = assistant.ask("两年合计？", (first, "2032年呢？"))
    assert "80.00万元" not in both.text  # the sum of one of several rows


def test_one_row_is_told_as_before(assistant: Assistant) -> None:
    assert [str(one.value) for one in assistant.ask("银杏市桥梁局2033年桥面养护花了多少？").values] == ["45.00"]


@pytest.mark.parametrize(
    ("unit", "names"),
    [("桥梁养护中心", {"桥面养护", "护栏油漆"}), ("桥梁监测站", {"桥墩检测"}), ("局本级", {"大石桥重建工程"})],
)
def test_a_unit_has_the_projects_that_it_carries_out(assistant: Assistant, unit: str, names: set[str]) -> None:
    answer = assistant.ask(f"银杏市桥梁局2033年{unit}有哪些项目？")
    assert answer.status == "answered"
    assert {one for one in ("桥面养护", "护栏油漆", "桥墩检测", "大石桥重建工程") if one in answer.text} == names


@pytest.mark.parametrize("asked", ["科目2140106对应哪些项目", "2140106桥梁养护由哪几个项目组成", "桥梁养护科目下有哪些项目？"])
def test_an_account_pays_for_the_projects_that_bear_it(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"银杏市桥梁局2033年{asked}")
    assert [str(one.value) for one in answer.values] == ["70.00", "45.00", "16.00", "9.00"]


def test_the_projects_of_the_account_just_told_are_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("由哪些项目组成？", ("银杏市桥梁局2033年桥梁养护支出多少？",))
    assert [str(one.value) for one in answer.values] == ["70.00", "45.00", "16.00", "9.00"]


@pytest.mark.parametrize(
    "asked", ["政府性基金安排的项目有哪些，合计多少？", "政府性基金安排了几个项目？", "用政府性基金安排的项目有几个，一共多少钱"]
)
def test_the_projects_of_a_fund_are_added_up(assistant: Assistant, asked: str) -> None:
    assert [str(one.value) for one in assistant.ask(f"银杏市桥梁局2033年{asked}").values] == ["309.00", "300.00", "9.00"]


@pytest.mark.parametrize("asked", ["大石桥重建工程绩效目标是什么？", "科目2140106对应哪些项目的绩效目标"])
def test_goals_are_not_answered_by_amounts(assistant: Assistant, asked: str) -> None:
    assert "370.00" not in assistant.ask(f"银杏市桥梁局2033年{asked}").text
