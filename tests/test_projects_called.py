"""Projects whose names begin alike are added up; a dialogue that names no body stays with the one that answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

BUDGET = """芦汀市渔政局
2034年部门预算

第一部分 芦汀市渔政局概况

一、主要职责

（一）负责全市渔港的养护。

第二部分 2034年部门预算表

部门项目支出表

单位：万元

单位名称\t项目名称\t合计
合计\t\t130.00
芦汀市渔政局\t增殖公益金鱼苗投放项目\t40.00
芦汀市渔政局\t增殖公益金渔礁修建项目\t35.00
芦汀市渔政局\t渔港航标养护经费\t30.00
芦汀市渔政局\t渔政艇油料经费\t25.00
"""

ACCOUNTS = """桑溪市蚕桑局
2033年部门决算

第一部分 桑溪市蚕桑局概况

一、主要职责

（一）负责全市蚕桑的指导。

第二部分 2033年部门决算表

项目支出绩效自评表

项目名称\t蚕室改造经费\t\t
主管部门\t桑溪市蚕桑局\t\t
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t改造蚕室\t≥4间\t4间\t90\t88.00
总分\t\t\t\t\t100\t98.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Answers over a budget and the accounts of another body for another year."""
    folder, home = tmp_path_factory.mktemp("called"), tmp_path_factory.mktemp("home")
    (folder / "渔政局.txt").write_text(BUDGET, "utf-8")
    (folder / "蚕桑局.txt").write_text(ACCOUNTS, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    "turns", [("增殖公益金一共有多少钱？",), ("芦汀市渔政局增殖公益金有哪些项目？",), ("增殖公益金一共有多少钱？", "有哪些项目？")]
)
def test_projects_called_alike_are_added_up(assistant: Assistant, turns: tuple[str, ...]) -> None:
    answer = assistant.ask(turns[-1], turns[:-1])
    assert [f"{one.value}{one.unit}" for one in answer.values] == ["75.00万元", "40.00万元", "35.00万元"]


@pytest.mark.parametrize("question", ["增殖公益金采购一共多少钱？", "增殖公益金利息一共多少钱？"])
def test_nothing_is_added_up_where_something_else_is_named(assistant: Assistant, question: str) -> None:
    assert "75.00" not in assistant.ask(question).text


def test_another_year_is_asked_of_the_same_body(assistant: Assistant) -> None:
    answer = assistant.ask("2033年自评得分？", ("渔港航标养护经费多少？",))
    assert answer.status != "answered"
    assert "桑溪市" not in answer.text
