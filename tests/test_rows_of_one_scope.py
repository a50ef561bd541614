"""Two amounts of one row and scope: accounts set apart, an account's own funds, a share of what it is part of, costs within, and cars."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import amounts_of, asking

from app.assistant import Assistant

LIGHTS = """榆泷市灯塔局
2031年部门决算

第一部分 概况

一、主要职责

（一）负责灯塔的看护。

第二部分 2031年度部门决算情况说明

一、一般公共预算财政拨款支出决算具体情况

行政机关医疗支出决算为12.00万元。守塔员医疗补助支出决算为7.00万元。

二、国有资产占用情况

2031年期末，我部门共有车辆9辆，其中：机要通信用车2辆、其他用车7辆。固定资产中，车辆150.00万元。

第三部分 2031年度部门决算表

财政拨款收入支出决算总表

单位：万元

收入\t\t支出\t
项目\t决算数\t项目\t决算数
一般公共预算财政拨款\t300.00\t卫生健康支出\t280.00
年初财政拨款结转和结余\t31.00\t年末财政拨款结转和结余\t51.00
总计\t331.00\t总计\t331.00

收入支出决算总表

单位：万元

收入\t\t支出\t
项目\t决算数\t项目\t决算数
本年收入合计\t400.00\t本年支出合计\t370.00
年初结转和结余\t40.00\t年末结转和结余\t70.00
总计\t440.00\t总计\t440.00

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t370.00\t200.00\t170.00
210\t卫生健康支出\t370.00\t200.00\t170.00
21011\t行政机关事业医疗\t25.00\t25.00\t0.00
2101101\t行政机关医疗\t15.00\t15.00\t0.00
2101103\t守塔员医疗补助\t10.00\t10.00\t0.00
21003\t灯塔看护\t345.00\t175.00\t170.00
2100302\t灯塔修缮\t345.00\t175.00\t170.00

一般公共预算财政拨款支出决算表

单位：万元

科目编码\t科目名称\t小计\t基本支出\t项目支出
\t合计\t280.00\t180.00\t100.00
210\t卫生健康支出\t280.00\t180.00\t100.00
21011\t行政机关事业医疗\t19.00\t19.00\t0.00
2101101\t行政机关医疗\t12.00\t12.00\t0.00
2101103\t守塔员医疗补助\t7.00\t7.00\t0.00
21003\t灯塔看护\t261.00\t161.00\t100.00
2100302\t灯塔修缮\t261.00\t161.00\t100.00

支出经济分类汇总表

单位：万元

科目编码\t科目名称\t总计
301\t工资福利支出\t240.00
302\t商品和服务支出\t130.00
30201\t办公费\t60.00
30226\t劳务费\t70.00

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计\t人员经费\t公用经费
\t合计\t180.00\t140.00\t40.00
301\t工资福利支出\t140.00\t140.00\t0.00
30201\t办公费\t10.00\t0.00\t10.00
30226\t劳务费\t30.00\t0.00\t30.00

机关运行经费

单位：万元

科目编码\t科目名称\t机关运行经费支出
\t合计\t40.00
30201\t办公费\t10.00
30226\t劳务费\t30.00
"""
ASKED = "榆泷市灯塔局2031年"


@pytest.fixture(scope="module")
def lights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("lights"), LIGHTS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "gap"),
    [
        ("行政机关医疗和守塔员医疗补助差多少？", "5.00万元"),
        ("守塔员医疗补助和行政机关医疗相差多少？", "5.00万元"),
        ("灯塔修缮总支出和一般公共预算支出差多少？", "84.00万元"),
        ("灯塔修缮的一般公共预算支出比总支出少多少？", "84.00万元"),
        ("财政拨款年初结转和年末结转差多少？", "20.00万元"),
    ],
)
def test_the_gap_is_that_of_both_rows_that_are_named(lights: Assistant, question: str, gap: str) -> None:
    answer = lights.ask(f"{ASKED}{question}")
    assert answer.status == "answered"
    assert f"= {gap}" in (answer.text.replace("−", "-"))


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("灯塔修缮总支出和一般公共预算支出各多少？", ["261.00万元", "345.00万元"]),
        ("灯塔修缮一般公共预算支出和总支出分别是多少？", ["261.00万元", "345.00万元"]),
        ("财政拨款年初结转和年末结转各多少？", ["31.00万元", "51.00万元"]),
        ("车辆数是多少？", ["9辆"]),
        ("车辆总数？", ["9辆"]),
    ],
)
def test_each_amount_is_of_the_row_and_fund_asked(lights: Assistant, question: str, amounts: list[str]) -> None:
    assert amounts_of(lights, f"{ASKED}{question}") == amounts


@pytest.mark.parametrize(("question", "share"), [("办公费占公用经费的比例？", "25.00%"), ("劳务费占基本支出的比例？", "15.00%")])
def test_a_share_of_basic_expenditure_is_of_a_part_of_it(lights: Assistant, question: str, share: str) -> None:
    assert share in lights.ask(f"{ASKED}{question}").text


def test_a_cost_within_what_was_told_is_that_of_its_own_table(lights: Assistant) -> None:
    turns = (f"{ASKED}机关运行经费多少？", "其中办公费？", "其中劳务费呢？")
    assert amounts_of(lights, *turns[:2]) == ["10.00万元"]
    assert amounts_of(lights, *turns) == ["30.00万元"]


def test_funds_of_its_own_are_not_all_income(lights: Assistant) -> None:
    assert lights.ask(f"{ASKED}单位资金收入多少？").status == "not_found"
