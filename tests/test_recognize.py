"""Scanned pages: lines and characters of a picture become the same tables; what no sum confirms is in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from app.exports.export_figures import figure_records, to_csv
from ingest.document import Document
from ingest.errors import UnreadableFileError, UnsupportedFileError
from ingest.formats import read_file as files
from ingest.formats import read_pdf as module
from ingest.pages import recognize_sheet as sheets
from ingest.pages.picture_rules import picture_rules
from ingest.pages.recognize_sheet import recognize_sheet
from ingest.pages.recognize_text import RecognitionError, RecognizedCharacter, can_recognize
from ingest.parse_document import parse_document

XS, YS = (100, 400, 700, 1000, 1300), (300, 350, 400, 450, 500)
ROWS = (
    ("项目", "合计", "基本支出", "项目支出"),
    ("水利", "30.00", "10.00", "20.00"),
    ("教育", "9.00", "4.00", "6.00"),
    ("合计", "39.00", "14.00", "25.00"),
)
ABOVE = ((700, 100, "溪谷县渡口管理局2031年部门预算"), (700, 180, "部门支出总表"), (1100, 240, "单位：万元"))


def scan(folder: Path, name: str = "scan.pdf") -> Path:
    """A page of nothing but a picture with the lines of a table."""
    picture = Image.new("RGB", (1755, 900), "white")
    draw = ImageDraw.Draw(picture)
    for x in XS:
        draw.line((x, YS[0], x, YS[-1]), fill="black", width=2)
    for y in YS:
        draw.line((XS[0], y, XS[-1], y), fill="black", width=2)
    picture.save(folder / name, resolution=150)
    return folder / name


def printed() -> Iterator[RecognizedCharacter]:
    """What stands in the picture."""
    texts = [(XS[column] + 30, YS[row] + 10, text) for row, line in enumerate(ROWS) for column, text in enumerate(line)]
    for line, (x, y, text) in enumerate([*ABOVE, *texts]):
        for character in text:
            width = 12 if character.isascii() else 24
            yield RecognizedCharacter(character, (x, y, x + width, y + 30), 0.99, line)
            x += width


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Document:
    monkeypatch.setattr(module, "can_recognize", lambda: True)
    monkeypatch.setattr(sheets, "recognize_text", lambda _: list(printed()))
    return parse_document(scan(tmp_path))


def test_a_scanned_table_is_read_into_its_cells(document: Document) -> None:
    assert [(table.title, table.unit) for table in document.tables] == [("部门支出总表", "万元")]
    assert {(figure.row, figure.col): figure.value for figure in document.figures} == {
        ((row[0],), (head,)): text for row in ROWS[1:] for head, text in zip(ROWS[0][1:], row[1:], strict=True)
    }


def test_a_recognised_figure_that_no_sum_confirms_is_in_doubt(document: Document) -> None:
    doubtful = {figure.value for figure in document.figures if figure.uncertain}
    assert doubtful == {"9.00", "4.00", "6.00", "20.00", "25.00"}


def test_a_sum_that_only_rounding_explains_confirms_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    misread = [replace(one, text="1") if (one.text, one.line) == ("0", 8) and one.box[0] > XS[1] + 70 else one for one in printed()]
    monkeypatch.setattr(module, "can_recognize", lambda: True)
    monkeypatch.setattr(sheets, "recognize_text", lambda _: misread)
    found = parse_document(scan(tmp_path))
    assert any(check.verdict == "rounding" for check in found.checks)
    assert {figure.value: figure.uncertain for figure in found.figures if figure.row == ("水利",)}["30.01"]


def test_a_recognised_document_says_so(document: Document) -> None:
    assert document.info.title.endswith("（OCR 文字识别）")
    assert "第 1 页是扫描的图片，由文字识别（OCR）读出" in document.problems[0].message


def test_every_figure_that_leaves_the_house_says_so(document: Document) -> None:
    records = list(figure_records(document))
    assert all(record["recognized"] for record in records)
    header, *lines = b"".join(to_csv(records)).decode("utf-8-sig").splitlines()
    assert header.endswith(",存疑,文字识别")
    assert all(line.endswith(",OCR") for line in lines)


def test_a_picture_is_read_as_a_scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "can_recognize", lambda: True)
    monkeypatch.setattr(files, "can_recognize", lambda: True)
    monkeypatch.setattr(sheets, "recognize_text", lambda _: list(printed()))
    found = parse_document(scan(tmp_path, "scan.png"))
    assert {figure.value for figure in found.figures} == {text for row in ROWS[1:] for text in row[1:]}


def test_a_page_that_cannot_be_recognised_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> list[RecognizedCharacter]:
        raise RecognitionError

    monkeypatch.setattr(module, "can_recognize", lambda: True)
    monkeypatch.setattr(sheets, "recognize_text", fail)
    with pytest.raises(UnreadableFileError, match="第 1 页是扫描的图片，文字识别（OCR）没有成功"):
        parse_document(scan(tmp_path))


def test_without_the_extra_a_picture_is_named_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "can_recognize", lambda: False)
    with pytest.raises(UnsupportedFileError, match=r"图片，请装上文字识别（附加组件 ocr：.venv/bin/pip install rapidocr"):
        parse_document(scan(tmp_path, "scan.png"))


def test_without_the_extra_a_scan_is_refused_with_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "can_recognize", lambda: False)
    with pytest.raises(UnreadableFileError, match=r"扫描件.*附加组件 ocr.*pip install rapidocr"):
        parse_document(scan(tmp_path))


def test_the_lines_of_a_picture_are_rules(tmp_path: Path) -> None:
    picture = np.asarray(Image.open(scan(tmp_path, "scan.png")))
    rules = picture_rules(picture, 0.5)
    assert sorted(rule.at for rule in rules if rule.is_vertical) == pytest.approx([x / 2 for x in XS], abs=1)
    assert sorted(rule.at for rule in rules if not rule.is_vertical) == pytest.approx([y / 2 for y in YS], abs=1)


def test_a_run_of_text_is_parted_at_the_line_that_crosses_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = [RecognizedCharacter(text, (376 + 12 * place, 360, 388 + 12 * place, 390), 0.9, 0) for place, text in enumerate("1.00二")]
    monkeypatch.setattr(sheets, "recognize_text", lambda _: run)
    sheet = recognize_sheet(np.asarray(Image.open(scan(tmp_path, "scan.png"))), 1, 0.5)
    assert "".join(glyph.text for glyph in sheet.glyphs) == "1. 00二"


def test_characters_that_lie_upon_each_other_are_spaced_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    run = [RecognizedCharacter(text, box, 0.9, 0) for text, box in zip("999", ((0, 0, 10, 9), (0, 0, 10, 9), (20, 0, 30, 9)), strict=True)]
    monkeypatch.setattr(sheets, "recognize_text", lambda _: run)
    glyphs = recognize_sheet(np.full((20, 40, 3), 255, np.uint8), 1, 1.0).glyphs
    assert [(glyph.x0, glyph.x1) for glyph in glyphs] == [(0, 10), (10, 20), (20, 30)]


@pytest.mark.skipif(not can_recognize(), reason="the extra is not installed")
def test_the_library_recognises_digits() -> None:
    picture = Image.new("RGB", (600, 120), "white")
    ImageDraw.Draw(picture).text((40, 30), "1,235.32", fill="black", font_size=48)
    found = sheets.recognize_text(np.asarray(picture))
    assert "".join(character.text for character in found) == "1,235.32"
