"""Changes of the whole budget, staff, empty funds, forms of special funds, a unit's own income, accounts over their projects."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from farm_documents import MACHINES
from heritage_documents import asking

from app.answer import Answer
from app.assistant import Assistant

LANTERN, BINDERS = "竹垌县灯彩局", "竹垌县扎灯站"
LANTERN_BOOK = f"""{LANTERN}
2031年部门预算

第一部分 概况

一、机构设置

纳入本部门2031年部门预算编制范围的单位共2个：1.{LANTERN}本级；2.{BINDERS}。

二、人员情况

{LANTERN}在职人员24人，退休人员9人。

第二部分 2031年部门预算情况说明

一、部门收支总体情况

（一）2031年预算收支360.00万元，其中：基本支出200.00万元，项目支出160.00万元。

（二）比上年增减情况

2031年预算收支比上年增加24.00万元，增长7.14%，主要原因是新增灯组换骨架的开销。

二、政府性基金预算支出情况

{LANTERN}2031年没有安排政府性基金预算支出。

三、机关运行经费

2031年，{LANTERN}机关和1家参照公务员法管理事业单位的机关运行经费财政拨款预算32.00万元，比上年减少3.00万元，下降8.57%。

四、绩效管理情况

{LANTERN}对2030年的支出开展了绩效自评，共涉及项目5个，涉及资金118.00万元。

五、政府采购情况

2031年政府采购预算总额41.00万元，其中：政府采购货物预算14.00万元，政府采购工程预算20.00万元，政府采购服务预算7.00万元。

第三部分 2031年部门预算表

部门支出总表

单位：万元

单位编码\t单位名称\t合计\t基本支出\t项目支出
\t合计\t360.00\t200.00\t160.00
611001\t{LANTERN}本级\t250.00\t150.00\t100.00
611002\t{BINDERS}\t110.00\t50.00\t60.00

项目支出表

单位：万元

项目名称\t单位名称\t合计
合计\t\t160.00
灯组换骨架\t{LANTERN}本级\t52.00
纸马传习课\t{LANTERN}本级\t48.00
河灯夜游推介\t{BINDERS}\t45.00
灯谜擂台\t{BINDERS}\t15.00

项目支出绩效目标表

单位：万元

专项（项目）名称\t灯组换骨架\t\t
项目资金\t年度资金总额\t52.00\t
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t更换灯架数\t≥36个
产出指标\t数量指标\t在职人员培训人数\t≥15人
产出指标\t时效指标\t更换完成时间\t11月底前
"""
BEACON = "青檐县灯塔局"
BEACON_BOOK = f"""{BEACON}
2031年部门预算

第一部分 情况说明

一、绩效情况

组织各科室进行整体绩效自评，合计涉及资金260.00万元。

二、政府性基金情况

本部门政府性基金预算为零，没有这项支出。

三、国有资本经营情况

本单位国有资本经营预算支出0万元，与上年一致。

四、人员

{BEACON}编制16名，在职15人，退休4人。

第二部分 2031年部门预算表

一般公共预算支出表

单位：万元

科目编码\t科目名称\t合计
\t合计\t130.00
2010301\t行政运行\t60.00
2010399\t古籍修护与展陈服务\t70.00

项目支出自评表

单位：万元

项目名称\t全年预算数\t全年执行数\t执行率\t得分
古籍修护柜购置\t50.00\t45.00\t90.00%\t96.00
雾号维修\t26.00\t20.80\t80.00%\t88.00
灯塔刷漆\t44.00\t44.00\t100.00%\t99.00

专项业务经费支出表

单位：万元

项目名称\t金额
合计\t70.00
雾号维修\t26.00
灯塔刷漆\t44.00

专项资金绩效目标表

单位：万元

项目（专项）名称\t雾号维修\t\t
项目资金\t实施期资金总额\t26.00\t
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t维修雾号台数\t≥8台
产出指标\t数量指标\t在职守塔人员数\t≥12人
产出指标\t数量指标\t在职人员数\t≥13人
产出指标\t数量指标\t退休人员人数\t≥2人
产出指标\t时效指标\t维修完工时间\t10月底前
"""
TIDE = "青檐县潮信局"
TIDE_ACCOUNT = f"""{TIDE}
2031年度部门决算

第一部分 2031年度部门决算表

一般公共预算财政拨款支出决算表

单位：万元

科目编码\t科目名称\t年初预算数\t决算数
\t合计\t130.00\t126.00
2010301\t行政运行\t60.00\t58.00
2010399\t潮信站网监管\t70.00\t68.00

项目支出绩效自评表

单位：万元

项目名称\t全年预算数\t全年执行数\t执行率\t得分
潮信站网监测仪\t50.00\t45.00\t90.00%\t96.00
岸标刷漆\t44.00\t44.00\t100.00%\t99.00
"""
KITE, FLYERS, HALL = "蒲滩市风筝局", "蒲滩市放飞中心", "蒲滩市纸鸢馆"
KITE_BUDGET = f"""{KITE}
2031年部门预算

第一部分 概况

一、机构设置

纳入本部门2031年部门预算编制范围的单位共3个：1.{KITE}本级；2.{FLYERS}；3.{HALL}。

第二部分 2031年部门预算表

部门收入总表

单位：万元

单位编码\t单位名称\t合计\t财政拨款收入\t事业收入\t上年结转
\t合计\t500.00\t380.00\t90.00\t30.00
733001\t{KITE}本级\t300.00\t280.00\t\t20.00
733002\t{FLYERS}\t120.00\t60.00\t54.00\t6.00
733003\t{HALL}\t80.00\t40.00\t36.00\t4.00

一般公共预算“三公”经费表

单位：万元

项目\t2031年预算数
“三公”经费预算数\t8.00
公务接待费\t3.00
公务用车运行维护费\t5.00

一般公共预算“三公”经费说明

2031年“三公”经费预算数8.00万元，比上年减少2.00万元，下降20.00%。

设施表

单位：万元

项目\t单位\t数额
放飞场馆接待\t人次\t4600
场馆门票收入\t万元\t18.50
引线采购押金\t元\t9000
"""
KITE_ACCOUNT = f"""{KITE}
2031年度部门决算

第一部分 2031年度部门决算表

收入支出决算总表

单位：万元

收入\t\t支出\t
项目\t决算数\t项目\t决算数
一、财政拨款收入\t400.00\t一、文化旅游体育与传媒支出\t415.00
二、事业收入\t40.00\t二、住房保障支出\t10.00
本年收入合计\t440.00\t本年支出合计\t425.00
年初结转和结余\t30.00\t年末结转和结余\t45.00
总计\t470.00\t总计\t470.00

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t425.00\t255.00\t170.00
2070101\t行政运行\t245.00\t245.00\t
2070109\t群众文化\t170.00\t\t170.00
2210201\t住房公积金\t10.00\t10.00\t
"""
STONE_BOOK = """{name}
2031年部门预算

第一部分 2031年部门预算表

一般公共预算支出表

单位：万元

科目编码\t科目名称\t合计
\t合计\t300.00
2070101\t行政运行\t140.00
2070109\t群众文化\t90.00
2070113\t旅游宣传\t70.00

项目支出表

单位：万元

科目编码\t项目名称\t合计
\t合计\t160.00
2070109\t群众文化\t90.00
{0}\t影人雕刻课\t52.00
{0}\t幕布更新\t38.00
2070113\t旅游宣传\t70.00
{1}\t古镇夜场\t45.00
{1}\t唱腔录存\t25.00
"""
CLAY, STONE = "柏坪县泥塑局", "柏坪县石雕局"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    stones = (STONE_BOOK.format("2070109", "2070113", name=CLAY), STONE_BOOK.format("", "", name=STONE))
    bodies = (LANTERN_BOOK, BEACON_BOOK, TIDE_ACCOUNT, KITE_BUDGET, KITE_ACCOUNT, MACHINES)
    with asking(tmp_path_factory.mktemp("forms"), *bodies, *stones) as opened:
        yield opened


def told_by(answer: Answer) -> list[str]:
    """The numbers that an answer tells with their units, in order."""
    return [f"{value.value}{value.unit}" for value in answer.values]


@pytest.mark.parametrize("asked", ["2031年支出比上年增加多少？", "2031年收支预算比去年多多少？", "2031年预算收支较上年增长多少？"])
def test_the_change_of_all_money_is_told_as_what_it_is(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{LANTERN}{asked}")
    assert told_by(answer) == ["24.00万元", "7.14%"], answer.text
    assert answer.values[0].label.startswith("预算收支与上年相比")


@pytest.mark.parametrize("turns", [("2031年总支出为什么比上年多？",), ("2031年支出比上年增加多少？", "什么原因？")])
def test_the_reason_of_the_change_stands_under_the_heading_of_changes(assistant: Assistant, turns: tuple[str, ...]) -> None:
    *history, asked = [f"{LANTERN}{turns[0]}", *turns[1:]]
    answer = assistant.ask(asked, tuple(history))
    assert answer.status == "answered"
    assert "新增灯组换骨架的开销" in answer.text


@pytest.mark.parametrize("asked", ["2031年项目支出比上年增加多少？", "2031年基本支出较去年增长多少？"])
def test_the_change_of_all_money_is_not_told_for_a_part_of_it(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{LANTERN}{asked}")
    assert answer.status == "not_found"
    assert not answer.values


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (f"{LANTERN}在编人员几人？", "24人"), (f"{LANTERN}退休人员多少人？", "9人"), (f"{BEACON}在职人员多少人？", "15人"),
        (f"{BEACON}有多少在职人员？", "15人"), (f"{BEACON}退休人员有多少人？", "4人"),
    ],
)  # fmt: skip
def test_the_staff_that_there_is_goes_before_what_a_form_aims_at(assistant: Assistant, asked: str, told: str) -> None:
    assert told_by(assistant.ask(asked)) == [told]


@pytest.mark.parametrize(
    ("asked", "told", "never"),
    [
        (f"{LANTERN}在职人员培训人数多少人？", "≥15人", "24人"), (f"{BEACON}在职守塔人员数的目标是多少人", "≥12人", "15人"),
        (f"{BEACON}在职人员目标多少人", "≥13人", "15人"),
    ],
)  # fmt: skip
def test_what_a_form_aims_at_is_told_where_that_is_asked(assistant: Assistant, asked: str, told: str, never: str) -> None:
    answer = assistant.ask(asked)
    assert f"**{told}**" in answer.text
    assert f"**{never}**" not in answer.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (f"{LANTERN}2031年政府性基金支出多少？", "没有安排政府性基金预算支出"),
        (f"{BEACON}2031年政府性基金支出多少？", "政府性基金预算为零，没有这项支出"),
        (f"{BEACON}国有资本经营预算支出多少？", "国有资本经营预算支出0万元"),
    ],
)
def test_a_fund_that_is_empty_is_said_to_be(assistant: Assistant, asked: str, said: str) -> None:
    answer = assistant.ask(asked)
    assert answer.status == "answered"
    assert said in answer.text


def test_one_fund_that_is_empty_says_nothing_of_another(assistant: Assistant) -> None:
    answer = assistant.ask(f"{LANTERN}2031年国有资本经营预算支出多少？")
    assert answer.status == "not_found"
    assert "政府性基金" not in answer.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (f"{LANTERN}灯组换骨架什么时候更换完成？", "11月底前"),
        (f"{LANTERN}灯组换骨架年度资金总额多少？", "52.00万元"),
        (f"{BEACON}维修雾号几台？", "≥8台"), (f"{BEACON}雾号维修的资金总额是多少？", "26.00万元"),
    ],
)  # fmt: skip
def test_a_form_of_a_special_fund_is_that_of_its_project(assistant: Assistant, asked: str, told: str) -> None:
    assert f"**{told}**" in assistant.ask(asked).text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("2031年机关运行经费多少？", ["32.00万元"]), ("2031年机关运行经费比上年少多少？", ["3.00万元", "8.57%"]),
        ("2030年机关运行经费多少？", ["35.00万元"]), ("绩效自评涉及资金多少？", ["118.00万元"]),
    ],
)  # fmt: skip
def test_what_all_departments_write_alike_goes_by_its_usual_name(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert told_by(assistant.ask(f"{LANTERN}{asked}")) == told


@pytest.mark.parametrize("asked", ["绩效自评项目一共多少个？", "绩效自评涉及几个项目？"])
def test_the_projects_that_were_evaluated_are_counted_by_the_prose(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{LANTERN}{asked}")
    assert answer.status == "answered"
    assert "涉及项目5个" in answer.text


@pytest.mark.parametrize(
    "way",
    [
        "的货物、工程、服务分别占总额的比重是多少？", "里货物、工程和服务各占几成", "里货物类、工程类和服务类各占多少？",
        "的货物、工程、服务采购各占采购总额的比例？", "货物、工程和服务分别占了多大比例？",
    ],
)  # fmt: skip
def test_classes_of_purchases_are_shares_of_all_of_them(assistant: Assistant, way: str) -> None:
    answer = assistant.ask(f"{LANTERN}政府采购{way}")
    assert told_by(answer) == ["34.15%", "48.78%", "17.07%"], answer.text
    assert answer.calculation == "；".join(f"{part}.00 ÷ 41.00 × 100% = {rate}%" for part, rate in ((14, 34.15), (20, 48.78), (7, 17.07)))


@pytest.mark.parametrize(
    ("asked", "share", "formula"),
    [
        ("预算最小的那个项目才占全部项目支出的几成？", "9.38%", "15.00 ÷ 160.00"),
        ("金额最大的那个项目占项目支出的比例是多少？", "32.50%", "52.00 ÷ 160.00"),
    ],
)
def test_the_project_that_is_not_named_is_told_before_its_share(assistant: Assistant, asked: str, share: str, formula: str) -> None:
    answer = assistant.ask(f"{LANTERN}{asked}")
    assert told_by(answer)[-1] == share, answer.text
    assert formula in (answer.calculation or "")
    assert ("最低的是**灯谜擂台**" in answer.text) is (share == "9.38%")


@pytest.mark.parametrize(
    ("asked", "told", "formula"),
    [
        (f"{FLYERS}的事业收入占本单位收入的百分之几？", "45.00%", "54.00 ÷ 120.00 × 100% = 45.00%"),
        ("放飞中心财政拨款收入占它自己收入的比例是多少？（蒲滩市）", "50.00%", "60.00 ÷ 120.00 × 100% = 50.00%"),
        (f"{HALL}上年结转占其收入总计多少？", "5.00%", "4.00 ÷ 80.00 × 100% = 5.00%"),
        (f"{KITE}纸鸢馆的事业收入占全部门事业收入的比例是多少？", "40.00%", "36.00 ÷ 90.00 × 100% = 40.00%"),
        (f"{BINDERS}支出是多少，占全部门的比重是多少？", "30.56%", "110.00 ÷ 360.00 × 100% = 30.56%"),
        ("扎灯站的项目支出占全部门项目支出的比例？", "37.50%", "60.00 ÷ 160.00 × 100% = 37.50%"),
    ],
)
def test_a_unit_is_held_against_its_own_income_or_against_all(assistant: Assistant, asked: str, told: str, formula: str) -> None:
    answer = assistant.ask(asked)
    assert told_by(answer)[:1] == [told], answer.text
    assert answer.calculation == formula


@pytest.mark.parametrize(
    ("asked", "told", "formula"),
    [
        (f"{KITE}2031年决算行政运行占总支出的百分之几？", "57.65%", "245.00 ÷ 425.00 × 100% = 57.65%"),
        (f"{KITE}2031年决算群众文化占支出总计的比重是多少？", "36.17%", "170.00 ÷ 470.00 × 100% = 36.17%"),
        ("枫渡市农机局2031年决算农业生产发展占全部支出的比例是多少？", "13.56%", "80.00 ÷ 590.00 × 100% = 13.56%"),
    ],
)
def test_what_was_spent_in_the_year_is_its_share_without_what_is_carried_over(
    assistant: Assistant, asked: str, told: str, formula: str
) -> None:
    answer = assistant.ask(asked)
    assert told_by(answer) == [told], answer.text
    assert answer.calculation == formula


@pytest.mark.parametrize(
    "asked", ["决算结转到下一年的钱一共有多少？", "没有花完、留到2032年使用的资金有多少？", "决算结余到明年的资金是多少"]
)
def test_what_goes_over_to_the_next_year_is_left_at_the_years_end(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{KITE}2031年{asked}")
    assert told_by(answer) == ["45.00万元"], answer.text
    assert answer.values[0].label == "年末结转和结余"


def test_what_came_over_from_the_year_before_stays_that_of_its_beginning(assistant: Assistant) -> None:
    assert told_by(assistant.ask(f"{KITE}2031年决算年初结转多少？")) == ["30.00万元"]


@pytest.mark.parametrize("asked", ["2030年三公经费预算数是多少？", "去年的“三公”经费是多少？"])
def test_an_item_that_a_table_calls_its_budget_is_known_for_the_year_before(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(f"{KITE}{asked}")
    assert told_by(answer) == ["10.00万元"], answer.text
    assert answer.calculation == "8.00 + 2.00 = 10.00万元"


def test_a_part_of_that_item_is_not_computed_by_its_change(assistant: Assistant) -> None:
    answer = assistant.ask(f"{KITE}2030年公务接待费是多少？")
    assert answer.status == "not_found"
    assert not answer.values


@pytest.mark.parametrize(
    ("asked", "told"),
    [("放飞场馆接待多少？", "4600人次"), ("场馆门票收入多少？", "18.50万元"), ("引线采购押金是多少？", "9000元")],
)
def test_a_unit_in_a_column_of_its_own_is_that_of_the_number(assistant: Assistant, asked: str, told: str) -> None:
    answer = assistant.ask(f"{KITE}{asked}")
    assert told_by(answer) == [told], answer.text
    assert answer.values[0].label.split("·")[0] not in ("人次", "万元", "元")


@pytest.mark.parametrize("body", [CLAY, STONE])
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("有几个项目，合计多少？", "合计**160.00万元**"), ("最大的项目是哪个？", "最高的是**影人雕刻课**：**52.00万元**"),
        ("项目支出最小的是哪个？", "最低的是**唱腔录存**：**25.00万元**"),
    ],
)  # fmt: skip
def test_accounts_over_their_projects_are_no_projects(assistant: Assistant, body: str, asked: str, told: str) -> None:
    answer = assistant.ask(f"{body}{asked}")
    assert told in answer.text
    assert "共4项" in answer.text
    assert not any(one in answer.text for one in ("群众文化", "旅游宣传"))


@pytest.mark.parametrize(("account", "amount"), [("群众文化", "90.00万元"), ("旅游宣传", "70.00万元")])
def test_the_account_itself_is_told_by_its_own_table(assistant: Assistant, account: str, amount: str) -> None:
    answer = assistant.ask(f"{STONE}{account}是多少？")
    assert told_by(answer) == [amount]
    assert answer.citations[0].table == "一般公共预算支出表"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("潮信站网监管执行了多少？", ["68.00万元"]), ("潮信站网监管执行率多少", ["97.14%"]),
        ("潮信站网监测仪执行率多少", ["90.00%"]), ("潮信站网监测仪执行数多少", ["45.00万元"]),
    ],
)  # fmt: skip
def test_a_row_that_is_wholly_named_is_no_project_that_begins_alike(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert told_by(assistant.ask(f"{TIDE}{asked}")) == told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("执行率低于九成的项目有哪些？", ["80.00%"]), ("执行率在九成以上的项目有哪些？", ["90.00%", "100.00%"]),
        ("执行率超过九成的项目有哪些？", ["100.00%"]),
        ("得分96分及以上的项目有哪些", ["96.00分", "99.00分"]),
    ],
)  # fmt: skip
def test_projects_are_kept_by_tenths_per_cent_and_points(assistant: Assistant, asked: str, told: list[str]) -> None:
    assert told_by(assistant.ask(f"{BEACON}{asked}")) == told
