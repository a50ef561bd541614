"""Whatever a clerk may feed the program: each case is told in Chinese with its remedy, and the rest of the run goes on."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from app.cli import run
from app.library.find_files import find_files
from retrieval.errors import HomeNotWritableError

ROOT = Path(__file__).resolve().parent.parent
GOOD = "溪谷县渡口管理局2031年部门预算\n第一部分 溪谷县渡口管理局概况\n一、主要职责\n（一）管理全县渡口。\n（二）登记渡船。\n"
OLD_OFFICE_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 4


def write(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def write_pdf(path: Path, encryption: StandardEncryption | None = None, image: Path | None = None) -> None:
    canvas = Canvas(str(path), encrypt=encryption)
    for _ in range(2):
        if image:
            canvas.drawImage(str(image), 0, 0, 595, 842)
        else:
            canvas.drawString(50, 700, "budget of the ferry office")
        canvas.showPage()
    canvas.save()


def write_damaged_pdf(path: Path) -> None:
    write_pdf(path)
    path.write_bytes(path.read_bytes()[:200])


def write_scan(path: Path) -> None:
    picture = path.with_name("scan.bin")
    Image.new("RGB", (60, 80), (230, 230, 230)).save(picture, "PNG")
    write_pdf(path, image=picture)
    picture.unlink()


BAD_FILES: list[tuple[str, Callable[[Path], object], tuple[str, ...]]] = [
    ("empty.txt", write(b""), ("文件是空的", "重新导入")),
    ("empty.pdf", write(b""), ("文件是空的", "重新导入")),
    ("blank.md", write("　\n \n".encode()), ("只有空白", "重新导入")),
    ("binary.txt", write(OLD_OFFICE_FILE), ("不是文本", "另存为 UTF-8")),
    ("page.pdf", write(b"<html>404</html>"), ("内容却不是 PDF", "重新下载")),
    ("damaged.pdf", write_damaged_pdf, ("已损坏", "重新下载")),
    ("locked.pdf", lambda path: write_pdf(path, StandardEncryption("geheim")), ("密码", "另存为不加密的 PDF")),
    ("scan.pdf", write_scan, ("扫描件", "文字识别")),
    ("old.doc", write(OLD_OFFICE_FILE), (".doc", "另存为 PDF")),
    ("old.wps", write(OLD_OFFICE_FILE), (".wps", "另存为 PDF")),
    ("old.ofd", write(b"PK\x03\x04"), (".ofd", "导出为 PDF")),
    ("old.zip", write(b"PK\x03\x04 cut off"), ("压缩包已损坏", "重新下载")),
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MINGZHANG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def loaded(capfd: pytest.CaptureFixture[str]) -> list[str]:
    capfd.readouterr()
    assert run(["documents", "--json"]) == 0
    return [info["file_name"] for info in json.loads(capfd.readouterr().out)]


@pytest.mark.usefixtures("home")
def test_each_bad_file_is_told_with_its_remedy_and_the_good_ones_are_taken_in(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / name for name, _, _ in BAD_FILES]
    for path, (_, make, _) in zip(paths, BAD_FILES, strict=True):
        make(path)
    for name in ("a.txt", "z.txt"):
        (tmp_path / name).write_text(GOOD + name, "utf-8")
    assert run(["ingest", str(tmp_path / "a.txt"), *map(str, paths), str(tmp_path / "nowhere.txt"), str(tmp_path / "z.txt")]) == 1
    told = {line.split("：")[0].removeprefix("✗ "): line for line in capfd.readouterr().err.splitlines() if line.startswith("✗")}
    for path, (_, _, words) in zip(paths, BAD_FILES, strict=True):
        assert all(word in told[str(path)] for word in words), told[str(path)]
    assert "没有这个文件" in told[str(tmp_path / "nowhere.txt")]
    assert loaded(capfd) == ["a.txt", "z.txt"]


@pytest.mark.usefixtures("home")
def test_a_folder_with_none_of_the_known_types_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.doc").write_bytes(OLD_OFFICE_FILE)
    assert run(["ingest", str(tmp_path / "papers")]) == 1
    told = capfd.readouterr().err
    assert "没有能读的文件；能读的是 PDF、Word（.docx）、Excel（.xlsx、.xls）、网页、CSV、.txt 和 .md，以及装着它们的 .zip" in told
    assert "另存为 PDF" in told


@pytest.mark.usefixtures("home")
def test_what_is_no_budget_document_is_taken_in_as_text_and_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "poem.txt").write_text("渡口的灯\n灯下的船\n船上的人\n", "utf-8")
    assert run(["ingest", str(tmp_path / "poem.txt")]) == 0
    assert "不像部门预算或决算" in capfd.readouterr().err
    assert run(["search", "渡口的灯"]) == 0
    assert "灯下的船" in capfd.readouterr().out


def test_a_home_that_cannot_be_made_is_told_in_chinese(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x")
    for home in (tmp_path / "file", tmp_path / "file" / "below"):
        for command in (["documents"], ["ask", "渡口管理局2031年的支出是多少"], ["ingest", str(tmp_path / "file")]):
            assert run(["--home", str(home), *command]) == 1
            told = capfd.readouterr().err
            assert str(home) in told
            assert "--home 指定其他文件夹" in told
            assert not [english for english in ("directory", "exists", "Traceback") if english in told.replace(str(tmp_path), "")]


def test_a_database_that_is_read_only_is_told_in_chinese(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise HomeNotWritableError(f"数据库 {home} 无法打开或写入（attempt to write a readonly database），请检查权限。")

    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    monkeypatch.setattr("retrieval.knowledge_base.KnowledgeBase.add", refuse)
    assert run(["ingest", str(tmp_path / "a.txt")]) == 1
    assert "只读" in capfd.readouterr().err


ODD_QUESTIONS = [("", "具体"), ("  \n ", "具体"), ("？！", "具体"), ("云" * 10_000, "太长"), ("基本支出是多少？" * 1250, "太长")]


@pytest.mark.parametrize(("question", "words"), ODD_QUESTIONS, ids=["empty", "blank", "signs", "one character", "10000 characters"])
@pytest.mark.usefixtures("home")
def test_an_odd_question_gets_advice(question: str, words: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    assert run(["ingest", str(tmp_path / "a.txt")]) == 0
    capfd.readouterr()
    assert run(["ask", question, "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert answer["status"] == "clarify"
    assert words in answer["text"]
    assert len(answer["text"]) < 200


KILL_WHILE_EMBEDDING = """
import os, signal, sys
from app.cli import run
from retrieval.ranking import vector_index
vector_index.VectorIndex.upsert = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
run(sys.argv[1:])
"""


@pytest.mark.usefixtures("home")
def test_a_killed_ingest_leaves_the_knowledge_base_as_it_was(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text(GOOD, "utf-8")
    assert run(["ingest", str(file)]) == 0
    capfd.readouterr()
    assert run(["documents", "--json"]) == 0
    before = capfd.readouterr().out
    file.write_text(GOOD + "（三）修建渡口。\n", "utf-8")
    killed = subprocess.run([sys.executable, "-c", KILL_WHILE_EMBEDDING, "ingest", str(file)], cwd=ROOT, check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL
    assert run(["documents", "--json"]) == 0
    assert capfd.readouterr().out == before
    assert run(["ingest", str(file)]) == 0
    assert run(["doctor"]) == 0
    assert loaded(capfd) == ["a.txt"]
    assert run(["search", "修建渡口"]) == 0
    assert "修建渡口" in capfd.readouterr().out


def test_a_link_out_of_the_folder_is_told_and_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_text("桐花县粮食局2031年部门预算\n", "utf-8")
    (folder / "link.txt").symlink_to(secret)
    files, missing = find_files([folder])
    assert not files
    assert any("之外的链接" in reason for _, reason in missing)


def test_a_control_character_in_a_name_does_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31mred.txt").write_text("桐花县粮食局2031年部门预算\n", "utf-8")
    files, missing = find_files([tmp_path])
    assert not files
    assert all(str(path).isprintable() for path, _ in missing)
