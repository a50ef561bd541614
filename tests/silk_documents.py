"""Invented budgets and final accounts of two bodies over two years; one of the bodies has both kinds of both years."""

from __future__ import annotations

from collections.abc import Sequence

BOOK = """{name}
{year}年部门{kind}

第一部分 概况

一、主要职责

（一）负责{duty}的管护。

第二部分 {year}年部门{kind}情况说明

一、收支{kind}总体情况

{year}年收支总计{total:.2f}万元，与{before}年相比，收支总计各{change}。

二、机关运行经费

{year}年机关运行经费{kind}{running}。

第三部分 {year}年部门{kind}表

部门支出总表

单位：万元

单位编码\t单位名称\t合计\t基本支出\t项目支出
{units}

一般公共预算支出表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
{accounts}

项目支出表

单位：万元

项目名称\t单位名称\t合计
{projects}

一般公共预算“三公”经费表

单位：万元

项目\t金额
{cars_and_guests}
"""
CARS_AND_GUESTS = ("因公出国（境）费", "公务接待费", "公务用车购置费", "公务用车运行维护费")
Split = Sequence[tuple[str, str, float, float]]  # code, name, basic and project expenditure


def book(
    head: tuple[str, str, int, str],
    texts: tuple[str, str],
    units: Split,
    accounts: Split,
    projects: Sequence[tuple[str, str, float]],
    trips: Sequence[float],
) -> str:
    """A body's document of a year: `head` is its name, what it cares for, the year and the kind, `texts` what changed and why."""
    name, duty, year, kind = head
    return BOOK.format(
        name=name, duty=duty, year=year, before=year - 1, kind=kind, change=texts[0], running=texts[1],
        total=sum(one[2] + one[3] for one in units), units=_split(units), accounts=_split(accounts),
        projects="\n".join((f"合计\t\t{sum(one[2] for one in projects):.2f}", *(f"{at}\t{of}\t{sum_:.2f}" for at, of, sum_ in projects))),
        cars_and_guests="\n".join(
            (f"合计\t{sum(trips):.2f}", *(f"{item}\t{amount:.2f}" for item, amount in zip(CARS_AND_GUESTS, trips, strict=True)))
        ),
    )  # fmt: skip


def _split(rows: Split) -> str:
    basic, project = sum(one[2] for one in rows), sum(one[3] for one in rows)
    lines = [f"{code}\t{name}\t{one + other:.2f}\t{one:.2f}\t{other:.2f}" for code, name, one, other in rows]
    return "\n".join((f"\t合计\t{basic + project:.2f}\t{basic:.2f}\t{project:.2f}", *lines))


TEA, NURSERY, TEA_HOUSE = "柿林县茶叶局", "柿林县茶树良种场", "柿林县品茶馆"
TEA_2030 = book(
    (TEA, "茶园", 2030, "预算"),
    ("减少5.00万元，下降1.79%", "21.00万元，比2029年预算增加1.00万元，增长5.00%，主要原因是邮资上调"),
    (("401001", f"{TEA}本级", 95, 25), ("401002", NURSERY, 40, 60), ("401003", TEA_HOUSE, 35, 20)),
    (("2130101", "行政运行", 170, 0), ("2130106", "科技转化与推广服务", 0, 65), ("2130122", "农业生产发展", 0, 40)),
    (("茶园防霜", NURSERY, 40), ("新苗培育", NURSERY, 20), ("斗茶活动", TEA_HOUSE, 20), ("茶机换代", f"{TEA}本级", 10),
     ("茶样留存", f"{TEA}本级", 15)),
    (0, 3, 0, 6),
)  # fmt: skip
TEA_2031 = book(
    (TEA, "茶园", 2031, "预算"),
    ("增加5.00万元，增长1.82%", "19.50万元，比2030年预算减少1.50万元，下降7.14%，主要原因是印刷减量"),
    (("401001", f"{TEA}本级", 100, 30), ("401002", NURSERY, 40, 50), ("401003", TEA_HOUSE, 40, 20)),
    (("2130101", "行政运行", 180, 0), ("2130106", "科技转化与推广服务", 0, 60), ("2130153", "耕地建设与利用", 0, 40)),
    (("茶园防霜", NURSERY, 46), ("新苗培育", NURSERY, 4), ("斗茶活动", TEA_HOUSE, 20), ("茶样留存", f"{TEA}本级", 16),
     ("古茶树普查", f"{TEA}本级", 14)),
    (0, 2.4, 0, 6.5),
)  # fmt: skip
SILK, REELING = "柿林县蚕桑局", "柿林县缫丝站"


def _silk(year: int, kind: str, texts: tuple[str, str], units: Sequence[tuple[float, float]], projects: Sequence[tuple[str, float]],
          trips: Sequence[float]) -> str:  # fmt: skip
    """A document of the silk bureau, whose accounts follow from what its two units spend."""
    basic, project = sum(one[0] for one in units), sum(one[1] for one in units)
    return book(
        (SILK, "桑园", year, kind), texts,
        tuple((f"40200{at}", name, *one) for at, (name, one) in enumerate(zip((f"{SILK}本级", REELING), units, strict=True), 1)),
        (("2130101", "行政运行", basic, 0), ("2130108", "病虫害控制", 0, project)),
        tuple((name, REELING if name.startswith("蚕种") else f"{SILK}本级", amount) for name, amount in projects), trips,
    )  # fmt: skip


SILK_BOOKS = (
    _silk(
        2030, "预算", ("增加10.00万元，增长7.14%", "9.00万元，比2029年预算增加0.50万元，增长5.88%，主要原因是水费上调"),
        ((60, 30), (20, 40)), (("桑园灌溉", 30), ("蚕种冷藏", 40)), (0, 2, 0, 4),
    ),
    _silk(
        2031, "预算", ("增加0.00万元，增长0.00%", "9.60万元，比2030年预算增加0.60万元，增长6.67%，主要原因是电费上调"),
        ((66, 34), (20, 30)), (("桑园灌溉", 28), ("蚕种冷藏", 30), ("桑果推介", 6)), (0, 1.5, 0, 4),
    ),
    _silk(
        2030, "决算", ("增加6.00万元，增长4.41%", "8.80万元，比2029年决算增加0.40万元，增长4.76%，主要原因是水费上调"),
        ((58, 27), (19, 38)), (("桑园灌溉", 27), ("蚕种冷藏", 38)), (0, 1.8, 0, 3.6),
    ),
    _silk(
        2031, "决算", ("减少0.50万元，下降0.35%", "9.30万元，比2030年决算增加0.50万元，增长5.68%，主要原因是电价上调"),
        ((65, 25.5), (19.5, 31.5)), (("桑园灌溉", 20), ("蚕种冷藏", 31.5), ("桑果推介", 5.5)), (0, 1.2, 0, 3.9),
    ),
)  # fmt: skip
