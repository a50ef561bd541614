"""Content decides which reader a file gets; what must not be opened is refused with the thing, the cause and the remedy."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as WordDocument
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from eval import write_docx_layout, write_xlsx_layout
from ingest.blocks import Grid, Line
from ingest.errors import IngestError, UnreadableFileError, UnsupportedFileError
from ingest.formats import check_package, convert_office, read_file
from ingest.formats.read_file import read_file as read
from ingest.formats.sniff_format import sniff_format

TEXT = "甲市乙局2031年部门预算"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


def word() -> bytes:
    book = WordDocument()
    book.add_paragraph(TEXT)
    return write_docx_layout.saved(book)


def workbook(change: Callable[[Workbook], object] = lambda _: None) -> bytes:
    book = Workbook()
    book.active.append(["项目", "金额"])
    book.active.append(["办公费", 1.5])
    change(book)
    return write_xlsx_layout.saved(book)


def repacked(content: bytes, changes: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """The package with some of its parts changed or added."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, changes.get(name, bytes)(before.read(name)))
        for name in changes.keys() - set(before.namelist()):
            after.writestr(name, changes[name](b""))
    return buffer.getvalue()


def directory(*streams: str) -> bytes:
    """The start of an OLE file whose directory lists these streams."""
    records = [(name + "\0").encode("utf-16-le") for name in streams]
    return OLE + bytes(504) + b"".join(record.ljust(64, b"\0") + bytes([len(record), 0]) + bytes(62) for record in records)


def packed(parts: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return buffer.getvalue()


FORMATS: list[tuple[str, bytes, str]] = [
    ("a.txt", word(), "docx"),
    ("a.doc", word(), "docx"),
    ("a.xls", workbook(), "xlsx"),
    ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "html"),
    ("a.xls", "项目\t金额\n办公费\t1.50\n".encode("gb18030"), "csv"),
    ("a.doc", b"{\\rtf1 text}", "rtf"),
    ("a.txt", b"%PDF-1.5\n", "pdf"),
    ("a.txt", "<!DOCTYPE html><html><body>公开</body></html>".encode(), "html"),
    ("a.md", b"<div>text</div>", "text"),
    ("a.xls", directory("Root Entry", "Workbook"), "xls"),
    ("a.wps", directory("Root Entry", "WordDocument"), "doc"),
    ("a.docx", directory("Root Entry", "EncryptedPackage"), "encrypted"),
    ("a.zip", packed({"a.txt": "x"}), "zip"),
    ("a.ofd", packed({"OFD.xml": "x"}), "ofd"),
    ("a.odt", packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "odt"),
    ("a.xml", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "office xml"),
    ("a", b"Rar!\x1a\x07\x01\x00", "rar"),
    ("a.json", b"{}", ""),
]


@pytest.mark.parametrize(("name", "content", "expected"), FORMATS)
def test_the_content_says_what_a_file_is(name: str, content: bytes, expected: str) -> None:
    assert sniff_format(content, name) == expected


def written(folder: Path, name: str, content: bytes) -> tuple[Path, bytes]:
    path = folder / name
    path.write_bytes(content)
    return path, content


def refused(folder: Path, name: str, content: bytes, kind: type[IngestError] = UnreadableFileError) -> str:
    with pytest.raises(kind) as error:
        read(*written(folder, name, content))
    return str(error.value)


def test_a_workbook_under_another_name_is_read(tmp_path: Path) -> None:
    assert read(*written(tmp_path, "a.xls", workbook())).blocks


def test_a_word_document_under_another_name_is_read(tmp_path: Path) -> None:
    assert [block.text for block in read(*written(tmp_path, "a.xls", word())).blocks if isinstance(block, Line) and block.text] == [TEXT]


BOMBS: list[tuple[str, bytes, dict[str, int], str]] = [
    ("entities", repacked(word(), {"word/document.xml": lambda text: ENTITIES + text}), {}, "XML 实体"),
    ("entities in a sheet", repacked(workbook(), {"xl/worksheets/sheet1.xml": lambda text: ENTITIES + text}), {}, "XML 实体"),
    ("macros", repacked(workbook(), {"xl/vbaProject.bin": lambda _: b"x"}), {}, "有宏"),
    ("a large part", repacked(word(), {"word/media/a.bin": lambda _: bytes(2**21)}), {"MAX_BYTES": 2**20}, "解压炸弹"),
    ("a large text", repacked(word(), {"word/other.xml": lambda _: b" " * 2**21}), {"MAX_XML_BYTES": 2**20}, "word/other.xml"),
    ("many parts", repacked(word(), {f"x/{number}": bytes for number in range(60)}), {"MAX_PARTS": 50}, "个部件"),
    ("endless rows", workbook(lambda book: [book.active.append([1]) for _ in range(60)]), {"MAX_ROWS": 50}, "62 行"),
    ("endless cells", workbook(lambda book: book.active.append([1] * 60)), {"MAX_CELLS": 50}, "单元格"),
    ("endless merged cells", workbook(lambda book: book.active.merge_cells("C1:Z99")), {"MAX_MERGED_CELLS": 2000}, "合并"),
    ("cut off", word()[:900] + word()[-300:], {}, "损坏"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "limits", "cause"), [case[1:] for case in BOMBS], ids=[case[0] for case in BOMBS])
def test_what_must_not_be_opened_is_refused(
    content: bytes, limits: dict[str, int], cause: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, limit in limits.items():
        monkeypatch.setattr(check_package, name, limit)
    told = refused(tmp_path, "某局.xlsx", content)
    assert told.startswith("文件《某局.xlsx》读不了：")
    assert cause in told
    assert "请" in told


def test_a_whole_sheet_merged_into_one_cell_is_refused_at_once(tmp_path: Path) -> None:
    range_of_all = f'<mergeCells><mergeCell ref="A1:{get_column_letter(16384)}1048576"/></mergeCells></worksheet>'.encode()
    content = repacked(workbook(), {"xl/worksheets/sheet1.xml": lambda text: text.replace(b"</worksheet>", range_of_all)})
    assert "合并" in refused(tmp_path, "a.xlsx", content)


def test_a_lone_cell_at_the_far_end_of_a_sheet_is_refused_at_once(tmp_path: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    content = repacked(workbook(), {"xl/worksheets/sheet1.xml": lambda text: text.replace(b"</sheetData>", far)})
    assert "第 1048576 行第 16384 列" in refused(tmp_path, "a.xlsx", content)


def test_links_to_other_files_are_not_followed(tmp_path: Path) -> None:
    def link(book: Workbook) -> None:
        book.active["C2"] = "='[http://127.0.0.1:9/other.xlsx]Sheet1'!$A$1"

    reading = read(*written(tmp_path, "a.xlsx", workbook(link)))
    assert [len(block.rows) for block in reading.blocks if isinstance(block, Grid)] == [2]
    assert "1 个公式没有保存计算结果（如 C2）" in reading.problems[0].message


def test_a_page_with_an_entity_bomb_or_a_local_file_reads_nothing_from_it(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("密钥")
    entity = f'<!DOCTYPE html [<!ENTITY a SYSTEM "file://{tmp_path}/secret">]>'
    reading = read(*written(tmp_path, "a.html", f'{entity}<html><meta charset="utf-8"><p>公开&a;</p></html>'.encode()))
    assert not any("密钥" in block.text for block in reading.blocks if isinstance(block, Line))


def test_a_protected_file_is_told(tmp_path: Path) -> None:
    assert "加了密码" in refused(tmp_path, "a.docx", directory("EncryptedPackage"))


def test_without_libreoffice_an_old_document_is_named_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_file, "find_office", lambda: None)
    told = refused(tmp_path, "a.wps", directory("WordDocument"), UnsupportedFileError)
    assert "Word 97-2003" in told
    assert "LibreOffice" in told


@pytest.mark.skipif(convert_office.find_office() is None, reason="LibreOffice is not installed")
def test_with_libreoffice_a_document_of_another_program_is_read(tmp_path: Path) -> None:
    reading = read(*written(tmp_path, "a.doc", br"{\rtf1\ansi\uc1 \u30002?\u24066?2031\par}"))
    assert [block.text for block in reading.blocks if isinstance(block, Line) and block.text] == ["甲市2031"]
    assert "LibreOffice" in reading.problems[-1].message
