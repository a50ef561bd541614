"""An indicator's value is told, and not what the form says the indicator means or where its value comes from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

BUDGET = """胡杨县牧草局
2033年部门预算

第一部分 胡杨县牧草局概况

一、主要职责

（一）负责全县草场的养护。

二、绩效目标

绩效指标：草场巡护队伍20分钟内到场率不低于90%。

第二部分 2033年部门预算表

草场补播经费绩效目标表

单位：万元

一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值\t指标值确定依据
产出指标\t数量指标\t购置草籽数量\t本年购置草籽\t≥120袋\t采购计划
产出指标\t质量指标\t草籽返工率\t返工次数占播种次数\t≤3%\t播种合同
产出指标\t时效指标\t草籽到位时间\t草籽入库时间\t5月20日前\t播种要求
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Answers over the one document."""
    folder, home = tmp_path_factory.mktemp("grass"), tmp_path_factory.mktemp("home")
    (folder / "牧草局.txt").write_text(BUDGET, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("asked", "value", "other"),
    [("草籽返工率？", "≤3%", "返工次数"), ("草籽到位时间？", "5月20日前", "入库时间"), ("草籽返工率是多少", "≤3%", "合同")],
)
def test_the_value_of_an_indicator_is_told(assistant: Assistant, asked: str, value: str, other: str) -> None:
    answer = assistant.ask(f"胡杨县牧草局{asked}")
    assert value in answer.text
    assert other not in answer.text


def test_what_an_indicator_means_is_told_where_that_is_asked(assistant: Assistant) -> None:
    assert "返工次数占播种次数" in assistant.ask("胡杨县牧草局草籽返工率的绩效指标描述是什么").text


def test_minutes_are_no_points(assistant: Assistant) -> None:
    answer = assistant.ask("胡杨县牧草局草场巡护队伍20分钟到场率？")
    assert "20分*" not in answer.text
    assert "90%" in answer.text
