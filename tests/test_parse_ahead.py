from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from app.library import parse_ahead as module
from app.library.parse_ahead import AHEAD_PER_WORKER, parse_ahead
from ingest.document import Document, DocumentInfo
from ingest.errors import IngestError, UnreadableFileError
from ingest.pages.tell_pages import tell_page


def parse(path: Path) -> Document:
    """A document that says which process parsed it; the file's text says what goes wrong."""
    text = path.read_text("utf-8")
    path.with_suffix(".parsed").touch()
    if "杀" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "慢" in text:
        time.sleep(60)
    if "坏" in text:
        raise UnreadableFileError("文件已损坏")
    if "崩" in text:
        raise ValueError("unexpected")
    return Document(DocumentInfo(id=text, file_name=path.name, region=str(os.getpid())))


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two cores, and files so small are worth them."""
    monkeypatch.setattr(module, "_core_count", lambda: 2)
    monkeypatch.setattr(module, "WORTH_SECONDS", 0.0)


def write(folder: Path, texts: Sequence[str]) -> list[Path]:
    paths = [folder / f"{index}.txt" for index in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return paths


def told(paths: Sequence[Path], known: str = "") -> Iterator[tuple[str, str]]:
    """Each file's name with the process that parsed it or with what went wrong."""
    for path, document in parse_ahead(paths, lambda content: content.decode() == known, parse):
        try:
            yield path.name, document().info.region or ""
        except IngestError as error:
            yield path.name, str(error)


def parsed(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.parsed")}


@pytest.mark.usefixtures("two_cores")
def test_several_files_are_parsed_in_other_processes_and_come_in_their_order(tmp_path: Path) -> None:
    found = list(told(write(tmp_path, [str(index) for index in range(9)])))
    assert [name for name, _ in found] == [f"{index}.txt" for index in range(9)]
    assert str(os.getpid()) not in {process for _, process in found}


@pytest.mark.usefixtures("two_cores")
def test_one_new_file_is_parsed_in_this_process(tmp_path: Path) -> None:
    paths = write(tmp_path, ["新", "旧"])
    assert next(told(paths, known="旧")) == ("0.txt", str(os.getpid()))


def test_files_that_are_read_in_no_time_start_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_core_count", lambda: 2)
    assert {process for _, process in told(write(tmp_path, ["a", "b", "c"]))} == {str(os.getpid())}


@pytest.mark.usefixtures("two_cores")
def test_what_goes_wrong_with_one_file_is_told_of_that_file_alone(tmp_path: Path) -> None:
    found = dict(told(write(tmp_path, ["a", "杀", "坏", "b", "崩", "c"])))
    assert "被系统终止" in found["1.txt"]
    assert "另存为" in found["1.txt"]
    assert found["2.txt"] == "文件已损坏"
    assert "ValueError" in found["4.txt"]
    assert all(found[name].isdigit() for name in ("0.txt", "3.txt", "5.txt"))


@pytest.mark.usefixtures("two_cores")
def test_known_content_and_content_that_came_before_are_not_parsed_ahead(tmp_path: Path) -> None:
    files = parse_ahead(write(tmp_path, ["a", "旧", "b", "a"]), lambda content: content.decode() == "旧", parse)
    for path, document in files:
        if path.stem in "02":
            document()
    assert parsed(tmp_path) == {"0", "2"}


@pytest.mark.usefixtures("two_cores")
def test_parsed_documents_do_not_pile_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Path] = []
    monkeypatch.setattr(module._Workers, "begin", lambda _, path: begun.append(path))
    next(parse_ahead(write(tmp_path, [str(index) for index in range(20)]), lambda _: False, parse))
    assert len(begun) == AHEAD_PER_WORKER * 2 + 1


def test_a_file_that_is_no_plain_text_is_parsed_in_a_process_that_can_be_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MIN_SECONDS", 8.0)
    paths = write(tmp_path, ["%PDF-1", "%PDF-慢", "%PDF-杀", "%PDF-2", "文字"])
    found = dict(told(paths))
    assert str(os.getpid()) not in {found["0.txt"], found["3.txt"]}
    assert found["0.txt"].isdigit()
    assert found["3.txt"].isdigit()
    assert "已停下" in found["1.txt"]
    assert "被系统终止" in found["2.txt"]
    assert found["4.txt"] == str(os.getpid())


@pytest.mark.usefixtures("two_cores")
def test_a_file_that_takes_too_long_takes_no_other_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MIN_SECONDS", 8.0)
    found = dict(told(write(tmp_path, ["a", "慢", "b"])))
    assert "已停下" in found["1.txt"]
    assert found["0.txt"].isdigit()
    assert found["2.txt"].isdigit()


def recognize(path: Path) -> Document:
    """A document of two pages that are recognised."""
    for page in (1, 2):
        tell_page(path.name, page, 2)
    return Document(DocumentInfo(id="scan", file_name=path.name))


def test_pages_that_are_recognised_in_another_process_are_heard_of(tmp_path: Path) -> None:
    path = tmp_path / "扫描.pdf"
    path.write_bytes(b"%PDF-1.4")
    heard: list[tuple[str, int, int]] = []
    all_heard = threading.Event()

    def hear(name: str, page: int, pages: int) -> None:
        heard.append((name, page, pages))
        if page == pages:
            all_heard.set()

    for _, document in parse_ahead([path], lambda _: False, recognize, hear):
        document()
    assert all_heard.wait(30)
    assert heard == [("扫描.pdf", 1, 2), ("扫描.pdf", 2, 2)]
