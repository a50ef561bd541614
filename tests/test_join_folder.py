"""Text and tables in one folder are one disclosure; what only lies beside is none of it."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document as WordDocument
from openpyxl import Workbook

from app.cli import run
from app.library.join_folder import completes_folder, fields_of_folder
from ingest.document import Document, DocumentInfo, Figure, Paragraph, Place, Section
from ingest.quantity import Quantity

FERRIES = DocumentInfo("text", "正文.docx", "/a/正文.docx", organization="溪谷县渡口管理局", year=2031, kind="预算", scope="部门")
TABLES = DocumentInfo("tables", "附表.xlsx", "/a/附表.xlsx")
AMOUNT = Figure(0, ("办公费",), ("预算数",), "1.00", Quantity(Decimal(1), "万元"), Place(), (1, 1))


class FakeKnowledgeBase:
    """Documents by their id."""

    def __init__(self, *documents: Document) -> None:
        self.all = {document.info.id: document for document in documents}

    def documents(self) -> tuple[DocumentInfo, ...]:
        return tuple(document.info for document in self.all.values())

    def document(self, document_id: str) -> Document:
        return self.all[document_id]


def shared(info: DocumentInfo, *documents: Document) -> dict[str, str | int]:
    return fields_of_folder(FakeKnowledgeBase(*documents), info)  # type: ignore[arg-type]


def speaking(info: DocumentInfo, text: str) -> Document:
    return Document(info, sections=(Section((), (Paragraph(text, Place()),), Place()),))


def test_tables_without_a_name_are_those_of_the_text_beside_them() -> None:
    found = shared(TABLES, Document(FERRIES), Document(TABLES, figures=(AMOUNT,)))
    assert found == {"organization": "溪谷县渡口管理局", "year": 2031, "kind": "预算", "scope": "部门"}


def test_only_what_a_file_does_not_say_is_taken_from_the_others() -> None:
    own = replace(TABLES, organization="溪谷县渡口管理局", kind="预算", scope="单位")
    assert shared(own, Document(FERRIES), Document(own, figures=(AMOUNT,))) == {"year": 2031}


def test_two_disclosures_in_one_folder_share_nothing() -> None:
    other = replace(FERRIES, id="other", organization="溪谷县水务局")
    assert shared(TABLES, Document(FERRIES), Document(other), Document(TABLES, figures=(AMOUNT,))) == {}


def test_a_file_of_another_folder_or_year_shares_nothing() -> None:
    assert shared(TABLES, Document(replace(FERRIES, source_path="/b/正文.docx")), Document(TABLES, figures=(AMOUNT,))) == {}
    own = replace(TABLES, year=2030)
    assert shared(own, Document(FERRIES), Document(own, figures=(AMOUNT,))) == {}


@pytest.mark.parametrize(("text", "is_part"), [("渡口的灯，灯下的船。", False), ("溪谷县渡口管理局的名词解释。", True)])
def test_a_text_that_does_not_speak_of_the_organisation_is_no_part(text: str, is_part: bool) -> None:
    assert bool(shared(TABLES, Document(FERRIES), speaking(TABLES, text))) == is_part


@pytest.mark.parametrize("has_figures", [True, False])
def test_tables_complete_a_text_and_a_second_text_does_not(has_figures: bool) -> None:
    named = replace(FERRIES, id="tables", source_path="/a/附表.xlsx")
    base = FakeKnowledgeBase(Document(FERRIES), Document(named, figures=(AMOUNT,) if has_figures else ()))
    assert completes_folder(base, named) == has_figures  # type: ignore[arg-type]


def test_a_folder_of_text_and_tables_is_loaded_as_one(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "渡口"
    folder.mkdir()
    text, tables = WordDocument(), Workbook()
    for line in ("溪谷县渡口管理局2031年部门预算", "第一部分 溪谷县渡口管理局概况", "一、主要职责", "管理全县渡口。"):
        text.add_paragraph(line)
    for row in (["支出总表"], ["单位：万元"], ["项目", "预算数"], ["一、基本支出", "12.50"], ["二、项目支出", "3.50"]):
        tables.active.append(row)
    text.save(str(folder / "正文.docx"))
    tables.save(folder / "附表.xlsx")
    home = ["--home", str(tmp_path / "home")]
    assert run([*home, "ingest", str(folder)]) == 0
    assert "按同一文件夹里的其他文件认定" in capfd.readouterr().err
    assert run([*home, "ask", "溪谷县渡口管理局2031年基本支出是多少？", "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert [(value["value"], value["unit"]) for value in answer["values"]] == [("12.50", "万元")]
    assert answer["citations"][0]["document"] == "附表.xlsx"
