"""The head of a project's form, how many projects were found how good, and posts within others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from heritage_documents import amounts_of, asking

from app.assistant import Assistant

BUDGET = """云泽县蜂业局
2031年部门预算

第一部分 情况说明

一、人员构成情况

云泽县蜂业局行政编制40人（含执法编制12人），实际35人；事业编制60人，实际51人。

二、预算绩效管理情况

2030年对9个项目开展绩效自评，涉及资金80.00万元，其中6个项目等次为“优”，3个项目等次为“良”。

三、政府采购情况

2031年政府采购预算总额200.00万元，其中：政府采购货物预算50.00万元，政府采购工程预算30.00万元，政府采购服务预算120.00万元。

第二部分 绩效目标

财政项目支出绩效目标申报表

项目名称\t蜜源地踏查前期准备\t项目类别\t一次性项目
计划开始日期\t2031-03-01\t计划结束日期\t2032-06-30
项目总预算（元）\t500,000\t项目当年预算（元）\t250,000
同名项目上年预算额（元）\t180,000\t同名项目上年预算执行数（元）\t170,000
年度绩效目标\t完成全县蜜源地踏查。\t\t
一级目标\t二级目标\t三级指标名称\t指标目标值
产出指标\t数量\t踏查的蜜源地数\t=18处
\t时效\t踏查完成时间\t2031年10月底前
"""


@pytest.fixture(scope="module")
def bees(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("bees"), BUDGET) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云泽县蜂业局蜜源地踏查前期准备项目预算多少", "250,000元"),
        ("云泽县蜂业局蜜源地踏查前期准备上年预算多少", "180,000元"),
        ("云泽县蜂业局蜜源地踏查前期准备项目2030年预算执行数是多少", "170,000元"),
        ("云泽县蜂业局蜜源地踏查前期准备什么时候结束", "2032-06-30"),
        ("云泽县蜂业局2030年绩效自评优的几个？良的几个？", "3个项目等次为“良”"),
        ("云泽县蜂业局自评等级为优、良的项目各有几个", "6个项目等次为“优”"),
        ("云泽县蜂业局行政编制空编多少", "5"),
        ("云泽县蜂业局服务采购占比", "60.00%"),
    ],
)
def test_what_is_told(bees: Assistant, question: str, told: str) -> None:
    answer = bees.ask(question)
    assert (answer.status, told in answer.text) == ("answered", True)


@pytest.mark.parametrize(
    "question",
    [
        "云泽县蜂业局蜜源地踏查前期准备办公费预算多少",
        "云泽县蜂业局蜜源地踏查前期准备2029年预算多少",
        "云泽县蜂业局2029年绩效自评优的几个",
        "云泽县蜂业局自评为差的项目有几个",
    ],
)
def test_what_is_not_told(bees: Assistant, question: str) -> None:
    assert bees.ask(question).status == "not_found"


def test_posts_within_others_are_counted_once(bees: Assistant) -> None:
    assert amounts_of(bees, "云泽县蜂业局编制空了几个")[0] == "14个"


CARS = """云泽县蜂场管理局
2031年部门预算

第一部分 情况说明

一、收支预算总体情况

2031年收支总预算400.00万元，与上年预算数350.00万元相比，增加50.00万元，增长14.29%。

二、国有资产占用情况

截至2030年12月31日，本部门共有车辆9辆，较上年减少2辆，主要是报废老旧转运车。其中：执法执勤用车4辆、转运专用车3辆、其他用车2辆。2031年部门预算安排购置转运专用车1辆。
"""


@pytest.fixture(scope="module")
def cars(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("cars"), CARS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云泽县蜂场管理局车辆比上年减少几辆，为什么", "报废老旧转运车"),
        ("云泽县蜂场管理局2031年计划购置几辆车", "安排购置转运专用车1辆"),
        ("云泽县蜂场管理局支出预算比上年增加多少", "增加50.00万元"),
        ("云泽县蜂场管理局2030年收支总预算是多少", "350.00万元"),
    ],
)
def test_cars_and_both_sides(cars: Assistant, question: str, told: str) -> None:
    assert told in cars.ask(question).text


@pytest.mark.parametrize("question", ["云泽县蜂场管理局车辆比上年增加几辆", "云泽县蜂场管理局计划购置几辆救护车"])
def test_other_cars_and_other_ways_are_not_told(cars: Assistant, question: str) -> None:
    assert cars.ask(question).status == "not_found"


UNITS = """云泽县蜂具局
2031年部门决算

第一部分 部门概况

一、机构设置

纳入本部门2031年部门决算编制范围的单位共2个：1.云泽县蜂具局本级；2.云泽县蜂具检验站。

序号\t单位名称\t单位基本性质\t经费形式
1\t云泽县蜂具局本级\t行政单位\t财政拨款
2\t云泽县蜂具检验站\t财政补助事业单位\t财政性资金基本保证

政府采购情况表

单位：万元

单位名称\t采购项目名称\t采购类别\t金额
云泽县蜂具局本级\t蜂具检测仪\t货物\t12.00
云泽县蜂具局本级\t平台维护\t服务\t8.00
云泽县蜂具检验站\t蜂蜡试剂\t货物\t5.00
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云泽县蜂具检验站是什么性质？", "财政补助事业单位"),
        ("云泽县蜂具局本级政府采购多少", "20.00万元"),
    ],
)
def test_units_of_a_table(tmp_path: Path, question: str, told: str) -> None:
    with asking(tmp_path, UNITS) as assistant:
        assert told in assistant.ask(question).text


def test_other_cars_are_not_all_cars(cars: Assistant) -> None:
    assert [amounts_of(cars, f"云泽县蜂场管理局{one}几辆") for one in ("转运车", "其他车")] == [["3辆"], ["2辆"]]


def test_a_grade_that_is_not_counted_is_not_told_as_all_projects(bees: Assistant) -> None:
    assert bees.ask("云泽县蜂业局2030年绩效自评差的几个").status == "not_found"
