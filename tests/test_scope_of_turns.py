"""Turns keep the item's side, list and parts told before; a project is not what it buys; sums stay within their row and table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import amounts_of, asking

from app.assistant import Assistant
from app.checks.answer_counts import is_of_other_staff

KILN = """松浦县陶瓷局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责全县窑址的保护。

二、机构设置

纳入本部门2031年部门预算编制范围的单位共2个：1.松浦县陶瓷局本级；2.松浦县古窑管护站。

第二部分 情况说明

一、人员情况

2030年末，本部门实有在职人员48人，退休人员20人。

二、支出预算情况说明

2031年窑火监测预算40.00万元，比2030年减少10.00万元，下降20.00%。

第三部分 2031年部门预算表

部门单位构成情况表

单位名称\t编制人数\t在职人数
松浦县陶瓷局本级\t30\t28
松浦县古窑管护站\t18\t17
合计\t48\t45

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计\t人员经费\t公用经费
\t合计\t120.00\t80.00\t40.00
30101\t基本工资\t80.00\t80.00\t
30201\t办公费\t15.00\t\t15.00
30205\t水费\t3.00\t\t3.00
30206\t电费\t9.00\t\t9.00
30207\t邮电费\t13.00\t\t13.00

项目支出表

单位：万元

单位名称\t项目名称\t合计
合计\t\t200.00
松浦县陶瓷局本级\t窑火监测设备购置\t70.00
松浦县古窑管护站\t龙窑遗址修缮工程\t130.00

政府采购预算表

单位：万元

单位编码\t单位名称\t采购类别\t金额
411001\t松浦县陶瓷局本级（行政）\t货物\t25.00
411001\t松浦县陶瓷局本级（行政）\t服务\t35.00
411002\t松浦县古窑管护站\t工程\t90.00
合计\t\t\t150.00

政府采购项目明细表

单位：万元

单位名称\t项目名称\t采购品目\t采购金额
合计\t\t\t150.00
松浦县陶瓷局本级\t窑火监测设备购置\tA02100400监测仪器\t60.00
松浦县古窑管护站\t龙窑遗址修缮工程\tB06040000古建筑修缮工程\t90.00

政府购买服务预算表

单位：万元

一级目录\t项目名称\t实施主体\t预算金额
公共服务\t龙窑遗址修缮工程\t松浦县古窑管护站\t45.00
公共服务\t窑址日常巡护\t松浦县古窑管护站\t12.00
合计\t\t\t57.00
"""
PAPER = """松浦县造纸局
2030年度部门决算

第一部分 概况

一、主要职责

（一）负责全县造纸的管理。

第二部分 情况说明

一、一般公共预算财政拨款支出决算情况说明

一般公共预算财政拨款支出年初预算为80.00万元，支出决算为60.00万元，完成年初预算的75.00%。

第三部分 2030年度部门决算表

收入决算表

单位：万元

科目编码\t科目名称\t本年收入合计\t财政拨款收入\t其他收入
\t合计\t90.03\t85.02\t5.01
201\t一般公共服务支出\t60.03\t57.00\t3.02
208\t社会保障和就业支出\t30.00\t28.02\t1.99

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t88.00\t50.00\t38.00
201\t一般公共服务支出\t58.00\t30.00\t28.00
208\t社会保障和就业支出\t30.00\t20.00\t10.00

一般公共预算财政拨款支出决算表

单位：万元

科目编码\t科目名称\t本年支出小计\t基本支出\t项目支出
\t合计\t60.00\t40.00\t20.00
201\t一般公共服务支出\t35.00\t22.00\t13.00
208\t社会保障和就业支出\t25.00\t18.00\t7.00

财政拨款“三公”经费支出决算表

单位：万元

项目\t预算数\t决算数
合计\t9.00\t6.00
公务接待费\t4.00\t1.50
公务用车运行维护费\t5.00\t4.50
"""


@pytest.fixture(scope="module")
def bureaus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant for a budget of one bureau and final accounts of another."""
    with asking(tmp_path_factory.mktemp("bureaus"), KILN, PAPER) as assistant:
        yield assistant


@pytest.mark.parametrize("turn", ["松浦县造纸局2030年度决算的呢？", "松浦县造纸局2030年决算数呢", "换成松浦县造纸局2030年决算里的呢"])
def test_final_accounts_asked_next_are_no_budget(bureaus: Assistant, turn: str) -> None:
    assert amounts_of(bureaus, "松浦县陶瓷局2031年办公费预算是多少？", "公务接待费预算是多少", turn) == ["1.50万元"]


WATER, POWER, POST = "松浦县陶瓷局2031年水费预算多少？", "电费呢", "邮电费呢"


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((WATER, POWER, "水和电合到一块多少"), "12.00万元"),
        ((WATER, POWER, "水电两项加一块儿"), "12.00万元"),
        ((WATER, POWER, POST, "水、电两样加一起多少"), "12.00万元"),
        ((WATER, POWER, "水和电合到一块，在公用经费里占百分之几"), "30.00%"),
    ],
)
def test_short_names_together_are_the_things_told_before(bureaus: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in amounts_of(bureaus, *turns)


@pytest.mark.parametrize("turns", [(WATER, "水和电加起来多少"), (WATER, POWER, "电和暖两项合起来多少"), (WATER, "水电两笔合起来")])
def test_things_together_that_were_not_all_told_are_refused(bureaus: Assistant, turns: tuple[str, ...]) -> None:
    assert amounts_of(bureaus, *turns) == []


@pytest.mark.parametrize("turn", ["最后完成了它的百分之几", "实际执行了这个数的几成"])
def test_a_budget_pointed_at_was_met_to_a_rate(bureaus: Assistant, turn: str) -> None:
    assert amounts_of(bureaus, "松浦县造纸局2030年一般公共预算财政拨款支出的年初预算是多少？", turn)[:1] == ["75.00%"]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("松浦县古窑管护站2031年龙窑遗址修缮工程安排多少钱？",), "130.00万元"),
        (("松浦县陶瓷局2031年窑火监测设备购置多少？",), "70.00万元"),
        (("松浦县陶瓷局2031年龙窑遗址修缮工程比窑火监测设备购置多安排多少钱？",), "60.00万元"),
        (("松浦县陶瓷局2031年政府购买服务预算是多少？", "其中龙窑遗址修缮工程这个项目是多少"), "45.00万元"),
        (("松浦县陶瓷局2031年政府购买服务预算是多少？", "其中窑址日常巡护这个项目多少钱"), "12.00万元"),
    ],
)
def test_a_project_is_not_what_it_buys_unless_that_is_spoken_of(bureaus: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in amounts_of(bureaus, *turns)


def test_a_class_of_purchases_is_a_share_of_its_own_table(bureaus: Assistant) -> None:
    answer = bureaus.ask("松浦县陶瓷局2031年政府采购工程占政府采购总额的比例？", ())
    assert "60.00%" in answer.text


def test_a_rate_asked_as_so_many_per_cent_is_the_one_stated(bureaus: Assistant) -> None:
    assert "20.00%" in bureaus.ask("松浦县陶瓷局2031年窑火监测比2030年下降了多少百分比？", ()).text


def test_a_count_printed_twice_is_told_apart(bureaus: Assistant) -> None:
    answer = bureaus.ask("松浦县陶瓷局2031年实有在职人员到底是多少人，前后写得一样吗？", ())
    assert {str(one.value) for one in answer.values} == {"48", "45"}
    assert "不一致" in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        "松浦县造纸局2030年收入决算表201一般公共服务支出，财政拨款收入与其他收入相加，跟本年收入合计那格对得上吗？",
        "松浦县造纸局2030年收入决算表一般公共服务支出的财政拨款收入加其他收入等于本年收入合计吗",
    ],
)
def test_columns_added_are_held_against_the_total_of_their_own_row(bureaus: Assistant, asked: str) -> None:
    answer = bureaus.ask(asked, ())
    assert "60.02万元" in answer.text
    assert "60.03万元" in answer.text
    assert "90.03" not in answer.text.split("\n")[0]


@pytest.mark.parametrize(("table", "told"), [("支出决算表", "58.00万元"), ("一般公共预算财政拨款支出决算表", "35.00万元")])
def test_a_table_called_just_as_asked_is_the_one_meant(bureaus: Assistant, table: str, told: str) -> None:
    asked = f"松浦县造纸局2030年{table}一般公共服务支出，基本支出与项目支出相加是多少？"
    assert told in amounts_of(bureaus, asked)


@pytest.mark.parametrize(
    ("clause", "is_other"), [("退休人员20人", True), ("本部门实有在职人员48人", False), ("全部人员68人", False), ("编制50名", True)]
)
def test_staff_of_another_kind_is_no_other_print(clause: str, is_other: bool) -> None:
    assert is_of_other_staff("在职人员", clause) is is_other
