"""Words that a figure must stand under, bodies that hold one another, and follow-ups that lose their item."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.checks.check_kept_words import drops_word
from app.figures.answer_several import holds_another
from ingest.document import DocumentInfo


def answer(
    label: str, *, unit: str = "万元", row: tuple[str, ...] = (), col: tuple[str, ...] = ("金额",), table: str = "收支总表"
) -> Answer:  # fmt: skip
    citation = Citation("a.txt", "a", "甲局预算", "二、支出", "甲 | 金额 | 1.00", table=table, row=row or (label,), col=col)
    return Answer("answered", f"{label}：**1{unit}**", (Value(label, Decimal(1), unit),), citations=(citation,))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("甲局财政拨款结转", answer("财政拨款收入")),
        ("军休人员去世几人", answer("军休人员", unit="人")),
        ("甲局集中采购多少", answer("政府采购支出合计")),
        ("防虫项目资金来源", answer("防虫", table="支出总表")),
        ("甲局车辆价值", answer("车辆（台、辆）", unit="辆", col=("数量",))),
        ("低保标准多少", answer("低保金支出")),
        ("图书馆面积", answer("图书馆")),
        ("生态补偿 县级", answer("生态补偿")),
        ("殡葬所项目", answer("殡葬所", table="部门收入总体情况表")),
        ("甲局机关编制", answer("核定编制", unit="人")),
    ],
)
def test_a_figure_without_the_word_is_of_something_else(question: str, told: Answer) -> None:
    assert drops_word(told, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("甲局财政拨款结转", answer("年末财政拨款结转和结余")),
        ("军休人员去世几人", answer("去世军休人员", unit="人")),
        ("甲局死亡抚恤", answer("抚恤金", row=("2080801 死亡抚恤",))),
        ("防虫项目资金来源", answer("防虫", col=("资金来源", "上级补助"))),
        ("甲局房屋价值", answer("房屋", col=("价值",))),
        ("图书馆面积", answer("图书馆房屋", unit="平方米")),
        ("殡葬所项目", answer("殡葬所", table="项目支出表")),
        ("甲局机关编制", answer("机关行政编制", unit="人")),
    ],
)
def test_a_figure_that_stands_under_the_word_stays(question: str, told: Answer) -> None:
    assert not drops_word(told, question)


def info(organization: str, scope: str) -> DocumentInfo:
    name = f"{organization}{scope}"
    return DocumentInfo(
        id=name, file_name=f"{name}.pdf", source_path=f"/documents/{name}.pdf", organization=organization, region="", level="县", year=2031,
        kind="预算", scope=scope,
    )  # fmt: skip


def test_a_department_holds_its_own_level() -> None:
    assert holds_another([info("甲局", "部门"), info("甲局", "单位")])
    assert not holds_another([info("甲局", "部门"), info("乙局", "部门")])


@pytest.mark.parametrize(("column", "is_dropped"), [(("2031年", "合计"), True), (("“三公”经费", "合计"), False)])
def test_the_total_with_meetings_and_training_is_not_that_of_the_three(column: tuple[str, ...], is_dropped: bool) -> None:
    told = answer("某馆", col=column, table="“三公”经费及会议费、培训费表")
    assert drops_word(told, "某馆三公经费") is is_dropped
