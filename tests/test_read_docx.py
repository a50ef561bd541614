"""Word documents as they are printed: counted numbers, fields, footnotes, deleted text, nested and merged tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.blocks import Grid, Line
from ingest.formats.docx_numbering import chinese_numeral
from ingest.formats.read_docx import read_docx

W = nsdecls("w")
LISTS = f"""<w:abstractNum {W} w:abstractNumId="90">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>"""


def body(*paragraphs: str) -> Any:
    """A document of these paragraphs, given as what stands in w:p."""
    book = Document()
    for xml in paragraphs:
        book.element.body.insert(len(book.element.body) - 1, parse_xml(f"<w:p {W}>{xml}</w:p>"))
    return book


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def lines(book: Any, folder: Path) -> list[str]:
    book.save(str(folder / "a.docx"))
    return [block.text for block in read_docx(folder / "a.docx").blocks if isinstance(block, Line) and block.text]


def test_the_numbers_that_word_counts_are_printed(tmp_path: Path) -> None:
    depths = (0, 1, 1, 2, 0, 1)
    numbered = (f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr></w:pPr>{run("事项")}' for depth in depths)
    book = body(*numbered)
    numbering = book.part.numbering_part.element
    numbering.insert(0, parse_xml(LISTS))
    numbering.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    assert lines(book, tmp_path) == ["一、事项", "（一）事项", "（二）事项", "1.事项", "二、事项", "（一）事项"]


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五"), (120, "120")])
def test_numbers_are_counted_in_chinese(number: int, text: str) -> None:
    assert chinese_numeral(number) == text


PARAGRAPHS = [
    (f"{run('预算')}<w:del><w:r><w:delText>草案</w:delText></w:r></w:del><w:ins>{run('公开')}</w:ins>", ["预算公开"]),
    (f"{run('第一行')}<w:r><w:br/></w:r>{run('第二行')}", ["第一行", "第二行"]),
    (f"{run('显示')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>", ["显示"]),
    (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>{run("7")}', ["7"]),
    (f"{run('部门：某局')}<w:r><w:tab/></w:r>{run('单位：万元')}", ["部门：某局 单位：万元"]),
    (f"<w:sdt><w:sdtContent>{run('控件里的字')}</w:sdtContent></w:sdt>", ["控件里的字"]),
]


@pytest.mark.parametrize(("xml", "expected"), PARAGRAPHS)
def test_a_paragraph_reads_as_it_is_printed(xml: str, expected: list[str], tmp_path: Path) -> None:
    assert lines(body(xml), tmp_path) == expected


def test_headings_have_their_level(tmp_path: Path) -> None:
    book = Document()
    book.add_heading("概况", 2)
    book.add_paragraph("正文").runs[0].bold = True
    book.save(str(tmp_path / "a.docx"))
    found = [block for block in read_docx(tmp_path / "a.docx").blocks if isinstance(block, Line) and block.text]
    assert [(line.text, line.heading_level, line.is_bold) for line in found] == [("概况", 2, False), ("正文", None, True)]


def test_merged_cells_cover_what_they_cover(tmp_path: Path) -> None:
    book = Document()
    table = book.add_table(3, 3)
    for (row, column), text in {
        (0, 0): "科目",
        (0, 1): "支出",
        (1, 1): "基本",
        (1, 2): "项目",
        (2, 0): "水利",
        (2, 1): "1.00",
        (2, 2): "2.00",
    }.items():
        table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    book.save(str(tmp_path / "a.docx"))
    (grid,) = [block for block in read_docx(tmp_path / "a.docx").blocks if isinstance(block, Grid)]
    assert [[(cell.text, cell.row_span, cell.column_span) if cell else None for cell in row] for row in grid.rows] == [
        [("科目", 2, 1), ("支出", 1, 2), None],
        [None, ("基本", 1, 1), ("项目", 1, 1)],
        [("水利", 1, 1), ("1.00", 1, 1), ("2.00", 1, 1)],
    ]


def test_a_table_that_only_places_another_is_no_table(tmp_path: Path) -> None:
    book = Document()
    cell = book.add_table(1, 1).cell(0, 0)
    cell.text = "收支总表"
    inner = cell.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "合计", "3.00"
    book.save(str(tmp_path / "a.docx"))
    blocks = [block for block in read_docx(tmp_path / "a.docx").blocks if isinstance(block, Grid) or block.text]
    assert [block.text if isinstance(block, Line) else [cell.text for cell in block.rows[0] if cell] for block in blocks] == [
        "收支总表",
        ["合计", "3.00"],
    ]
