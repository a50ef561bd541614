"""Slips of the pen, and other words that only look like a label."""

from __future__ import annotations

import pytest

from retrieval.spelling.likeness import likeness

SLIPS = [("公务接代费", "公务接待费"), ("住房公机金", "住房公积金"), ("机关运行经非支出", "机关运行经费支出"), ("取暧费", "取暖费")]
OTHER_WORDS = [("服务器采购", "服务类采购"), ("服务器", "服务类"), ("会议室", "会议费"), ("教室培训费", "教师培训班")]


@pytest.mark.parametrize(("typed", "label"), SLIPS)
def test_a_slip_that_sounds_or_looks_alike_is_close(typed: str, label: str) -> None:
    assert likeness(typed, label) > 0


@pytest.mark.parametrize(("typed", "label"), OTHER_WORDS)
def test_another_word_is_no_slip(typed: str, label: str) -> None:
    assert likeness(typed, label) == 0
