"""What sheets show comes out as printed: formats, titles in cells, hidden parts, several tables a sheet, several sheets."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from ingest.blocks import Grid, Line
from ingest.document import Document
from ingest.formats.number_format import show_value
from ingest.formats.read_xls import read_xls
from ingest.formats.read_xlsx import read_xlsx
from ingest.parse_document import parse_document

EXCERPTS = Path(__file__).parent / "excerpts"
ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '
SHOWN: list[tuple[object, str, str]] = [
    (1234.5, "General", "1234.5"),
    (0.1 + 0.2, "General", "0.3"),
    (12345678901.23, "", "12345678901.23"),
    (1234.567, "#,##0.00", "1,234.57"),
    (1.005, "0.00", "1.01"),
    (-1234.5, "#,##0.00_);[Red]\\(#,##0.00\\)", "(1,234.50)"),
    (0, "#,##0.00_);[Red]\\(#,##0.00\\)", "0.00"),
    (1234.567, ACCOUNTING, "1,234.57"),
    (-3.1, ACCOUNTING, "-3.10"),
    (0, ACCOUNTING, "-"),
    (0, "0.00;-0.00;;@", ""),
    (-0.001, "0.00", "0.00"),
    (0.12345, "0.00%", "12.35%"),
    (201, "000000", "000201"),
    (123456, '0!.0,"万"', "12.3万"),
    (7, '0"人"', "7人"),
    (1234, "[$¥-804]#,##0.00", "¥1,234.00"),
    (150, '[>100]"大于"0;0', "大于150"),
    ("1,235.00", "@", "1,235.00"),
    (5, "@", "5"),
    (True, "General", "TRUE"),
    (datetime(2031, 2, 8), 'yyyy"年"m"月"d"日"', "2031年2月8日"),
    (datetime(2031, 2, 8, 9, 5), "yyyy-mm-dd hh:mm", "2031-02-08 09:05"),
]


@pytest.mark.parametrize(("value", "code", "shown"), SHOWN)
def test_a_value_is_shown_in_its_format(value: object, code: str, shown: str) -> None:
    assert show_value(value, code) == shown


def budget() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "收支总表"
    for row in (
        ["附件2"], ["溪谷县渡口管理局2031年部门收支总表"], ["部门：溪谷县渡口管理局", None, "单位：万元"],
        ["项目", "备用", "预算数"], ["一、基本支出", 9, 12.5], ["二、项目支出", 9, "3.50"], ["本年支出合计", 9, 16],
        ["注：1.本表反映全部支出。"], ["2.金额保留两位小数。"],
        [], ["溪谷县渡口管理局2031年“三公”经费支出表"], ["单位：元"], ["项目", None, "预算数"], ["公务接待费", None, 800],
    ):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("A2:C2")
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[6].hidden = True
    for row in (5, 7, 14):
        sheet.cell(row, 3).number_format = "#,##0.00"
    secret = book.create_sheet("测算")
    secret.append(["项目", "金额"])
    secret.sheet_state = "hidden"
    named = book.create_sheet("2031年采购预算表")
    named.append(["品目", "金额"])
    named.append(["渡船", 20.5])
    return book


@pytest.fixture
def read(tmp_path: Path) -> Document:
    budget().save(tmp_path / "a.xlsx")
    return parse_document(tmp_path / "a.xlsx")


def test_titles_units_and_notes_in_cells_belong_to_their_tables(read: Document) -> None:
    assert [(table.title, table.unit, table.notes) for table in read.tables] == [
        ("溪谷县渡口管理局2031年部门收支总表", "万元", ("注：1.本表反映全部支出。", "2.金额保留两位小数。")),
        ("溪谷县渡口管理局2031年“三公”经费支出表", "元", ()),
        ("2031年采购预算表", "", ()),
    ]


def test_hidden_rows_columns_and_sheets_are_left_out_and_told(read: Document) -> None:
    assert [(figure.row, figure.col, figure.value) for figure in read.figures] == [
        (("一、基本支出",), ("预算数",), "12.50"),
        (("本年支出合计",), ("预算数",), "16.00"),
        (("公务接待费",), ("预算数",), "800.00"),
        (("渡船",), ("金额",), "20.5"),
    ]
    told = [problem.message for problem in read.problems]
    assert any("测算" in message for message in told)
    assert any("《收支总表》有隐藏的行或列" in message for message in told)


def test_a_figure_stands_on_its_sheet_and_row(read: Document) -> None:
    assert [(figure.place.page, figure.place.lines) for figure in read.figures] == [(1, (5, 5)), (1, (7, 7)), (1, (14, 14)), (2, (2, 2))]


def test_a_sheet_of_prose_is_paragraphs(tmp_path: Path) -> None:
    book = Workbook()
    for text in ("一、主要职责", "管理全县渡口，登记渡船。\n办理渡运许可。"):
        book.active.append([text])
    book.save(tmp_path / "a.xlsx")
    blocks = read_xlsx(tmp_path / "a.xlsx").blocks
    assert [block.text for block in blocks if isinstance(block, Line) and block.text] == [
        "一、主要职责",
        "管理全县渡口，登记渡船。",
        "办理渡运许可。",
    ]


def test_an_old_workbook_reads_as_the_new_one(tmp_path: Path) -> None:
    budget().save(tmp_path / "a.xlsx")
    old, new = read_xls(EXCERPTS / "ferries.xls"), read_xlsx(tmp_path / "a.xlsx")
    assert [block for block in old.blocks if isinstance(block, Grid)] == [block for block in new.blocks if isinstance(block, Grid)]
    assert [problem.message for problem in old.problems] == [problem.message for problem in new.problems]
