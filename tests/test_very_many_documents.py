"""More documents than are read to answer one question: narrowed by an amount, a row or a name, else asked back at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from knowledge_documents import invented_document

from app.assistant import Assistant
from app.settings import read_settings
from ingest.document import Document
from ingest.parse_document import parse_document
from retrieval.knowledge_base import KnowledgeBase

YEARS = range(2021, 2031)
NAMED = """2031年度灯船局部门预算

## 第一部分 概况

### 一、主要职责

（一）负责全市浮标漆料的检验。
（二）管理灯船的停泊。

## 第二部分 预算表

### 项目支出表

单位：万元
项目\t金额
雾笛更换\t77.31
航标清洗\t12.00
合计\t89.31
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten years of one body and one document of another."""
    folder = tmp_path_factory.mktemp("many")
    file = folder / "云岭市灯船局2031年部门预算.txt"
    file.write_text(NAMED, encoding="utf-8")
    with KnowledgeBase.open(folder / "home") as opened:
        for year in YEARS:
            opened.add(invented_document(year=year), b"")
        opened.add(parse_document(file), b"")
    return folder / "home"


@pytest.fixture
def base(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[KnowledgeBase]:
    """The knowledge base, of which no more than three documents are read for one question."""
    monkeypatch.setattr("app.question.narrow_choice.MOST_DOCUMENTS", 3)
    monkeypatch.setattr("app.question.narrow_choice.MOST_OF_EACH", 3)
    with KnowledgeBase.open(home) as opened:
        yield opened


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are read while a question is answered."""
    loaded: list[str] = []

    def document(self: KnowledgeBase, document_id: str) -> Document:
        loaded.append(document_id)
        return original(self, document_id)

    original = KnowledgeBase.document
    monkeypatch.setattr(KnowledgeBase, "document", document)
    return loaded


@pytest.mark.parametrize(
    "question", ["公务接待费是多少", "会议费占多少", "哪个单位的会议费最高", "办公费和差旅费各多少，合计多少", "为什么减少"]
)
def test_a_question_that_names_no_document_is_asked_back_without_reading_them(question: str, base: KnowledgeBase, read: list[str]) -> None:
    assistant = Assistant(base, read_settings(home=base.home))
    assistant.ask("你好")  # files of one disclosure are looked for once
    read.clear()
    answer = assistant.ask(question)
    assert (answer.status, len(set(read))) == ("clarify", 0)
    assert "11份" in answer.text
    assert [one.label for one in answer.choices] == ["灯船局2031年部门预算", "云岭市灯塔局2030年部门预算"]  # the newest of each body
    assert all(one.question.startswith(f"{one.label}：{question[:3]}") for one in answer.choices)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("雾笛更换多少钱", "77.31"),
        ("77.31万元是什么", "雾笛更换"),
        ("773100元是哪个项目的钱", "雾笛更换"),
        ("谁负责浮标漆料的检验", "浮标漆料"),
    ],
)
def test_what_only_few_documents_print_leads_to_them(question: str, told: str, base: KnowledgeBase, read: list[str]) -> None:
    answer = Assistant(base, read_settings(home=base.home)).ask(question)
    assert answer.status == "answered"
    assert told in answer.text
    assert {one.document_id for one in answer.citations} == set(read)
