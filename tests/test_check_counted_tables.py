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


RUNNING = """
单位名称 2023年预算数 2024年预算数
合计 50.12 {amount}
云州市水务局本级 50.12 {amount}
"""


@pytest.mark.parametrize(("amount", "verdict"), [("48.57", "holds"), ("45.87", "broken")])
def test_a_table_titled_with_its_body_is_held_against_the_prose(tmp_path: Path, amount: str, verdict: str) -> None:
    said = "2024年本部门机关运行经费财政拨款预算48.57万元，较上年减少1.55万元，下降3.09%。"
    title = "云州市水务局2024年机关运行经费预算财政拨款情况统计表"
    read = read_document(tmp_path, [(title, RUNNING.format(amount=amount))], [("三、机关运行经费说明", said)])
    assert [check.verdict for check in read.checks if check.kind == "文表"] == [verdict]
