from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from knowledge_documents import invented_document
from langchain_core.retrievers import BaseRetriever
from pydantic import ValidationError

from retrieval.evidence import FigureEvidence, StatementEvidence
from retrieval.knowledge_base import KnowledgeBase
from retrieval.langchain_objects import NOTHING_FOUND, BudgetRetriever, FigureFinding, make_figure_tool

DOCUMENT = invented_document()


@pytest.fixture
def knowledge_base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.open(tmp_path) as opened:
        opened.add(DOCUMENT, b"")
        yield opened


def look_up(knowledge_base: KnowledgeBase, documents: list[str], items: list[str], **_rest: object) -> list[FigureFinding]:
    document = knowledge_base.document(documents[0])
    asked = [figure for figure in document.figures if figure.row[1] in items]
    figures = [FigureEvidence(document.info, document.tables[0], figure, 1.0) for figure in asked]
    return [*figures, StatementEvidence(document.info, document.sections[1], document.statements[0], 0.5)]


def find_nothing(_knowledge_base: KnowledgeBase, **_arguments: object) -> list[FigureEvidence]:
    return []


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


def test_tool_gives_text_to_the_model_and_evidence_to_the_program(knowledge_base: KnowledgeBase) -> None:
    tool = make_figure_tool(knowledge_base, look_up)
    arguments: dict[str, Any] = {"documents": [DOCUMENT.info.id], "items": ["差旅费"]}
    message = tool.invoke({"type": "tool_call", "id": "1", "name": tool.name, "args": arguments})
    assert message.content.splitlines() == [
        "云岭市灯塔局 2031年预算｜支出表0｜行：302 / 差旅费｜列：本年支出 / 合计｜3.50万元",
        "云岭市灯塔局 2031年预算｜第二部分 情况说明 > “三公”经费支出情况说明｜公务接待费3.20万元。",
    ]
    assert message.artifact == look_up(knowledge_base, **arguments)


def test_tool_says_that_nothing_was_found(knowledge_base: KnowledgeBase) -> None:
    assert make_figure_tool(knowledge_base, find_nothing).invoke({"documents": []}) == NOTHING_FOUND


@pytest.mark.parametrize("arguments", [{}, {"documents": "一份"}, {"documents": [], "limit": 0}, {"documents": [], "unknown": 1}])
def test_tool_refuses_arguments_outside_its_schema(knowledge_base: KnowledgeBase, arguments: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        make_figure_tool(knowledge_base, find_nothing).invoke(arguments)


def test_tool_is_described_in_chinese_with_every_argument(knowledge_base: KnowledgeBase) -> None:
    tool = make_figure_tool(knowledge_base, find_nothing)
    assert tool.name == "look_up_figures"
    assert set(tool.args) == {"documents", "items", "codes", "columns", "tables", "limit"}
    assert "预算" in tool.description
    assert all(any("一" <= character <= "鿿" for character in argument["description"]) for argument in tool.args.values())


def test_knowledge_base_does_not_import_langchain_or_torch() -> None:
    heavy = ("langchain_core", "torch", "sentence_transformers", "chromadb", "bm25s")
    program = f"import sys, retrieval.knowledge_base; print([name for name in {heavy} if name in sys.modules])"
    root = Path(__file__).resolve().parent.parent
    ran = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_tracing_is_off() -> None:
    assert os.environ["LANGSMITH_TRACING"] == "false"
