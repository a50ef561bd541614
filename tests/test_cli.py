from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.answer import Answer, Choice, Citation, Value
from app.cli import COMMANDS, run
from app.commands import cli_ask
from ingest.document import Cell, Chunk, Document, DocumentInfo, Figure, Place, Section, Table
from ingest.quantity import Quantity
from retrieval.knowledge_base import KnowledgeBase
from retrieval.store import indexes


class FakeEmbedder:
    """Vectors of length 1 that mean nothing."""

    name = "fake"
    dimension = 4

    def embed_questions(self, questions: Sequence[str]) -> Any:
        return np.full((len(questions), 4), 0.5, dtype=np.float32)

    embed_passages = embed_questions


def figure(row: str, value: str, quantity: Quantity | None, cell: tuple[int, int], place: Place) -> Figure:
    return Figure(0, (row,), ("预算数",), value, quantity, place, cell)


def document(document_id: str, file_name: str, place: Place) -> Document:
    cells = (
        Cell("项目", 0, 0, is_header=True),
        Cell("预算数", 0, 1, is_header=True),
        Cell("基本支出", 1, 0),
        Cell("1,234.50", 1, 1),
        Cell("=1+1", 2, 0),
        Cell("-", 2, 1),
    )
    table = Table(0, "部门支出总表", "公开03表", "万元", ("部门预算表",), cells, context="某项目", place=place)
    figures = (
        figure("基本支出", "1,234.50", Quantity(Decimal("1234.50"), "万元"), (1, 1), place),
        figure("=1+1", "-", None, (2, 1), place),
        figure("-其他", "-3.00", Quantity(Decimal("-3.00"), "万元"), (3, 1), place),
    )
    section = Section(("第一部分", "职责"), (), place)
    chunk = Chunk(f"{document_id}-0", ("部门预算表", "部门支出总表"), "部门支出总表 基本支出 1,234.50", place, table=0)
    path = f"/somewhere/{document_id}/{file_name}"
    info = DocumentInfo(document_id, file_name, path, organization="云州市水务局", year=2024, kind="预算")
    return Document(info, (section,), (table,), figures, (), (chunk,))


ANSWER = Answer(
    "answered",
    "基本支出为 **1,234.50** 万元。",
    values=(Value("基本支出", Decimal("1234.50"), "万元"),),
    calculation="1,234.50 + 0 = 1,234.50",
    citations=(
        Citation(
            "a.txt", "aaa", "2024年预算", "部门预算表 > 部门支出总表", "基本支出 1,234.50", url="https://example.org/a",
            published="2024-02-08", table="部门支出总表", lines=(12, 13), row=("基本支出",), col=("支出", "预算数"),
        ),
    ),
    choices=(Choice("水务局", "云州市水务局2024年基本支出是多少？"),),
    warnings=("两处打印不一致。",),
)  # fmt: skip


class FakeAssistant:
    """Answers everything alike; breaks where it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        self.asked.append((question, tuple(history)))
        if question == "break":
            raise RuntimeError("broken")
        return ANSWER


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(indexes, "load_embedder", lambda: FakeEmbedder())
    monkeypatch.setenv("MINGZHANG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def filled(home: Path) -> Path:
    with KnowledgeBase.open(home, FakeEmbedder()) as base:
        base.add(document("aaa", "a.txt", Place(lines=(12, 12))), b"a")
        base.add(document("bbb", "b.pdf", Place(page=3, bbox=(1.0, 2.0, 3.0, 4.5))), b"b")
    return home


@pytest.fixture
def assistant(monkeypatch: pytest.MonkeyPatch) -> FakeAssistant:
    fake = FakeAssistant()
    monkeypatch.setattr(cli_ask, "open_assistant", lambda _settings: fake)
    return fake


def output(capfd: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    capfd.readouterr()
    assert run(arguments) == status
    return capfd.readouterr().out


def error(capfd: pytest.CaptureFixture[str], *arguments: str, status: int = 1) -> str:
    capfd.readouterr()
    assert run(arguments) == status
    return capfd.readouterr().err


def test_documents_as_json_hold_every_field(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert filled
    first, second = json.loads(output(capfd, "documents", "--json"))
    names = ("id", "file_name", "organization", "year", "kind")
    assert tuple(first[name] for name in names) == ("aaa", "a.txt", "云州市水务局", 2024, "预算")
    assert second["id"] == "bbb"


def test_home_may_stand_before_or_after_the_command(
    filled: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MINGZHANG_HOME", str(filled.parent / "elsewhere"))
    assert output(capfd, "documents", "--json") == "[]\n"
    assert "aaa" in output(capfd, "--home", str(filled), "documents", "--json")
    assert "aaa" in output(capfd, "documents", "--json", "--home", str(filled))
    assert "aaa" in output(capfd, "documents", "--home", str(filled))
    output(capfd, "documents", "--home", str(filled), "set", "aaa", "--year", "2020")


def test_documents_set_corrects_and_tells(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = output(capfd, "documents", "set", "a.txt", "--organization", "云州市林业局", "--year", "2023", "--published", "2023-2-1")
    assert "云州市林业局" in told
    with KnowledgeBase.open(filled, FakeEmbedder()) as base:
        info = base.document("aaa").info
    assert (info.organization, info.year, info.published) == ("云州市林业局", 2023, "2023-02-01")
    assert any("林业局" in alias for alias in info.aliases)


def test_documents_set_names_the_document_that_is_superseded(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    output(capfd, "documents", "set", "a.txt", "--supersedes", "b.pdf")
    with KnowledgeBase.open(filled, FakeEmbedder()) as base:
        assert base.document("aaa").info.supersedes == "bbb"


def test_documents_tell_what_is_superseded_until_it_is_taken_back(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    output(capfd, "documents", "set", "a.txt", "--supersedes", "b.pdf", "--url", "https://example.org/a")
    assert "已被 a.txt 取代" in output(capfd, "documents")
    told = output(capfd, "documents", "set", "a.txt", "--supersedes", "无", "--url", "无")
    assert "取代 无" in told
    assert "已被" not in output(capfd, "documents")
    with KnowledgeBase.open(filled, FakeEmbedder()) as base:
        info = base.document("aaa").info
    assert (info.supersedes, info.url) == (None, None)


BAD_SETS = [
    (("documents", "set", "a.txt", "--supersedes", "a.txt"), "不能取代它自己"),
    (("tables", "“”"), "没有找到表"),
    (("documents", "set", "a.txt"), "没有写要更正的内容"),
    (("documents", "set", "a.txt", "--year", "abc"), "四位数"),
    (("documents", "set", "a.txt", "--kind", "计划"), "“预算”或“决算”"),
    (("documents", "set", "x.txt", "--year", "2024"), "x.txt"),
    (("remove", "x.txt"), "x.txt"),
    (("figures", "--document", "x.txt"), "x.txt"),
    (("tables", "没有的表"), "没有的表"),
    (("batch", "nowhere.jsonl", "out.jsonl"), "nowhere.jsonl"),
    (("batch", "same.jsonl", "same.jsonl"), "问题文件"),
    (("ingest",), "mingzhang ingest"),
]


@pytest.mark.parametrize(("arguments", "words"), BAD_SETS)
@pytest.mark.usefixtures("filled")
def test_a_call_that_cannot_be_done_says_why_in_chinese(arguments: tuple[str, ...], words: str, capfd: pytest.CaptureFixture[str]) -> None:
    told = error(capfd, *arguments)
    assert words in told
    assert "Traceback" not in told


MISUSES = [
    (("ask",), "缺少参数"),
    (("asc",), "没有命令"),
    (("ask", "a", "b"), "多出了参数"),
    (("ask", "a", "--wrong"), "没有选项"),
    (("search", "a", "--k"), "后面要写内容"),
    (("search", "a", "--k", "x"), "整数"),
    (("search", "a", "--k", "0"), "范围"),
    (("figures", "--format", "doc"), "只能是"),
]


@pytest.mark.parametrize(("arguments", "words"), MISUSES)
@pytest.mark.usefixtures("home")
def test_a_wrong_call_is_told_in_chinese_with_status_two(arguments: tuple[str, ...], words: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert words in error(capfd, *arguments, status=2)


ENGLISH_WORDS_OF_TYPER = ("Usage", "Options", "Arguments", "Commands", "Show this", "default:", "required", "OPTIONS", "ARGS")


@pytest.mark.parametrize("command", [(), *((name,) for name, _ in COMMANDS), ("documents",), ("documents", "set")])
def test_help_is_chinese(command: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    told = output(capfd, *command, "--help")
    assert "用法：mingzhang" in told
    assert not [word for word in ENGLISH_WORDS_OF_TYPER if word in told]


def test_without_a_command_the_help_is_shown(capfd: pytest.CaptureFixture[str]) -> None:
    assert "ingest" in output(capfd)


def test_an_ambiguous_name_is_refused_with_the_ids(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with KnowledgeBase.open(filled, FakeEmbedder()) as base:
        base.add(document("ccc", "a.txt", Place(lines=(1, 1))), b"c")
    told = error(capfd, "remove", "a.txt")
    assert "aaa" in told
    assert "ccc" in told


@pytest.mark.usefixtures("filled")
def test_remove_takes_one_out_and_leaves_the_other(capfd: pytest.CaptureFixture[str]) -> None:
    output(capfd, "remove", "a.txt")
    assert [info["id"] for info in json.loads(output(capfd, "documents", "--json"))] == ["bbb"]


@pytest.mark.usefixtures("filled")
def test_a_figure_has_every_key_of_the_contract(capfd: pytest.CaptureFixture[str]) -> None:
    first, dash, *_ = map(json.loads, output(capfd, "figures", "--document", "a.txt").splitlines())
    assert first == {
        "document": "a.txt", "document_id": "aaa", "table": "部门支出总表", "table_no": "公开03表", "context": "某项目",
        "row": ["基本支出"], "col": ["预算数"], "value": "1,234.50", "number": "1234.50", "unit": "万元",
        "page": None, "bbox": None, "lines": [12, 12], "uncertain": False, "recognized": False,
    }  # fmt: skip
    assert (dash["value"], dash["number"], dash["unit"]) == ("-", None, "")


@pytest.mark.usefixtures("filled")
def test_a_figure_of_a_pdf_tells_page_and_box(capfd: pytest.CaptureFixture[str]) -> None:
    found = json.loads(output(capfd, "figures", "--document", "bbb").splitlines()[0])
    assert (found["page"], found["bbox"], found["lines"]) == (3, [1.0, 2.0, 3.0, 4.5], None)


@pytest.mark.usefixtures("filled")
def test_csv_makes_formulas_harmless_and_keeps_numbers(capfd: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(output(capfd, "figures", "--document", "a.txt", "--format", "csv").removeprefix("\ufeff"))))
    assert [row["行标题"] for row in rows] == ["基本支出", "'=1+1", "'-其他"]
    assert [row["数值"] for row in rows] == ["1234.50", "", "-3.00"]
    assert [row["原文"] for row in rows] == ["1,234.50", "'-", "-3.00"]


def test_xlsx_holds_numbers_as_numbers_and_no_formula(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = filled.parent / "figures.xlsx"
    output(capfd, "figures", "--document", "a.txt", "--format", "xlsx", "--output", str(path))
    header, *rows = openpyxl.load_workbook(path).active.iter_rows()
    columns = [cell.value for cell in header]
    assert [row[columns.index("数值")].value for row in rows] == [1234.5, None, -3]
    assert [row[columns.index("行标题")].value for row in rows] == ["基本支出", "=1+1", "-其他"]
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "inlineStr"}


@pytest.mark.usefixtures("filled")
def test_tables_are_listed_and_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert "公开03表" in output(capfd, "tables")
    for name in ("公开03表", "支出总表", "1", "“支出”总表"):
        printed = output(capfd, "tables", name, "--document", "a.txt")
        assert "1,234.50" in printed
        assert "单位：万元" in printed


@pytest.mark.usefixtures("filled")
def test_search_as_json_has_the_contracts_keys(capfd: pytest.CaptureFixture[str]) -> None:
    results = json.loads(output(capfd, "search", "基本支出", "--json"))
    assert {result["document"] for result in results} == {"a.txt", "b.pdf"}
    assert set(results[0]) == {"document", "document_id", "section", "table", "page", "text", "score"}
    assert results[0]["section"] == "部门预算表 > 部门支出总表"
    assert len(json.loads(output(capfd, "search", "基本支出", "--json", "--k", "1"))) == 1


@pytest.mark.usefixtures("home")
def test_ask_prints_answer_calculation_warnings_choices_and_sources(assistant: FakeAssistant, capfd: pytest.CaptureFixture[str]) -> None:
    told = output(capfd, "ask", "基本支出是多少", "--history", "一", "--history", "二")
    expected = (
        "基本支出为 1,234.50 万元。", "计算：1,234.50 + 0", "注意：两处打印不一致。", "1. 云州市水务局2024年基本支出是多少？",
        "[1] 《2024年预算》a.txt", "部门预算表 > 部门支出总表", "基本支出 × 支出 / 预算数", "第 12–13 行", "原文：基本支出 1,234.50",
        "2024-02-08 公布", "https://example.org/a",
    )  # fmt: skip
    assert not [words for words in expected if words not in told]
    assert "**" not in told
    assert assistant.asked == [("基本支出是多少", ("一", "二"))]


@pytest.mark.usefixtures("home")
def test_ask_as_json_is_the_contracts_object(assistant: FakeAssistant, capfd: pytest.CaptureFixture[str]) -> None:
    assert json.loads(output(capfd, "ask", "", "--json")) == json.loads(json.dumps(ANSWER.to_json()))
    assert assistant.asked == [("", ())]


LINES = [
    {"id": "1", "question": "甲"},
    "no json",
    {"id": "2"},
    {"id": "3", "question": "乙", "history": "丙"},
    {"id": "4", "question": "break"},
    {"id": "5", "question": "丁", "history": ["甲"]},
]


def test_batch_goes_on_after_a_bad_line_and_tells_its_number(
    home: Path, assistant: FakeAssistant, capfd: pytest.CaptureFixture[str]
) -> None:
    source, target = home.parent / "in.jsonl", home.parent / "out.jsonl"
    source.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in LINES) + "\n\n", "utf-8")
    told = error(capfd, "batch", str(source), str(target))
    answers = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == ["1", "5"]
    assert all(answer["elapsed_ms"] >= 0 and answer["status"] == "answered" for answer in answers)
    assert [f"第 {number} 行" in told for number in range(1, 7)] == [False, True, True, True, True, False]
    assert assistant.asked[-1] == ("丁", ("甲",))


def test_batch_of_retrieval_gives_results(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source, target = filled.parent / "in.jsonl", filled.parent / "out.jsonl"
    source.write_text('{"id": "1", "question": "基本支出"}\n', "utf-8")
    output(capfd, "batch", str(source), str(target), "--retrieval", "--k", "1")
    (line,) = map(json.loads, target.read_text("utf-8").splitlines())
    assert line["id"] == "1"
    assert len(line["results"]) == 1


@pytest.mark.usefixtures("filled")
def test_doctor_finds_nothing_wrong_and_rebuild_mends(capfd: pytest.CaptureFixture[str]) -> None:
    assert "已载入 2 份文件" in output(capfd, "doctor")
    output(capfd, "rebuild")
    assert "没有发现问题" in output(capfd, "doctor")


SYNONYMS = [
    ("[[synonym]\n", "第 1 行"),
    ("asked =", "没有写完"),
    ('[[synonym]]\nasked = ["渡口"]\nname = ["码头"]\n', "不认识“name”"),
    ('[[synonym]]\nasked = ["渡口"]\n', "缺少 asked、names"),
]


@pytest.mark.parametrize(("text", "words"), SYNONYMS)
def test_synonyms_written_wrongly_are_told_with_their_place(filled: Path, text: str, words: str, capfd: pytest.CaptureFixture[str]) -> None:
    (filled / "synonyms.toml").write_text(text, "utf-8")
    for command in (("doctor",), ("ask", "渡口管理局的支出是多少")):
        assert words in error(capfd, *command)


@pytest.mark.usefixtures("home")
def test_ingest_tells_each_failed_file_and_exits_one(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "old.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))  # how Word 97 begins, and nothing more
    capfd.readouterr()
    assert run(["ingest", str(tmp_path / "empty.txt"), str(tmp_path / "old.doc"), str(tmp_path / "nowhere")]) == 1
    printed = capfd.readouterr()
    assert [line[0] for line in printed.err.splitlines() if line] == ["✗"] * 3
    assert "失败 3" in printed.out


def test_serving_stays_on_this_machine_and_sends_no_statistics() -> None:
    command = " ".join(cli_ask.serve_command(8600))
    assert " -P -m app.web.serve_page --server.port 8600" in command
    for words in ("--server.address 127.0.0.1", "--browser.gatherUsageStats false", "--server.fileWatcherType none"):
        assert words in command
