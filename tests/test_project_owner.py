"""Whose a project is, also where two tables name different units."""

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

（一）负责全市渡口的管理。

第二部分 2032年部门预算表

项目支出预算表

单位：万元

类型\t项目名称\t项目单位\t合计
其他运转类\t渡船检修费\t石榴市渡口管理所\t3.00
其他运转类\t航标刷漆费\t石榴市航标站（石榴市灯塔站）\t2.00
合计\t\t\t5.00

项目支出绩效汇总表

单位：万元

单位名称\t项目名称\t资金总额
石榴市航标站\t渡船检修费\t3.00
石榴市航标站\t航标刷漆费\t2.00
合计\t\t5.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Answers over the one document."""
    folder = tmp_path_factory.mktemp("owners")
    (folder / "budget.txt").write_text(BUDGET, encoding="utf-8")
    with KnowledgeBase.open(folder / "home") as knowledge_base:
        ingest_paths(knowledge_base, [folder / "budget.txt"], lambda *_: None)
        yield Assistant(knowledge_base, Settings(home=folder / "home"))


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("石榴市港航局2032年渡船检修费项目归哪个单位？", ("渡口管理所", "航标站", "不一致"), ()),
        ("石榴市港航局2032年渡船检修费项目，在项目支出预算表和绩效汇总表里归的是同一个单位吗？", ("渡口管理所", "航标站", "不一致"), ()),
        ("石榴市港航局2032年航标刷漆费项目归哪个单位？", ("航标站",), ("不一致", "渡口管理所")),
    ],
)
def test_each_table_is_told_with_the_unit_that_it_names(
    assistant: Assistant, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.text
    assert [word for word in said if word not in answer.text] == [], answer.text
    assert [word for word in unsaid if word in answer.text] == [], answer.text
