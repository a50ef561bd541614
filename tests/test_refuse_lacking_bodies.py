"""Two bodies of which one has no document of the year that is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

TEXT = (
    "{name}\n{year}年部门预算\n\n第一部分 概况\n\n一、主要职责\n\n（一）负责全县树苗的培育。\n\n"
    "第二部分 {year}年部门预算表\n\n部门支出总体情况表\n\n"
    "单位：万元\n\n科目编码\t科目名称\t合计\n\t合计\t480.00\n2120101\t行政运行\t480.00\n"
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("files")
    for name, year in (("桐花县园艺局", 2031), ("梨花县林草局", 2030)):
        (folder / f"{name}.txt").write_text(TEXT.format(name=name, year=year), encoding="utf-8")
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    with KnowledgeBase.open(settings.home) as base:
        ingest_paths(base, [folder], lambda *_: None)
        yield Assistant(base, settings)


@pytest.mark.parametrize("question", ["2031年桐花县园艺局和梨花县林草局行政运行哪个多？", "2031年园艺局和林草局的行政运行合计多少？"])
def test_the_other_alone_is_no_answer(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found"
    assert "梨花县林草局2031年" in answer.text
