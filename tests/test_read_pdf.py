from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.blocks import Block, Grid, Line
from ingest.errors import UnreadableFileError
from ingest.formats.read_pdf import read_pdf
from ingest.pages.fold_radicals import fold_radicals

PAGE = (595.0, 842.0)
FONT = "STSong-Light"
XS = (60, 100, 200, 300, 400, 500)
Span = tuple[int, int, int, int, str]  # row, column, row span, column span, text
DRAWINGS = Path(__file__).parents[2] / "shared" / "pdf"

HEADED: list[Span] = [
    (0, 0, 2, 2, "科目"),
    (0, 2, 1, 3, "本年支出"),
    (1, 2, 1, 1, "合计"),
    (1, 3, 1, 1, "基本支出"),
    (1, 4, 1, 1, "项目支出"),
    (2, 0, 1, 1, "301"),
    (2, 1, 1, 1, "人员经费"),
    (2, 2, 1, 1, "12.50"),
    (2, 3, 1, 1, "12.50"),
    (2, 4, 1, 1, ""),
    (3, 0, 1, 2, "合 计"),
    (3, 2, 1, 1, "12.50"),
    (3, 3, 1, 1, "12.50"),
    (3, 4, 1, 1, "0"),
]
HEADED_ROWS = [
    [("科目", 2, 2), None, ("本年支出", 1, 3), None, None],
    [None, None, "合计", "基本支出", "项目支出"],
    ["301", "人员经费", "12.50", "12.50", ""],
    [("合计", 1, 2), None, "12.50", "12.50", "0"],
]


SOUP = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >> endobj
4 0 obj << /Length 78 >> stream
BT /F 10 Tf 60 700 Td <0101010201030104010501060107010801090110> Tj ET
endstream endobj
5 0 obj << /Type /Font /Subtype /Type0 /BaseFont /Soup /Encoding /Identity-H /DescendantFonts [6 0 R] >> endobj
6 0 obj << /Type /Font /Subtype /CIDFontType2 /BaseFont /Soup /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
/DW 1000 >> endobj
trailer << /Root 1 0 R >>
"""


def draw_lines(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    canvas.line(x0, y0, x1, y1)


def draw_thin_rects(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    canvas.rect(x0 - 0.3, y0 - 0.3, x1 - x0 + 0.6, y1 - y0 + 0.6, stroke=0, fill=1)


def draw_nothing(*_: object) -> None:
    pass


Ruler = Callable[..., None]


def draw_table(
    canvas: Canvas, cells: Sequence[Span], top: float = 700, ruler: Ruler = draw_lines, xs: Sequence[float] = XS, height: float = 24
) -> None:
    for row, column, row_span, column_span, text in cells:
        x0, x1 = xs[column], xs[column + column_span]
        y1 = top - row * height
        y0 = y1 - row_span * height
        for line in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            ruler(canvas, *line)
        lines = text.split("\n")
        for i, part in enumerate(lines):
            canvas.drawCentredString((x0 + x1) / 2, (y0 + y1) / 2 - 3 + 6 * (len(lines) - 1) - 12 * i, part)


@pytest.fixture
def book(tmp_path: Path) -> Canvas:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    canvas = Canvas(str(tmp_path / "book.pdf"), pagesize=PAGE)
    canvas.setFont(FONT, 10)
    return canvas


def read(canvas: Canvas) -> tuple[Block, ...]:
    canvas.save()
    return read_pdf(Path(canvas._filename)).blocks


def grids(blocks: Sequence[Block]) -> list[Grid]:
    return [block for block in blocks if isinstance(block, Grid)]


def texts(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Line)]


def shown(grid: Grid) -> list[list[object]]:
    return [
        [
            cell and (cell.text if (cell.row_span, cell.column_span) == (1, 1) else (cell.text, cell.row_span, cell.column_span))
            for cell in row
        ]
        for row in grid.rows
    ]


def line_up(canvas: Canvas, y: float, cells: Sequence[tuple[float, str]]) -> None:
    for x, text in cells:
        canvas.drawString(x, y, text)


@pytest.mark.parametrize("ruler", [draw_lines, draw_thin_rects])
def test_merged_headers_come_from_the_rules(book: Canvas, ruler: Ruler) -> None:
    draw_table(book, HEADED, ruler=ruler)
    (grid,) = grids(read(book))
    assert shown(grid) == HEADED_ROWS
    assert grid.has_spans


def test_every_cell_knows_its_page_and_box(book: Canvas) -> None:
    book.drawString(60, 780, "第一页")
    book.showPage()
    book.setFont(FONT, 10)
    draw_table(book, HEADED)
    (grid,) = grids(read(book))
    cell = grid.rows[2][1]
    assert cell is not None
    assert cell.place.page == 2
    assert cell.place.bbox == pytest.approx((100, 842 - 652, 200, 842 - 628), abs=0.5)


def test_wrapped_header_is_one_label(book: Canvas) -> None:
    cells = [(0, 0, 1, 1, "事业单位\n经营收入"), (0, 1, 1, 1, "决算数"), (1, 0, 1, 1, "IT Base\nService"), (1, 1, 1, 1, "1,234,\n567.00")]
    draw_table(book, cells, height=40, xs=(60, 160, 195))
    (grid,) = grids(read(book))
    assert shown(grid) == [["事业单位经营收入", "决算数"], ["IT Base Service", "1,234,567.00"]]


def test_empty_rows_are_dropped_and_empty_columns_kept(book: Canvas) -> None:
    rows = [["项目", "金额", "备注"], ["", "", ""], ["水费", "1.00", ""]]
    draw_table(book, [(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row)])
    (grid,) = grids(read(book))
    assert shown(grid) == [rows[0], rows[2]]


def test_ghost_half_row_between_header_levels_is_dropped(book: Canvas) -> None:
    cells = [
        (0, 0, 2, 2, "合计"), (0, 2, 1, 2, "公务用车"), (1, 2, 2, 2, "购置费"), (2, 0, 1, 1, ""), (2, 1, 1, 1, ""),
        (3, 0, 1, 1, "预算数"), (3, 1, 1, 1, "决算数"), (3, 2, 1, 1, "预算数"), (3, 3, 1, 1, "决算数"),
    ]  # fmt: skip
    draw_table(book, cells)
    (grid,) = grids(read(book))
    assert shown(grid) == [
        [("合计", 2, 2), None, ("公务用车", 1, 2), None],
        [None, None, ("购置费", 1, 2), None],
        ["预算数", "决算数", "预算数", "决算数"],
    ]


def test_each_page_part_of_a_table_is_a_grid_with_the_same_columns(book: Canvas) -> None:
    draw_table(book, HEADED[:-4])
    book.showPage()
    book.setFont(FONT, 10)
    draw_table(book, [(0, 0, 1, 2, "合计"), (0, 2, 1, 1, "12.50"), (0, 3, 1, 1, "12.50"), (0, 4, 1, 1, "0")], top=780)
    first, last = grids(read(book))
    assert shown(last) == [["合计", "12.50", "12.50", "0"]]
    edges = {cell.place.bbox[0] for row in first.rows for cell in row if cell and cell.place.bbox}
    assert all(any(abs(cell.place.bbox[0] - edge) < 1 for edge in edges) for cell in last.rows[0] if cell and cell.place.bbox)


def test_amounts_without_rules_stand_in_columns(book: Canvas) -> None:
    book.drawString(250, 760, "某局收支情况表")
    line_up(book, 720, [(60, "项目"), (202, "合计"), (262, "基本支出"), (342, "项目支出")])
    for i, row in enumerate((("办公费", "10.00", "4.00", "6.00"), ("差旅费", "2.00", "", "2.00"), ("合计", "12.00", "4.00", "8.00"))):
        book.drawString(60, 700 - 20 * i, row[0])
        for x, text in zip((230, 300, 380), row[1:], strict=True):
            book.drawRightString(x, 700 - 20 * i, text)
    blocks = read(book)
    assert shown(grids(blocks)[0]) == [
        ["项目", "合计", "基本支出", "项目支出"],
        ["办公费", "10.00", "4.00", "6.00"],
        ["差旅费", "2.00", "", "2.00"],
        ["合计", "12.00", "4.00", "8.00"],
    ]
    assert "某局收支情况表" in texts(blocks)


def test_header_without_rules_spans_the_columns_it_is_centred_over(book: Canvas) -> None:
    book.drawCentredString(300, 720, "本年支出")
    line_up(book, 712, [(60, "项目")])
    for x, text in zip((200, 300, 400), ("合计", "基本", "项目"), strict=True):
        book.drawCentredString(x, 704, text)
    rows = ("水费", "10.00", "4.00", "6.00"), ("电费", "", "", ""), ("租金", "2.00", "", "2.00"), ("合计", "12.00", "4.00", "8.00")
    for i, row in enumerate(rows):
        book.drawString(60, 680 - 18 * i, row[0])
        for x, text in zip((220, 320, 420), row[1:], strict=True):
            book.drawRightString(x, 680 - 18 * i, text)
    (grid,) = grids(read(book))
    assert shown(grid)[:4] == [
        [("项目", 2, 1), ("本年支出", 1, 3), None, None],
        [None, "合计", "基本", "项目"],
        ["水费", "10.00", "4.00", "6.00"],
        ["电费", "", "", ""],
    ]


def test_last_row_of_a_table_without_rules_continues_it_on_the_next_page(book: Canvas) -> None:
    for i in range(4):
        line_up(book, 700 - 18 * i, [(60, "某项目"), (200, "10.00"), (300, "4.00"), (400, "6.00")])
    line_up(book, 30, [(290, "- 1 -")])
    book.showPage()
    book.setFont(FONT, 10)
    line_up(book, 780, [(60, "合计"), (200, "40.00"), (400, "24.00")])
    line_up(book, 30, [(290, "- 2 -")])
    _, last = grids(read(book))
    assert shown(last) == [["合计", "40.00", "", "24.00"]]


def test_prose_with_amounts_is_no_table(book: Canvas) -> None:
    for i in range(4):
        line_up(book, 700 - 18 * i, [(60, "本年支出为"), (125, f"1{i}.50"), (160, "万元，比上年增加"), (260, f"{i}.25"), (290, "万元。")])
    assert not grids(read(book))


def test_neighbouring_amounts_are_not_glued(book: Canvas) -> None:
    for i in range(4):
        line_up(book, 700 - 16 * i, [(60, "某项目支出"), (200, "119,385.30"), (253.5, "119,385.30")])
    (grid,) = grids(read(book))
    assert [cell.text for cell in grid.rows[0] if cell] == ["某项目支出", "119,385.30", "119,385.30"]


def test_rows_without_rules_between_them_are_parted(book: Canvas) -> None:
    draw_table(book, [(0, 0, 1, 1, "项目"), (0, 1, 1, 1, "金额")], top=740, xs=(60, 200, 300))
    draw_table(book, [(0, 0, 1, 1, "水费\n电费\n税金\n租金"), (0, 1, 1, 1, "1.00\n2.00\n\n3.00")], top=716, xs=(60, 200, 300), height=60)
    (grid,) = grids(read(book))
    assert shown(grid) == [["项目", "金额"], ["水费", "1.00"], ["电费", "2.00"], ["税金", ""], ["租金", "3.00"]]


def test_number_broken_by_a_narrow_cell_is_one_number(book: Canvas) -> None:
    draw_table(book, [(0, 0, 1, 1, "某项目支\n出合计"), (0, 1, 1, 1, "12,345,6\n78.90")], xs=(60, 110, 152), height=40)
    (grid,) = grids(read(book))
    assert shown(grid) == [["某项目支出合计", "12,345,678.90"]]


def test_two_amounts_in_one_cell_never_read_as_one_number(book: Canvas) -> None:
    draw_table(book, [(0, 0, 1, 1, "水费"), (0, 1, 1, 1, "12\n34")], xs=(60, 200, 300), height=40)
    (grid,) = grids(read(book))
    assert shown(grid) == [["水费", "12；34"]]


def test_text_too_long_for_its_cell_stays_in_it(book: Canvas) -> None:
    for x in (60, 120, 200):
        book.line(x, 700, x, 724)
    book.line(60, 700, 200, 700)
    book.line(60, 724, 200, 724)
    book.drawString(62, 708, "国有资本经营预算支出")
    book.drawRightString(198, 708, "8.00")
    (grid,) = grids(read(book))
    assert shown(grid) == [["国有资本经营预算支出", "8.00"]]


def test_rules_that_run_off_the_page_make_no_columns(book: Canvas) -> None:
    draw_table(book, [(0, c, 1, 1, f"第{c}列") for c in range(6)], xs=(60, 160, 260, 360, 700, 800, 900))
    draw_table(book, [(1, c, 1, 1, f"{c}.00") for c in range(6)], xs=(60, 160, 260, 360, 700, 800, 900))
    (grid,) = grids(read(book))
    assert [cell and cell.text for cell in grid.rows[1]] == ["0.00", "1.00", "2.00", "3.00"]


def test_table_without_outer_borders_keeps_its_outer_columns(book: Canvas) -> None:
    for y in (700, 676, 652):
        book.line(60, y, 360, y)
    for x in (160, 260):
        book.line(x, 652, x, 700)
    line_up(book, 684, [(70, "项目"), (170, "预算"), (270, "决算")])
    line_up(book, 660, [(70, "水费"), (170, "1.00"), (270, "2.00")])
    (grid,) = grids(read(book))
    assert shown(grid) == [["项目", "预算", "决算"], ["水费", "1.00", "2.00"]]


def test_contents_page_in_one_column_is_lines(book: Canvas) -> None:
    draw_table(book, [(i, 0, 1, 1, f"{i}、某表…………{i}") for i in range(1, 6)], xs=(60, 400))
    blocks = read(book)
    assert not grids(blocks)
    assert "1、某表…………1" in texts(blocks)


def test_contents_page_with_page_numbers_is_lines(book: Canvas) -> None:
    for i in range(5):
        line_up(book, 700 - 20 * i, [(60, f"第{i}部分某表"), (480, str(i + 3))])
    assert not grids(read(book))


def test_box_around_text_is_lines(book: Canvas) -> None:
    draw_table(book, [(0, 0, 1, 1, "此件公开发布")], xs=(60, 300))
    assert texts(read(book)) == ["此件公开发布"]


def test_numbers_in_another_font_stay_in_their_sentence(book: Canvas) -> None:
    x = 60.0
    for font, part in ((FONT, "本年支出"), ("Times-Roman", "2336.91"), (FONT, "万元，占"), ("Times-Roman", "79.49%"), (FONT, "。")):
        book.setFont(font, 12)
        book.drawString(x, 700, part)
        x += book.stringWidth(part, font, 12)
    assert texts(read(book)) == ["本年支出2336.91万元，占79.49%。"]


def test_paragraphs_end_with_an_empty_line_and_sentences_run_on(book: Canvas) -> None:
    full = "某局负责本地区有关工作的组织实施和监督管理并承担相应的责任以及其他由上级交办的各项任务"
    line_up(book, 700, [(80, full[:40])])
    line_up(book, 685, [(60, full[:42])])
    line_up(book, 670, [(60, "工作。")])
    line_up(book, 655, [(80, full[:40])])
    line_up(book, 640, [(60, "2024年。")])
    line_up(book, 625, [(80, full[:39] + "。")])
    line_up(book, 610, [(80, full[:40])])
    line_up(book, 30, [(290, "- 1 -")])
    book.showPage()
    book.setFont(FONT, 10)
    line_up(book, 780, [(60, "续前页。")])
    line_up(book, 30, [(290, "- 2 -")])
    assert texts(read(book)) == [
        full[:40], full[:42], "工作。", "", full[:40], "2024年。", "", full[:39] + "。", "", full[:40], "- 1 -", "续前页。", "- 2 -",
    ]  # fmt: skip


def test_small_print_that_stands_out_does_not_widen_the_margins_of_the_text(book: Canvas) -> None:
    full = "某局负责本地区有关工作的组织实施和监督管理并承担相应的责任以及其他由上级交办的各项任务"
    book.setFont(FONT, 8)
    for y in (770, 758, 746, 734):
        line_up(book, y, [(20, f"注：{full}{full[:22]}{y}")])
    book.setFont(FONT, 12)
    for y in (690, 660, 630):
        line_up(book, y, [(84, full[:35] + "，")])
        line_up(book, y - 15, [(60, "工作完成。")])
    assert (full[:35] + "，", "工作完成。") in list(pairwise(texts(read(book))))


def test_punctuation_that_hangs_over_the_margin_does_not_widen_it(book: Canvas) -> None:
    full = "某局负责本地区有关工作的组织实施和监督管理并承担相应的责任以及其他由上级交办的各项任务"
    for y in (700, 655, 610, 565):
        line_up(book, y, [(80, full[:38] + "”）。")])
        line_up(book, y - 15, [(60, full[:40])])
        line_up(book, y - 30, [(60, "有量为5辆。")])
    assert (full[:40], "有量为5辆。") in list(pairwise(texts(read(book))))


def test_bold_made_by_printing_twice_is_read_once(book: Canvas) -> None:
    book.drawString(60, 700, "一、部门职责")
    book.drawString(60.4, 700, "一、部门职责")
    assert texts(read(book)) == ["一、部门职责"]


def test_text_outside_the_page_or_clipped_away_is_ignored(book: Canvas) -> None:
    book.drawString(60, 700, "看得见")
    book.drawString(60, 900, "页外")
    book.saveState()
    path = book.beginPath()
    path.rect(60, 600, 100, 20)
    book.clipPath(path, stroke=0)
    book.drawString(60, 605, "框内")
    book.drawString(60, 560, "框外")
    book.restoreState()
    book.drawString(60, 500, "之后")
    assert [text for text in texts(read(book)) if text] == ["看得见", "框内", "之后"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_rotated_pages_are_read_upright(book: Canvas, angle: int) -> None:
    # reportlab swaps the page's sides when it is rotated
    draw_table(book, HEADED, top=500)
    book.setPageRotation(angle)
    (grid,) = grids(read(book))
    assert shown(grid) == HEADED_ROWS


@pytest.mark.parametrize(("angle", "shift"), [(90, (595, 0)), (270, (0, 842)), (180, (595, 842))])
def test_table_turned_on_its_page_is_read_with_its_place_on_the_page(book: Canvas, angle: int, shift: tuple[float, float]) -> None:
    book.translate(*shift)
    book.rotate(angle)
    draw_table(book, HEADED, top=400)
    (grid,) = grids(read(book))
    assert shown(grid) == HEADED_ROWS
    assert grid.place.bbox is not None
    x0, top, x1, bottom = grid.place.bbox
    assert (x1 - x0 < bottom - top) == (angle != 180)
    assert {90: abs(x1 - (595 - 304)) < 1, 270: abs(x0 - 304) < 1, 180: abs(x1 - (595 - 60)) < 1}[angle]


def test_password_is_named_as_the_cause(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "locked.pdf"), pagesize=PAGE, encrypt=StandardEncryption("secret"))
    canvas.drawString(60, 700, "text")
    with pytest.raises(UnreadableFileError, match=r"locked\.pdf.*密码"):
        read(canvas)


def test_scan_is_refused_with_ocr_as_the_remedy(book: Canvas, tmp_path: Path) -> None:
    image = tmp_path / "scan.ppm"
    image.write_bytes(b"P6 2 2 255\n" + bytes(range(12)))
    book.drawImage(str(image), 0, 0, 595, 842)
    with pytest.raises(UnreadableFileError, match="文字识别"):
        read(book)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n%%EOF", b"not a pdf at all", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog"])
def test_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=r"broken\.pdf.*重新下载"):
        read_pdf(path)


def test_missing_file_is_an_error_a_user_understands(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"none\.pdf：打不开"):
        read_pdf(tmp_path / "none.pdf")


def test_file_with_most_pages_damaged_is_refused_with_their_number(tmp_path: Path) -> None:
    path = tmp_path / "pages.pdf"
    path.write_bytes(SOUP.replace(b"/DescendantFonts [6 0 R]", b"/DescendantFonts []"))
    with pytest.raises(UnreadableFileError, match="1 页中有 1 页已损坏"):
        read_pdf(path)


HELVETICA = b"<< /Font << /H << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
SOUND_PAGES = b"""7 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 9 0 R /Resources %s >> endobj
8 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 9 0 R /Resources %s >> endobj
9 0 obj << /Length 44 >> stream
BT /H 10 Tf 60 700 Td (A page to read) Tj ET
endstream endobj
trailer""" % (HELVETICA, HELVETICA)


@pytest.mark.parametrize(
    ("sound", "damaged", "cause"),
    [
        (b"/DescendantFonts [6 0 R]", b"/DescendantFonts []", "已损坏"),
        (b"", b"", "乱码"),
        (b"<< /Length 78", b"<< /Length 78 /Filter /FlateDecode", "已损坏"),
    ],
)
def test_page_that_cannot_be_read_is_named_and_the_others_are_read(tmp_path: Path, sound: bytes, damaged: bytes, cause: str) -> None:
    path = tmp_path / "pages.pdf"
    content = SOUP.replace(b"/Kids [3 0 R] /Count 1", b"/Kids [7 0 R 3 0 R 8 0 R] /Count 3").replace(b"trailer", SOUND_PAGES)
    content = content.replace(b"0101010201030104010501060107010801090110", b"01010102")
    path.write_bytes(content.replace(sound, damaged))
    reading = read_pdf(path)
    assert texts(reading.blocks) == ["A page to read", "A page to read"]
    (problem,) = reading.problems
    assert problem.place.page == 2
    assert "第 2 页" in problem.message
    assert cause in problem.message


def test_type_too_small_to_be_seen_is_ignored(book: Canvas) -> None:
    book.drawString(60, 700, "看得见")
    book.setFont(FONT, 0.01)
    book.drawString(60, 600, "看不见")
    assert texts(read(book)) == ["看得见"]


@pytest.mark.parametrize(("sound", "damaged"), [(rb"startxref\n", b"startxref\n9"), (rb"(\n0000000)(\d)", rb"\g<1>9")])
def test_damaged_cross_reference_table_is_survived(book: Canvas, tmp_path: Path, sound: bytes, damaged: bytes) -> None:
    book.drawString(60, 700, "仍可读取")
    book.save()
    path = tmp_path / "book.pdf"
    path.write_bytes(re.sub(sound, damaged, path.read_bytes()))
    assert texts(read_pdf(path).blocks) == ["仍可读取"]


def test_font_without_unicode_map_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "soup.pdf"
    path.write_bytes(SOUP)
    with pytest.raises(UnreadableFileError, match="乱码"):
        read_pdf(path)


def test_characters_printed_as_radicals_are_the_ordinary_ones(tmp_path: Path) -> None:
    path = tmp_path / "radicals.pdf"
    cmap = b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0101> <010a> [<90E8> <2ED4> <2F40> <51FA>] endbfrange"
    stream = b"7 0 obj << /Length %d >> stream\n%s\nendstream endobj\ntrailer" % (len(cmap), cmap)
    content = SOUP.replace(b"010501060107010801090110", b"").replace(b"/DescendantFonts", b"/ToUnicode 7 0 R /DescendantFonts")
    path.write_bytes(content.replace(b"trailer", stream))
    assert texts(read_pdf(path).blocks) == ["部门支出"]


@pytest.mark.parametrize(("printed", "expected"), [("部⻔⽀出", "部门支出"), ("⼀般", "一般"), ("⻓\u200b期", "长期"), ("１", "１")])
def test_radicals_are_folded_and_nothing_else(printed: str, expected: str) -> None:
    assert fold_radicals(printed) == expected


def test_file_without_pages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(SOUP.replace(b"/Kids [3 0 R] /Count 1", b"/Kids [] /Count 0").replace(b"/Type /Page ", b""))
    with pytest.raises(UnreadableFileError, match="没有页面"):
        read_pdf(path)


def test_text_outside_the_crop_box_is_ignored(book: Canvas) -> None:
    book.setCropBox((50, 50, 500, 750))
    line_up(book, 760, [(60, "裁去")])
    line_up(book, 700, [(60, "保留")])
    assert texts(read(book)) == ["保留"]


def test_crowded_page_is_read_in_linear_time(book: Canvas) -> None:
    book.setFont(FONT, 2)
    for i in range(300):
        book.drawString(20, 820 - 2.6 * i, "某" * 100)
    assert len(texts(read(book))) >= 300


@pytest.mark.parametrize("path", sorted(DRAWINGS.glob("*.pdf")) or [None])
def test_grids_of_the_shared_documents_are_rectangular(path: Path | None) -> None:
    if path is None:
        pytest.skip("../shared/pdf is absent")
    for grid in grids(read_pdf(path).blocks):
        assert len({len(row) for row in grid.rows}) == 1
        assert any(cell and cell.text for cell in grid.rows[0])
