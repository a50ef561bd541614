"""Projects of a summary of self-evaluations that a question names, and the lowest of them all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

TEXT = """桐花县林场管理局
2031年度部门决算

第一部分 桐花县林场管理局概况

一、主要职责

（一）负责全县苗圃的养护。

第二部分 2031年度部门决算表

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计
\t合计\t480.00
2130204\t事业机构\t480.00

项目自评汇总表

单位：万元

项目名称\t全年预算数\t全年执行数\t预算执行率\t自评得分
2031年苗圃养护费\t126.00\t64.52\t51.21%\t94.12
2031年油锯租赁费\t165.20\t163.76\t99.13%\t99.91
2031年巡护补助\t30.00\t12.00\t40.00%\t88.60
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("home")
    (folder / "林场决算.txt").write_text(TEXT, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("自评汇总表里的苗圃养护费、油锯租赁费两个项目，哪个预算执行率最低？是多少？", "51.21%", "40.00%"),
        ("苗圃养护费和油锯租赁费得分各多少？", "99.91分", "88.60分"),
        ("绩效自评的项目里哪个得分最低，多少分？", "88.60分", "94.12分"),
        ("绩效自评项目中哪个得分最高？多少分？", "99.91分", "88.60分"),
    ],
)
def test_only_the_projects_that_are_named_are_told(assistant: Assistant, question: str, told: str, untold: str) -> None:
    answer = assistant.ask(f"桐花县林场管理局2031年{question}")
    assert answer.status == "answered"
    assert told in answer.text
    assert untold not in answer.text
