"""What is printed between a form's title and its grid belongs to the form."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.blocks import Grid, Line
from ingest.document import Document
from ingest.parse_document import parse_document
from ingest.tables.head_forms import head_forms
from tests.block_texts import blocks_of

LEVELS = "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t检测里程\t≥12公里\n效益指标\t社会效益指标\t险情处置率\t≥98%"
FORM = "项目名称\t{name}\t\t\n项目预算金额（元）\t{amount}\t其中：财政资金（元）\t{amount}\n" + LEVELS


def rows_below(head: str) -> list[tuple[str, ...]]:
    (grid,) = [block for block in head_forms(blocks_of(f"{head}\n{LEVELS}")) if isinstance(block, Grid)]
    return [tuple(cell.text for cell in row if cell and cell.text) for row in grid.rows][:-3]


def document_of(text: str, folder: Path) -> Document:
    path = folder / "文件.txt"
    path.write_text(f"云州市水务局2024年部门预算\n\n第二部分 部门预算表\n\n{text}\n", encoding="utf-8")
    return parse_document(path)


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("项目支出绩效目标表\n项目名称：河堤检测", [("项目名称", "河堤检测")]),
        ("项目支出绩效目标表\n项目名称：河堤检测\n绩效指标", [("项目名称", "河堤检测")]),
        ("整体支出绩效目标表\n整体绩效目标：守住河堤。\n二、绩效指标", [("整体绩效目标", "守住河堤。")]),
        (
            "绩效目标申报表\n主管部门：云州市水务局 实施周期：2024年1月至12月\n项目年度金额：17.10万元",
            [("主管部门", "云州市水务局"), ("实施周期", "2024年1月至12月"), ("项目年度金额", "17.10万元")],
        ),
        (
            "整体绩效目标表\n部门名称：云州市水务局 年度预算申请总额：30.00万元，其中基本支出12.90万元、项目支出17.10万元",
            [
                ("部门名称", "云州市水务局"),
                ("年度预算申请总额", "30.00万元"),
                ("其中：基本支出", "12.90万元"),
                ("其中：项目支出", "17.10万元"),
            ],
        ),
        ("绩效目标表\n年度总体目标：查清全部河堤的\n病害，消除隐患。", [("年度总体目标", "查清全部河堤的病害，消除隐患。")]),
        ("绩效目标表\n填报单位：云州市水务局\n单位：万元", []),  # what every caption says is no field
        ("绩效目标表\n一段说明文字。\n项目名称：河堤检测", []),
    ],
)
def test_fields_above_a_grid_of_indicators_are_its_first_rows(head: str, rows: list[tuple[str, ...]]) -> None:
    assert rows_below(head) == rows


def test_lines_of_the_caption_stay_above_the_form() -> None:
    blocks = head_forms(blocks_of(f"绩效目标表\n单位：万元\n项目名称：河堤检测\n{LEVELS}"))
    assert [block.text for block in blocks if isinstance(block, Line)] == ["绩效目标表", "单位：万元"]


def test_a_form_bears_the_title_and_the_project_above_it(tmp_path: Path) -> None:
    head = "项目支出绩效目标表\n项目名称：河堤检测\n项目年度金额：17.10万元\n绩效指标\n"
    (table,) = document_of(head + LEVELS, tmp_path).tables
    assert (table.title, table.context) == ("项目支出绩效目标表", "河堤检测")


@pytest.mark.parametrize("owner", ["申报单位", "填报单位", "填表单位（盖章）", "预算单位", "预算主管部门", "主管部门及单位", "填报日期"])
def test_each_of_two_forms_on_a_page_keeps_its_title_and_project(owner: str, tmp_path: Path) -> None:
    head = f"2024年项目支出绩效目标申报表\n{owner}：云州市元江县水务局\n"
    forms = [head + FORM.format(name=name, amount=amount) for name, amount in (("河堤检测", "171,000"), ("渡口值守", "129,000"))]
    tables = document_of("\n\n".join(forms), tmp_path).tables
    assert [(table.title, table.context, table.unit) for table in tables] == [
        ("2024年项目支出绩效目标申报表", "河堤检测", ""),
        ("2024年项目支出绩效目标申报表", "渡口值守", ""),
    ]


def test_fields_without_a_grid_below_them_are_a_form(tmp_path: Path) -> None:
    fields = "项目支出绩效目标表\n项目名称：河堤检测\n项目年度金额：17.10万元\n绩效指标\n"
    document = document_of(fields + "一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 检测里程 ≥12公里", tmp_path)
    assert [(table.title, table.context) for table in document.tables] == [("项目支出绩效目标表", "河堤检测")]
    assert [figure.value for figure in document.figures if figure.quantity] == ["17.10万元"]
    assert any("一级指标" in problem.message for problem in document.problems)


def test_the_same_fields_in_prose_stay_prose(tmp_path: Path) -> None:
    assert not document_of("一、重点项目\n项目名称：河堤检测\n项目年度金额：17.10万元\n主要内容：查清病害。", tmp_path).tables
