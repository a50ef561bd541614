"""What was asked of a unit, a sum, a fund or a kind of expenditure is answered of that, and not of all or of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from app.answer import Answer
from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

HARBOUR = """浦澜市渔港局
2032年部门预算

第一部分 浦澜市渔港局概况

一、主要职责

（一）负责渔港的管护。

二、机构设置

本部门包括：浦澜市渔港局（机关）、浦澜市渔船检验站。

第二部分 2032年部门预算情况说明

一、支出预算情况

2032年支出预算200.00万元，其中：基本支出120.00万元，占60.00%，比上年增加6.00万元，主要原因是新招录检验员2名；\
项目支出80.00万元，占40.00%，比上年减少9.00万元，主要原因是旧灯塔拆除一次性支出减少。

第三部分 2032年部门预算表

部门支出总表

单位：万元

单位编码\t单位名称\t合计\t基本支出\t项目支出
\t合计\t200.00\t120.00\t80.00
731001\t浦澜市渔港局（机关）\t130.00\t70.00\t60.00
731002\t浦澜市渔船检验站\t70.00\t50.00\t20.00

财政拨款支出预算表（部门经济分类科目）

单位：万元

类\t款\t单位编码\t单位名称（科目）\t总计\t基本支出\t项目支出
301\t\t\t工资福利支出\t26.00\t26.00\t0
301\t07\t\t绩效工资\t26.00\t26.00\t0
302\t\t\t商品和服务支出\t90.00\t30.00\t60.00
302\t01\t\t办公费\t30.00\t20.00\t10.00
302\t27\t\t委托业务费\t60.00\t10.00\t50.00
\t\t731001\t浦澜市渔港局（机关）\t55.00\t15.00\t40.00
302\t\t731001\t商品和服务支出\t55.00\t15.00\t40.00
\t\t731002\t浦澜市渔船检验站\t35.00\t15.00\t20.00
302\t\t731002\t商品和服务支出\t35.00\t15.00\t20.00

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t基本支出
302\t商品和服务支出\t30.00
30201\t办公费\t20.00
30227\t委托业务费\t10.00

项目支出表

单位：万元

项目名称\t单位名称\t合计
合计\t\t80.00
渔港航标更新经费\t浦澜市渔港局（机关）\t60.00
渔船气象预警与检验设备维护费\t浦澜市渔船检验站\t20.00

政府采购预算表

单位：万元

项目名称\t采购品目\t合计\t一般公共预算拨款收入\t政府性基金预算拨款收入
合计\t\t45.00\t33.00\t12.00
渔港航标更新经费\t航标设备\t45.00\t33.00\t12.00

部门整体绩效目标表

指标名称\t指标值
职工工资发放及时率\t100%

一般公共预算“三公”经费支出表

单位：万元

项目\t2031年预算数\t2032年预算数
合计\t11.00\t9.00
公务用车运行费\t7.00\t6.00
公务接待费\t4.00\t3.00
"""
SALT = """浦澜市盐务局
2031年部门决算

第一部分 浦澜市盐务局概况

一、主要职责

（一）负责盐业的管理。

第二部分 2031年部门决算情况说明

一、财政拨款支出决算具体情况

1.卫生健康支出（类）公共卫生（款）盐碘监测（项）。年初预算0.00万元，支出决算8.00万元。决算数大于年初预算数的主要原因：年中追加试剂款。

2.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。年初预算0.00万元，支出决算2.00万元。决算数大于年初预算数的主要原因：年中划转人员。

二、“三公”经费支出决算情况

公务用车购置支出决算15.00万元，本年度购置公务用车1辆，用于盐场巡查。

第三部分 2031年部门决算表

“三公”经费支出决算表

单位：万元

项目\t预算数\t决算数
公务用车运行维护费\t6.00\t5.00
公务接待费\t3.00\t1.50

相关统计数

项目\t统计数
公务用车购置数（辆）\t1
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("harbour"), tmp_path_factory.mktemp("home")
    for name, text in (("harbour", HARBOUR), ("salt", SALT)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


def last_of(assistant: Assistant, turns: Sequence[str]) -> Answer:
    return assistant.ask(turns[-1], tuple(turns[:-1]))


@pytest.mark.parametrize(
    ("turns", "told", "not_told"),
    [
        (["浦澜市渔港局（机关）预算多少"], "130.00", "200.00"),
        (["浦澜市渔港局（局机关）的项目支出是多少"], "60.00", "80.00"),
        (["浦澜市渔港局商品和服务支出总共多少"], "90.00", ""),
        (["浦澜市渔港局商品和服务支出中哪个科目最多"], "委托业务费**：**60.00", ""),
        (["浦澜市渔港局公务用车运行费", "公务接待费", "合计", "去年合计"], "11.00", ""),
        (["浦澜市渔港局公务用车运行费", "公务接待费", "合计", "比去年少多少"], "11.00 − 9.00 = 2.00", ""),
        (["浦澜市盐务局公务用车运行维护费决算", "公务接待费呢", "两项合计", "比预算少多少"], "9.00 − 6.50 = 2.50", ""),
        (["浦澜市渔港局政府采购总额", "一般公共预算部分", "政府性基金部分"], "12.00", ""),
        (["浦澜市渔港局政府采购总额中一般公共预算多少"], "33.00", ""),
        (["浦澜市渔港局渔港航标更新经费预算多少，采购多少"], "45.00", ""),
        (["浦澜市渔港局渔港航标更新经费和检验设备维护费合计多少"], "60.00 + 20.00 = 80.00", ""),
        (["浦澜市渔港局项目支出占总支出的多少，比上年减少多少，为什么减少"], "旧灯塔", "沿用前面问的“一般"),
        (["浦澜市渔港局项目支出为什么减少"], "旧灯塔", "检验员"),
        (["浦澜市渔港局项目支出总共是多少（含上年结转）"], "80.00", "+"),
        (["浦澜市盐务局盐碘监测为什么没有年初预算"], "试剂款", "划转"),
        (["浦澜市渔港局绩效工资多少"], "26.00", "及时率"),
        (["浦澜市盐务局公务用车购置几辆，用于什么"], "盐场巡查", "没有写明"),
    ],
)
def test_the_part_asked_for_is_told(assistant: Assistant, turns: Sequence[str], told: str, not_told: str) -> None:
    answer = last_of(assistant, turns)
    assert answer.status == "answered"
    assert told in answer.text
    assert not not_told or not_told not in answer.text


@pytest.mark.parametrize(
    "turns",
    [
        ["浦澜市渔港局办公费", "委托业务费", "合计", "去年合计"],
        ["浦澜市渔港局机关办公费", "事业单位的呢"],
        ["浦澜市渔港局渔港航标更新经费和浦澜市渔船检验站各多少，合计多少"],
    ],
)
def test_a_sum_that_is_not_known_is_refused(assistant: Assistant, turns: Sequence[str]) -> None:
    assert last_of(assistant, turns).status == "not_found"
