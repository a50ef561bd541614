"""Basic and project expenditure where a form prints neither, or under other names: never the whole, never a name that only looks alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

HEAD = """梓川县茶叶局
2031年部门综合预算

第一部分 部门概况

一、主要职责

（一）负责全县茶园的管护。

第二部分 情况说明

一、收支情况

2031年本部门支出预算310.00万元，较上年增加12.00万元，增长4.03%。全年人民调解成功42件。

第三部分 表格

2031年部门综合预算收支总表

单位：万元

收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、部门预算\t310.00\t一、部门预算\t310.00
"""
NAMED = """\t\t1、人员经费和公用经费支出\t210.00
\t\t2、专项业务经费支出\t100.00
"""
REST = """本年收入合计\t310.00\t本年支出合计\t310.00
收入总计\t310.00\t支出总计\t310.00

2031年支出明细表

单位：万元

科目编码\t科目名称\t合计
30101\t基本工资支出\t88.00
30201\t办公费\t12.00
\t合计\t100.00

专项业务经费绩效目标表

项目名称\t项目金额
茶园防冻设施配套资金\t40.00
古茶树保护资金\t60.00

项目自评汇总表

项目名称\t产出指标得分率\t得分
茶园日常养护费\t95%\t93.50
"""


def opened(folder: Path, text: str) -> Iterator[Assistant]:
    (folder / "茶叶.txt").write_text(text, "utf-8")
    home = folder / "home"
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder / "茶叶.txt"], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    yield from opened(tmp_path_factory.mktemp("without"), HEAD + REST)


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    yield from opened(tmp_path_factory.mktemp("named"), HEAD + NAMED + REST)


@pytest.mark.parametrize("question", ["项目支出多少", "2031年项目支出预算", "基本支出多少", "项目一共多少钱", "基本支出占多少"])
def test_a_part_that_is_not_printed_is_not_told(without: Assistant, question: str) -> None:
    answer = without.ask(f"梓川县茶叶局{question}")
    assert not answer.values, answer.text


@pytest.mark.parametrize(("question", "told"), [("项目支出多少", "100.00"), ("基本支出多少", "210.00"), ("项目支出占总支出多少", "32.26")])
def test_a_part_is_told_under_the_name_that_the_form_has_for_it(named: Assistant, question: str, told: str) -> None:
    assert f"**{told}" in named.ask(f"梓川县茶叶局{question}").text


def test_a_share_is_of_the_part_that_is_named(named: Assistant, without: Assistant) -> None:
    earlier = ("梓川县茶叶局茶园防冻设施配套资金多少钱",)
    assert "40.00 ÷ 100.00" in named.ask("占项目支出多少", earlier).text
    assert without.ask("占项目支出多少", earlier).status == "not_found"


@pytest.mark.parametrize("question", ["人民调解经费", "人民调解费用多少", "人民调解花费"])
def test_what_something_costs_is_told_by_no_count(named: Assistant, question: str) -> None:
    assert "42件" not in named.ask(f"梓川县茶叶局{question}").text


def test_what_follows_on_words_without_an_amount_is_of_nothing(named: Assistant) -> None:
    assert named.ask("比上年增加多少", ("梓川县茶叶局人民调解怎么样",)).status == "not_found"


@pytest.mark.parametrize("question", ["茶园日常养护费多少", "茶园日常养护费是多少"])
def test_a_cost_is_no_score(named: Assistant, question: str) -> None:
    assert not named.ask(f"梓川县茶叶局{question}").values
