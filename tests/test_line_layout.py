"""The margin at which prose is broken, and words of table rows that are set close to each other."""

from __future__ import annotations

from ingest.blocks import Line
from ingest.document import Place
from ingest.outline.line_layout import measure_layout
from ingest.pages.pdf_glyphs import Glyph
from ingest.pages.pdf_words import split_segments

EM = 12.0


def line(left: float, right: float, top: float) -> Line:
    return Line("苗" * int((right - left) / EM), Place(page=1, bbox=(left, top, right, top + EM)))


def test_rows_of_tables_on_wider_pages_do_not_move_the_margin_of_prose() -> None:
    prose = [line(94.0 if place % 4 == 0 else 70.0, 520.0 - place % 2 * 6, 20.0 * place) for place in range(40)]
    tables = [line(28.0, 560.0 + 7.0 * place, 20.0 * place) for place in range(25)]
    layout = measure_layout([*prose, *tables])
    assert all(layout.is_full(one, tolerance=1.5) for one in prose)
    assert [layout.is_indented(one) for one in prose[:4]] == [True, False, False, False]


def glyphs(words: str, left: float) -> list[Glyph]:
    found, at = [], left
    for character in words:
        width = 10.0 if ord(character) > 255 else 5.0
        found.append(Glyph(character, at, 0.0, at + width, 10.0, 9.0, 10.0))
        at += width
    return found


def words(line: list[Glyph]) -> list[str]:
    return ["".join(glyph.text for glyph in segment) for segment in split_segments(line)]


def test_an_amount_ends_where_the_next_columns_name_begins() -> None:
    assert words(glyphs("24,096,036.66一、本年支出", 100.0)) == ["24,096,036.66", "一、本年支出"]
    assert words(glyphs("320000.00住房保障支出", 100.0)) == ["320000.00", "住房保障支出"]


def test_an_amount_keeps_its_unit_and_a_name_its_number() -> None:
    assert words(glyphs("320.00万元以上", 100.0)) == ["320.00万元以上"]
    assert words(glyphs("一、2.00版平台", 100.0)) == ["一、2.00版平台"]
