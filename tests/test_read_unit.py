"""What a row of numbers counts in the columns of things."""

from __future__ import annotations

import pytest

from ingest.labels.read_unit import read_unit


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        (("车辆（台、辆）", "小计"), "辆"),
        (("车辆（台、辆）", "执法执勤用车"), "辆"),
        (("单位价值100万元（含）以上设备（不含车辆）（台、套）",), "台"),
        (("土地",), ""),
    ],
)
def test_a_row_of_numbers_counts_in_what_its_column_names(path: tuple[str, ...], unit: str) -> None:
    assert read_unit("万元", ("数量",), path, {}) == unit


def test_what_rooms_are_worth_is_money() -> None:
    assert read_unit("万元", ("1、房屋（平方米）",), ("价值",), {}) == "万元"


def test_a_group_of_rows_that_names_its_money_is_in_it() -> None:
    assert read_unit("元", ("项目资金（万元）", "年度资金总额"), ("年初预算数",), {}) == "万元"
    assert read_unit("元", ("年度资金总额",), ("年初预算数",), {}) == "元"
