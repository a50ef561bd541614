"""Tables as careless extraction leaves them: each once came out with a wrong label, column or unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.parse_document import parse_document

HEADER = "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
FIRST = "201\t公共服务\t100.00\t60.00\t40.00\n"


def read(text: str, folder: Path) -> list[tuple[str, str, str]]:
    """Innermost label, innermost header, and number with unit of every figure; a figure in doubt ends in a question mark."""
    path = folder / "document.txt"
    path.write_text(f"青田市林业局2024年部门预算\n第四部分 预算表\n{text}\n", encoding="utf-8")
    return [
        (
            figure.row[-1] if figure.row else "",
            figure.col[-1] if figure.col else "",
            (f"{figure.quantity.number}{figure.quantity.unit}" if figure.quantity else figure.value) + "?" * figure.uncertain,
        )
        for figure in parse_document(path).figures
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年度\t出国费\t接待费\n2023\t1.00\t2.00\n2024\t3.00\t4.00", [
            ("2023", "出国费", "1.00"), ("2023", "接待费", "2.00"), ("2024", "出国费", "3.00"), ("2024", "接待费", "4.00"),
        ]),
        ("项目\t2022\t2023\n办公费\t10.00\t20.00", [("办公费", "2022", "10.00"), ("办公费", "2023", "20.00")]),
        ("项目\t预算数\n出国费\t—\n接待费\t2.00", [("出国费", "预算数", "—"), ("接待费", "预算数", "2.00")]),
        ("收入预算表\t\n单位：万元\t\n项目\t预算数\n拨款\t3.00\n支出预算表\t\n单位：元\t\n项目\t预算数\n办公费\t50000.00", [
            ("拨款", "预算数", "3.00万元"), ("办公费", "预算数", "50000.00元"),
        ]),
        ("支出表（万元）\n项目\t金额\n办公费\t1.00\n\n另一表\n单位：元\n项目\t金额\n差旅费\t5.00", [
            ("办公费", "金额", "1.00万元"), ("差旅费", "金额", "5.00元"),
        ]),
        ("甲表\n计量单位：元\n项目\t金额\n办公费\t1.00\n\n乙表\n单位：万元\n项目\t金额\n差旅费\t5.00", [
            ("办公费", "金额", "1.00元"), ("差旅费", "金额", "5.00万元"),
        ]),
        ("情况表\n单位：万元\n项目\t数额\n公用经费\t10.50\n在职人数（人）\t12\n增长率（%）\t3.5\n人均经费（元）\t8750", [
            ("公用经费", "数额", "10.50万元"), ("在职人数（人）", "数额", "12人"), ("增长率（%）", "数额", "3.5%"),
            ("人均经费（元）", "数额", "8750元"),
        ]),
        ("项目\t金额\n办公费\t12.3①\n差旅费\t3 4.00", [("办公费", "金额", "12.3"), ("差旅费", "金额", "3 4.00")]),
    ],
)  # fmt: skip
def test_an_odd_table_is_read_as_it_is_meant(text: str, expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    assert read(text, tmp_path) == expected


@pytest.mark.parametrize(
    "row",
    ["合计\t110.00\t66.00\t44.00", "\t\t合计\t110.00\t66.00\t44.00", "12\n合计\t\t110.00\t66.00\t44.00"],
    ids=["one cell too few", "one cell too many", "after a page number"],
)
def test_a_displaced_row_comes_back_under_its_headers(row: str, tmp_path: Path) -> None:
    assert read(HEADER + FIRST + row, tmp_path)[3:] == [
        ("合计", "合计", "110.00"), ("合计", "基本支出", "66.00"), ("合计", "项目支出", "44.00"),
    ]  # fmt: skip


def test_a_second_header_inside_a_grid_opens_another_table(tmp_path: Path) -> None:
    found = read("项目\t预算数\n办公费\t10.00\n合计\t10.00\n项目\t人员经费\t公用经费\n办公费\t500.00\t3.00", tmp_path)
    assert ("办公费", "人员经费", "500.00") in found
    assert ("办公费", "公用经费", "3.00") in found


def test_a_cell_beside_the_table_does_not_displace_its_row(tmp_path: Path) -> None:
    row = "205\t教育支出\t7.00\t5.00\t2.00\t0"
    assert read(HEADER + FIRST + row, tmp_path)[3:] == [
        ("教育支出", "合计", "7.00"), ("教育支出", "基本支出", "5.00"), ("教育支出", "项目支出", "2.00"),
    ]  # fmt: skip
