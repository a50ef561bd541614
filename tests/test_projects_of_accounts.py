"""A list of projects whose rows name, behind each project, the account that pays for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

TEXT = """桐花县林场管理局
2031年部门预算

第一部分 桐花县林场管理局概况

一、主要职责

（一）负责全县苗圃的养护。

第二部分 2031年部门预算表

桐花县林场管理局2031年项目支出预算表

单位：万元

单位名称\t项目名称\t功能科目\t合计\t一般公共预算
合计\t\t\t219.00\t219.00
桐花县林场管理局本级\t苗圃围栏修缮\t2130205森林资源培育\t84.00\t84.00
桐花县林场管理局本级\t护林员补助\t2130207森林资源管理\t120.00\t120.00
桐花县林场管理局本级\t古树名录编制\t2130205森林资源培育\t15.00\t15.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("home")
    (folder / "林场预算.txt").write_text(TEXT, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize("question", ["项目支出预算表里金额排前二的项目是哪些？分别多少钱？", "最大的两个项目是哪些"])
def test_a_project_goes_by_its_own_name(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(f"桐花县林场管理局2031年{question}")
    assert {"护林员补助", "苗圃围栏修缮"} <= {one for one in ("护林员补助", "苗圃围栏修缮", "森林资源培育") if one in answer.text}
    assert "森林资源培育（" not in answer.text


def test_the_projects_are_listed_by_their_own_names(assistant: Assistant) -> None:
    answer = assistant.ask("桐花县林场管理局2031年有哪些项目，各多少钱？")
    assert all(f"{name}：" in answer.text for name in ("苗圃围栏修缮", "护林员补助", "古树名录编制"))
