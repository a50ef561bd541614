"""Counts of things in sentences: those of the year before and those named behind the number."""

from __future__ import annotations

import pytest

from ingest.document import Paragraph, Place
from ingest.figures.extract_statements import _read_paragraph as read_paragraph


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("主要原因是巡演计划调整，演出场次由420场减少为360场。", [("演出场次", "360场")]),
        ("巡查人次从上年的90人次增加到120人次。", [("巡查人次", "120人次")]),
        ("下属单位为苗木中心、湿地站2个公益一类事业单位和巡护队1个参照公务员法管理的事业单位。",
         [("公益一类事业单位", "2个"), ("参照公务员法管理的事业单位", "1个")]),
        ("道路由2支养护队伍负责，养护道路30公里。", [("道路由", "2支"), ("养护道路", "30公里")]),
    ],
)  # fmt: skip
def test_counts_are_of_what_they_are_told_of(text: str, told: list[tuple[str, str]]) -> None:
    found = [one for one in read_paragraph(0, Paragraph(text, Place())) if one.measure == "数量"]
    assert [(one.subject, one.value) for one in found] == told
