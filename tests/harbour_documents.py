"""Invented budgets of four bodies, two of one city: their duties, units, accounts and what they buy."""

from __future__ import annotations

from collections.abc import Sequence

BUDGET = """{name}
2031年部门预算

第一部分 概况

一、主要职责

{duties}

二、机构设置

纳入{name}2031年部门预算编制范围的单位共{count}个：{units}。

第二部分 2031年部门预算表

部门支出总表

单位：万元

单位编码\t单位名称\t合计\t基本支出\t项目支出
{rows}
{more}"""
BOUGHT = """
政府采购预算表

单位：万元

采购项目\t采购数量\t金额
合计\t\t5.00
巡查艇\t1\t3.00
望远镜\t4\t2.00

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t2031年预算数
\t合计\t180.00
30101\t基本工资\t90.00
30110\t职工基本医疗保险缴费\t30.00
30201\t办公费\t20.00
30231\t公务用车运行维护费\t40.00

一般公共预算支出表

单位：万元

科目编码\t科目名称\t合计
\t合计\t300.00
2101101\t行政单位医疗\t30.00
2200101\t行政运行\t270.00

一般公共预算“三公”经费预算表

单位：万元

单位名称\t合计\t公务接待费\t公务用车运行维护费
合计\t44.00\t4.00\t40.00
岚川市海洋局本级\t24.00\t4.00\t20.00
岚川市潮位观测中心\t20.00\t0.00\t20.00
岚川市渔港站\t0.00\t0.00\t0.00
"""


def budget(name: str, duties: Sequence[str], units: Sequence[tuple[str, int, int]], more: str = "") -> str:
    """The budget of a body with these units, each with its basic and its project expenditure."""
    basic, project = sum(one[1] for one in units), sum(one[2] for one in units)
    rows = [f"\t合计\t{basic + project}.00\t{basic}.00\t{project}.00"]
    rows += [f"60{at}001\t{unit}\t{one + other}.00\t{one}.00\t{other}.00" for at, (unit, one, other) in enumerate(units, 1)]
    return BUDGET.format(
        name=name,
        duties="\n".join(f"（{number}）{duty}" for number, duty in zip("一二三", duties, strict=False)),
        count=len(units),
        units="；".join(f"{at}.{unit}" for at, (unit, *_) in enumerate(units, 1)),
        rows="\n".join(rows),
        more=more,
    )


SEA = budget(
    "岚川市海洋局",
    ("负责全市滩涂的巡查。", "负责渔港的登记。"),
    (("岚川市海洋局本级", 100, 50), ("岚川市潮位观测中心", 50, 40), ("岚川市渔港站", 30, 30)),
    BOUGHT,
)
LAKE = budget("岚川市湖泊局", ("负责湖泊的清淤。", "负责水草的打捞。"), (("岚川市湖泊局本级", 90, 50), ("岚川市清淤队", 30, 30)))
EAST = budget("岚川市澜东区海洋局", ("负责滩涂的清扫。",), (("岚川市澜东区海洋局本级", 40, 30),))
HILL = budget("梅垄县林业局", ("负责林地的巡护。",), (("梅垄县林业局本级", 20, 10), ("梅垄县苗圃站", 10, 10)))
