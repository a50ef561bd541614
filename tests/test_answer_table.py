"""A clerk's table: documents × items, every cell with its source, never a guess."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.cli import run

FIRST = """桐花县粮食局
2031年部门预算

第一部分 部门预算情况说明

一、支出预算总体情况说明

2031年支出合计90.00万元，其中：基本支出60.00万元，项目支出30.00万元。

二、机关运行经费安排情况说明

2031年机关运行经费预算12.00万元。

第二部分 部门预算表

2031年部门支出总体情况表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t90.00\t60.00\t30.00
2220101\t行政运行\t60.00\t60.00\t
2220113\t粮食储备\t30.00\t\t30.00
"""
SECOND = FIRST.replace("桐花县粮食局", "桐花县水利局").replace("项目支出30.00万元", "项目支出33.00万元").replace("12.00万元", "120000.00元")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("files")
    for name, text in (("粮食.txt", FIRST), ("水利.txt", SECOND)):
        (folder / name).write_text(text, "utf-8")
    assert run(["--home", str(home), "ingest", str(folder)]) == 0
    return home


def drawn(home: Path, capfd: pytest.CaptureFixture[str], *options: str) -> str:
    capfd.readouterr()
    assert run(["--home", str(home), "table", *options]) == 0
    return capfd.readouterr().out


def test_each_document_is_a_row_and_each_item_a_column(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = json.loads(drawn(home, capfd, "--items", "基本支出、机关运行经费，课桌椅", "--format", "json"))
    cells = {row["name"]: [(cell["status"], cell["value"]) for cell in row["cells"]] for row in told["rows"]}
    assert cells == {
        "桐花县粮食局2031年部门预算": [("answered", "60.00"), ("answered", "12.00"), ("没有", None)],
        "桐花县水利局2031年部门预算": [("answered", "60.00"), ("answered", "12.00"), ("没有", None)],
    }
    assert all(cell["citations"] for row in told["rows"] for cell in row["cells"][:2])


def test_a_contradiction_of_the_document_is_no_figure_of_the_table(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = json.loads(drawn(home, capfd, "--items", "项目支出", "--format", "json"))
    cells = {row["document"]: row["cells"][0] for row in told["rows"]}
    assert (cells["粮食.txt"]["status"], cells["粮食.txt"]["value"]) == ("answered", "30.00")
    assert (cells["水利.txt"]["status"], cells["水利.txt"]["value"]) == ("不一致", None)
    assert "33.00万元" in cells["水利.txt"]["note"]


def test_a_workbook_holds_the_numbers_and_on_a_second_sheet_their_sources(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "汇总.xlsx"
    options = ["table", "--items", "基本支出,课桌椅", "--documents", "粮食.txt", "--format", "xlsx", "--output", str(path)]
    assert run(["--home", str(home), *options]) == 0
    table, sources = load_workbook(path).worksheets
    assert [[cell.value for cell in row] for row in table.iter_rows(min_row=2)] == [["桐花县粮食局2031年部门预算", 60, "没有"]]
    rows = [[cell.value for cell in row] for row in sources.iter_rows(min_row=2)]
    assert {row[1] for row in rows} == {"基本支出", "课桌椅"}
    assert any(row[6] == "2031年部门支出总体情况表" and "60.00" in row[9] for row in rows)


@pytest.mark.parametrize("layout", ["md", "csv"])
def test_text_layouts_hold_the_table_and_the_sources(layout: str, home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = drawn(home, capfd, "--items", "基本支出", "--documents", "水利.txt", "--format", layout)
    separator = "," if layout == "csv" else "|"
    rows = [[cell.strip() for cell in row if cell.strip()] for row in csv.reader(io.StringIO(told.lstrip("\ufeff")), delimiter=separator)]
    assert ["桐花县水利局2031年部门预算", "60.00"] in rows
    assert any(row[:3] == ["桐花县水利局2031年部门预算", "基本支出", "60.00"] and "水利.txt" in row for row in rows)


def test_a_table_without_items_or_of_a_document_that_is_not_there_is_refused(home: Path) -> None:
    assert run(["--home", str(home), "table", "--items", " , "]) == 1
    assert run(["--home", str(home), "table", "--items", "基本支出", "--documents", "没有这份.txt"]) == 1
