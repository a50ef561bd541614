"""Which amount, side, account, total, unit or body a question means: the part of an account, the row of its very name, what joins two."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heritage_documents import amounts_of, asking

from app.assistant import Assistant

SCHOOLS = """柘泊市教育局
2031年度部门决算

第一部分 概况

一、机构设置

纳入本部门2031年度部门决算编制范围的单位共2个：1.柘泊市教育局本级；2.柘泊市电化教育馆。

第二部分 2031年度部门决算情况说明

一、收入支出决算总体情况说明

2031年度收、支总计（含结转和结余）990.00万元。与2030年度决算相比，收支各增加75.00万元，增长8.20%，主要原因是校舍翻建。

二、财政拨款收支与年初预算数对比情况

一般公共预算财政拨款本年收入完成年初预算的141.2%，比年初预算增加90.00万元，主要是追加资金；支出完成年初预算的133.5%，比年初预算增加70.00万元，主要是校舍翻建。

三、部门主要工作总结

发放各类助学金、免学费补助37.20万元，受助学生410人次。

四、财政拨款“三公”经费支出情况

公务接待费比上年减少1.10万元，主要原因是压减批次。

公务用车购置费比上年增加9.00万元，主要原因是更新校车1辆。

公务用车运行费比上年减少2.00万元，主要原因是统一调度。

五、政府采购情况

2031年度政府采购支出总额80.00万元，其中：政府采购货物支出20.00万元、政府采购工程支出50.00万元、政府采购服务支出10.00万元。授予中小企业合同金额64.00万元，占政府采购支出总额的80.0%。

六、国有资产占用情况

单价100万元以上设备3台（套），较上年增加1台（套），主要是购置录播系统。

第三部分 2031年度部门决算表

收入支出决算总表

单位：万元

收入\t\t支出\t
项目\t决算数\t项目\t决算数
一、一般公共预算财政拨款收入\t820.00\t一、教育支出\t900.00
二、事业收入\t130.00\t
本年收入合计\t950.00\t本年支出合计\t900.00
年初结转和结余\t40.00\t年末结转和结余\t90.00
总计\t990.00\t总计\t990.00

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t900.00\t640.00\t260.00
205\t教育支出\t900.00\t640.00\t260.00
20502\t普通教育\t660.00\t500.00\t160.00
2050203\t初中教育\t240.00\t200.00\t40.00
2050204\t高中教育\t420.00\t300.00\t120.00
20503\t职业教育\t150.00\t100.00\t50.00
2050302\t中等职业教育\t150.00\t100.00\t50.00
20507\t特殊教育\t90.00\t40.00\t50.00
2050701\t特殊教育支出\t61.00\t31.00\t30.00
2050799\t其他特殊教育支出\t29.00\t9.00\t20.00

一般公共预算财政拨款支出决算表

单位：万元

科目编码\t科目名称\t小计\t基本支出\t项目支出
\t合计\t801.00\t600.00\t201.00
205\t教育支出\t801.00\t600.00\t201.00
20502\t普通教育\t588.00\t465.00\t123.00
2050203\t初中教育\t231.00\t195.00\t36.00
2050204\t高中教育\t357.00\t270.00\t87.00
20503\t职业教育\t123.00\t95.00\t28.00
2050302\t中等职业教育\t123.00\t95.00\t28.00
20507\t特殊教育\t90.00\t40.00\t50.00
2050701\t特殊教育支出\t61.00\t31.00\t30.00
2050799\t其他特殊教育支出\t29.00\t9.00\t20.00

一般公共预算财政拨款基本支出决算表

单位：万元

科目编码\t科目名称\t决算数
\t合计\t600.00
30308\t助学金\t4.60

财政拨款“三公”经费支出决算表

单位：万元

项目\t预算数\t决算数
合计\t33.00\t26.50
公务接待费\t6.00\t3.90
公务用车运行维护费\t27.00\t22.60
"""
SILENT = """柘泊市气象局
2031年度部门决算

第一部分 概况

一、主要职责

（一）负责雷电的预警。

第二部分 2031年度部门决算表

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计
\t合计\t50.00
2200504\t气象事业机构\t50.00
"""
BODY = "柘泊市教育局"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with asking(tmp_path_factory.mktemp("operands"), SCHOOLS, SILENT) as opened:
        yield opened


@pytest.mark.parametrize(
    ("turns", "amount"),
    [
        ((f"{BODY}高中教育财政拨款支出比总支出少多少？",), "63.00"),
        ((f"{BODY}2031年中等职业教育的总支出比财政拨款支出多多少？",), "27.00"),
        ((f"{BODY}高中教育2031年支出多少？", "其中一般公共预算财政拨款多少？"), "357.00"),
        ((f"{BODY}中等职业教育支出多少？", "财政拨款的呢？"), "123.00"),
        ((f"{BODY}三公经费预算33万元，花了多少？",), "26.50"),
        ((f"{BODY}公务接待费预算6万元，最后实际用了多少？",), "3.90"),
        ((f"{BODY}特殊教育支出是多少？",), "61.00"),
        ((f"{BODY}政府采购多少？", "中小企业呢？", "工程采购占多少？"), "62.50"),
        ((f"{BODY}政府采购服务支出占比多少？",), "12.50"),
    ],
)
def test_the_amount_meant_is_told(assistant: Assistant, turns: tuple[str, ...], amount: str) -> None:
    told = amounts_of(assistant, *turns)

    assert [one for one in told if one.rstrip("万元%") == amount], told


@pytest.mark.parametrize(
    ("turns", "words", "others"),
    [
        ((f"{BODY}一般公共预算财政拨款支出多少？", "完成年初预算的百分之多少？"), "133.5%", "没有"),
        ((f"{BODY}发放助学金、免学费补助多少万元？",), "37.20万元", "4.60"),
        ((f"{BODY}助学金和免学费补助一共多少？",), "37.20万元", "41.80"),
        ((f"{BODY}为什么公务接待费减少？", "公务用车购置费呢？"), "更新校车", "统一调度"),
        ((f"{BODY}单价100万元以上设备几台？比上年增加了什么？",), "录播系统", "75.00"),
    ],
)
def test_what_is_quoted_is_of_the_thing_asked_for(assistant: Assistant, turns: tuple[str, ...], words: str, others: str) -> None:
    answer = assistant.ask(turns[-1], turns[:-1])

    assert words in answer.text, answer.text
    assert others not in answer.text


@pytest.mark.parametrize("side", ["支出", "收入"])
def test_the_change_of_all_money_is_not_that_of_one_side_of_this_year(assistant: Assistant, side: str) -> None:
    answer = assistant.ask(f"{BODY}2031年本年{side}合计比上年增加多少？")

    assert answer.status == "not_found", answer.text
    assert "75.00" in assistant.ask(f"{BODY}2031年收支总计比上年增加多少？").text


def test_words_that_follow_on_each_other_are_no_addends(assistant: Assistant) -> None:
    answer = assistant.ask(f"{BODY}年初结转和结余财政拨款合计多少？")

    assert "+" not in (answer.calculation or ""), answer.text
