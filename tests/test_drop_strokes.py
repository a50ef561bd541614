"""Strokes of recognised characters are no ruling lines; lines of a table are kept, also beside text."""

from ingest.pages.drop_strokes import drop_strokes
from ingest.pages.pdf_glyphs import Rule

LINE = (100.0, 200.0, 300.0, 216.0)  # a line of text


def test_a_stroke_through_the_middle_of_the_text_is_dropped() -> None:
    level, upright = Rule(False, 208, 110, 126), Rule(True, 150, 201, 215)
    assert drop_strokes([level, upright], [LINE]) == ()


def test_a_stroke_that_runs_into_the_next_line_meets_no_line_of_a_table() -> None:
    assert drop_strokes([Rule(True, 150, 205, 232)], [LINE, (100.0, 221.0, 300.0, 237.0)]) == ()


def test_a_line_of_the_table_through_a_run_of_text_is_kept() -> None:
    border = Rule(True, 200, 195, 260)
    assert drop_strokes([border], [LINE]) == (border,)


def test_the_line_right_under_a_text_is_kept() -> None:
    under = Rule(False, 215.5, 90, 310)
    assert drop_strokes([under], [LINE]) == (under,)


def test_a_short_side_of_a_cell_is_kept_where_it_meets_the_long_lines() -> None:
    above, side = Rule(False, 196, 90, 310), Rule(True, 90, 197, 218)
    assert drop_strokes([above, side], [LINE]) == (above, side)
