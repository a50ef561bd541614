"""Page parts that stand beside their headers are moved as a whole; parts that may stand where they are stay."""

from __future__ import annotations

from ingest.tables.shift_parts import shift_parts

LEAVES = {0: "label", 1: "label", 2: "number", 3: "number"}
HEADER = ["科目编码", "科目名称", "合计", "基本支出"]
FIRST = ["201", "公共服务", "3.00", "2.00"]


def test_a_part_with_a_blank_column_more_is_moved_left() -> None:
    rows = [HEADER, FIRST, ["", "205", "教育支出", "4.00", "4.00"], ["", "", "合计", "7.00", "6.00"]]
    assert shift_parts(rows, [1, 2], LEAVES) == {2: -1, 3: -1}


def test_a_part_that_lost_its_blank_first_column_is_moved_right() -> None:
    assert shift_parts([HEADER, FIRST, ["合计", "7.00", "6.00"]], [1, 2], LEAVES) == {2: 1}


def test_a_part_that_fits_where_it_stands_is_left_alone() -> None:
    assert shift_parts([HEADER, FIRST, ["205", "教育支出", "4.00"]], [1, 2], LEAVES) == {}


def test_words_in_place_of_an_amount_do_not_move_a_part_of_the_headers_width() -> None:
    assert shift_parts([HEADER, FIRST, ["205", "教育支出", "暂未安排", "4.00"]], [1, 2], LEAVES) == {}


def test_a_part_that_fits_nowhere_is_left_alone() -> None:
    assert shift_parts([HEADER, FIRST, ["4.00", "教育支出", "4.00", "农林水支出", "1.00"]], [1, 2], LEAVES) == {}
