from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from check_documents import read_document
from test_tell_checks import TABLE, FakeEmbedder

from app.cli import run
from ingest.document import Place, Problem
from retrieval.knowledge_base import KnowledgeBase
from retrieval.store import indexes


@pytest.fixture(autouse=True)
def _filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "load_embedder", FakeEmbedder)
    monkeypatch.setenv("MINGZHANG_HOME", str(tmp_path / "home"))
    document = read_document(tmp_path, [("支出决算表", TABLE.format(total="31.00"))], kind="决算")
    problem = Problem("有一处表格没有读出", Place(lines=(40, 42)))
    with KnowledgeBase.open(tmp_path / "home", FakeEmbedder()) as base:  # type: ignore[arg-type]
        base.add(replace(document, problems=(problem,)), b"x")


def test_the_ledger_is_told_in_chinese(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["checks"]) == 0
    printed = capfd.readouterr().out
    row = next(line for line in printed.splitlines() if "支出决算表" in line and "│" in line)
    assert [cell.strip() for cell in row.strip("│ ").split("│")] == ["支出决算表", "18", "13", "0", "2", "0"]
    assert "不一致：《支出决算表》“合计”“本年支出合计”为31.00万元，所列2项相加为30.00万元，相差1万元。" in printed
    assert "没有读出：第 40–42 行 有一处表格没有读出" in printed


def test_checks_as_json_are_one_object_each(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["checks", "--document", "文件2024决算.txt", "--json"]) == 0
    records = json.loads(capfd.readouterr().out)
    assert [record["identity"] for record in records if record["verdict"] == "broken"] == [
        "“本年支出合计”＝“基本支出”＋“项目支出”", "“合计”＝各行之和（本年支出合计）",
    ]  # fmt: skip
    keys = {"document", "document_id", "identity", "kind", "verdict", "difference", "unit", "left", "right"}
    assert all(record.keys() == keys for record in records)


def test_a_document_that_is_not_there_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["checks", "--document", "没有.txt"]) == 1
    assert "没有.txt" in capfd.readouterr().err
