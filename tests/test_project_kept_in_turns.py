"""What was spoken of last stays the thing of a dialogue: a project over turns not found, a change for its reason."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

BUDGET = """石榴市港航局
2032年部门预算

第一部分 石榴市港航局概况

一、主要职责

（一）负责全市渡口的管理并组织实施。

第二部分 2032年部门预算表

项目支出预算表

单位：万元

类型\t项目名称\t项目单位\t合计
其他运转类\t渡船检修费\t石榴市渡口管理所\t3.00
其他运转类\t航标刷漆费\t石榴市航标站\t2.00
合计\t\t\t5.00

第三部分 2032年部门预算情况说明

二、收入预算情况说明

2032年收入预算96.00万元，其中：事业收入16.00万元，占16.67%，比上年增加1.50万元，增长10.34%，主要是渡口票款预计增加。

五、一般公共预算支出情况说明

社会保障和就业支出行政事业单位养老支出69.60万元，比上年增加3.55万元，增长5.37%，主要原因是退休人员增加。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Answers over the one document."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "budget.txt").write_text(BUDGET, encoding="utf-8")
    with KnowledgeBase.open(folder / "home") as knowledge_base:
        ingest_paths(knowledge_base, [folder / "budget.txt"], lambda *_: None)
        yield Assistant(knowledge_base, Settings(home=folder / "home"))


@pytest.mark.parametrize("asked", ["由谁实施？", "谁负责？", "哪个单位承担？", "实施单位是谁？"])
def test_who_carries_out_a_project_is_its_unit_and_no_duty(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked, ["石榴市港航局2032年渡船检修费多少钱？"])
    assert answer.status == "answered", answer.text
    assert "石榴市渡口管理所" in answer.text
    assert "组织实施" not in answer.text
    assert "航标站" not in answer.text


def test_the_project_is_kept_over_a_turn_that_found_nothing(assistant: Assistant) -> None:
    answer = assistant.ask("谁实施？", ["石榴市港航局2032年渡船检修费多少钱？", "满意度？"])
    assert "石榴市渡口管理所" in answer.text, answer.text


@pytest.mark.parametrize("why", ["为什么？", "什么原因？", "为什么增加？"])
def test_why_after_a_change_is_the_reason_in_its_sentence(assistant: Assistant, why: str) -> None:
    answer = assistant.ask(why, ["石榴市港航局2032年事业收入多少？", "比上年增加多少？"])
    assert "票款" in answer.text, answer.text
    assert "退休人员" not in answer.text


def test_an_income_is_not_explained_by_what_institutions_pay(assistant: Assistant) -> None:
    answer = assistant.ask("石榴市港航局2032年事业收入为什么增加？")
    assert "退休人员" not in answer.text, answer.text
