from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.library import ingest_paths as module
from app.library.find_files import NothingToIngestError
from app.library.ingest_paths import FileOutcome, IngestSummary, ingest_paths
from ingest.document import Document, DocumentInfo
from ingest.errors import UnreadableFileError, UnsupportedFileError

HEADER = "file,organization,year,kind,scope,url,published,supersedes\n"


class FakeKnowledgeBase:
    """Keeps identities in memory, as the real one does on disk."""

    def __init__(self) -> None:
        self.infos: dict[str, DocumentInfo] = {}

    def documents(self) -> tuple[DocumentInfo, ...]:
        return tuple(self.infos.values())

    def info(self, document_id: str) -> DocumentInfo | None:
        return self.infos.get(document_id)

    def at_path(self, source_path: str) -> tuple[DocumentInfo, ...]:
        return tuple(info for info in self.infos.values() if info.source_path == source_path)

    def add(self, document: Document, original: bytes) -> str:
        assert original
        replaced = [info.id for info in self.infos.values() if info.source_path == document.info.source_path]
        for document_id in replaced:
            del self.infos[document_id]
        self.infos[document.info.id] = document.info
        return "replaced" if replaced else "added"

    def update_info(self, document_id: str, **fields: Any) -> None:
        self.infos[document_id] = replace(self.infos[document_id], **fields)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were parsed; .doc is not read, a text of 坏 is damaged, one of 崩 hits a bug of ours."""
    names: list[str] = []

    def parse(path: Path) -> Document:
        names.append(path.name)
        content = path.read_bytes()
        if path.suffix == ".doc":
            raise UnsupportedFileError("请另存为 PDF")
        if "坏" in content.decode(errors="replace"):
            raise UnreadableFileError("文件已损坏")
        if "崩" in content.decode(errors="replace"):
            raise ValueError("unexpected")
        document_id = hashlib.sha256(content).hexdigest()[: module.ID_CHARACTERS]
        return Document(DocumentInfo(id=document_id, file_name=path.name, organization="云州市水务局", year=2023, kind="预算"))

    monkeypatch.setattr(module, "parse_document", parse)
    return names


def ingest(base: FakeKnowledgeBase, *paths: Path) -> IngestSummary:
    return ingest_paths(base, paths, lambda *_: None)  # type: ignore[arg-type]


def told(summary: IngestSummary) -> dict[str, tuple[str, str]]:
    return {outcome.path.name: (outcome.outcome, outcome.message) for outcome in summary.outcomes}


def only(base: FakeKnowledgeBase) -> DocumentInfo:
    (info,) = base.documents()
    return info


def test_a_folder_is_read_with_all_below_it(tmp_path: Path, parsed: list[str]) -> None:
    (tmp_path / "2023").mkdir()
    for name in ("a.txt", "2023/b.MD", "2023/c.pdf"):
        (tmp_path / name).write_text(name)
    summary = ingest(FakeKnowledgeBase(), tmp_path)
    assert sorted(parsed) == ["a.txt", "b.MD", "c.pdf"]
    assert not summary.has_failures


def test_one_bad_file_never_stops_the_rest(tmp_path: Path, parsed: list[str]) -> None:
    for name, text in {"a.txt": "坏", "b.txt": "崩", "c.txt": "好"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    summary = ingest(FakeKnowledgeBase(), tmp_path)
    assert told(summary)["a.txt"] == ("failed", "文件已损坏")
    assert told(summary)["b.txt"][0] == "failed"
    assert "ValueError" in told(summary)["b.txt"][1]
    assert told(summary)["c.txt"] == ("added", "")
    assert summary.has_failures
    assert len(parsed) == 3


def test_an_unknown_type_in_a_folder_is_told_but_no_failure(tmp_path: Path, parsed: list[str]) -> None:
    (tmp_path / "a.txt").write_text("好", "utf-8")
    (tmp_path / "b.doc").write_text("x")
    summary = ingest(FakeKnowledgeBase(), tmp_path)
    assert told(summary)["b.doc"] == ("skipped", "请另存为 PDF")
    assert not summary.has_failures
    assert parsed


@pytest.mark.usefixtures("parsed")
def test_an_unknown_type_that_is_named_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "b.doc").write_text("x")
    assert ingest(FakeKnowledgeBase(), tmp_path / "b.doc").has_failures


def test_hidden_files_and_leftovers_are_ignored(tmp_path: Path, parsed: list[str]) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "__MACOSX").mkdir()
    for name in ("a.txt", ".b.txt", "~$c.txt", ".git/d.txt", "__MACOSX/e.txt", "Thumbs.db", "README.md"):
        (tmp_path / name).write_text(name)
    ingest(FakeKnowledgeBase(), tmp_path)
    assert parsed == ["a.txt"]


@pytest.mark.usefixtures("parsed")
def test_a_folder_of_no_known_type_and_a_path_to_nothing_are_failures(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    summary = ingest(FakeKnowledgeBase(), tmp_path / "empty", tmp_path / "nowhere")
    assert "没有能读的文件" in told(summary)["empty"][1]
    assert "没有这个文件" in told(summary)["nowhere"][1]
    assert summary.has_failures


def test_no_path_at_all_is_an_error() -> None:
    with pytest.raises(NothingToIngestError, match="mingzhang ingest"):
        ingest(FakeKnowledgeBase())


def test_unchanged_content_is_not_parsed_again(tmp_path: Path, parsed: list[str]) -> None:
    (tmp_path / "a.txt").write_text("好", "utf-8")
    base = FakeKnowledgeBase()
    ingest(base, tmp_path)
    assert told(ingest(base, tmp_path))["a.txt"][0] == "unchanged"
    assert parsed == ["a.txt"]


@pytest.mark.usefixtures("parsed")
def test_every_file_is_reported_with_its_place_and_the_total(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    heard: list[tuple[str, int, int]] = []

    def report(outcome: FileOutcome, done: int, total: int) -> None:
        heard.append((outcome.path.name, done, total))

    ingest_paths(FakeKnowledgeBase(), [tmp_path, tmp_path / "nowhere"], report)  # type: ignore[arg-type]
    assert heard == [("nowhere", 1, 3), ("a.txt", 2, 3), ("b.txt", 3, 3)]


@pytest.mark.usefixtures("parsed")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_documents_csv_corrects_what_was_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_text("好", "utf-8")
    (tmp_path / "documents.csv").write_text(HEADER + "a.txt,云州市林业局,2024,决算,单位,https://example.org/1,2024/2/8,\n", encoding)
    base = FakeKnowledgeBase()
    summary = ingest(base, tmp_path)
    info = only(base)
    assert (info.organization, info.year, info.kind, info.scope) == ("云州市林业局", 2024, "决算", "单位")
    assert (info.url, info.published, info.supersedes) == ("https://example.org/1", "2024-02-08", None)
    assert "林业局" in " ".join(info.aliases)
    assert not summary.has_failures


@pytest.mark.usefixtures("parsed")
def test_an_empty_place_in_documents_csv_corrects_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("好", "utf-8")
    (tmp_path / "documents.csv").write_text(HEADER + "a.txt,,,,,,,\n", "utf-8")
    base = FakeKnowledgeBase()
    ingest(base, tmp_path)
    assert (only(base).organization, only(base).year) == ("云州市水务局", 2023)


def test_a_changed_documents_csv_corrects_without_parsing_again(tmp_path: Path, parsed: list[str]) -> None:
    (tmp_path / "a.txt").write_text("好", "utf-8")
    base = FakeKnowledgeBase()
    ingest(base, tmp_path)
    (tmp_path / "documents.csv").write_text("文件,年度\na.txt,2022\n", "gb18030")
    assert told(ingest(base, tmp_path / "a.txt"))["a.txt"][0] == "corrected"
    assert only(base).year == 2022
    assert parsed == ["a.txt"]


CSV_PROBLEMS = [
    ("file,colour\na.txt,red\n", ["第 1 行", "colour", "organization"]),
    ("organization\n某局\n", ["缺少 file"]),
    ("file,year,年份\na.txt,2024,2024\n", ["同名"]),
    ("", ["缺少 file"]),
    ("file,year\na.txt,二〇二四\n", ["第 2 行", "年份", "二〇二四"]),
    ("file,year\n\na.txt,3024\n", ["第 3 行", "3024"]),
    ("file,kind\na.txt,计划\n", ["“预算”或“决算”"]),
    ("file,scope\na.txt,全市\n", ["“部门”或“单位”"]),
    ("file,url\na.txt,example.org\n", ["http://"]),
    ("file,published\na.txt,2024年13月1日\n", ["2024-02-08"]),
    ("file,year\nb.txt,2024\n", ["第 2 行", "b.txt"]),
    ("file,year\n,2024\n", ["没有写文件名"]),
    ("file,year\na.txt,2024,x\n", ["第 2 行", "3 格"]),
    ('file,year\n"a.txt,2024\n', ["引号"]),
]


@pytest.mark.usefixtures("parsed")
@pytest.mark.parametrize(("text", "words"), CSV_PROBLEMS)
def test_a_wrong_documents_csv_is_told_and_the_files_are_read_all_the_same(tmp_path: Path, text: str, words: list[str]) -> None:
    (tmp_path / "a.txt").write_text("好", "utf-8")
    (tmp_path / "documents.csv").write_text(text, "utf-8")
    summary = ingest(FakeKnowledgeBase(), tmp_path)
    outcome, message = told(summary)["documents.csv"]
    assert outcome == "failed"
    assert all(word in message for word in words), message
    assert told(summary)["a.txt"][0] == "added"


@pytest.mark.usefixtures("parsed")
def test_a_wrong_row_leaves_the_other_rows_standing(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "documents.csv").write_text("file,year\na.txt,x\nb.txt,2021年度\n", "utf-8")
    base = FakeKnowledgeBase()
    ingest(base, tmp_path)
    assert {info.file_name: info.year for info in base.documents()} == {"a.txt": 2023, "b.txt": 2021}


def write_list(folder: Path, *rows: str) -> None:
    (folder / "documents.csv").write_text("\n".join(("file,supersedes", *rows)), "utf-8")


def superseding(base: FakeKnowledgeBase) -> dict[str, str | None]:
    """Who supersedes whom, by path."""
    path = {info.id: info.source_path for info in base.documents()}
    return {info.source_path: path.get(info.supersedes or "") for info in base.documents()}


@pytest.mark.usefixtures("parsed")
def test_documents_csv_names_what_is_superseded_though_it_is_read_later(tmp_path: Path) -> None:
    old, new = tmp_path / "z.txt", tmp_path / "a.txt"
    old.write_text("旧", "utf-8")
    new.write_text("新", "utf-8")
    write_list(tmp_path, "a.txt,z.txt")
    base = FakeKnowledgeBase()
    assert not ingest(base, tmp_path).has_failures
    assert superseding(base) == {str(new): str(old), str(old): None}
    assert told(ingest(base, tmp_path))["a.txt"][0] == "unchanged"


@pytest.mark.usefixtures("parsed")
def test_a_new_edition_of_the_same_name_supersedes_the_other_and_never_itself(tmp_path: Path) -> None:
    for folder, text in (("old", "旧"), ("new", "新")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text, "utf-8")
    write_list(tmp_path / "new", "a.txt,a.txt")
    base = FakeKnowledgeBase()
    assert not ingest(base, tmp_path).has_failures
    assert superseding(base)[str(tmp_path / "new" / "a.txt")] == str(tmp_path / "old" / "a.txt")


UNCLEAR_NAMES = [("nowhere.txt", "没有文件“nowhere.txt”"), ("b.txt", "没有文件“b.txt”"), ("a.txt", "请改写编号")]


@pytest.mark.usefixtures("parsed")
@pytest.mark.parametrize(("named", "words"), UNCLEAR_NAMES)
def test_a_superseded_file_that_cannot_be_told_is_no_reason_to_leave_the_new_one_out(tmp_path: Path, named: str, words: str) -> None:
    for name in ("x/a.txt", "y/a.txt", "b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    write_list(tmp_path, f"b.txt,{named}")
    summary = ingest(FakeKnowledgeBase(), tmp_path)
    assert words in told(summary)["documents.csv"][1]
    assert told(summary)["b.txt"][0] == "added"


@pytest.mark.usefixtures("parsed")
def test_what_was_superseded_stays_so_with_its_new_content(tmp_path: Path) -> None:
    for name in ("old.txt", "new.txt"):
        (tmp_path / name).write_text(name)
    base = FakeKnowledgeBase()
    ingest(base, tmp_path)
    old, new = (next(info for info in base.documents() if info.file_name == name) for name in ("old.txt", "new.txt"))
    base.update_info(new.id, supersedes=old.id)
    (tmp_path / "old.txt").write_text("changed")
    ingest(base, tmp_path)
    assert superseding(base)[str(tmp_path / "new.txt")] == str(tmp_path / "old.txt")


@pytest.mark.usefixtures("parsed")
def test_a_message_does_not_repeat_the_name_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> Document:
        raise UnreadableFileError(f"文件《{path.name}》读不了：文件已损坏")

    monkeypatch.setattr(module, "parse_document", refuse)
    (tmp_path / "a.txt").write_text("x")
    assert told(ingest(FakeKnowledgeBase(), tmp_path))["a.txt"] == ("failed", "文件已损坏")
