"""Funds of special-fund forms, visits and purchases of the prose, rates of increase: what is held against what, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_documents import found, read_document, verdicts

from ingest.document import Document
from ingest.figures.name_standard_subjects import name_standard_subjects
from ingest.labels.read_unit import is_bare_unit, read_unit

FUNDS = """
项目名称 项目单位 {column} 主要内容
渠首除险 云州市河道站 31.00 闸门更换
水情短信 云州市河道站 9.00 短信发送
合计 _ 40.00 _
"""
FORM = """
{field} 渠首除险 _ _
项目资金 {fund} {amount} _
一级指标 二级指标 三级指标 指标值
产出指标 数量指标 更换闸门数 ≥6扇
效益指标 社会效益 受益灌区数 ≥2个
"""
NAMES = ("专项（项目）名称", "项目（专项）名称", "专项资金名称", "政策（项目）名称")


def special(tmp_path: Path, field: str, fund: str = "年度资金总额", amount: str = "31.00", column: str = "预算金额") -> Document:
    form = FORM.format(field=field, fund=fund, amount=amount)
    return read_document(tmp_path, [("专项业务经费支出表", FUNDS.format(column=column)), ("专项资金绩效目标表", form)])


@pytest.mark.parametrize("field", NAMES)
def test_a_form_is_about_the_project_that_it_names(tmp_path: Path, field: str) -> None:
    form = next(one for one in special(tmp_path, field).tables if one.title == "专项资金绩效目标表")
    assert form.context == "渠首除险"


@pytest.mark.parametrize("field", ["专项名称说明", "主管部门意见"])
def test_a_form_is_about_nothing_that_stands_beside_another_field(tmp_path: Path, field: str) -> None:
    form = next(one for one in special(tmp_path, field).tables if one.title == "专项资金绩效目标表")
    assert form.context != "渠首除险"


@pytest.mark.parametrize(("field", "fund", "amount", "verdict"), [
    (NAMES[0], "年度资金总额", "31.00", "holds"), (NAMES[1], "年度资金总额", "13.00", "broken"),
    (NAMES[2], "实施期资金总额", "31.00", "holds"), (NAMES[3], "实施期资金总额", "30.10", "broken"),
])  # fmt: skip
def test_the_funds_of_a_form_are_those_of_the_list(tmp_path: Path, field: str, fund: str, amount: str, verdict: str) -> None:
    assert verdicts(special(tmp_path, field, fund, amount), "的资金总额＝《专项业务经费支出表》") == [verdict]


@pytest.mark.parametrize(("column", "count"), [("金额", 1), ("本年金额", 1), ("合同编号", 0)])
def test_the_amount_of_a_list_is_the_column_that_is_called_so(tmp_path: Path, column: str, count: int) -> None:
    assert len(found(special(tmp_path, NAMES[0], column=column), "的资金总额＝")) == count


VISITS = """
项目 决算数
国内公务接待批次（个） 41
国内公务接待人次（人） 305
国（境）外公务接待批次（个） 2
国（境）外公务接待人次（人） 16
"""


def visited(tmp_path: Path, said: str, rows: str = VISITS, kind: str = "决算") -> Document:
    return read_document(tmp_path, [("机构运行信息表", rows)], [("一、公务接待情况", said)], kind=kind)


@pytest.mark.parametrize(
    ("said", "batches", "persons"),
    [
        ("2024年国内公务接待费3.10万元，接待来访团组41批次、305人次。", ["holds"], ["holds"]),
        ("2024年国内公务接待费3.10万元，接待来访团组14批次、305人次。", ["broken"], ["holds"]),
        ("2024年国内公务接待支出3.10万元，共接待41批次、350人次。", ["holds"], ["broken"]),
        ("2024年国内来访共接待44批次、305人。", ["broken"], ["holds"]),
        ("2024年全年共接待44批次、350人次。", [], []),  # whose they are is not said
        ("2024年国内公务接待费3.10万元，举办培训44批次、350人次。", [], []),
    ],
)
def test_visits_of_the_prose_are_those_of_the_table(tmp_path: Path, said: str, batches: list[str], persons: list[str]) -> None:
    read = visited(tmp_path, said)
    assert verdicts(read, "“国内公务接待批次（个）”") == batches
    assert verdicts(read, "“国内公务接待人次（人）”") == persons


@pytest.mark.parametrize(("words", "count", "verdict"), [("外事接待", "2", "holds"), ("国（境）外接待", "3", "broken")])
def test_visits_from_abroad_are_held_against_their_own_row(tmp_path: Path, words: str, count: str, verdict: str) -> None:
    read = visited(tmp_path, f"2024年国内公务接待费3.10万元，接待41批次。{words}{count}批次。")
    assert verdicts(read, "“国（境）外公务接待批次（个）”") == [verdict]
    assert verdicts(read, "“国内公务接待批次（个）”") == ["holds"]


@pytest.mark.parametrize(("count", "verdict"), [("305", "holds"), ("315", "broken")])
def test_visitors_whose_unit_stands_in_a_column_of_its_own_are_compared(tmp_path: Path, count: str, verdict: str) -> None:
    rows = "项目 单位 决算数\n国内公务接待人次 人次 305\n门票收入 万元 18.50\n"
    read = visited(tmp_path, f"2024年国内公务接待费3.10万元，接待{count}人次。", rows)
    assert verdicts(read, "正文“接待”＝《机构运行信息表》") == [verdict]
    assert [f"{one.quantity.number}{one.quantity.unit}" for one in read.figures if one.quantity] == ["305人次", "18.50万元"]


BOUGHT = "采购项目 金额\n合计 52.00\n闸门 30.00\n水泵 22.00\n"
SERVICES = "项目 金额\n合计 8.00\n巡护 8.00\n"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("2024年采购预算总额52.00万元。", ["holds"]), ("2024年采购预算总额25.00万元。", ["broken"]),
        ("2024年政府采购规模52.00万元。", ["holds"]), ("2024年闸门采购30.00万元。", []),
        ("2024年政府采购预算52.00万元，较上年增加9.00万元。", ["holds"]),
    ],
)  # fmt: skip
def test_what_is_bought_in_all_is_the_total_of_the_table(tmp_path: Path, said: str, verdict: list[str]) -> None:
    read = read_document(tmp_path, [("政府采购预算表", BOUGHT)], [("一、采购情况", said)])
    assert verdicts(read, "＝《政府采购预算表》") == verdict


@pytest.mark.parametrize(
    ("tables", "verdict"),
    [
        ([("政府采购预算表", BOUGHT), ("政府购买服务预算表", SERVICES)], ["broken"]),
        ([("政府采购预算表", BOUGHT), ("政府采购明细表", SERVICES)], []),  # of which is not known
        ([("政府采购预算表", BOUGHT.replace("合计 52.00\n", ""))], []),  # no total is printed
        ([("政府购买服务预算表", SERVICES)], []),
    ],
)
def test_only_the_one_table_of_purchases_with_a_total_is_held_against(
    tmp_path: Path, tables: list[tuple[str, str]], verdict: list[str]
) -> None:
    read = read_document(tmp_path, tables, [("一、采购情况", "2024年采购预算总额50.00万元。")])
    assert verdicts(read, "的合计") == verdict


@pytest.mark.parametrize(("whole", "verdict"), [("52.00", "holds"), ("53.00", "broken")])
def test_what_is_bought_in_all_is_held_against_its_classes(tmp_path: Path, whole: str, verdict: str) -> None:
    said = f"2024年采购金额{whole}万元，其中：采购货物30.00万元、采购工程12.00万元、采购服务10.00万元。"
    read = read_document(tmp_path, [("政府采购预算表", BOUGHT)], [("一、采购情况", said)])
    assert verdicts(read, "＝货物、工程、服务之和") == [verdict]
    assert verdicts(read, "》的合计") == [verdict]


INCOME = """
项目 本年预算数 上年预算数 {rate}
一、财政拨款收入 60.00 50.00 20.00
二、事业收入 40.00 32.00 25.00
收入合计 {total} 82.00 21.95
"""


@pytest.mark.parametrize("rate", ["增减幅度", "增减%", "比重"])
def test_rates_make_no_sum_and_amounts_still_do(tmp_path: Path, rate: str) -> None:
    read = read_document(tmp_path, [("部门收入总表", INCOME.format(rate=rate, total="101.00"))])
    assert verdicts(read, f"（{rate}）") == []
    assert verdicts(read, "之和（本年预算数）") == ["broken"]
    assert verdicts(read, "之和（上年预算数）") == ["holds"]


def test_amounts_of_increase_make_a_sum(tmp_path: Path) -> None:
    read = read_document(tmp_path, [("部门收入总表", INCOME.format(rate="增减额", total="100.00"))])
    assert verdicts(read, "之和（增减额）") == ["broken"]


@pytest.mark.parametrize(
    ("subject", "sentence", "named"),
    [
        ("云州市水务局机关及2家参照公务员法管理单位的机关运行经费预算", "", "机关运行经费"),
        ("局本级、灌区站等参公单位机关运行经费财政拨款支出", "", "机关运行经费支出"),
        ("参照公务员法管理的事业单位机关运行经费支出", "行政单位和参照公务员法管理的事业单位", "机关运行经费支出"),
        ("参照公务员法管理的事业单位机关运行经费支出", "一家参公单位", "参照公务员法管理的事业单位机关运行经费支出"),
        ("云州市水务局本级机关运行经费", "", "云州市水务局本级机关运行经费"),
        ("涉及项目", "我局组织开展了2023年度绩效自评，涉及项目7个", "绩效自评涉及项目"),
        ("共涉及资金", "对全部专项进行绩效自评，共涉及资金80万元", "绩效自评涉及资金"),
        ("涉及项目", "全年变更涉及项目7个", "涉及项目"),
    ],
)
def test_subjects_that_all_write_alike_have_their_usual_name(subject: str, sentence: str, named: str) -> None:
    assert name_standard_subjects(subject, sentence) == named


@pytest.mark.parametrize(
    ("labels", "unit"),
    [
        (("门票收入", "元"), "元"), (("观展", "人次"), "人次"),
        (("人次",), "万元"), (("机关", "本级"), "万元"),
    ],
)  # fmt: skip
def test_a_label_that_is_but_a_unit_is_the_unit_of_the_row(labels: tuple[str, ...], unit: str) -> None:
    assert read_unit("万元", labels, ("金额",), {}) == unit


@pytest.mark.parametrize(("name", "is_unit"), [("千元", True), ("平方米", True), ("项", False), ("人次数", False)])
def test_a_single_counter_may_be_a_name(name: str, is_unit: bool) -> None:
    assert is_bare_unit(name) is is_unit
