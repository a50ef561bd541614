"""Small files that unpack to much, or draw without end: refused in bounded memory and time, each with its cause and its remedy."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from ingest import parse_document as module
from ingest.errors import UnreadableFileError
from ingest.formats.read_pdf import read_pdf
from ingest.limit_memory import allow_memory, limit_memory
from ingest.pages import pdf_clipping
from ingest.parse_document import parse_document

MIB = 2**20
TWICE = b"[/FlateDecode /FlateDecode]"
TEXT = b"BT /F 10 Tf 60 700 Td (The ferry office keeps the ferries) Tj ET"
PAGE = b"""<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R
/Resources << /Font << /F 5 0 R >> /XObject << /X 10 0 R >> >> >>"""


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >> stream\n%s\nendstream" % (len(content), entries, content)


def packed(content: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode " + entries)


def write(folder: Path, content: bytes, others: dict[int, bytes] | None = None, font: bytes = b"") -> Path:
    """A file of two pages: one to read, and one with this content."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        3: PAGE % 6,
        4: PAGE % 7,
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>" % font,
        6: stream(TEXT),
        7: content,
        **(others or {}),
    }
    path = folder / "bad.pdf"
    body = b"".join(b"%d 0 obj %s endobj\n" % (number, text) for number, text in objects.items())
    path.write_bytes(b"%PDF-1.5\n" + body + b"trailer << /Root 1 0 R >>\n")
    return path


def nested_forms(depth: int) -> dict[int, bytes]:
    """Each form draws the next ten times."""
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >>"
    return {10 + level: stream(b"/X Do " * 10, entries % (11 + level)) for level in range(depth)}


OVERFULL = [
    ("content", packed(b"0 0 m 9 9 l S " * (2 * MIB)), None, "展开后超过 16 MiB"),
    ("content that draws nothing", packed(b" " * (17 * MIB)), None, "展开后超过 16 MiB"),
    ("packed twice", packed(zlib.compress(b" " * (17 * MIB))).replace(b"/FlateDecode", TWICE), None, "16 MiB"),
    ("forms in forms", stream(b"/X Do"), nested_forms(9), "展开后超过 16 MiB"),
    ("not as PDF is written", packed(b"[" * (3 * MIB)), None, "不合 PDF 的写法"),
]


@pytest.mark.parametrize(("content", "others", "cause"), [case[1:] for case in OVERFULL], ids=[case[0] for case in OVERFULL])
def test_an_overfull_page_is_left_out_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, others: dict[int, bytes] | None, cause: str
) -> None:
    if others:
        monkeypatch.setattr(pdf_clipping.VisibleGlyphDevice, "bytes_left", MIB)
    (problem,) = read_pdf(write(tmp_path, content, others)).problems
    assert "第 2 页" in problem.message
    assert cause in problem.message


KINDS = [("MAX_OPERATORS_PER_PAGE", "绘图指令"), ("shapes_left", "线条和图形"), ("glyphs_left", "字符")]


@pytest.mark.parametrize(("limit", "cause"), KINDS)
def test_a_page_of_too_much_of_a_kind_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, cause: str) -> None:
    monkeypatch.setattr(pdf_clipping if limit.isupper() else pdf_clipping.VisibleGlyphDevice, limit, 60)
    content = stream(b"0 0 m 9 9 l S " * 61 + b"BT /F 10 Tf (" + b"x" * 61 + b") Tj ET")
    if limit == "glyphs_left":
        content = content.replace(b"0 0 m 9 9 l S ", b"")
    (problem,) = read_pdf(write(tmp_path, content)).problems
    assert cause in problem.message


def test_a_file_that_asks_for_too_much_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_MEMORY_BYTES", 100 * MIB)
    map_of_font = packed(b" " * (200 * MIB))
    with pytest.raises(UnreadableFileError, match=r"bad\.pdf.*内存超过.*重新下载"):
        parse_document(write(tmp_path, stream(TEXT), {8: map_of_font}, b"/ToUnicode 8 0 R"))


def test_the_limit_ends_with_the_file() -> None:
    with pytest.raises(MemoryError), limit_memory(100 * MIB):
        bytearray(200 * MIB)
    assert len(bytearray(200 * MIB)) == 200 * MIB


def test_a_library_that_needs_more_gets_it_and_no_more_afterwards() -> None:
    with limit_memory(100 * MIB):
        with allow_memory(400 * MIB):
            assert len(bytearray(200 * MIB)) == 200 * MIB
        with pytest.raises(MemoryError):
            bytearray(200 * MIB)
