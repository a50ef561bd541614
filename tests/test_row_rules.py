"""Tables drawn with level rules alone: rules part the rows, and begin where merged cells end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas
from test_pdf_tables import book, caption, cells, figures, read
from test_read_pdf import FONT, Span, grids, shown
from test_read_pdf import read as read_blocks

__all__ = ["book"]

XS = (45, 130, 220, 370, 450, 550)
HEIGHT = 22
MIDDLE, LEFT, RIGHT = "mlr"

Piece = tuple[float, float, float]  # height, left end, right end
Ruler = Callable[[Canvas, Sequence[Piece]], None]
Rows = Sequence[Sequence[str | None]]
Spans = dict[tuple[int, int], tuple[int, int]]

TARGETS: Rows = [
    ["项目名称", None, "堤防维修养护", None, None],
    ["主管部门及代码", None, "305-云州市水务局", "实施单位", "云州市河道站"],
    ["项目资金\n（万元）", "年度资金总额", "320.00", None, None],
    [None, "其中：财政拨款", "300.00", None, None],
    ["年度目标", None, "完成堤防维修18公里，整治隐患46处，保障汛期安全，\n群众满意度保持在较高水平。", None, None],
    ["一级指标", "二级指标", "三级指标", "指标值", "权重"],
    ["产出指标", "数量指标", "维修堤防长度", "≥18公里", "20"],
    [None, None, "整治隐患处数", "≥46处", "10"],
    [None, "质量指标", "工程验收合格率", "≥98%", "20"],
    ["效益指标", "社会效益指标", "受益人口", "≥2.6万人", "30"],
]
TARGET_SPANS: Spans = {
    (0, 0): (1, 2), (0, 2): (1, 3), (1, 0): (1, 2), (2, 0): (2, 1), (2, 2): (1, 3), (3, 2): (1, 3), (4, 0): (1, 2), (4, 2): (1, 3),
    (6, 0): (3, 1), (6, 1): (2, 1),
}  # fmt: skip
TARGET_FIGURES = [
    (("项目名称",), (), "堤防维修养护"),
    (("主管部门及代码",), (), "305-云州市水务局"),
    (("实施单位",), (), "云州市河道站"),
    (("项目资金（万元）", "年度资金总额"), (), "320.00"),
    (("项目资金（万元）", "其中：财政拨款"), (), "300.00"),
    (("年度目标",), (), "完成堤防维修18公里，整治隐患46处，保障汛期安全，群众满意度保持在较高水平。"),
    (("产出指标", "数量指标", "维修堤防长度"), ("指标值",), "≥18公里"),
    (("产出指标", "数量指标", "维修堤防长度"), ("权重",), "20"),
    (("产出指标", "数量指标", "整治隐患处数"), ("指标值",), "≥46处"),
    (("产出指标", "数量指标", "整治隐患处数"), ("权重",), "10"),
    (("产出指标", "质量指标", "工程验收合格率"), ("指标值",), "≥98%"),
    (("产出指标", "质量指标", "工程验收合格率"), ("权重",), "20"),
    (("效益指标", "社会效益指标", "受益人口"), ("指标值",), "≥2.6万人"),
    (("效益指标", "社会效益指标", "受益人口"), ("权重",), "30"),
]
CLASSES: Rows = [
    ["类别", "项目", "合计", "财政拨款", "其他资金"],
    ["人员经费", "工资", "30.00", "20.00", "10.00"],
    [None, "津贴", "12.00", "12.00", ""],
    [None, "奖金", "8.00", "", "8.00"],
    ["公用经费", "办公费", "5.00", "5.00", ""],
    [None, "水费", "1.00", "1.00", ""],
]
CLASS_SPANS: Spans = {(1, 0): (3, 1), (4, 0): (2, 1)}
GROUPS: Rows = [
    ["科目", None, "合计", "本年支出", None],
    ["编码", "名称", None, "基本支出", "项目支出"],
    ["20106", "财政事务", "128.50", "96.30", "32.20"],
    ["2010601", "行政运行", "96.30", "96.30", ""],
    ["2010602", "一般行政管理事务", "32.20", "", "32.20"],
]
GROUP_SPANS: Spans = {(0, 0): (1, 2), (0, 2): (2, 1), (0, 3): (1, 2)}
GROUP_CELLS: list[list[object]] = [
    [("科目", 1, 2), None, ("合计", 2, 1), ("本年支出", 1, 2), None],
    ["编码", "名称", None, "基本支出", "项目支出"],
    ["20106", "财政事务", "128.50", "96.30", "32.20"],
    ["2010601", "行政运行", "96.30", "96.30", ""],
    ["2010602", "一般行政管理事务", "32.20", "", "32.20"],
]
PAIRS: Rows = [
    ["科目名称", "财政拨款", None, "事业收入", None],
    [None, "上年数", "本年数", "上年数", "本年数"],
    ["财政事务", "128.50", "96.30", "32.20", "1.00"],
    ["行政运行", "96.30", "96.30", "", "2.00"],
    ["合计", "32.20", "", "32.20", "3.00"],
]
SIDES: Rows = [
    ["收入", None, "支出", None],
    ["项目", "预算数", "项目", "预算数"],
    ["一、财政拨款收入", "128.50", "一、教育支出", "96.30"],
    ["二、事业收入", "12.50", "二、卫生健康支出", "32.20"],
    ["收入总计", "141.00", "支出总计", "128.50"],
]


def draw(
    book: Canvas, spans: Sequence[Span], aligned: str, top: float = 700, xs: Sequence[float] = XS, ruler: Ruler | None = None
) -> None:
    """Each cell with a rule over and under it, words set as `aligned` says for each column; merged cells are set in the middle."""
    for row, column, row_span, column_span, text in spans:
        x0, x1 = xs[column], xs[column + column_span]
        y1 = top - row * HEIGHT
        y0 = y1 - row_span * HEIGHT
        lines = text.split("\n")
        for number, line in enumerate(lines):
            y = (y0 + y1) / 2 - 3 + 5 * (len(lines) - 1) - 10 * number
            side = aligned[column] if column_span == 1 else MIDDLE
            if side == LEFT:
                book.drawString(x0 + 3, y, line)
            elif side == RIGHT:
                book.drawRightString(x1 - 3, y, line)
            else:
                book.drawCentredString((x0 + x1) / 2, y, line)
    pieces = [(top - end * HEIGHT, xs[c], xs[c + cs]) for r, c, rs, cs, _ in spans for end in (r, r + rs)]
    (ruler or rule_rows)(book, sorted(set(pieces)))


def rule_cells(book: Canvas, pieces: Sequence[Piece]) -> None:
    for y, x0, x1 in pieces:
        book.line(x0, y, x1, y)


def rule_rows(book: Canvas, pieces: Sequence[Piece]) -> None:
    """Rules that meet drawn as one."""
    start = reach = height = 0.0
    for y, x0, x1 in [*pieces, (0.0, 0.0, 0.0)]:
        if y == height and x0 <= reach:
            reach = max(reach, x1)
            continue
        if height:
            book.line(start, height, reach, height)
        height, start, reach = y, x0, x1


def rule_nothing(*_: object) -> None:
    pass


def cut(spans: Sequence[Span], first: int, end: int) -> list[Span]:
    """The part of a table between two rows; a merged cell that is cut has its text in its first part."""
    parts = ((max(r, first), min(r + rs, end), r, c, cs, text) for r, c, rs, cs, text in spans)
    return [(low - first, c, high - low, cs, text if low == r else "") for low, high, r, c, cs, text in parts if low < high]


@pytest.fixture(params=["rule_rows", "rule_cells"])
def ruler(request: pytest.FixtureRequest) -> Ruler:
    return {"rule_rows": rule_rows, "rule_cells": rule_cells}[request.param]


@pytest.mark.parametrize("aligned", ["mmmmm", "lllmm", "lllll", "llmmr"])
def test_rules_that_begin_inside_a_form_show_its_merged_cells(book: Canvas, aligned: str, ruler: Ruler) -> None:
    caption(book, "项目支出绩效目标表", unit="")
    draw(book, cells(TARGETS, TARGET_SPANS), aligned, ruler=ruler)
    assert [(row, col, value) for row, col, value, _ in figures(read(book), "项目支出绩效目标表")] == TARGET_FIGURES


@pytest.mark.parametrize("aligned", ["mmmmm", "lllll"])
def test_form_without_merged_rows_is_read_by_its_rules(book: Canvas, aligned: str) -> None:
    rows = [*TARGETS[:2], *TARGETS[4:7], TARGETS[9]]
    caption(book, "项目支出绩效目标表", unit="")
    draw(book, cells(rows, {(0, 0): (1, 2), (0, 2): (1, 3), (1, 0): (1, 2), (2, 0): (1, 2), (2, 2): (1, 3)}), aligned)
    found = [(row, col, value) for row, col, value, _ in figures(read(book), "项目支出绩效目标表")]
    assert found == [*TARGET_FIGURES[:3], *TARGET_FIGURES[5:8], *TARGET_FIGURES[12:]]


@pytest.mark.parametrize("end", [6, 8])
def test_form_goes_on_in_the_same_columns_on_the_next_page(book: Canvas, end: int) -> None:
    caption(book, "项目支出绩效目标表", unit="")
    spans = cells(TARGETS, TARGET_SPANS)
    draw(book, cut(spans, 0, end), "lllmm")
    book.showPage()
    book.setFont(FONT, 9)
    draw(book, cut(spans, end, len(TARGETS)), "lllmm", top=790)
    assert [(row, col, value) for row, col, value, _ in figures(read(book), "项目支出绩效目标表")] == TARGET_FIGURES


def test_form_between_the_rules_at_the_head_and_the_foot_of_the_page(book: Canvas) -> None:
    book.drawString(45, 805, "云州市水务局")
    for y in (800, 60):
        book.line(XS[0], y, XS[-1], y)
    caption(book, "项目支出绩效目标表", unit="（2024年度）")
    draw(book, cells(TARGETS, TARGET_SPANS), "lllmm")
    assert [(row, col, value) for row, col, value, _ in figures(read(book), "项目支出绩效目标表")] == TARGET_FIGURES


def test_score_at_the_foot_of_a_form_is_of_the_whole_form(book: Canvas) -> None:
    caption(book, "项目支出绩效自评表", unit="")
    rows = [
        ["一级指标", "三级指标", "年度指标值", "实际完成值", "得分"],
        ["产出指标", "维修堤防长度", "18.00", "18.60", "20.0"],
        [None, "整治隐患处数", "46", "46", "9.5"],
        ["效益指标", "受益人口", "2.60", "2.70", "30.0"],
        ["总分", None, None, None, "59.5"],
    ]
    draw(book, cells(rows, {(1, 0): (2, 1), (4, 0): (1, 4)}), "lllll")
    found = [(row, value) for row, col, value, _ in figures(read(book), "项目支出绩效自评表") if col == ("得分",)]
    assert found == [
        (("产出指标", "维修堤防长度"), "20.0"),
        (("产出指标", "整治隐患处数"), "9.5"),
        (("效益指标", "受益人口"), "30.0"),
        (("总分",), "59.5"),
    ]


@pytest.mark.parametrize("aligned", ["mmmmm", "llrrr", "lllll"])
def test_merged_labels_name_all_rows_beside_them(book: Canvas, aligned: str) -> None:
    caption(book, "支出明细表")
    draw(book, cells(CLASSES, CLASS_SPANS), aligned)
    assert [(row, value) for row, col, value, _ in figures(read(book), "支出明细表") if col == ("合计",)] == [
        (("人员经费", "工资"), "30.00"),
        (("人员经费", "津贴"), "12.00"),
        (("人员经费", "奖金"), "8.00"),
        (("公用经费", "办公费"), "5.00"),
        (("公用经费", "水费"), "1.00"),
    ]


@pytest.mark.parametrize("aligned", ["mmmmm", "llrrr", "lllll"])
def test_header_spans_the_rule_under_it(book: Canvas, aligned: str, ruler: Ruler) -> None:
    draw(book, cells(GROUPS, GROUP_SPANS), aligned, ruler=ruler)
    assert shown(grids(read_blocks(book))[0]) == GROUP_CELLS


def test_rows_on_the_next_page_stand_under_the_header_of_the_page_before(book: Canvas) -> None:
    spans = cells(GROUPS, GROUP_SPANS)
    draw(book, cut(spans, 0, 4), "llrrr")
    book.showPage()
    book.setFont(FONT, 9)
    draw(book, cut(spans, 4, 5), "llrrr", top=790)
    assert [row for grid in grids(read_blocks(book)) for row in shown(grid)] == GROUP_CELLS


@pytest.mark.parametrize(("aligned", "ruler"), [("mmmmm", rule_rows), ("mmmmm", rule_cells), ("lllll", rule_cells)])
def test_headers_over_one_rule_share_its_columns(book: Canvas, aligned: str, ruler: Ruler) -> None:
    draw(book, cells(PAIRS, {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (1, 2)}), aligned, ruler=ruler)
    assert shown(grids(read_blocks(book))[0])[:2] == [
        [("科目名称", 2, 1), ("财政拨款", 1, 2), None, ("事业收入", 1, 2), None],
        [None, "上年数", "本年数", "上年数", "本年数"],
    ]


@pytest.mark.parametrize("aligned", ["mmmm", "llll", "lrlr"])
def test_two_sides_over_a_whole_rule_share_its_columns(book: Canvas, aligned: str) -> None:
    draw(book, cells(SIDES, {(0, 0): (1, 2), (0, 2): (1, 2)}), aligned, xs=(45, 180, 300, 430, 550))
    assert shown(grids(read_blocks(book))[0])[:2] == [[("收入", 1, 2), None, ("支出", 1, 2), None], ["项目", "预算数", "项目", "预算数"]]


def test_ruled_contents_and_ruled_paper_are_lines(book: Canvas) -> None:
    for number, title in enumerate(["一、主要职责", "二、机构设置", "三、预算表", "四、情况说明", "五、名词解释"]):
        y = 700 - 24 * number
        book.drawString(60, y, title)
        book.drawRightString(530, y, str(number + 2))
        book.line(55, y - 7, 540, y - 7)
    for number in range(6):
        y = 500 - 20 * number
        book.drawString(60, y, "本部门严格执行预算管理规定，全年压减一般性支出 12.50 万元。")
        book.line(55, y - 4, 540, y - 4)
    assert grids(read_blocks(book)) == []


def test_empty_cells_and_double_rules_make_no_rows(book: Canvas) -> None:
    caption(book, "支出明细表")
    spans = [*cells(CLASSES, CLASS_SPANS), *[(6, column, 1, 1, "") for column in range(5)]]
    draw(book, spans, "llrrr")
    for y in (701.5, 700 - 7 * HEIGHT - 1.5):
        book.line(XS[0], y, XS[-1], y)
    assert len(figures(read(book), "支出明细表")) == 11


@pytest.mark.parametrize("aligned", ["llrrr", "mmmmm", "llmmm"])
def test_rule_over_a_table_shows_the_sides_of_its_columns(book: Canvas, aligned: str) -> None:
    spans = cells(GROUPS, GROUP_SPANS)
    draw(book, [span for span in spans if span[0] < 2], "mmmmm", ruler=rule_nothing)
    draw(book, [span for span in spans if span[0] > 1], aligned, ruler=rule_nothing)
    for row in (0, 2, 5):
        book.line(XS[0], 700 - row * HEIGHT, XS[-1], 700 - row * HEIGHT)
    assert shown(grids(read_blocks(book))[0]) == GROUP_CELLS


def test_names_over_two_columns_and_labels_set_apart_head_the_amounts(book: Canvas) -> None:
    rows: Rows = [
        ["经济分类科目", None, "预 算 数"],
        ["", "合  计", "1,525.42"],
        ["301", "工资福利支出", "1,291.09"],
        ["30101", "基本工资", "367.73"],
    ]
    draw(book, cells(rows, {(0, 0): (1, 2)}), "llm", xs=(45, 130, 370, 550))
    assert shown(grids(read_blocks(book))[0]) == [
        [("经济分类科目", 1, 2), None, "预算数"],
        ["", "合计", "1,525.42"],
        ["301", "工资福利支出", "1,291.09"],
        ["30101", "基本工资", "367.73"],
    ]


def test_rows_that_print_one_side_alone_are_rows(book: Canvas) -> None:
    longer = [["", "", f"{number}、外交支出", ""] for number in "三四五六七八"]
    draw(book, cells([*SIDES[:4], *longer, SIDES[4]], {(0, 0): (1, 2), (0, 2): (1, 2)}), "lrlr", xs=(45, 180, 300, 430, 550))
    rows = shown(grids(read_blocks(book))[0])
    assert rows[0] == [("收入", 1, 2), None, ("支出", 1, 2), None]
    assert rows[4:] == [*longer, list(SIDES[4])]
