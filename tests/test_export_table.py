"""A table as it leaves the page: merged cells, numbers, codes, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

from openpyxl import load_workbook

from app.exports.export_table import table_to_csv, table_to_xlsx
from ingest.document import Cell, Table

TABLE = Table(
    0, "支出表", "公开01表", "万元", (),
    (
        Cell("科目", 0, 0, 2, 1, is_header=True), Cell("金额", 0, 1, 1, 2, is_header=True),
        Cell("本年", 1, 1, is_header=True), Cell("2031", 1, 2, is_header=True),
        Cell("0201", 2, 0), Cell("1,866.10", 2, 1), Cell("=1+1", 2, 2),
    ),
    notes=("注：有尾差。",),
)  # fmt: skip


def test_workbook_keeps_places_merges_numbers_and_codes() -> None:
    sheet = load_workbook(io.BytesIO(table_to_xlsx(TABLE))).active
    assert sheet["A1"].value == "公开01表 支出表"
    assert sheet["A2"].value == "单位：万元"
    assert {str(one) for one in sheet.merged_cells.ranges} == {"A3:A4", "B3:C3"}
    assert (sheet["C4"].value, sheet["A5"].value, sheet["B5"].value) == ("2031", "0201", 1866.1)
    assert (sheet["C5"].value, sheet["C5"].data_type) == ("=1+1", "s")
    assert sheet["A6"].value == "注：有尾差。"


def test_workbook_shows_names_in_full_and_numbers_as_printed() -> None:
    cells = (Cell("机关事业单位基本养老保险缴费支出", 0, 0), Cell("1,866.1", 0, 1), Cell("12", 0, 2), Cell("1,200", 0, 3))
    sheet = load_workbook(io.BytesIO(table_to_xlsx(Table(0, "支出表", None, None, (), cells)))).active
    assert sheet.column_dimensions["A"].width >= 2 * 16
    assert [sheet[place].number_format for place in ("B2", "C2", "D2")] == ["#,##0.0", "0", "#,##0"]


def test_csv_makes_formulas_harmless() -> None:
    rows = list(csv.reader(io.StringIO(table_to_csv(TABLE).decode("utf-8-sig"))))
    assert rows[:2] == [["公开01表 支出表"], ["单位：万元"]]
    assert rows[2:] == [["科目", "金额", ""], ["", "本年", "2031"], ["0201", "1,866.10", "'=1+1"], ["注：有尾差。"]]
