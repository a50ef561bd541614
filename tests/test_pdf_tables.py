"""Tables as Word, Excel and browsers print them into PDFs: from drawn pages to figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from test_read_pdf import FONT, PAGE, Span, draw_lines, draw_table

from ingest.blocks import Grid, GridCell
from ingest.document import Document, Place
from ingest.parse_document import parse_document
from ingest.tables.join_columns import join_columns

TITLE = "云州市水务局2024年部门预算"
XS = (50, 130, 210, 290, 370, 450, 530)
Row = tuple[tuple[str, ...], tuple[str, ...], str, str | None]


@pytest.fixture
def book(tmp_path: Path) -> Canvas:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    canvas = Canvas(str(tmp_path / "云州.pdf"), pagesize=PAGE)
    canvas.setFont(FONT, 16)
    canvas.drawCentredString(300, 760, TITLE)
    canvas.showPage()
    canvas.setFont(FONT, 9)
    return canvas


def caption(book: Canvas, title: str, number: str = "", unit: str = "单位：万元", top: float = 740) -> None:
    book.drawCentredString(290, top, title)
    book.drawString(50, top - 16, number)
    book.drawString(430, top - 16, unit)


def cells(rows: Sequence[Sequence[str | None]], spans: dict[tuple[int, int], tuple[int, int]] | None = None) -> list[Span]:
    spans = spans or {}
    return [(r, c, *spans.get((r, c), (1, 1)), text) for r, row in enumerate(rows) for c, text in enumerate(row) if text is not None]


def read(book: Canvas) -> Document:
    book.save()
    return parse_document(Path(book._filename))


def figures(document: Document, title: str) -> list[Row]:
    index = next(table.index for table in document.tables if table.title == title)
    return [(one.row, one.col, one.value, one.quantity.unit if one.quantity else None) for one in document.figures if one.table == index]


def dots(step: float, size: float) -> Callable[..., None]:
    def draw(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
        length = max(x1 - x0, y1 - y0)
        for place in range(int(length / step) + 1):
            along = min(place * step, length)
            x, y = (x0 + along, y0) if x1 > x0 else (x0, y0 + along)
            canvas.rect(x - size / 2, y - size / 2, size, size, stroke=0, fill=1)

    return draw


@pytest.mark.parametrize("ruler", [draw_lines, dots(1.4, 0.7), dots(3.0, 1.5)])
def test_borders_of_dots_and_dashes_part_cells_as_lines_do(book: Canvas, ruler: Callable[..., None]) -> None:
    caption(book, "支出决算表")
    rows = [["科目编码", "科目名称", "合计", "基本支出"], ["213", "农林水支出", "30.00", "22.00"], ["221", "住房保障支出", "9.00", "9.00"]]
    draw_table(book, cells(rows), ruler=ruler, xs=XS, height=14)
    assert figures(read(book), "支出决算表") == [
        (("213", "农林水支出"), ("合计",), "30.00", "万元"),
        (("213", "农林水支出"), ("基本支出",), "22.00", "万元"),
        (("221", "住房保障支出"), ("合计",), "9.00", "万元"),
        (("221", "住房保障支出"), ("基本支出",), "9.00", "万元"),
    ]


def test_marks_where_borders_meet_draw_no_rules(book: Canvas) -> None:
    caption(book, "支出决算表")
    rows = [["科目名称", "合计"], ["农林水支出", "30.00"], ["住房保障支出", "9.00"]]
    draw_table(book, cells(rows), xs=XS, height=3.2 * 6)
    for x in XS[:3]:
        for y in (700, 680.8, 661.6, 642.4):
            book.rect(x - 0.25, y - 0.25, 0.5, 0.5, stroke=0, fill=1)
    assert [row[2] for row in figures(read(book), "支出决算表")] == ["30.00", "9.00"]


def test_unit_beside_the_name_of_the_department_ends_no_caption(book: Canvas) -> None:
    book.drawCentredString(290, 740, "财政拨款收支总表")
    book.drawString(50, 724, "表一")
    book.drawString(50, 710, "云州市水务局")
    book.drawString(430, 710, "单位：万元")
    draw_table(book, cells([["项目", "预算数"], ["一、本年收入", "30.00"]]), xs=XS)
    table = read(book).tables[0]
    assert (table.title, table.number, table.unit) == ("财政拨款收支总表", "表一", "万元")


def test_the_right_side_of_a_table_is_named_by_its_own_labels(book: Canvas) -> None:
    caption(book, "部门收支预算总表", "附表1")
    rows: list[list[str | None]] = [
        ["收入", None, "支出", None],
        ["项目", "预算数", "项目（按支出功能分类）", "预算数"],
        ["一、一般公共预算", "30.00", "一、农林水支出", "21.00"],
        ["", "", "二、住房保障支出", "9.00"],
        ["收入总计", "30.00", "支出总计", "30.00"],
    ]
    draw_table(book, cells(rows, {(0, 0): (1, 2), (0, 2): (1, 2)}), xs=(50, 150, 250, 400, 500))
    found = figures(read(book), "部门收支预算总表")
    assert (("二、住房保障支出",), ("支出", "预算数"), "9.00", "万元") in found
    assert (("一、农林水支出",), ("支出", "预算数"), "21.00", "万元") in found


def test_columns_on_the_next_page_belong_to_the_rows_at_the_same_height(book: Canvas) -> None:
    caption(book, "基本支出表", "公开13表")
    left = [
        ["编码", "单位名称", "总计", "办公费"],
        ["", "合计", "12.00", "5.00"],
        ["301", "甲站", "7.00", "3.00"],
        ["302", "乙站", "5.00", "2.00"],
    ]
    right = [["印刷费", "差旅费"], ["3.00", "4.00"], ["1.00", "3.00"], ["2.00", "1.00"]]
    draw_table(book, cells(left), xs=XS)
    book.drawString(300, 30, "7")
    book.showPage()
    book.setFont(FONT, 9)
    draw_table(book, cells(right), xs=XS)
    book.drawString(300, 30, "8")
    found = figures(read(book), "基本支出表")
    assert len(found) == 12
    assert (("302", "乙站"), ("差旅费",), "1.00", "万元") in found
    assert (("合计",), ("印刷费",), "3.00", "万元") in found


def test_amounts_at_other_heights_are_no_further_columns() -> None:
    left, right = (
        Grid(
            tuple(
                tuple(
                    GridCell(text, Place(page, (50.0 + 80 * c, top + 24 * r, 130.0 + 80 * c, top + 24 * (r + 1))))
                    for c, text in enumerate(row)
                )
                for r, row in enumerate(rows)
            ),
            Place(page, (50.0, top, 210.0, top + 72)),
            has_spans=True,
        )
        for page, top, rows in (
            (1, 100.0, [["单位名称", "办公费"], ["甲站", "5.00"], ["乙站", "6.00"]]),
            (2, 90.0, [["印刷费", "差旅费"], ["1.00", "2.00"], ["3.00", "4.00"]]),
        )
    )
    assert join_columns([left, right]) == (left, right)
    lower = replace(right, rows=tuple(tuple(replace(cell, place=moved(cell.place)) for cell in row if cell) for row in right.rows))
    assert [len(row) for grid in join_columns([left, lower]) if isinstance(grid, Grid) for row in grid.rows] == [4, 4, 4]


def moved(place: Place) -> Place:
    assert place.bbox
    return replace(place, bbox=(place.bbox[0], place.bbox[1] + 10, place.bbox[2], place.bbox[3] + 10))


TARGETS = ["单位编码", "项目名称", "资金总额", "一级指标", "三级指标", "指标值"]


def test_merged_cells_cut_by_a_page_break_name_the_rows_on_both_pages(book: Canvas) -> None:
    caption(book, "项目支出绩效目标表", unit="金额单位：万元")
    first: list[list[str | None]] = [
        TARGETS,
        ["305001", "堤防维修", "30.00", "产出指标", "维修长度", "3公里"],
        [None, None, None, "效益指标", "受益人口", "2万人"],
    ]
    draw_table(
        book,
        [
            *cells(first, {(1, 0): (2, 1), (1, 1): (2, 1), (1, 2): (2, 1)}),
            *[(3, c, 1, 1, "") for c in range(4)],
            (3, 4, 1, 1, "巡查次数"),
            (3, 5, 1, 1, "12次"),
        ],
        xs=XS,
    )
    book.showPage()
    book.setFont(FONT, 9)
    second: list[list[str | None]] = [
        TARGETS,
        ["305002", "渔政执法", "8.00", "产出指标", "案件办结率", "96%"],
        [None, None, None, None, "整改完成率", "90%"],
    ]
    draw_table(book, cells(second, {(1, 0): (2, 1), (1, 1): (2, 1), (1, 2): (2, 1), (1, 3): (2, 1)}), xs=XS)
    found = figures(read(book), "项目支出绩效目标表")
    assert (("305002", "渔政执法", "产出指标", "巡查次数"), ("指标值",), "12次", None) in [
        (row, col, value, None) for row, col, value, _ in found
    ]
    assert [value for row, col, value, _ in found if col == ("资金总额",)] == ["30.00", "8.00"]


def test_a_column_of_amounts_is_not_merged_over_a_page_break(book: Canvas) -> None:
    caption(book, "支出表")
    rows: list[list[str | None]] = [["类别", "项目", "金额", "上年"], ["人员", "工资", "3.00", "2.00"], [None, "津贴", "1.00", ""]]
    draw_table(book, cells(rows, {(1, 0): (2, 1)}), xs=XS)
    book.showPage()
    book.setFont(FONT, 9)
    draw_table(book, cells([["类别", "项目", "金额", "上年"], ["公用", "办公费", "5.00", "4.00"], ["公用", "水费", "1.00", ""]]), xs=XS)
    found = figures(read(book), "支出表")
    assert [(row, value) for row, col, value, _ in found if col == ("上年",)] == [(("人员", "工资"), "2.00"), (("公用", "办公费"), "4.00")]


def test_goods_of_one_project_are_told_apart_by_what_is_bought(book: Canvas) -> None:
    caption(book, "政府采购预算明细表", unit="单位：元")
    rows = [
        ["单位名称", "项目名称", "采购说明", "金额"],
        ["甲站", "日常公用", "台式电脑", "5,000.00"],
        ["甲站", "日常公用", "办公桌椅", "8,000.00"],
    ]
    draw_table(book, cells(rows), xs=XS)
    found = [(row, value) for row, col, value, _ in figures(read(book), "政府采购预算明细表") if col == ("金额",)]
    assert found == [(("甲站", "日常公用", "台式电脑"), "5,000.00"), (("甲站", "日常公用", "办公桌椅"), "8,000.00")]


def test_a_form_with_remarks_in_its_headers_is_read_part_by_part(book: Canvas) -> None:
    caption(book, "2023年度部门整体绩效自评表")
    rows: list[list[str | None]] = [
        ["基本支出总额", None, "22.00万元", "项目支出总额", "8.00万元", None],
        ["预算执行情况（20分）", None, "预算数（A）", "执行数（B）", "执行率（B/A）", "得分（20分×执行率）"],
        ["年度资金总额", None, "30.00", "27.00", "90.00%", "18.00"],
        ["一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分"],
        ["产出指标", "数量指标", "巡河次数", "≥30次", "33次", "15"],
        ["总分", None, None, None, None, "33.00"],
    ]
    spans = {(0, 0): (1, 2), (0, 4): (1, 2), (1, 0): (1, 2), (2, 0): (1, 2), (5, 0): (1, 5)}
    draw_table(book, cells(rows, spans), xs=(40, 100, 170, 260, 350, 440, 560))
    found = [(row, col, value) for row, col, value, _ in figures(read(book), "2023年度部门整体绩效自评表")]
    assert (("基本支出总额",), (), "22.00万元") in found
    assert (("年度资金总额",), ("执行率（B/A）",), "90.00%") in found
    assert (("产出指标", "数量指标", "巡河次数"), ("实际完成值（B）",), "33次") in found
    assert (("总分",), ("得分",), "33.00") in found


def test_a_target_is_counted_in_the_unit_beside_it(book: Canvas) -> None:
    caption(book, "项目绩效目标表", unit="单位：万元")
    rows: list[list[str | None]] = [
        ["项目名称", "预算数", "绩效指标", None, None, None],
        [None, None, "一级指标", "三级指标", "指标值", "度量单位"],
        ["堤防维修", "30.00", "产出指标", "维修长度", "3.5", "公里"],
    ]
    draw_table(book, cells(rows, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 4)}), xs=XS)
    found = figures(read(book), "项目绩效目标表")
    assert (("堤防维修",), ("预算数",), "30.00", "万元") in found
    assert (("堤防维修", "产出指标", "维修长度"), ("指标值",), "3.5", "公里") in found


def test_header_that_reaches_down_beside_the_levels_heads_their_targets(book: Canvas) -> None:
    caption(book, "部门整体支出绩效目标表", unit="")
    rows: list[list[str | None]] = [
        ["绩效指标", None, None, "指标值"],
        ["一级指标", "二级指标", "三级指标", None],
        ["产出指标", "数量指标", "堤岸养护长度", "186公里"],
        [None, "质量指标", "养护合格率", "≥98%"],
        ["效益指标", "社会效益指标", "受益人次", "≥7.2万人次"],
    ]
    draw_table(book, cells(rows, {(0, 0): (1, 3), (0, 3): (2, 1), (2, 0): (2, 1)}), xs=XS)
    assert figures(read(book), "部门整体支出绩效目标表") == [
        (("产出指标", "数量指标", "堤岸养护长度"), ("指标值",), "186公里", None),
        (("产出指标", "质量指标", "养护合格率"), ("指标值",), "≥98%", None),
        (("效益指标", "社会效益指标", "受益人次"), ("指标值",), "≥7.2万人次", None),
    ]


def test_codes_and_dates_among_amounts_have_no_unit(book: Canvas) -> None:
    caption(book, "采购表", unit="单位：元")
    draw_table(book, cells([["项目名称", "金额", "经济科目编码", "采购时间"], ["扑火机具", "5,000.00", "31002", "2024"]]), xs=XS)
    assert {col: unit for _, col, _, unit in figures(read(book), "采购表")} == {("金额",): "元", ("经济科目编码",): "", ("采购时间",): ""}


def test_white_text_is_read_only_on_a_coloured_area(book: Canvas) -> None:
    caption(book, "支出决算表")
    book.setFillGray(0.3)
    book.rect(50, 676, 160, 24, stroke=0, fill=1)
    draw_table(book, [], xs=XS)
    book.setFillGray(1)
    draw_table(book, cells([["科目名称", "合计"]]), xs=XS)
    book.drawString(140, 637, "77.00")
    book.setFillGray(0)
    draw_table(book, [(1, 0, 1, 1, "农林水支出"), (1, 1, 1, 1, "30.00"), (2, 0, 1, 1, "住房保障支出"), (2, 1, 1, 1, "")], xs=XS)
    assert figures(read(book), "支出决算表") == [(("农林水支出",), ("合计",), "30.00", "万元")]


def test_codes_that_are_not_printed_again_hold_for_the_rows_below(book: Canvas) -> None:
    caption(book, "支出表")
    rows: list[list[str | None]] = [
        ["科目编码", None, None, "科目名称", "合计"],
        ["类", "款", "项", None, None],
        ["213", "", "", "农林水支出", "30.00"],
        ["", "03", "", "水利", "30.00"],
        ["", "", "01", "行政运行", "22.00"],
        ["", "", "06", "水利工程运行与维护", "9.00"],
        ["221", "", "", "住房保障支出", "9.00"],
        ["", "02", "", "住房改革支出", "9.00"],
    ]
    draw_table(book, cells(rows, {(0, 0): (1, 3), (0, 3): (2, 1), (0, 4): (2, 1)}), xs=(50, 90, 130, 170, 320, 420))
    document = read(book)
    assert [row[0] for row, _, _, _ in figures(document, "支出表")] == ["213", "213 03", "213 03 01", "213 03 06", "221", "221 02"]
    assert [check.identity for check in document.checks if check.verdict == "broken"] == ["“21303 水利”＝下级科目之和（合计）"]


def test_a_row_cut_by_a_page_break_keeps_the_rest_of_its_text(book: Canvas) -> None:
    caption(book, "项目支出预算表")
    header = ["科目编码", "项目名称", "合计"]
    draw_table(book, cells([header, ["2130305", "水利工程建设（含", "30.00"]]), xs=XS)
    book.showPage()
    book.setFont(FONT, 9)
    draw_table(book, cells([header, ["", "中央补助）", ""], ["2130306", "运行维护", "8.00"], ["", "合计", "38.00"]]), xs=XS)
    assert [(row, value) for row, _, value, _ in figures(read(book), "项目支出预算表")] == [
        (("2130305", "水利工程建设（含中央补助）"), "30.00"),
        (("2130306", "运行维护"), "8.00"),
        (("合计",), "38.00"),
    ]


def test_a_name_without_an_amount_at_the_top_of_a_page_is_no_rest(book: Canvas) -> None:
    caption(book, "支出表")
    draw_table(book, cells([["类别", "名称", "金额"], ["人员", "机关事业单位基本养老保险缴费", "3.00"]]), xs=(50, 100, 300, 400))
    book.showPage()
    book.setFont(FONT, 9)
    draw_table(book, cells([["类别", "名称", "金额"], ["", "职业年金缴费", ""], ["公用", "办公费", "5.00"]]), xs=(50, 100, 300, 400))
    assert (("人员", "机关事业单位基本养老保险缴费"), ("金额",), "3.00", "万元") in figures(read(book), "支出表")


def test_rates_are_no_amounts_and_are_not_added_up(book: Canvas) -> None:
    caption(book, "一般公共预算支出表")
    rows = [
        ["科目编码", "科目名称", "2023年执行数", "2024年预算数", "增减%", "增减幅度"],
        ["213", "农林水支出", "30.00", "33.00", "10.00", "10.00"],
        ["2130301", "行政运行", "20.00", "22.00", "10.00", "10.00"],
        ["2130306", "工程维护", "10.00", "11.00", "10.00", "10.00"],
    ]
    draw_table(book, cells(rows), xs=(50, 110, 220, 310, 400, 460, 540))
    document = read(book)
    assert {col[-1]: unit for _, col, _, unit in figures(document, "一般公共预算支出表")} == {
        "2023年执行数": "万元", "2024年预算数": "万元", "增减%": "%", "增减幅度": "",
    }  # fmt: skip
    assert {check.verdict for check in document.checks} == {"holds"}


def test_a_number_with_a_cut_group_goes_on_in_the_next_line(book: Canvas) -> None:
    caption(book, "支出表", unit="单位：元")
    draw_table(book, cells([["科目名称", "合计"], ["农林水支出", "12,345,67\n1.00"]]), xs=(50, 150, 200))
    assert figures(read(book), "支出表") == [(("农林水支出",), ("合计",), "12,345,671.00", "元")]
