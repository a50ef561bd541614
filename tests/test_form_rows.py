"""Rows of a form: columns named by a year and values, names of amounts beside a label that reaches down."""

from __future__ import annotations

import pytest

from ingest.blocks import GridCell
from ingest.document import Place
from ingest.labels.form_rows import Printed, heads_amounts, is_form_header

PLACE = Place(lines=(1, 1))


def printed(*texts: str, first: int = 0, reaches: int = 1) -> Printed:
    """The printed cells of a row from a column on; the first one reaches down so many rows."""
    return [(first + place, GridCell(text, PLACE, reaches if not place else 1)) for place, text in enumerate(texts)]


@pytest.mark.parametrize(
    "texts",
    [
        ("一级指标", "二级指标", "三级指标", "前年实际值", "上年预计值", "2031年目标值"),
        ("一级指标", "二级指标", "三级指标", "2029年实际值", "2030年预计完成值", "当年目标值"),
        ("三级指标", "2031年指标值", "备注"),
        ("三级指标", "绩效指标性质", "绩效指标值", "绩效度量单位"),
    ],
)
def test_a_year_and_a_value_name_a_column(texts: tuple[str, ...]) -> None:
    assert is_form_header(printed(*texts))


@pytest.mark.parametrize(
    "texts", [("产出指标", "数量指标", "检修渔船", "118艘", "120艘", "124艘"), ("三级指标", "指标值", "2031年底前", "95%")]
)
def test_a_row_of_values_is_no_header(texts: tuple[str, ...]) -> None:
    assert not is_form_header(printed(*texts))


NAMES = ("部门总收入", "合计", "一般公共预算", "其他资金")


def test_amounts_beside_a_label_reaching_down_are_headed() -> None:
    assert heads_amounts(printed(*NAMES, reaches=2), printed("386.40", "301.20", "85.20", first=1))


def test_amounts_with_their_own_label_are_headed() -> None:
    assert heads_amounts(printed(*NAMES), printed("金额", "386.40", "301.20", "85.20"))


@pytest.mark.parametrize(
    ("reaches", "below"),
    [
        (1, printed("386.40", "301.20", "85.20", first=1)),  # nothing reaches down beside them
        (2, printed("386.40", "301.20", first=1)),  # one amount too few
        (2, printed("金额", "301.20", "85.20", first=1)),  # a word among the amounts
    ],
)
def test_other_rows_head_no_amounts(reaches: int, below: Printed) -> None:
    assert not heads_amounts(printed(*NAMES, reaches=reaches), below)
