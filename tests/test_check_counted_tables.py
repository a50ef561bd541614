"""Staff that a sentence counts against the table that counts them."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_documents import read_document, verdicts

UNITS = """
序号 单位名称 编制人数 在职人数 离退休人数
1 云州市水务局（机关） 34 32 38
2 云州市灌区管理站 65 61 17
合计 _ 99 {staff} 55
"""


@pytest.mark.parametrize(("staff", "verdict"), [("93", "holds"), ("90", "broken")])
def test_the_table_of_units_counts_staff_too(tmp_path: Path, staff: str, verdict: str) -> None:
    said = "列入部门预算编制范围的单位共2个，本部门在职人员共93人，离退休人员55人。"
    read = read_document(tmp_path, [("部门预算单位基本情况表", UNITS.format(staff=staff))], [("一、基本情况", said)])
    assert verdicts(read, "在职人员”") == [verdict]
