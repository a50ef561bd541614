"""What a document says of the body itself: its telephone and its plaques."""

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

桐花县林场管理局是县政府工作部门，加挂桐花县苗木站牌子。主要职责是：

（一）负责全县苗圃的养护。

第二部分 2031年部门预算表

部门支出总体情况表

单位：万元

科目编码\t科目名称\t合计
\t合计\t480.00
2130204\t事业机构\t480.00

第三部分 其他说明

一、公开方式

预算公开咨询电话：0999-1234567。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("home")
    (folder / "林场预算.txt").write_text(TEXT, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("想问桐花县林场管理局预算的事，该打哪个电话？", "0999-1234567"),
        ("桐花县林场管理局的联系方式是什么？", "0999-1234567"),
        ("桐花县林场管理局挂了什么牌子？", "加挂桐花县苗木站牌子"),
    ],
)
def test_the_sentence_that_says_it_is_quoted(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert said in answer.text
    assert said in answer.citations[0].quote


@pytest.mark.parametrize("question", ["桐花县林场管理局电话费是多少？", "桐花县林场管理局局长电话是多少钱？"])
def test_what_calls_cost_is_no_telephone(assistant: Assistant, question: str) -> None:
    assert "0999" not in assistant.ask(question).text
