from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from figure_documents import find
from knowledge_documents import invented_document
from langchain_core.embeddings import FakeEmbeddings
from langchain_core.retrievers import BaseRetriever
from pydantic import ValidationError

from retrieval.facts.finding import Finding
from retrieval.knowledge_base import KnowledgeBase
from retrieval.langchain_objects import NOTHING_FOUND, BudgetRetriever, BudgetVectorStore, make_figure_tool

DOCUMENT = invented_document()


@pytest.fixture
def knowledge_base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.open(tmp_path) as opened:
        opened.add(DOCUMENT, b"")
        yield opened


def look_up(document: str, parts: Sequence[str], units: Sequence[str], is_compared: bool) -> Finding:
    assert (document, is_compared) == ("final", False)
    return find(*parts, units=tuple(units))


def test_retriever_returns_passages_with_their_place(knowledge_base: KnowledgeBase) -> None:
    retriever = BudgetRetriever(knowledge_base=knowledge_base, k=2)
    assert isinstance(retriever, BaseRetriever)
    first, _ = retriever.invoke("政府采购货物多少")
    assert "政府采购" in first.page_content
    score = first.metadata.pop("score")
    assert score > 0
    section = "第二部分 情况说明 > 政府采购支出情况说明"
    source = {"document": DOCUMENT.info.file_name, "document_id": DOCUMENT.info.id}
    assert first.metadata == source | {"section": section, "table": None, "page": 2}


def test_retriever_of_no_documents_finds_nothing(knowledge_base: KnowledgeBase) -> None:
    assert BudgetRetriever(knowledge_base=knowledge_base, documents=[]).invoke("政府采购") == []


def test_the_vector_store_finds_what_the_retriever_finds(knowledge_base: KnowledgeBase) -> None:
    store = BudgetVectorStore(knowledge_base)
    expected = BudgetRetriever(knowledge_base=knowledge_base, k=2).invoke("政府采购货物多少")
    assert store.similarity_search("政府采购货物多少", k=2) == expected
    assert store.as_retriever(search_kwargs={"k": 2}).invoke("政府采购货物多少") == expected
    scores = [score for _, score in store.similarity_search_with_score("政府采购货物多少", k=3)]
    assert scores == sorted(scores, reverse=True)
    assert BudgetVectorStore(knowledge_base, documents=[]).similarity_search("政府采购") == []


def test_the_vector_store_is_filled_by_ingest_alone(knowledge_base: KnowledgeBase) -> None:
    with pytest.raises(NotImplementedError, match="mingzhang ingest"):
        BudgetVectorStore(knowledge_base).add_texts(["一段没有出处的话"])
    with pytest.raises(NotImplementedError, match="mingzhang ingest"):
        BudgetVectorStore.from_texts([], FakeEmbeddings(size=2))


def test_tool_gives_text_to_the_model_and_the_finding_to_the_program() -> None:
    tool = make_figure_tool(look_up)
    arguments: dict[str, Any] = {"document": "final", "question": "公务接待费决算是多少"}
    message = tool.invoke({"type": "tool_call", "id": "1", "name": tool.name, "args": arguments})
    assert message.content.splitlines()[0].endswith("｜财政拨款“三公”经费支出决算表｜行：｜列：决算数 / 公务接待费｜2.00万元")
    assert message.content.splitlines()[1].endswith("支出决算2.00万元，比2030年度减少0.50万元，下降20.00%，主要原因是来访减少。")
    assert message.artifact == find("公务接待费决算是多少")


def test_earlier_questions_and_units_reach_the_look_up() -> None:
    asked: list[object] = []

    def remember(document: str, parts: Sequence[str], units: Sequence[str], is_compared: bool) -> Finding:
        asked.extend((document, tuple(parts), tuple(units), is_compared))
        return find("差旅费")

    arguments = {"document": "final", "question": "那今年呢", "earlier": ["差旅费"], "units": ["桐花县档案馆"], "is_compared": True}
    make_figure_tool(remember).invoke(arguments)
    assert asked == ["final", ("差旅费", "那今年呢"), ("桐花县档案馆",), True]


def test_tool_says_that_nothing_was_found() -> None:
    assert make_figure_tool(look_up).invoke({"document": "final", "question": "灯塔费"}) == NOTHING_FOUND


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"document": "final"},
        {"question": "差旅费"},
        {"document": "final", "question": "差旅费", "units": "一个"},
        {"document": "final", "question": "差旅费", "unknown": 1},
    ],
)
def test_tool_refuses_arguments_outside_its_schema(arguments: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        make_figure_tool(look_up).invoke(arguments)


def test_tool_is_described_in_chinese_with_every_argument() -> None:
    tool = make_figure_tool(look_up)
    assert tool.name == "look_up_figures"
    assert set(tool.args) == {"document", "question", "earlier", "units", "is_compared"}
    assert "预算" in tool.description
    assert all(any("一" <= character <= "鿿" for character in argument["description"]) for argument in tool.args.values())


def test_tracing_is_off() -> None:
    assert os.environ["LANGSMITH_TRACING"] == "false"
