from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents.search_passages import search_passages
from app.question_reader import QuestionReader
from retrieval.knowledge_base import KnowledgeBase
from tests.knowledge_documents import invented_document

LIGHTHOUSES = invented_document()
HARBOURS = invented_document("碧港县港务局")


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[QuestionReader]:
    with KnowledgeBase.open(tmp_path) as knowledge_base:
        for document in (LIGHTHOUSES, HARBOURS):
            knowledge_base.add(document, b"")
        yield QuestionReader(knowledge_base, tmp_path)


def first(reader: QuestionReader, question: str, *history: str) -> tuple[str, str | None]:
    found = search_passages(reader, question, history, 5)[0]
    return found["document_id"], found["table"]


def test_the_table_that_prints_the_figure_comes_first(reader: QuestionReader) -> None:
    assert first(reader, "碧港县港务局2031年预算基本工资是多少") == (HARBOURS.info.id, "支出表0")


def test_traditional_characters_find_the_same(reader: QuestionReader) -> None:
    assert first(reader, "碧港縣港務局2031年預算會議費是多少") == (HARBOURS.info.id, "支出表0")


def test_a_follow_up_is_searched_with_what_it_follows_on(reader: QuestionReader) -> None:
    assert first(reader, "云岭市灯塔局呢", "碧港县港务局2031年预算会议费是多少") == (LIGHTHOUSES.info.id, "支出表0")


def test_a_question_of_documents_that_are_not_there_finds_nothing(reader: QuestionReader) -> None:
    assert search_passages(reader, "碧港县港务局2019年预算会议费是多少", (), 5) == []
