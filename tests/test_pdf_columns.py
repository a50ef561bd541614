from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from eval.draw_pdf_rules import PAINTERS
from eval.invent_documents import invent_documents
from eval.invented import InventedDocument, NumberStyle
from eval.write_pdf_layout import PdfLayout, write_pdf_layout
from ingest.document import Document
from ingest.parse_document import parse_document

FONT = "STSong-Light"
WIDTHS = (120, 70, 70, 70)
HEADER = ("项目", "合计", "基本支出", "项目支出")
ROWS = (("水费", "10.00", "4.00", "6.00"), ("电费", "2.00", "", "2.00"), ("办公费", "3.50", "3.50", ""), ("合计", "15.50", "7.50", "8.00"))
BUDGET, ACCOUNTS = invent_documents(7, 1, (2024,), profiles=("人民法院",), styles=(NumberStyle(),))
# its cells span rows of others; without rules between them the print does not show which
UNSHOWN = "项目绩效目标表"
WITHOUT_COLUMN_RULES = ("none", "horizontal", "three lines", "frame", "zebra")


@pytest.fixture
def page(tmp_path: Path) -> Canvas:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    canvas = Canvas(str(tmp_path / "page.pdf"), pagesize=(595, 842))
    canvas.setFont(FONT, 10)
    return canvas


def parse(canvas: Canvas) -> Document:
    canvas.save()
    return parse_document(Path(canvas._filename))


def next_page(canvas: Canvas) -> None:
    canvas.drawCentredString(297, 30, f"- {canvas.getPageNumber()} -")
    canvas.showPage()
    canvas.setFont(FONT, 10)


def caption(canvas: Canvas, title: str, unit: str, y: float = 780, x: float = 60) -> None:
    canvas.drawCentredString(x + 115, y, title)
    canvas.drawRightString(x + 230, y - 20, f"单位：{unit}")


def rows_at(canvas: Canvas, y: float, rows: Sequence[Sequence[str]], x: float = 60, widths: Sequence[float] = WIDTHS) -> None:
    for row in rows:
        left = x
        for width, text in zip(widths, row, strict=True):
            if re.fullmatch(r"[\d.,]+", text) and "." in text:
                canvas.drawRightString(left + width - 3, y, text)
            elif row == HEADER:
                canvas.drawCentredString(left + width / 2, y, text)
            else:
                canvas.drawString(left + 3, y, text)
            left += width
        y -= 18


def figures(document: Document) -> list[tuple[str, str, str, str]]:
    return [(document.tables[f.table].title, f.row[-1], f.col[-1], f.value) for f in document.figures if not f.uncertain]


def known(title: str, rows: Sequence[Sequence[str]] = ROWS) -> list[tuple[str, str, str, str]]:
    return [(title, row[0], name, text) for row in rows for name, text in zip(HEADER[1:], row[1:], strict=True) if text]


def squeezed(parts: Sequence[str]) -> str:
    return re.sub(r"\s+", "", parts[-1]) if parts else ""


@pytest.mark.parametrize(
    ("document", "style"),
    [*((BUDGET, style) for style in sorted(PAINTERS)), (ACCOUNTS, "none")],
    ids=lambda value: getattr(value, "kind", value),
)
def test_no_figure_of_any_typesetting_is_wrong_and_few_are_left_out(document: InventedDocument, style: str, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(write_pdf_layout(document, PdfLayout(style, is_landscape=style != "none")))
    read = parse_document(path)
    printed = Counter((t.title, squeezed(f.row), squeezed(f.col), f.value) for t in document.tables for f in t.figures)
    found = Counter((read.tables[f.table].title, squeezed(f.row), squeezed(f.col), f.value) for f in read.figures)
    assert not found - printed
    lost = {key[0] for key in printed - found}
    assert not lost if style not in WITHOUT_COLUMN_RULES else all(UNSHOWN in title for title in lost)


def test_rare_column_and_blank_column_keep_their_header(page: Canvas) -> None:
    caption(page, "某某局支出总表", "万元")
    rows = [(f"支出{i}", f"{i}.00", f"{i}.00", "") for i in range(1, 15)]
    rows[7] = ("支出8", "8.00", "", "8.00")
    rows_at(page, 740, [HEADER, *rows])
    assert figures(parse(page)) == known("某某局支出总表", rows)


def test_amounts_left_of_their_header_are_not_those_of_the_header_before(page: Canvas) -> None:
    caption(page, "某某局收支总表", "元")
    for x, text in ((120, "项目"), (260, "金额"), (400, "项目"), (520, "金额")):
        page.drawCentredString(x, 740, text)
    for i in range(4):
        for x, text in ((52, f"收入{i}"), (202, f"{i}5,100"), (342, f"支出{i}"), (472, f"{i}7,300")):
            page.drawString(x, 720 - 18 * i, text)
    found = figures(parse(page))
    assert ("某某局收支总表", "支出3", "金额", "37,300") in found
    assert len(found) == 8


def test_wrapped_label_stays_in_the_row_of_its_amounts(page: Canvas) -> None:
    caption(page, "某某局支出总表", "万元")
    rows_at(page, 740, [HEADER, *ROWS[:3]])
    page.drawString(63, 668, "机关事业单位基本")
    page.drawString(63, 656, "养老保险缴费支出")
    rows_at(page, 662, [("", "2.00", "2.00", "")])
    rows_at(page, 638, [ROWS[3]])
    wrapped = ("机关事业单位基本养老保险缴费支出", "2.00", "2.00", "")
    assert figures(parse(page)) == known("某某局支出总表", [*ROWS[:3], wrapped, ROWS[3]])


def test_amount_broken_by_its_column_is_one_number(page: Canvas) -> None:
    caption(page, "某某局支出总表", "元")
    rows_at(page, 740, [HEADER, *ROWS[:3]])
    page.drawString(63, 662, "工程款")
    for x in (247, 317):
        for y, piece in ((668, "20,704,993."), (656, "49")):
            page.drawRightString(x, y, piece)
    assert ("某某局支出总表", "工程款", "基本支出", "20,704,993.49") in figures(parse(page))


def test_headers_not_over_the_middle_of_their_columns_leave_the_table_as_lines(page: Canvas) -> None:
    caption(page, "某某局支出总表", "万元")
    for x, text in ((63, "项目"), (120, "合计"), (250, "基本支出"), (330, "项目支出")):
        page.drawString(x, 740, text)
    for i in range(4):
        rows_at(page, 720 - 18 * i, [(f"支出{i}", "", f"{i}1.00", f"{i}2.00")])
    assert not figures(parse(page))


def test_group_of_columns_that_says_what_it_counts_is_no_title(page: Canvas) -> None:
    caption(page, "某某局所属单位情况表", "万元")
    page.drawCentredString(250, 748, "人员情况（人）")
    page.drawCentredString(110, 739, "单位名称")
    page.drawCentredString(355, 739, "支出（万元）")
    for x, text in ((215, "在职人员"), (285, "在校学生")):
        page.drawCentredString(x, 730, text)
    rows_at(page, 712, [("甲学校", "38", "2156", "410.00"), ("乙学校", "47", "—", "399.14"), ("丙学校", "6", "412", "56.95")])
    document = parse(page)
    told = {(figure.row, figure.col): (figure.value, figure.quantity and figure.quantity.unit) for figure in document.figures}
    assert {document.tables[figure.table].title for figure in document.figures} == {"某某局所属单位情况表"}
    assert told[("甲学校",), ("人员情况（人）", "在校学生")] == ("2156", "人")
    assert told[("丙学校",), ("支出（万元）",)] == ("56.95", "万元")


def test_rows_as_close_as_the_lines_of_a_cell_are_not_guessed(page: Canvas) -> None:
    caption(page, "某某局支出总表", "万元")
    rows_at(page, 740, [HEADER])
    for i, text in enumerate(("机关事业单位", "养老保险", "水费", "电费", "办公费")):
        page.drawString(63, 728 - 12 * i, text)
        if i != 1:
            page.drawRightString(247, 728 - 12 * i, f"{i}.00")
    assert not figures(parse(page))


def test_parts_on_further_pages_with_and_without_header_belong_to_the_table(page: Canvas) -> None:
    caption(page, "某某局支出总表", "万元")
    rows_at(page, 740, [HEADER, *ROWS[:3]])
    next_page(page)
    rows_at(page, 790, [HEADER, ("其他", "", "", ""), ("税费", "1.00", "1.00", "")])
    next_page(page)
    rows_at(page, 790, [ROWS[3]])
    document = parse(page)
    assert figures(document) == known("某某局支出总表", [*ROWS[:3], ("税费", "1.00", "1.00", ""), ROWS[3]])
    assert [place.page for place in document.tables[0].parts] == [1, 2, 3]


@pytest.mark.parametrize("is_ruled", [False, True])
def test_two_tables_side_by_side_keep_their_titles_and_units(page: Canvas, is_ruled: bool) -> None:
    widths = (70, 60, 50, 50)
    for x, title, unit in ((40, "某某局收入表", "元"), (320, "某某局支出表", "万元")):
        caption(page, title, unit, x=x)
        rows_at(page, 740, [HEADER, *ROWS], x, widths)
        for i in range(6 if is_ruled else 0):
            page.line(x, 752 - 18 * i, x + 230, 752 - 18 * i)
        for edge in (0, 70, 130, 180, 230) if is_ruled else ():
            page.line(x + edge, 752, x + edge, 662)
    document = parse(page)
    assert figures(document) == [*known("某某局收入表"), *known("某某局支出表")]
    assert {document.tables[f.table].title: f.quantity and f.quantity.unit for f in document.figures} == {
        "某某局收入表": "元", "某某局支出表": "万元",
    }  # fmt: skip


def test_tables_one_under_the_other_keep_their_units(page: Canvas) -> None:
    caption(page, "某某局收入总表", "元")
    rows_at(page, 740, [HEADER, *ROWS])
    page.drawString(60, 640, "注：本表金额取整。")
    caption(page, "某某局支出总表", "万元", y=600)
    rows_at(page, 560, [HEADER, *ROWS])
    document = parse(page)
    assert figures(document) == [*known("某某局收入总表"), *known("某某局支出总表")]
    assert [table.unit for table in document.tables] == ["元", "万元"]


@pytest.mark.parametrize("count", [200])
def test_table_of_many_columns_is_read(page: Canvas, count: int) -> None:
    page.setPageSize((30.0 * count + 100, 842))
    page.setFont(FONT, 8)
    for k in range(count):
        page.drawCentredString(45 + 30 * k, 700, f"列{k}")
        for r in range(5):
            page.drawRightString(58 + 30 * k, 680 - 15 * r, f"{r}.{k % 10}")
    document = parse(page)
    assert max(cell.column for table in document.tables for cell in table.cells) == count - 1
