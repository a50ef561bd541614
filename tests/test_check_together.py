"""The text and the tables of one disclosure in two files are checked against each other as one document is."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli import run
from eval.invent_documents import invent_documents
from eval.invented import InventedDocument, InventedSection, InventedTable
from eval.write_docx_layout import write_docx_layout
from eval.write_xlsx_layout import write_xlsx_layout
from ingest.checks.check_together import check_together
from ingest.document import Check, Document
from ingest.identity.are_parts import are_parts
from ingest.parse_document import parse_document


def contradictory() -> InventedDocument:
    return invent_documents(3, 1, (2024,), ("预算",), contradictions=3, profiles=("水务局",))[0]


def only(document: InventedDocument, kind: type[InventedSection | InventedTable]) -> InventedDocument:
    return replace(document, body=tuple(part for part in document.body if isinstance(part, kind)))


def write_parts(folder: Path, document: InventedDocument) -> tuple[Path, Path]:
    text, tables = folder / "正文.docx", folder / "附表.xlsx"
    text.write_bytes(write_docx_layout(only(document, InventedSection)))
    tables.write_bytes(write_xlsx_layout(only(document, InventedTable)))
    return text, tables


def told(checks: tuple[Check, ...]) -> Counter[tuple[str, str]]:
    return Counter((check.identity, check.verdict) for check in checks)


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Document, Document]:
    """The whole, the text and the tables."""
    folder = tmp_path_factory.mktemp("one")
    whole = folder / "whole.docx"
    whole.write_bytes(write_docx_layout(contradictory()))
    found = [parse_document(path) for path in (whole, *write_parts(folder, contradictory()))]
    info = {name: getattr(found[0].info, name) for name in ("organization", "year", "kind", "scope")}
    first, text, tables = (replace(one, info=replace(one.info, **info)) for one in found)
    return first, text, tables


def test_two_files_give_the_checks_of_the_one(parts: tuple[Document, Document, Document]) -> None:
    whole, text, tables = parts
    together = check_together(text, tables)
    assert told((*text.checks, *tables.checks, *together)) == told(whole.checks)
    assert any(check.verdict == "broken" and check.kind == "文表" for check in together)


def test_either_file_tells_what_speaks_of_both(parts: tuple[Document, Document, Document]) -> None:
    _, text, tables = parts
    one, other = check_together(text, tables), check_together(tables, text)
    assert told(one) == told(other)
    assert {term.document for check in one for term in (*check.left, *check.right)} == {None, tables.info.id}
    assert {term.document for check in other for term in (*check.left, *check.right)} == {None, text.info.id}


def test_a_second_version_is_no_part(parts: tuple[Document, Document, Document]) -> None:
    whole, text, tables = parts
    assert are_parts(text, tables)
    assert not are_parts(text, whole)
    assert not are_parts(tables, whole)
    assert not are_parts(text, replace(tables, info=replace(tables.info, source_path="/elsewhere/附表.xlsx")))
    assert not are_parts(text, replace(tables, info=replace(tables.info, year=2020)))


def test_the_ledger_of_two_files_tells_what_was_planted_between_them(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    write_parts(folder, contradictory())
    home = ["--home", str(tmp_path / "home")]
    assert run([*home, "ingest", str(folder)]) == 0
    capfd.readouterr()
    planted = contradictory().contradictions[0]
    assert run([*home, "checks", "--json"]) == 0
    records = json.loads(capfd.readouterr().out)
    broken = [one for one in records if one["verdict"] == "broken" and one["kind"] == "文表"]
    assert {term["document"] for one in broken for term in (*one["left"], *one["right"])} == {"正文.docx", "附表.xlsx"}
    assert any(planted.other_printed.replace(",", "") in json.dumps(one, ensure_ascii=False).replace(",", "") for one in broken)
