"""Three-line tables of words: a rule over the head, one under it, one at the end."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas
from test_pdf_tables import book, caption, figures, read
from test_read_pdf import FONT, grids, shown, texts
from test_read_pdf import read as read_blocks

__all__ = ["book"]

XS = (45, 125, 225, 410, 550)
LEADING = 12.0
PADDING = 6.0
TITLE = "项目支出绩效目标表"

Rows = Sequence[Sequence[str]]

HEAD = ["一级指标", "二级指标", "三级指标", "年度指标值"]
TARGETS: Rows = [
    ["产出指标", "数量指标", "堤防日常养护里程", "≥36公里"],
    ["", "", "水闸定期检修次数", "≥24次"],
    ["", "质量指标", "工程设施完好率", "≥95%"],
    ["", "时效指标", "汛前检查完成时限", "4月30日前"],
    ["效益指标", "社会效益指标", "受益群众人数", "≥1,250人"],
    ["", "可持续影响指标", "管护制度健全程度", "健全"],
    ["满意度指标", "服务对象满意度指标", "沿河居民满意度", "≥90%"],
]


def named(rows: Rows) -> list[tuple[tuple[str, ...], str]]:
    """What each row says: its labels, the levels above carried down, and its value."""
    found = []
    above = ["", ""]
    for row in rows:
        above = [text.replace("\n", "") or upper for text, upper in zip(row, above, strict=False)]
        found.append(((*above, row[2].replace("\n", "")), row[3].replace("\n", "")))
    return found


def rule(book: Canvas, y: float, xs: Sequence[float] = XS) -> None:
    book.line(xs[0], y, xs[-1], y)


def draw_rows(
    book: Canvas, rows: Rows, top: float, aligned: str = "llll", middle: bool = False, xs: Sequence[float] = XS,
    padding: float = PADDING, leading: float = LEADING,
) -> float:  # fmt: skip
    """The rows below this height, each as high as its highest cell; the height below the last."""
    y = top
    for row in rows:
        height = max(text.count("\n") + 1 for text in row) * leading + padding
        for column, text in enumerate(row):
            lines = text.split("\n")
            drop = (height - padding - len(lines) * leading) / 2 if middle else 0
            for number, line in enumerate(lines):
                base = y - padding / 2 - drop - number * leading - 10
                if aligned[column] == "l":
                    book.drawString(xs[column] + 3, base, line)
                else:
                    book.drawCentredString((xs[column] + xs[column + 1]) / 2, base, line)
        y -= height
    return y


def draw(
    book: Canvas, rows: Rows, top: float = 700, aligned: str = "llll", head: Sequence[str] = HEAD, middle: bool = False,
    xs: Sequence[float] = XS, padding: float = PADDING, leading: float = LEADING,
) -> float:  # fmt: skip
    rule(book, top, xs)
    y = draw_rows(book, [head], top, "m" * len(head), middle, xs)
    rule(book, y, xs)
    y = draw_rows(book, rows, y, aligned, middle, xs, padding, leading)
    rule(book, y, xs)
    return y


def turn(book: Canvas) -> None:
    book.drawCentredString(297, 30, str(book.getPageNumber()))
    book.showPage()
    book.setFont(FONT, 9)


def targets(book: Canvas, title: str = TITLE) -> list[tuple[tuple[str, ...], str]]:
    return [(row, value) for row, _, value, _ in figures(read(book), title)]


@pytest.mark.parametrize("aligned", ["llll", "lllm", "mmmm", "mmlm"])
@pytest.mark.parametrize("padding", [3.0, 6.0, 9.0, 12.0])
def test_words_between_rules_are_rows_of_indicators(book: Canvas, aligned: str, padding: float) -> None:
    caption(book, TITLE, unit="")
    draw(book, TARGETS, aligned=aligned, padding=padding)
    assert targets(book) == named(TARGETS)


@pytest.mark.parametrize("aligned", ["lllm", "mmmm"])
@pytest.mark.parametrize("middle", [False, True])
@pytest.mark.parametrize("leading", [11.0, 12.0, 15.0])
def test_wrapped_cells_are_one_cell(book: Canvas, aligned: str, middle: bool, leading: float) -> None:
    rows = [
        *TARGETS[:3],
        ["", "时效指标", "各乡镇山洪灾害监测预警设施汛前检查\n维护完成时限", "4月30日前"],
        *TARGETS[4:6],
        ["满意度指标", "服务对象满意度指\n标", "沿河居民和灌区用水户对工程管护工作\n的满意度", "≥90%"],
    ]
    caption(book, TITLE, unit="")
    draw(book, rows, aligned=aligned, middle=middle, leading=leading)
    assert targets(book) == named(rows)


@pytest.mark.parametrize("cut", [1, 2, 3, 5, 6])
@pytest.mark.parametrize("is_headed", [True, False])
@pytest.mark.parametrize("is_closed", [True, False])
def test_table_goes_on_over_the_page(book: Canvas, cut: int, is_headed: bool, is_closed: bool) -> None:
    caption(book, TITLE, unit="")
    rule(book, 700)
    y = draw_rows(book, [HEAD], 700, "mmmm")
    rule(book, y)
    y = draw_rows(book, TARGETS[:cut], y)
    if is_closed:
        rule(book, y)
    turn(book)
    if is_headed:
        draw(book, TARGETS[cut:], 800)
    else:
        if is_closed:
            rule(book, 800)
        rule(book, draw_rows(book, TARGETS[cut:], 800))
    assert targets(book) == named(TARGETS)


def test_table_over_three_pages_under_running_heads(book: Canvas) -> None:
    caption(book, TITLE, unit="")
    rule(book, 700)
    y = draw_rows(book, [HEAD], 700, "mmmm")
    rule(book, y)
    draw_rows(book, TARGETS[:2], y)
    for first, end in ((2, 4), (4, 7)):
        turn(book)
        book.drawString(48, 815, "云州市水务局2024年部门预算")
        y = draw_rows(book, TARGETS[first:end], 760)
    rule(book, y)
    assert targets(book) == named(TARGETS)


def test_tables_of_two_projects_on_a_page_are_two(book: Canvas) -> None:
    caption(book, f"{TITLE}（一）", unit="")
    y = draw(book, TARGETS[:3])
    caption(book, f"{TITLE}（二）", unit="", top=y - 40)
    draw(book, TARGETS[4:], y - 70)
    document = read(book)
    assert [value for _, _, value, _ in figures(document, f"{TITLE}（一）")] == ["≥36公里", "≥24次", "≥95%"]
    assert [value for _, _, value, _ in figures(document, f"{TITLE}（二）")] == ["≥1,250人", "健全", "≥90%"]


def test_rules_between_groups_part_no_rows(book: Canvas) -> None:
    caption(book, TITLE, unit="")
    rule(book, 700)
    y = draw_rows(book, [HEAD], 700, "mmmm")
    for first, end in ((0, 4), (4, 6), (6, 7)):
        rule(book, y)
        y = draw_rows(book, TARGETS[first:end], y)
    rule(book, y)
    assert targets(book) == named(TARGETS)


def test_table_between_the_rules_at_the_head_and_the_foot_of_the_page(book: Canvas) -> None:
    book.drawString(48, 805, "云州市水务局")
    rule(book, 800)
    rule(book, 60)
    caption(book, TITLE, unit="")
    draw(book, TARGETS)
    assert targets(book) == named(TARGETS)


def test_double_rules_are_rules(book: Canvas) -> None:
    caption(book, TITLE, unit="")
    rule(book, 703)
    rule(book, draw(book, TARGETS) - 3)
    assert targets(book) == named(TARGETS)


def test_wrapped_names_head_columns_of_numbers(book: Canvas) -> None:
    rows = [[*row[:3], value, weight] for row, value, weight in zip(
        TARGETS, ["36.50", "24", "95%", "100%", "1,250", "100%", "90%"], ["20", "10", "10", "10", "20", "20", "10"], strict=True,
    )]  # fmt: skip
    caption(book, TITLE, unit="")
    draw(book, rows, aligned="lllmm", head=[*HEAD[:3], "年度指标值\n（计划）", "分值权重"], xs=(45, 115, 215, 370, 460, 550))
    found = [(row, value) for row, col, value, _ in figures(read(book), TITLE) if col == ("分值权重",)]
    assert found == [(labels, row[4]) for (labels, _), row in zip(named(TARGETS), rows, strict=True)]


def test_blank_cell_stays_blank(book: Canvas) -> None:
    rows = [*TARGETS[:4], ["", "成本指标", "每公里管护成本", ""], *TARGETS[4:]]
    caption(book, TITLE, unit="")
    draw(book, rows, padding=9)
    assert targets(book) == [one for one in named(rows) if one[1]]


def test_levels_in_the_middle_of_their_rows_are_not_guessed(book: Canvas) -> None:
    rows = [
        ["", "数量指标", "堤防日常养护里程", "≥36公里"],
        ["产出指标", "质量指标", "工程设施完好率", "≥95%"],
        ["", "时效指标", "汛前检查完成时限", "4月30日前"],
        ["满意度指标", "服务对象满意度指标", "沿河居民满意度", "≥90%"],
    ]
    caption(book, TITLE, unit="")
    draw(book, rows)
    assert not read(book).figures


def test_level_never_falls_to_a_group_of_another_kind(book: Canvas) -> None:
    rows = [
        ["产出指标", "数量指标", "堤防日常养护里程", "≥36公里"],
        ["", "社会效益指标", "受益群众人数", "≥1,250人"],
        ["效益指标", "生态效益指标", "河道水质达标率", "≥95%"],
        ["", "可持续影响指标", "管护制度健全程度", "健全"],
    ]
    caption(book, TITLE, unit="")
    draw(book, rows)
    assert not read(book).figures


def test_lines_that_may_be_rows_or_the_rest_of_a_cell_are_not_guessed(book: Canvas) -> None:
    rows = [*TARGETS[:3], ["", "时效指标", "各乡镇山洪灾害监测预警设施汛前检查\n维护完成时限", "4月30日前"], *TARGETS[4:]]
    caption(book, TITLE, unit="")
    draw(book, rows, padding=0)
    assert not read(book).figures


def test_rule_under_the_head_ends_it_where_words_do_not_show_that(book: Canvas) -> None:
    rows = [["堤防养护里程", "公里", "≥36", "较多"], ["水闸检修次数", "次", "24", "10"], ["管护经费标准", "万元", "36.00", "20.00"]]
    caption(book, "部门整体绩效指标表", unit="")
    draw(book, rows, head=["指标名称", "计量单位", "目标值", "权重"], aligned="lmmm")
    found = figures(read(book), "部门整体绩效指标表")
    assert [(row, value) for row, col, value, _ in found if col == ("目标值",)] == [((row[0],), row[2]) for row in rows]


def test_list_of_units_is_a_table(book: Canvas) -> None:
    rows = [["1", "云州市河道管理站", "公益一类"], ["2", "云州市水文监测中心", "公益一类"], ["3", "云州市灌区管理所", "公益二类"]]
    draw(book, rows, head=["序号", "单位名称", "单位性质"], aligned="mlm", xs=(45, 100, 350, 550))
    assert shown(grids(read_blocks(book))[0]) == [["序号", "单位名称", "单位性质"], *rows]


def test_duties_beside_their_offices_are_not_torn(book: Canvas) -> None:
    duties = [
        ["办公室", "负责机关文电、会务、机要、档案、信访、保密、政务公开、后勤保障和\n综合性文稿起草工作。"],
        ["规划财务科", "负责编制水利发展规划，承担部门预算、决算编制和国有资产管理，指导\n水利资金的使用和监督。"],
        ["河湖科", "负责河湖水域岸线管理。"],
    ]
    draw(book, duties, head=["内设机构", "主要职责"], aligned="ll", xs=(45, 150, 480))
    assert shown(grids(read_blocks(book))[0]) == [["内设机构", "主要职责"], *[[a, b.replace("\n", "")] for a, b in duties]]


@pytest.mark.parametrize(
    "lines",
    [
        ["单位负责人：张明　　财务负责人：李青　　填表人：王和", "联系电话：0571-8800　　填报日期：2024年1月　　共1页"],
        ["云州市水务局　　　　2024年部门预算", "本部门认真落实过紧日子要求，从严控制一般性支出，没有新增用房，", "公务用车只减不增。"],
        ["第一部分　部门概况", "一、主要职责", "二、机构设置"],
    ],
)
def test_other_lines_between_rules_are_lines(book: Canvas, lines: Sequence[str]) -> None:
    y = 700
    rule(book, y)
    for number, line in enumerate(lines):
        book.drawString(50, y - 14, line)
        y -= 18
        if number == 0:
            rule(book, y)
    rule(book, y)
    blocks = read_blocks(book)
    assert grids(blocks) == []
    assert len(texts(blocks)) >= len(lines)


def test_group_over_columns_of_the_head(book: Canvas) -> None:
    caption(book, TITLE, unit="")
    rule(book, 700)
    book.drawCentredString((XS[0] + XS[3]) / 2, 688, "绩效指标")
    book.drawCentredString((XS[3] + XS[4]) / 2, 679, "年度指标值")
    book.line(XS[0], 682, XS[3], 682)
    y = draw_rows(book, [HEAD[:3]], 682, "mmm")
    rule(book, y)
    rule(book, draw_rows(book, TARGETS, y))
    assert targets(book) == named(TARGETS)
