"""The word of a total row that spans its first cells is no unit of what it counts."""

from __future__ import annotations

import pytest

from ingest.labels.read_unit import read_unit


@pytest.mark.parametrize(("said", "unit"), [("合计", ""), ("总计", ""), ("台", "台")])
def test_the_label_of_a_total_is_no_unit(said: str, unit: str) -> None:
    assert read_unit("元", ("合计",), ("数量",), {"计量单位": said, "数量": "77"}) == unit
