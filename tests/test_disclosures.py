"""The text and the tables of one disclosure in two files answer as the one document would, every citation of its own file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from test_check_together import contradictory, write_parts

from app.answer import Answer
from app.assistant import Assistant
from app.documents.search_passages import search_passages
from app.library.ingest_paths import ingest_paths
from app.settings import read_settings
from eval.write_docx_layout import write_docx_layout
from retrieval.knowledge_base import KnowledgeBase

NAME = contradictory().title
QUESTIONS = (
    f"{NAME}的基本支出是多少？",
    f"{NAME}中基本支出与项目支出一共是多少？",
    f"{NAME}的项目支出是多少，前后一致吗？",
    f"{NAME}的主要职责是什么？",
    f"{NAME}中社会保障和就业支出占支出合计的比重",
    f"{NAME}的“三公”经费是多少？",
)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Answer], list[Answer]]:
    """Of the whole document, and of its two files."""
    folder = tmp_path_factory.mktemp("disclosures")
    (folder / "whole").mkdir()
    (folder / "parts").mkdir()
    (folder / "whole" / "整.docx").write_bytes(write_docx_layout(contradictory()))
    write_parts(folder / "parts", contradictory())
    return ask_all(folder / "whole"), ask_all(folder / "parts")


def ask_all(folder: Path) -> list[Answer]:
    home = folder.parent / f"{folder.name} home"
    with KnowledgeBase.open(home) as base:
        ingest_paths(base, [folder], lambda *_: None)
        assistant = Assistant(base, read_settings(home=home))
        return [assistant.ask(question) for question in QUESTIONS]


def test_a_search_finds_the_passages_of_both_files(tmp_path: Path) -> None:
    write_parts(tmp_path, contradictory())
    with KnowledgeBase.open(tmp_path / "home") as base:
        ingest_paths(base, [tmp_path / "正文.docx", tmp_path / "附表.xlsx"], lambda *_: None)
        reader = Assistant(base, read_settings(home=tmp_path / "home")).reader
        figures = search_passages(reader, f"{NAME}的项目支出是多少", (), 5)
        words = search_passages(reader, f"{NAME}的主要职责", (), 5)
    assert figures[0]["document"] == "附表.xlsx"
    assert "项目支出" in figures[0]["text"]
    assert words[0]["document"] == "正文.docx"


@pytest.mark.parametrize("place", range(len(QUESTIONS)), ids=QUESTIONS)
def test_two_files_answer_as_one_document(place: int, answers: tuple[list[Answer], list[Answer]]) -> None:
    whole, parts = (one[place] for one in answers)
    assert whole.status == "answered"
    assert replace(parts, citations=()) == replace(whole, citations=())
    assert [(one.quote, one.row, one.col) for one in parts.citations] == [(one.quote, one.row, one.col) for one in whole.citations]


def test_every_citation_is_of_the_file_that_prints_it(answers: tuple[list[Answer], list[Answer]]) -> None:
    cited = [citation for answer in answers[1] for citation in answer.citations]
    assert {citation.document for citation in cited} == {"正文.docx", "附表.xlsx"}
    for citation in cited:
        assert citation.document == ("附表.xlsx" if citation.table else "正文.docx")
        assert (citation.page or 0) < 1000
        assert citation.lines is None or citation.lines[1] < 100_000
