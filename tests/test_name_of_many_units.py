"""A name that several units of a department end with: none of them is picked, nor what one of them has a project for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from figure_documents import index
from heritage_documents import amounts_of, asking

from app.assistant import Assistant
from app.checks.check_named import picks_unit

STATIONS = ("榆泷市北岬镇灯塔看护站", "榆泷市南礁镇灯塔看护站")
TEXT = """榆泷市航标局
2031年部门预算

第一部分 概况

一、机构设置

纳入本部门2031年部门预算编制范围的单位共3个：1.榆泷市航标局本级；2.榆泷市北岬镇灯塔看护站；3.榆泷市南礁镇灯塔看护站。

第二部分 2031年部门预算表

部门收入总体情况表

单位：万元

单位编码\t单位名称\t合计\t本年收入
\t合计\t170.00\t170.00
501001\t榆泷市航标局本级\t90.00\t90.00
501002\t榆泷市北岬镇灯塔看护站\t50.00\t50.00
501003\t榆泷市南礁镇灯塔看护站\t30.00\t30.00

项目支出表

单位：万元

项目类别\t项目名称\t项目单位\t合计
特定目标类\t北岬镇灯塔看护站迁址翻修\t榆泷市北岬镇灯塔看护站\t12.50
特定目标类\t航道测绘\t榆泷市航标局本级\t20.00
"""


@pytest.fixture(scope="module")
def lights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("lights"), TEXT) as opened:
        yield opened


def test_no_one_of_them_is_told(lights: Assistant) -> None:
    assert not {"12.50万元", "50.00万元", "30.00万元"} & set(amounts_of(lights, "榆泷市航标局2031年灯塔看护站预算合计多少？"))


def test_the_one_that_is_named_is_told(lights: Assistant) -> None:
    assert amounts_of(lights, "榆泷市航标局2031年北岬镇灯塔看护站预算合计多少？")[:1] == ["50.00万元"]


def test_a_name_of_one_unit_is_read_as_that_unit() -> None:
    read = index(TEXT)
    both = replace(read, document=replace(read.document, info=replace(read.document.info, units=STATIONS)))
    assert picks_unit((("灯塔看护站", STATIONS[0]),), [both])
    assert not picks_unit((("北岬镇灯塔看护站", STATIONS[0]),), [both])
