"""Which answers are drawn as a chart, and what its bars are called."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.answer import Answer, Citation, Value
from app.exports.chart_values import chart_values


def listed(lines: str, *numbers: str, unit: str = "万元") -> Answer:
    return Answer("answered", lines, values=tuple(Value("合计", Decimal(number), unit) for number in numbers))


def test_what_all_names_share_is_the_title() -> None:
    lines = "共两份：\n- 云岭市灯塔局2031年预算，三公经费：**1,012.00万元**[1]\n- 云岭市钟表局2031年预算，三公经费：**6.5万元**[3]"
    chart = chart_values(listed(lines, "1012.00", "6.5"))
    assert chart is not None
    assert (chart.title, chart.unit) == ("云岭市，三公经费", "万元")
    assert [(bar.label, bar.value, bar.printed) for bar in chart.bars] == [
        ("灯塔局2031年预算", Decimal("1012.00"), "1,012.00"), ("钟表局2031年预算", Decimal("6.5"), "6.5"),
    ]  # fmt: skip


def test_rows_of_one_table_keep_their_own_names() -> None:
    chart = chart_values(listed("共有\n2项：\n- 修灯：320.24万元[1]\n- 修钟：76.38万元[2]", "320.24", "76.38"))
    assert chart is not None
    assert (chart.title, [bar.label for bar in chart.bars]) == ("", ["修灯", "修钟"])


def test_rows_of_a_whole_are_drawn_under_what_the_answer_says_of_them() -> None:
    opening = "**灯塔局2031年部门决算**，支出总计共2项（《支出表》）："
    chart = chart_values(listed(f"{opening}\n- 修灯：320.24万元[1]\n- 修钟：76.38万元[2]", "320.24", "76.38"))
    assert chart is not None
    assert chart.title == "灯塔局2031年部门决算，支出总计共2项"


def test_years_are_drawn_in_their_order() -> None:
    years = [f"- 云岭市灯塔局{year}年部门预算，收入合计：{number}万元" for year, number in ((2033, 3), (2032, 5), (2031, 4))]
    chart = chart_values(listed("\n".join(years), "3", "5", "4"))
    assert chart is not None
    assert [(bar.label[:4], bar.value) for bar in chart.bars] == [("2031", 4), ("2032", 5), ("2033", 3)]


def test_money_in_several_units_is_drawn_in_one_and_printed_in_its_own() -> None:
    chart = chart_values(listed("- 甲局：**1.5万元**\n- 乙局：**20,000元**", "1.5", "20000"))
    assert chart is not None
    assert (chart.unit, [(bar.value, bar.printed) for bar in chart.bars]) == ("万元", [(Decimal("1.5"), "1.5万元"), (2, "20,000元")])


def test_no_chart_of_different_units_of_one_amount_or_of_words() -> None:
    assert chart_values(listed("- 甲：1万元\n- 乙：2人", "1", "2")) is None
    assert chart_values(listed("- 甲：1万元", "1")) is None
    assert chart_values(listed("- 甲：办公费\n- 乙：差旅费", "1", "2")) is None
    assert chart_values(listed("- 甲：0万元\n- 乙：0万元", "0", "0")) is None


def test_number_that_is_no_value_of_the_answer_is_not_drawn() -> None:
    assert chart_values(listed("- 甲：1万元\n- 乙：3万元", "1", "2")) is None


def test_of_many_parts_the_largest_are_drawn_and_the_others_together() -> None:
    numbers = [f"{number}.10" for number in range(1, 31)]
    lines = "灯塔局2031年部门预算，支出共30项：\n" + "\n".join(f"- 第{number}项：{number}万元[1]" for number in numbers)
    cited = Citation("甲.txt", "d1", "甲", "", "原文")
    parts = replace(listed(lines, *numbers), citations=(cited,))
    chart = chart_values(parts)
    assert chart is not None
    assert [bar.printed for bar in chart.bars[:2]] == ["30.10", "29.10"]
    assert (chart.bars[-1].label, chart.bars[-1].printed, len(chart.bars)) == ("其余 18 项", "172.80", 13)
    assert chart_values(replace(parts, citations=(cited, replace(cited, document_id="d2")))) is None
    assert chart_values(replace(parts, text=lines.replace("万元", "%"))) is None
