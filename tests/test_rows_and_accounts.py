"""What tables, accounts and units tell: posts left, months of a plan, funds of a unit, classes by their codes, parts of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from heritage_documents import amounts_of, asking, asking_samples

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from ingest.blocks import GridCell
from ingest.document import Place
from ingest.labels.form_rows import heads_amounts
from ingest.labels.read_unit import read_unit
from retrieval.knowledge_base import KnowledgeBase

HARBOUR = """碧沙市港务局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责全市港区岸线的规划。

（二）负责锚地的调度，维护航标灯。

（三）组织台风季节的船舶避风演练。

（四）承担引航员的培训与考核。

二、机构设置

纳入本部门2031年部门预算编制范围的单位共4个：1.碧沙市港务局（机关）；2.碧沙市灯塔管护中心；3.碧沙市港政综合执法队；4.碧沙市海岸林业科学研究院。

第二部分 情况说明

一、收支情况

2031年收入总计900.00万元，支出总计900.00万元。

二、机关运行经费

2031年机关运行经费90.00万元，其中：局本级支出60.00万元、港政综合执法队（参公管理）支出30.00万元。

三、离退休

2031年行政单位离退休支出6.00万元，比上年增加1.00万元，主要原因是退休人员增加。

第三部分 2031年部门预算表

收支总表

单位：万元

收入项目\t预算数\t支出项目\t预算数
一、一般公共预算拨款收入\t700.00\t一、一般公共服务支出\t450.00
二、政府性基金预算拨款收入\t100.00\t二、社会保障和就业支出\t70.00
三、事业收入\t80.00\t三、卫生健康支出\t40.00
四、其他收入\t20.00\t四、交通运输支出\t340.00
收入总计\t900.00\t支出总计\t900.00

部门收入总表

单位：万元

单位编码\t单位名称\t合计\t一般公共预算\t政府性基金预算\t事业收入\t其他收入
\t合计\t900.00\t700.00\t100.00\t80.00\t20.00
801001\t碧沙市港务局（机关）\t400.00\t300.00\t100.00\t\t
801002\t碧沙市灯塔管护中心\t200.00\t150.00\t\t40.00\t10.00
801003\t碧沙市港政综合执法队\t160.00\t160.00\t\t\t
801004\t碧沙市海岸林业科学研究院\t140.00\t90.00\t\t40.00\t10.00

部门支出总表

单位：万元

单位编码\t单位名称\t合计\t基本支出\t项目支出
\t合计\t900.00\t560.00\t340.00
801001\t碧沙市港务局（机关）\t400.00\t220.00\t180.00
801002\t碧沙市灯塔管护中心\t200.00\t120.00\t80.00
801003\t碧沙市港政综合执法队\t160.00\t130.00\t30.00
801004\t碧沙市海岸林业科学研究院\t140.00\t90.00\t50.00

一般公共预算支出表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t700.00\t560.00\t140.00
2010301\t行政运行\t200.00\t200.00\t
2010302\t一般行政管理事务\t50.00\t\t50.00
2080501\t行政单位离退休\t6.00\t6.00\t
2080505\t机关事业单位基本养老保险缴费支出\t64.00\t64.00\t
2101101\t行政单位医疗\t25.00\t25.00\t
2101102\t事业单位医疗\t15.00\t15.00\t
2140110\t公路和运输安全\t250.00\t250.00\t
2140136\t水路运输管理支出\t90.00\t\t90.00

政府性基金预算支出表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t100.00\t\t100.00
2120803\t城市建设支出\t100.00\t\t100.00

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计\t人员经费\t公用经费
\t合计\t560.00\t460.00\t100.00
30101\t基本工资\t260.00\t260.00\t
30102\t津贴补贴\t190.00\t190.00\t
30201\t办公费\t45.00\t\t45.00
30207\t邮电费\t15.00\t\t15.00
30211\t差旅费\t38.00\t\t38.00
30302\t退休费\t10.00\t10.00\t
31002\t办公设备购置\t2.00\t\t2.00

支出政府经济分类汇总表

单位：万元

科目编码\t科目名称\t合计
\t合计\t900.00
50101\t工资奖金津补贴\t300.00
50201\t办公经费\t90.00
50501\t工资福利支出\t260.00
50502\t商品和服务支出\t140.00
50601\t资本性支出\t110.00

项目支出表

单位：万元

科目编码\t项目名称\t单位名称\t合计\t一般公共预算\t政府性基金预算\t财政专户管理资金\t单位资金
\t合计\t\t340.00\t140.00\t100.00\t\t100.00
2120803\t锚地疏浚工程\t碧沙市港务局（机关）\t150.00\t50.00\t100.00\t\t
2010302\t岸线测绘服务\t碧沙市港务局（机关）\t30.00\t30.00\t\t\t
2140136\t灯塔外墙防腐\t碧沙市灯塔管护中心\t80.00\t30.00\t\t\t50.00
2140136\t执法艇检修\t碧沙市港政综合执法队\t30.00\t30.00\t\t\t
2010302\t红树林育苗试验\t碧沙市海岸林业科学研究院\t50.00\t\t\t\t50.00

政府采购预算表

单位：万元

采购项目\t采购类别\t金额\t一般公共预算\t政府性基金预算
合计\t\t60.00\t55.00\t5.00
测绘无人机\t货物\t25.00\t25.00\t
外墙防腐涂料\t货物\t35.00\t30.00\t5.00

一般公共预算“三公”经费预算表

单位：万元

单位名称\t合计\t因公出国（境）费\t公务接待费\t公务用车运行维护费
合计\t40.00\t9.00\t11.00\t20.00
碧沙市港务局（机关）\t19.00\t5.00\t6.00\t8.00
碧沙市灯塔管护中心\t3.00\t0.00\t1.00\t2.00
碧沙市港政综合执法队\t12.00\t0.00\t2.00\t10.00
碧沙市海岸林业科学研究院\t6.00\t4.00\t2.00\t0.00

单位基本情况表

单位：万元

单位名称\t编制人数\t实有人数\t\t车辆数（辆）\t基本支出
\t\t在职人员\t退休人员\t\t
碧沙市港务局\t120\t113\t36\t9\t560.00
碧沙市港务局（机关）\t40\t38\t20\t4\t220.00
碧沙市灯塔管护中心\t32\t25\t9\t2\t120.00
碧沙市港政综合执法队\t28\t30\t4\t3\t130.00
碧沙市海岸林业科学研究院\t20\t20\t3\t0\t90.00
"""
NURSERY = """鹭岛县苗木局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责苗圃的轮作。

（二）负责种子的检验。

第二部分 2031年部门预算表

部门支出总表

单位：万元

单位名称\t合计\t基本支出\t项目支出
合计\t150.00\t100.00\t50.00
鹭岛县苗木局（机关）\t70.00\t50.00\t20.00
鹭岛县种子检验站\t50.00\t30.00\t20.00
鹭岛县轮作示范农场\t30.00\t20.00\t10.00

人员编制情况表

单位：人

单位名称\t编制数\t实有在职人数\t退休人数
鹭岛县苗木局\t65\t57\t17
鹭岛县苗木局（机关）\t20\t19\t8
鹭岛县种子检验站\t30\t24\t5
鹭岛县轮作示范农场\t15\t14\t4

项目支出明细表

单位：万元

单位名称\t科目编码\t科目名称\t项目名称\t合计
\t\t\t合计\t50.00
鹭岛县苗木局（机关）\t2130205\t森林资源培育\t苗圃围栏更换\t20.00
鹭岛县种子检验站\t2130106\t科技转化与推广服务\t发芽率快检\t20.00
鹭岛县轮作示范农场\t2130122\t农业生产发展\t轮作试种\t10.00

一般公共预算支出表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t150.00\t100.00\t50.00
2101101\t行政单位医疗\t7.00\t7.00\t
2101102\t事业单位医疗\t3.00\t3.00\t
2130201\t行政运行\t80.00\t80.00\t

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计
\t合计\t100.00
30101\t基本工资\t60.00
30201\t办公费\t8.00
30211\t差旅费\t6.00
"""
FERRY = """苇岸县渡口局
2031年度部门决算

第一部分 2031年度部门决算表

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t300.00\t180.00\t120.00
2140101\t行政运行\t180.00\t180.00\t
2140106\t公路养护\t70.00\t\t70.00
2140131\t海事管理\t50.00\t\t50.00

一般公共预算财政拨款支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t275.00\t175.00\t100.00
2140101\t行政运行\t175.00\t175.00\t
2140106\t公路养护\t50.00\t\t50.00
2140131\t海事管理\t50.00\t\t50.00
"""
BARN = """<html><body><p>墨溪市粮仓局</p><p>2031年部门预算</p><p>第一部分 2031年部门预算表</p><p>部门支出总表</p><p>单位：万元</p>
<table><tr><td>单位名称</td><td>合计</td><td>基本支出</td><td>项目支出</td></tr>
<tr><td>合计</td><td>300.00</td><td>170.00</td><td>130.00</td></tr>
<tr><td>墨溪市粮仓局（机关）</td><td>300.00</td><td>170.00</td><td>130.00</td></tr></table>
{forms}</body></html>"""
FORM = """<p>项目绩效目标申报表</p><p>（2031年度）</p><p>单位：万元</p>
<table><tr><td colspan="2">项目名称</td><td colspan="4">{name}</td></tr>
<tr><td rowspan="2">项目资金</td><td>资金总额</td><td colspan="4">{amount}</td></tr>
<tr><td>其中：财政拨款</td><td colspan="4">{amount}</td></tr>
<tr><td rowspan="2" colspan="2">资金支出计划</td><td>3月底</td><td>6月底</td><td>9月底</td><td>12月底</td></tr>
<tr>{months}</tr>
<tr><td>一级指标</td><td>二级指标</td><td colspan="2">三级指标</td><td colspan="2">指标值</td></tr>
<tr><td>产出指标</td><td>数量指标</td><td colspan="2">{indicator}</td><td colspan="2">{target}</td></tr>
</table>"""
PLANS = (
    ("粮仓屋面补漏", "80.00", ("15%", "40%", "75%", "100%"), "补漏面积", "≥900平方米"),
    ("通风机更换", "50.00", ("20%", "55%", "90%", "100%"), "更换台数", "≥12台"),
)
YEAR_BEFORE = (
    ("2031年", "2030年"),
    ("90.00万元，其中：局本级支出60.00", "82.00万元，其中：局本级支出58.00"),
    ("支出30.00万元。", "支出24.00万元。"),
)


def barn() -> str:
    """The granary's budget with one form for each of its projects."""
    forms = (
        FORM.format(name=name, amount=amount, indicator=indicator, target=target, months="".join(f"<td>{one}</td>" for one in months))
        for name, amount, months, indicator, target in PLANS
    )
    return BARN.format(forms="".join(forms))


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("home")
    for name, text in (("港务局.txt", HARBOUR), ("苗木局.txt", NURSERY), ("粮仓局.html", barn())):
        (folder / name).write_text(text, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The port's budgets of two years."""
    before = HARBOUR
    for now, then in YEAR_BEFORE:
        before = before.replace(now, then)
    with asking(tmp_path_factory.mktemp("years"), HARBOUR, before) as opened:
        yield opened


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("ferry"), FERRY) as opened:
        yield opened


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The sample documents of two bodies."""
    with asking_samples(tmp_path_factory.mktemp("samples"), "水务局2024", "文化和旅游局2024年部门预算") as opened:
        yield opened


CULTURE = "云汐市文化和旅游局2024年预算"
PORT, TREES, GRAIN = "碧沙市港务局", "鹭岛县苗木局", "墨溪市粮仓局"
LAMPS, GUARDS, FOREST = "碧沙市灯塔管护中心", "碧沙市港政综合执法队", "碧沙市海岸林业科学研究院"


@pytest.mark.parametrize(
    ("asked", "told", "formula"),
    [
        (f"{PORT}哪个单位空编最多？", [f"{LAMPS}空编=7名"], "32 − 25 = 7名"),
        (f"{PORT}谁的空编最大", [f"{LAMPS}空编=7名"], "32 − 25 = 7名"),
        (f"{PORT}空编最多的是哪家单位？", [f"{LAMPS}空编=7名"], "32 − 25 = 7名"),
        (f"{TREES}哪个单位空编最多", ["鹭岛县种子检验站空编=6名"], "30 − 24 = 6名"),
        # two units with as few posts left are both told
        (f"{TREES}空编最少的是哪个单位？", ["鹭岛县苗木局机关空编=1名", "鹭岛县轮作示范农场空编=1名"], "15 − 14 = 1名"),
        (f"{PORT}灯塔管护中心空编几个？", [f"{LAMPS}空编=7个"], "32 − 25 = 7个"),
        ("港政综合执法队超编了吗？", [f"{GUARDS}超编=2名"], "30 − 28 = 2名"),
        ("鹭岛县种子检验站满编没有？", ["鹭岛县种子检验站空编=6名"], "30 − 24 = 6名"),
        (f"{FOREST}有没有空编", [f"{FOREST}空编=0名"], "20 − 20 = 0名"),
        # the whole is told by its own row: no unit is added to it
        (f"{PORT}空编多少名？", [f"{PORT}空编=7名"], "120 − 113 = 7名"),
        (f"{TREES}一共空编多少个", [f"{TREES}空编=8个"], "65 − 57 = 8个"),
        (f"{TREES}机关空编多少名", ["鹭岛县苗木局机关空编=1名"], "20 − 19 = 1名"),
        ("苗木局机关缺几个编？", ["鹭岛县苗木局机关空编=1个"], "20 − 19 = 1个"),
    ],
)
def test_posts_left_are_told_by_the_row_of_the_body(assistant: Assistant, asked: str, told: list[str], formula: str) -> None:
    answer = assistant.ask(asked)
    assert answer.status == "answered", answer.text
    assert [f"{one.label}={one.value}{one.unit}" for one in answer.values if "编" in one.label] == told
    assert answer.calculation == formula
    assert {one.table for one in answer.citations} == {"单位基本情况表" if told[0].startswith("碧沙") else "人员编制情况表"}


@pytest.mark.parametrize("asked", [f"{GRAIN}哪个单位空编最多？", f"{GRAIN}空编多少名？", f"{PORT}去年哪个单位空编最多？", "粮仓局满编了吗"])
def test_posts_that_no_table_counts_are_not_told(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked)
    assert answer.status != "answered", answer.text
    assert not answer.values


@pytest.mark.parametrize(
    ("asked", "amount"),
    [
        ("粮仓屋面补漏计划到6月底支出百分之多少？", "40%"),
        (f"{GRAIN}通风机更换计划到3月底支出百分之多少", "20%"),
        ("粮仓局粮仓屋面补漏12月底要支出百分之几", "100%"),
        ("通风机更换项目计划到9月底支出百分之几？", "90%"),
    ],
)
def test_a_month_of_a_plan_is_told_of_its_project(assistant: Assistant, asked: str, amount: str) -> None:
    answer = assistant.ask(asked)
    assert [f"{one.value}{one.unit}" for one in answer.values] == [amount], answer.text
    assert [(one.row, one.col) for one in answer.citations] == [(("资金支出计划",), (re.findall(r"\d+月底", asked)[0],))]
    assert ("通风机更换" in answer.text) == ("通风机" in asked)


def test_months_of_two_projects_are_told_side_by_side(assistant: Assistant) -> None:
    asked = f"{GRAIN}粮仓屋面补漏和通风机更换6月底各支出百分之多少"
    assert amounts_of(assistant, asked) == ["40%", "55%"]


@pytest.mark.parametrize("asked", ["粮仓屋面补漏计划到8月底支出百分之多少？", "烘干塔改造计划到6月底支出百分之多少？"])
def test_a_month_or_project_that_no_form_has_is_not_told(assistant: Assistant, asked: str) -> None:
    assert amounts_of(assistant, asked) == []


PLACE = Place(lines=(1, 1))


@pytest.mark.parametrize(
    ("names", "cells", "is_head"),
    [
        (("进度", "3月底", "6月底", "9月底"), ("比例", "10%", "40%", "80%"), True),
        (("进度", "一季度", "二季度", "三季度"), ("比例", "10%", "40%", "80%"), True),
        (("进度", "3月", "6月份", "9月末"), ("金额", "10.00", "40.00", "80.00"), True),
        (("进度", "3月底前", "6月底前", "9月底前"), ("比例", "完成招标", "完成施工", "验收"), False),
        (("进度", "31", "60", "90"), ("比例", "10%", "40%", "80%"), False),
    ],
)
def test_months_head_columns_of_shares(names: tuple[str, ...], cells: tuple[str, ...], *, is_head: bool) -> None:
    rows = [[(at, GridCell(text, PLACE, 1)) for at, text in enumerate(texts)] for texts in (names, cells)]
    assert heads_amounts(rows[0], rows[1]) == is_head


@pytest.mark.parametrize(
    ("table_unit", "path", "unit"),
    [
        ("万元", ("实有人数", "在职人员"), "人"),
        ("万元", ("年末实有人数（人）", "退休人员"), "人"),
        ("元", ("学生数", "初中"), "人"),
        ("万元", ("人员经费", "工资福利支出"), "万元"),
        ("万元", ("人均经费",), "万元"),
    ],
)
def test_persons_in_a_table_of_money_are_counted(table_unit: str, path: tuple[str, ...], unit: str) -> None:
    assert read_unit(table_unit, ("苇岸县渡口站",), path, {}) == unit


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("灯塔管护中心在职人员多少人", ["25人"]),
        (f"{PORT}灯塔管护中心在编人员几人", ["25人"]),
        ("港政综合执法队退休人员几人", ["4人"]),
        (f"{FOREST}实有在职人员多少名", ["20人"]),
        (f"{LAMPS}基本支出多少", ["120.00万元"]),
    ],
)
def test_persons_beside_amounts_are_no_money(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert amounts_of(assistant, asked) == told


@pytest.mark.parametrize(
    ("asked", "amount", "table"),
    [
        ("灯塔管护中心一般公共预算拨款多少", "150.00万元", "部门收入总表"),
        ("港政综合执法队一般公共预算拨款有多少", "160.00万元", "部门收入总表"),
        (f"{PORT}机关一般公共预算拨款是多少", "300.00万元", "部门收入总表"),
        ("林科院一般公共预算财政拨款多少", "90.00万元", "部门收入总表"),
        ("林科院事业收入多少", "40.00万元", "部门收入总表"),
        ("港政执法队公务接待费多少", "2.00万元", "一般公共预算“三公”经费预算表"),
        ("林科院因公出国费多少", "4.00万元", "一般公共预算“三公”经费预算表"),
        (f"{PORT}政府采购一般公共预算多少", "55.00万元", "政府采购预算表"),
        (f"{PORT}项目支出一般公共预算多少", "140.00万元", "一般公共预算支出表"),
        (f"{PORT}一般公共预算拨款多少", "700.00万元", "一般公共预算支出表"),
    ],
)
def test_funds_are_those_of_all_that_is_named(assistant: Assistant, asked: str, amount: str, table: str) -> None:
    answer = assistant.ask(asked)
    assert [f"{one.value}{one.unit}" for one in answer.values] == [amount], answer.text
    assert answer.citations[0].table == table


@pytest.mark.parametrize(
    ("asked", "share", "formula"),
    [
        ("水路运输管理支出占一般公共预算多少", "12.86%", "90.00 ÷ 700.00 × 100% = 12.86%"),
        (f"{PORT}行政运行占一般公共预算的百分之几", "28.57%", "200.00 ÷ 700.00 × 100% = 28.57%"),
        (f"{PORT}公务接待费占一般公共预算多少", "1.57%", "11.00 ÷ 700.00 × 100% = 1.57%"),
        (f"{PORT}办公费占一般公共预算百分之几", "6.43%", "45.00 ÷ 700.00 × 100% = 6.43%"),
        (f"{PORT}锚地疏浚工程占一般公共预算多少", "7.14%", "50.00 ÷ 700.00 × 100% = 7.14%"),
        (f"{PORT}政府性基金支出占支出总计的百分之几", "11.11%", "100.00 ÷ 900.00 × 100% = 11.11%"),
        # income of income, and spending of income where the question says so
        (f"{PORT}事业收入占收入总计的比例", "8.89%", "80.00 ÷ 900.00 × 100% = 8.89%"),
        (f"{PORT}卫生健康支出占收入总计多少", "4.44%", "40.00 ÷ 900.00 × 100% = 4.44%"),
    ],
)
def test_a_share_is_of_all_the_account(assistant: Assistant, asked: str, share: str, formula: str) -> None:
    answer = assistant.ask(asked)
    assert f"{answer.values[0].value}{answer.values[0].unit}" == share, answer.text
    assert answer.calculation == formula


@pytest.mark.parametrize("asked", [f"{PORT}政府性基金支出占本年支出多少", f"{PORT}政府性基金支出占全年支出的比例"])
def test_spending_of_a_fund_is_divided_by_spending(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked)
    assert f"{answer.values[0].value}{answer.values[0].unit}" == "11.11%"
    assert answer.calculation == "100.00 ÷ 900.00 × 100% = 11.11%"
    assert answer.citations[0].table == "政府性基金预算支出表"
    assert all("收入" not in (one.table or "") for one in answer.citations)
    assert all("收入" not in one.label for one in answer.values)


@pytest.mark.parametrize(
    ("turns", "account"),
    [
        (("苗木局苗圃围栏更换列哪个科目",), "2130205森林资源培育"),
        (("苗木局发芽率快检归在什么科目下？",), "2130106科技转化与推广服务"),
        (("轮作试种属于哪个功能科目",), "2130122农业生产发展"),
        (("苗木局的苗圃围栏更换挂在哪一个支出科目下面？",), "2130205森林资源培育"),
        (("轮作试种对应的是哪个项级科目",), "2130122农业生产发展"),
        (("苗木局轮作试种安排多少钱，列支在哪个科目",), "2130122农业生产发展"),
        (("苗木局发芽率快检多少", "列哪个科目？"), "2130106科技转化与推广服务"),
        (("苗木局发芽率快检多少钱", "它属于什么支出科目"), "2130106科技转化与推广服务"),
        (("苗木局苗圃围栏更换安排了多少", "走的是哪个功能科目"), "2130205森林资源培育"),
    ],
)
def test_the_account_of_a_project_is_that_of_its_row(assistant: Assistant, turns: tuple[str, ...], account: str) -> None:
    *history, asked = turns
    answer = assistant.ask(asked, tuple(history))
    assert answer.status == "answered", answer.text
    assert f"列支的科目是**{account}**" in answer.text
    assert answer.citations[-1].table == "项目支出明细表"
    assert [f"{one.value}{one.unit}" for one in answer.values] == (["10.00万元"] if "安排多少钱，" in asked else [])


@pytest.mark.parametrize(
    "asked",
    [
        "苗木局苗圃围栏更换走哪个经济科目",
        "苗木局差旅费列在哪个科目",
        "苗木局水渠清淤列哪个科目",
        f"{PORT}办公费属于哪个科目",
        "苗木局项目支出列哪个科目",
    ],
)
def test_an_account_is_told_of_a_project_alone(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked)
    assert "列支的科目是" not in answer.text
    assert not answer.values, answer.text


@pytest.mark.parametrize(
    ("asked", "label", "amount", "formula"),
    [
        (f"{PORT}302类合计多少", "302类", "98.00万元", "45.00 + 15.00 + 38.00 = 98.00万元"),
        (f"{PORT}301类科目一共多少", "301类科目", "450.00万元", "260.00 + 190.00 = 450.00万元"),
        (f"{PORT}505类是多少？", "505类", "400.00万元", "260.00 + 140.00 = 400.00万元"),
        (f"{PORT}20103款多少", "20103款", "250.00万元", "200.00 + 50.00 = 250.00万元"),
        (f"{PORT}214类总额", "214类", "340.00万元", "250.00 + 90.00 = 340.00万元"),
        (f"{PORT}21011款合计", "21011款", "40.00万元", "25.00 + 15.00 = 40.00万元"),
        (f"{PORT}208类总计多少万元", "208类", "70.00万元", "6.00 + 64.00 = 70.00万元"),
        # a class of one row is that row, and no sum
        (f"{PORT}303类合计", "退休费", "10.00万元", None),
    ],
)
def test_a_class_by_its_code_is_added_up(assistant: Assistant, asked: str, label: str, amount: str, formula: str | None) -> None:
    answer = assistant.ask(asked)
    assert [(one.label, f"{one.value}{one.unit}") for one in answer.values] == [(label, amount)], answer.text
    assert answer.calculation == formula


@pytest.mark.parametrize(
    "asked",
    [
        f"{PORT}305类合计多少",  # no row is of it
        "苗木局302类合计多少",  # the rows do not come to the table's total
        "苗木局301类科目是多少",
        "苗木局210类支出多少",
    ],
)
def test_a_class_that_no_total_proves_is_not_added_up(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked)
    assert answer.status != "answered", answer.text
    assert not answer.values


@pytest.mark.parametrize(
    ("asked", "told", "formula"),
    [
        (f"{PORT}301类比302类多多少", ["450.00万元", "98.00万元", "352.00万元"], "450.00 − 98.00 = 352.00万元"),
        (f"{PORT}301类和302类合计多少", ["450.00万元", "98.00万元", "548.00万元"], "450.00 + 98.00 = 548.00万元"),
    ],
)
def test_classes_by_their_codes_are_set_in_relation(assistant: Assistant, asked: str, told: list[str], formula: str) -> None:
    answer = assistant.ask(asked)
    assert [f"{one.value}{one.unit}" for one in answer.values] == told, answer.text
    assert answer.calculation == formula


def test_a_class_of_all_expenditure_goes_before_its_basic_part(samples: Assistant) -> None:
    answer = samples.ask(f"{CULTURE}302类合计")
    assert {one.table for one in answer.citations} == {"2024年支出经济分类汇总表"}
    assert [f"{one.value}{one.unit}" for one in answer.values] == ["457.93万元"]


def test_a_class_with_a_row_of_its_own_is_that_row(samples: Assistant) -> None:
    answer = samples.ask("云汐市水务局2024年决算302类合计多少")
    assert [f"{one.value}{one.unit}" for one in answer.values] == ["107.99万元"]
    assert answer.calculation is None


HEALTH, SOCIAL, TRAFFIC = ["25.00万元", "15.00万元"], ["6.00万元", "64.00万元"], ["250.00万元", "90.00万元"]


@pytest.mark.parametrize(
    ("turns", "amounts"),
    [
        ((f"{PORT}卫生健康支出由哪些部分构成",), HEALTH),
        ((f"{PORT}卫生健康支出由哪几项组成？",), HEALTH),
        ((f"{PORT}卫生健康支出40.00万元主要由哪些科目构成",), HEALTH),
        ((f"{PORT}社会保障和就业支出包括哪些",), SOCIAL),
        ((f"{PORT}社会保障和就业支出主要包含哪几项科目？",), SOCIAL),
        ((f"{PORT}交通运输支出各项分别多少",), TRAFFIC),
        ((f"{PORT}交通运输支出各个科目是多少",), TRAFFIC),
        ((f"{PORT}卫生健康支出多少", "包括哪些？"), HEALTH),
        ((f"{PORT}交通运输支出有多少", "里面都有什么"), TRAFFIC),
        ((f"{PORT}社会保障和就业支出是多少", "那包含哪几项呢？"), SOCIAL),
    ],
)
def test_a_class_is_made_of_its_accounts(assistant: Assistant, turns: tuple[str, ...], amounts: list[str]) -> None:
    *history, asked = turns
    answer = assistant.ask(asked, tuple(history))
    assert [f"{one.value}{one.unit}" for one in answer.values] == amounts, answer.text
    assert {one.table for one in answer.citations} == {"一般公共预算支出表"}
    assert "共2项" in answer.text


@pytest.mark.parametrize(
    "turns",
    [
        (f"{PORT}一般公共服务支出由哪些部分构成",),  # 450 of which the rows tell 250
        (f"{PORT}教育支出包括哪些",),
        ("苗木局卫生健康支出由哪几项组成",),  # no total proves its rows
        (f"{PORT}主要职责有哪些", "包括哪些？"),
        (f"{PORT}公务接待费多少", "包括哪些？"),
    ],
)
def test_parts_that_do_not_come_to_the_class_are_not_told(assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert amounts_of(assistant, *turns) == []


def test_parts_of_a_class_with_rows_are_its_lowest_rows(samples: Assistant) -> None:
    turns = ("云汐市水务局2024年决算卫生健康支出是多少", "包括哪些？")
    assert amounts_of(samples, *turns) == ["27.15万元", "32.67万元", "14.28万元"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (f"{PORT}本级机关运行经费多少", ["60.00万元"]),
        (f"{PORT}局本级机关运行经费是多少", ["60.00万元"]),
        (f"{PORT}机关运行经费多少", ["90.00万元"]),
        ("港政综合执法队支出多少", ["160.00万元"]),
        (f"{PORT}机关支出多少", ["400.00万元"]),
        (f"{PORT}本级支出是多少", ["400.00万元"]),
    ],
)
def test_an_item_of_a_unit_is_not_all_it_spends(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert amounts_of(assistant, asked) == told


@pytest.mark.parametrize(
    ("asked", "told", "formula"),
    [
        (f"{PORT}本级2031年机关运行经费比2030年多多少", ["2.00万元", "3.45%"], "60.00 − 58.00 = 2.00万元"),
        (f"{PORT}局本级2031年机关运行经费比2030年增加了多少？", ["2.00万元", "3.45%"], "60.00 − 58.00 = 2.00万元"),
        (f"{PORT}2031年机关运行经费比2030年多多少", ["8.00万元", "9.76%"], "90.00 − 82.00 = 8.00万元"),
        (f"{PORT}2030年机关运行经费比2031年少多少？", ["8.00万元", "9.76%"], "90.00 − 82.00 = 8.00万元"),
    ],
)
def test_the_change_of_an_item_is_that_of_the_unit_named(years: Assistant, asked: str, told: list[str], formula: str) -> None:
    answer = years.ask(asked)
    assert [f"{one.value}{one.unit}" for one in answer.values] == told, answer.text
    assert (answer.calculation or "").partition("；")[0] == formula


@pytest.mark.parametrize(
    ("asked", "told", "row"),
    [
        (f"{PORT}项目支出合计多少，其中单位资金多少", ["340.00万元", "100.00万元"], "合计"),
        (f"{PORT}项目支出合计是多少，其中一般公共预算多少", ["340.00万元", "140.00万元"], "合计"),
        (f"{PORT}项目支出合计是多少，里面政府性基金多少钱", ["340.00万元", "100.00万元"], "合计"),
        (f"{PORT}灯塔外墙防腐多少，其中单位资金多少", ["80.00万元", "50.00万元"], "灯塔外墙防腐"),
        (f"{PORT}锚地疏浚工程是多少，当中政府性基金多少", ["150.00万元", "100.00万元"], "锚地疏浚工程"),
        (f"{PORT}行政运行支出多少？其中基本支出多少？", ["200.00万元", "200.00万元"], "行政运行"),
    ],
)
def test_a_part_is_taken_from_the_row_just_told(assistant: Assistant, asked: str, told: list[str], row: str) -> None:
    answer = assistant.ask(asked)
    assert [f"{one.value}{one.unit}" for one in answer.values] == told, answer.text
    assert all(row in one.row for one in (answer.citations[0], answer.citations[-1]))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (f"{PORT}基本支出合计多少，其中公用经费多少", ["560.00万元", "100.00万元"]),
        (f"{PORT}项目支出合计多少，事业收入多少", ["340.00万元", "80.00万元"]),
    ],
)
def test_another_item_is_taken_from_its_own_table(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert amounts_of(assistant, asked) == told


@pytest.mark.parametrize(
    ("asked", "told", "table"),
    [
        ("行政运行支出多少？财政拨款多少？", ["180.00万元", "175.00万元"], "一般公共预算财政拨款支出决算表"),
        ("公路养护支出多少？一般公共预算财政拨款多少？", ["70.00万元", "50.00万元"], "一般公共预算财政拨款支出决算表"),
        ("公路养护支出是多少，其中财政拨款多少", ["70.00万元", "50.00万元"], "一般公共预算财政拨款支出决算表"),
        # a column of the very row that was told
        ("公路养护支出多少，其中项目支出多少", ["70.00万元", "70.00万元"], "支出决算表"),
    ],
)
def test_the_funds_of_an_account_just_told_are_its_own(ferry: Assistant, asked: str, told: list[str], table: str) -> None:
    answer = ferry.ask(f"渡口局{asked}")
    assert [f"{one.value}{one.unit}" for one in answer.values] == told, answer.text
    assert answer.citations[-1].table == table


@pytest.mark.parametrize("asked", ["渡口局海事管理支出多少？财政拨款多少？", "渡口局行政运行支出多少？政府性基金多少？"])
def test_no_funds_of_all_are_told_for_an_account(ferry: Assistant, asked: str) -> None:
    assert not {"275.00万元", "300.00万元"} & set(amounts_of(ferry, asked))


def test_units_of_which_one_kind_of_posts_is_told_are_ranked(samples: Assistant) -> None:
    answer = samples.ask(f"{CULTURE}哪个单位空编最多？")
    assert answer.status == "answered"
    assert [value.value for value in answer.values] == [4]
    assert "非物质文化遗产保护中心" in answer.values[0].label


def test_two_items_that_are_added_in_the_question_are_added_up(samples: Assistant) -> None:
    answer = samples.ask(f"{CULTURE}工会经费加福利费是多少？")
    assert answer.status == "answered"
    assert " + " in (answer.calculation or "")
    assert "合计**" in answer.text


def test_the_largest_is_told_without_the_one_that_is_left_out(samples: Assistant) -> None:
    whole = samples.ask(f"{CULTURE}项目支出里最大的是哪个项目？")
    largest = whole.text.split("**")[1]
    answer = samples.ask(f"{CULTURE}项目支出里，除了{largest}以外，最大的是哪个项目？")
    assert answer.status == "answered"
    assert answer.text.startswith(f"除去“{largest}”，最高的是**")
    assert largest not in answer.text.split("，", 1)[1]


def test_a_smaller_one_that_is_left_out_changes_nothing(samples: Assistant) -> None:
    whole = samples.ask(f"{CULTURE}项目支出里最大的是哪个项目？")
    answer = samples.ask(f"{CULTURE}项目支出里，除了全民阅读以外，最大的是哪个项目？")
    assert whole.text.split("**")[1] in answer.text
