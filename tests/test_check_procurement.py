"""What the prose says is bought of each class against the table of purchases."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_documents import read_document, verdicts

from app.answer import Answer, Citation, Value
from app.checks.tell_checks import warn_of_checks
from ingest.document import Document

ROWS = """
采购项目名称 采购类别 采购数量 计量单位 采购预算金额
合计 _ _ _ {total}
水泵 货物 12 台 6.60
土工布 货物 1 批 40.00
堤坝维修 工程 1 项 90.00
水质监测 服务 1 项 {service}
"""
SAID = "2024年政府采购预算总额172.60万元，其中，货物类采购预算46.60万元；工程类采购预算90.00万元；服务类采购预算36.00万元。"


def purchases(tmp_path: Path, service: str = "36.00", rows: str = ROWS) -> Document:
    table = rows.format(total="172.60", service=service)
    return read_document(tmp_path, [("政府采购预算表", table)], [("（一）政府采购情况", SAID)])


def test_each_class_is_the_sum_of_its_rows(tmp_path: Path) -> None:
    assert verdicts(purchases(tmp_path), "》中") == ["holds", "holds", "holds"]


@pytest.mark.parametrize(("total", "verdict"), [("172.60", "holds"), ("175.60", "broken")])
def test_all_purchases_are_those_of_the_three_classes(tmp_path: Path, total: str, verdict: str) -> None:
    read = read_document(tmp_path, [], [("（一）政府采购情况", SAID.replace("172.60", total))])
    assert verdicts(read, "之和") == [verdict]


def test_a_class_that_its_rows_do_not_come_to_is_broken(tmp_path: Path) -> None:
    assert sorted(verdicts(purchases(tmp_path, "38.00"), "》中")) == ["broken", "holds", "holds"]


@pytest.mark.parametrize("cut", ["采购类别", "水泵 货物"])
def test_rows_without_their_class_are_not_added_up(tmp_path: Path, cut: str) -> None:
    assert verdicts(purchases(tmp_path, rows=ROWS.replace(cut, cut.replace("货物", "_").replace("类别", "方式"))), "》中") == []


def test_rows_that_are_told_are_warned_of(tmp_path: Path) -> None:
    read = purchases(tmp_path, "38.00")
    table = next(one for one in read.tables if one.title == "政府采购预算表")
    row = Citation(
        document="", document_id=read.info.id, title="", section="", quote="水质监测 | 服务 | 1 | 项 | 38.00", table=table.title,
        table_index=table.index,
    )  # fmt: skip
    told = Answer("answered", "水质监测：38.00万元", (Value("水质监测", read.figures[-1].quantity.number, "万元"),), citations=(row,))
    warned = warn_of_checks(told, [read], lambda _: read)
    assert "服务类采购预算为36.00万元" in warned.text


ASSETS = """
项目 数量 价值
资产总额 _ {total}
1、房屋（平方米） 4860 812.60
2、车辆（台、辆） 6 98.75
"""


@pytest.mark.parametrize(("total", "verdict"), [("911.35", "holds"), ("919.35", "broken")])
def test_fixed_assets_of_the_prose_are_the_total_of_their_table(tmp_path: Path, total: str, verdict: str) -> None:
    said = "云州市水务局（含所属单位）上年末固定资产金额为911.35万元（详见下表）。"
    read = read_document(tmp_path, [("部门固定资产占用情况表", ASSETS.format(total=total))], [("七、国有资产信息", said)])
    assert verdicts(read, "固定资产金额") == [verdict]


def test_what_one_piece_costs_is_no_amount_of_a_row(tmp_path: Path) -> None:
    rows = """
采购项目名称 采购类别 单价 采购数量 采购预算金额
合计 _ _ _ {total}
水泵 货物 0.55万元 12 6.60
土工布 货物 40.00万元 1 40.00
堤坝维修 工程 90.00万元 1 90.00
水质监测 服务 36.00万元 1 {service}
"""
    assert verdicts(purchases(tmp_path, rows=rows), "》中") == ["holds", "holds", "holds"]
