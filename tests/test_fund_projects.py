"""Projects by the funds that pay for them, by their class and by what public money alone pays; figures only from the row that is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest
from figure_documents import find
from form_documents import figure, forms
from text_documents import ask

from app.answer import Answer
from app.answerer.answer_text import answer_text
from app.checks.check_rows_asked import is_of_other_rows
from app.forms.find_likely_row import find_likely_row
from ingest.document import Document, Table

CENTRE, STATION = "青禾县林业局", "青禾县苗圃管理中心"
FUNDS = ("支出合计", "一般公共预算", "政府性基金", "财政专户管理资金", "单位资金", "上年结转")
ROWS = (
    ("其他运转类", CENTRE, "食堂运行服务费", ("14.60", "14.60", "", "", "", "")),
    ("其他运转类", STATION, "车辆调度辅助服务", ("43.00", "30.60", "", "", "12.40", "")),
    ("特定目标类", CENTRE, "林道提质改造", ("52.00", "", "52.00", "", "", "")),
    ("特定目标类", STATION, "苗木检验收费管理", ("18.00", "", "", "18.00", "", "")),
    ("特定目标类", CENTRE, "防火网升级", ("24.00", "15.60", "", "", "", "8.40")),
    ("特定目标类", CENTRE, "65岁以上老年人免费乘车补贴", ("32.50", "32.50", "", "", "", "")),
)


def bureau() -> Document:
    """A bureau whose list of projects tells the funds apart."""
    base = forms()
    figures = [
        replace(figure(0, at, (kind, owner, name), column, value), cell=(at, place))
        for at, (kind, owner, name, values) in enumerate(ROWS)
        for place, (column, value) in enumerate(zip(FUNDS, values, strict=True)) if value
    ]  # fmt: skip
    return replace(base, tables=(Table(0, "项目支出预算明细表", None, "万元", ("附件",), ()),), figures=tuple(figures))


def told(rest: str, units: tuple[str, ...] = ()) -> Answer | None:
    asked = ask(rest, bureau(), units=units)
    return answer_text(rest, rest, asked.documents, asked.choice)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("财政专户的18万元拿去做哪个项目?哪个单位的?", (STATION, "苗木检验收费管理", "18.00万元"), ("52.00", "12.40")),
        ("哪个项目的钱不是财政拨款来的,有多少?", ("苗木检验收费管理", "车辆调度辅助服务", "12.40万元"), ("30.60", "52.00")),
        ("上年结转是哪个项目的,多少钱?", ("防火网升级", "8.40万元"), ("15.60",)),
        ("单位资金用在哪个项目上?", ("车辆调度辅助服务", "12.40万元"), ("43.00",)),
        ("防火网升级的钱从哪来?", ("15.60万元", "8.40万元"), ("24.00",)),
        ("林道提质改造的资金来源是什么?", ("政府性基金", "52.00万元"), ()),
        ("车辆调度辅助服务要花财政多少钱?", ("30.60万元",), ("43.00", "12.40")),
        ("林道提质改造属于哪一类项目,金额是多少?", ("特定目标类", "52.00万元"), ()),
        ("食堂运行服务费是什么类型的项目?", ("其他运转类",), ("特定",)),
    ],
)
def test_the_row_that_is_meant_tells_it(question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    answer = told(question)
    assert answer is not None
    assert answer.status == "answered"
    assert all(one in answer.text for one in said)
    assert not any(one in answer.text for one in unsaid)


@pytest.mark.parametrize(
    "question",
    [
        "财政专户的20万元拿去做哪个项目?",  # no project has that amount of it
        "国有资本经营预算用在哪个项目?",
        "上年结转最多的是哪个项目?",
        "食堂运行服务费要花财政多少钱?",  # all of it is: the amount is told elsewhere
        "护林的钱从哪来?",
        "苗圃属于哪一类项目?",
    ],
)
def test_no_other_row_is_told_instead(question: str) -> None:
    answer = told(question)
    assert answer is None or answer.status != "answered"


def test_a_fund_of_another_unit_is_not_told() -> None:
    answer = told("财政专户的钱用在哪个项目?", units=(CENTRE,))
    assert answer is None or "苗木" not in answer.text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("食堂一年要花财政多少钱啊", "食堂运行服务费"),
        ("老人坐公交免费,县   为这个贴多少钱?", "65岁以上老年人免费乘车补贴"),
        ("老年人坐车不要钱,贴了多少钱?", "65岁以上老年人免费乘车补贴"),
        ("学生坐公交免费,为这个贴多少钱?", None),
    ],
)
def test_who_pays_and_what_is_only_pointed_at_name_nothing(question: str, name: str | None) -> None:
    likely = find_likely_row(question, bureau())
    assert (likely.names[0] if likely else None) == name


def test_the_largest_project_is_no_largest_class() -> None:
    answer = told("上年结转是哪个项目的?")
    assert answer is not None
    assert is_of_other_rows(replace(answer, answered_by="rule"), "哪一类项目最多?")


LOTTERY = """# 桐花县福利院
2031年度单位决算

# 第二部分 2031年度单位决算表

## 支出决算表

金额单位：万元

项目\t\t本年支出合计\t基本支出\t项目支出
科目编码\t科目名称\t\t\t
栏次\t\t1\t2\t3
\t合计\t230.00\t200.00\t30.00
208\t社会保障和就业支出\t200.00\t200.00\t
229\t其他支出\t30.00\t\t30.00
22960\t彩票公益金安排的支出\t30.00\t\t30.00
2296002\t用于社会福利的彩票公益金支出\t30.00\t\t30.00

## 政府性基金预算财政拨款收入支出决算表

金额单位：万元

项目\t\t年初结转和结余\t本年收入\t本年支出\t年末结转和结余
科目编码\t科目名称\t\t\t\t
栏次\t\t1\t2\t3\t4
\t合计\t\t32.00\t30.00\t2.00
229\t其他支出\t\t32.00\t30.00\t2.00
22960\t彩票公益金安排的支出\t\t32.00\t30.00\t2.00
2296002\t用于社会福利的彩票公益金支出\t\t32.00\t30.00\t2.00
"""


@pytest.mark.parametrize("question", ["彩票公益金年末结转和结余是多少", "彩票公益金年底剩多少", "彩票公益金年底没花完的有多少"])
def test_what_is_left_of_a_fund_stands_in_the_table_of_funds(question: str) -> None:
    (task,) = find(question, text=LOTTERY).tasks
    assert not task.found[0].missing
    assert {candidate.text for candidate in task.found[0].candidates} == {"2.00"}
