"""An archive is taken in as the files in it; one that unpacks to too much, or leads out of its folder, is not."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.cli import run
from app.library import unpack_archives as module
from app.library.unpack_archives import unpack_archives


def archive(folder: Path, members: Mapping[str, str], name: str = "公开.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for member, text in members.items():
            package.writestr(member, text)
    return path


def unpacked(path: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """What the members are called and hold, and why archives were refused."""
    with unpack_archives({path: True}) as found:
        named = {str(found.named[file].relative_to(path)): file.read_text("utf-8") for file in found.files}
        assert not any(found.files.values())
        return named, tuple(message for _, message in found.refused)


def test_the_members_are_files_for_a_while(tmp_path: Path) -> None:
    path = archive(tmp_path, {"正文.txt": "甲", "附件/附表.csv": "乙", "__MACOSX/x": "", "附件/": "", "documents.csv": "file"})
    assert unpacked(path) == ({"正文.txt": "甲", "附件/附表.csv": "乙"}, ())
    with unpack_archives({path: True}) as found:
        files = list(found.files)
    assert not any(file.exists() for file in files)


@pytest.mark.parametrize("name", ["公开.rar", "公开", "公开.doc"])
def test_what_it_is_called_does_not_matter(tmp_path: Path, name: str) -> None:
    assert unpacked(archive(tmp_path, {"正文.txt": "甲"}, name))[0] == {"正文.txt": "甲"}


def test_a_package_of_another_program_is_no_archive(tmp_path: Path) -> None:
    book = archive(tmp_path, {"mimetype": "application/epub+zip", "正文.html": "甲"}, "书.epub")
    with unpack_archives({book: True}) as found:
        assert list(found.files) == [book]


def test_names_in_the_old_chinese_coding_are_read(tmp_path: Path) -> None:
    path = archive(tmp_path, {"AAAA.txt": "甲"})
    path.write_bytes(path.read_bytes().replace(b"AAAA", "正文".encode("gb18030")))
    assert unpacked(path)[0] == {"正文.txt": "甲"}


def test_a_member_that_leads_out_of_the_folder_is_left_out(tmp_path: Path) -> None:
    path = archive(tmp_path, {"../../outside.txt": "x", "/etc/outside.txt": "x", "c:/outside.txt": "x", "in.txt": "甲"})
    assert unpacked(path)[0] == {"in.txt": "甲"}


@pytest.mark.parametrize(
    ("limit", "value", "cause"), [("MAX_MEMBERS", 1, "2 个文件"), ("MAX_BYTES", 5, "解压炸弹")], ids=["members", "bytes"]
)
def test_an_archive_of_too_much_is_refused(
    limit: str, value: int, cause: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, limit, value)
    named, refused = unpacked(archive(tmp_path, {"a.txt": "aaaa", "b.txt": "bbbb"}))
    assert not named
    assert cause in refused[0]
    assert "请" in refused[0]


def test_a_damaged_or_empty_archive_is_told(tmp_path: Path) -> None:
    path = archive(tmp_path, {"a.txt": "a" * 500})
    path.write_bytes(path.read_bytes()[:40])
    assert "已损坏" in unpacked(path)[1][0]
    assert unpacked(archive(tmp_path, {}))[1] == (module.EMPTY,)


def test_what_an_archive_holds_is_asked_like_any_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = "支出总表\n单位：万元\n项目\t预算数\n一、基本支出\t12.50\n二、项目支出\t3.50\n"
    text = "溪谷县渡口管理局2031年部门预算\n第一部分 溪谷县渡口管理局概况\n管理全县渡口。\n"
    archive(tmp_path, {"渡口/正文.txt": text, "渡口/附表.txt": rows})
    home = ["--home", str(tmp_path / "home")]
    assert run([*home, "ingest", str(tmp_path / "公开.zip")]) == 0
    capfd.readouterr()
    assert run([*home, "ingest", str(tmp_path / "公开.zip")]) == 0
    assert "未变 2" in capfd.readouterr().out
    assert run([*home, "ask", "溪谷县渡口管理局2031年基本支出是多少？", "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert [(value["value"], value["unit"]) for value in answer["values"]] == [("12.50", "万元")]
    assert answer["citations"][0]["document"] == "附表.txt"
