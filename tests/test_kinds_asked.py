"""What only names a classification, an account beside a body's name, sums held against a number, and answers of another kind than asked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.assistant import Assistant
from app.checks.check_kept_words import drops_word
from app.checks.check_kind_told import tells_other_kind
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

BUDGET = """槐川市行政服务局
2031年部门预算

第一部分 2031年部门预算表

财政拨款收支总体情况表

单位：万元

收入\t\t支出\t\t\t\t
项目\t金额\t项目\t合计\t一般公共预算\t\t政府性基金
\t\t\t\t小计\t其中：财政拨款\t
一、本年收入\t330.00\t一、本年支出\t330.00\t330.00\t300.00\t
（一）一般公共预算拨款\t330.00\t（一）文化旅游体育与传媒支出\t250.00\t250.00\t220.00\t
其中：财政拨款\t300.00\t（二）社会保障和就业支出\t80.00\t80.00\t80.00\t

一般公共预算支出表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t330.00\t250.00\t80.00
2070109\t群众文化\t250.00\t170.00\t80.00
2080505\t机关事业单位基本养老保险缴费支出\t50.00\t50.00\t0
2080150\t事业运行\t30.00\t30.00\t0

一般公共预算基本支出表

单位：万元

部门预算支出经济分类科目\t\t政府预算支出经济分类科目\t\t本年一般公共预算基本支出\t\t
科目编码\t科目名称\t科目编码\t科目名称\t合计\t人员经费\t公用经费
\t\t\t合计\t250.00\t210.00\t40.00
30101\t基本工资\t50101\t工资奖金津补贴\t90.00\t90.00\t0
30103\t奖金\t50101\t工资奖金津补贴\t70.00\t70.00\t0
30108\t机关事业单位基本养老保险缴费\t50102\t社会保障缴费\t50.00\t50.00\t0
30201\t办公费\t50201\t办公经费\t25.00\t0\t25.00
30226\t劳务费\t50205\t委托业务费\t9.00\t0\t9.00
30227\t委托业务费\t50205\t委托业务费\t6.00\t0\t6.00

项目绩效目标表

单位：万元

项目名称\t资金总额\t政府预算资金\t财政专户管理资金
戏台修缮\t50.00\t50.00\t0
灯会布展\t30.00\t30.00\t0
"""
NO = "not_found"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("kinds"), tmp_path_factory.mktemp("home")
    (folder / "budget.txt").write_text(BUDGET, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("政府预算支出经济分类中的工资奖金津补贴合计是多少？", "160.00万元"),
        ("政府预算经济分类50201办公经费合计是多少？", "25.00万元"),
        ("政府预算经济分类的委托业务费合计是多少？", "15.00万元"),
        ("文化旅游体育与传媒支出合计与其中财政拨款相差多少？", "30.00万元"),
        ("文化旅游体育与传媒支出合计比其中财政拨款多多少？", "30.00万元"),
        ("办公费与劳务费之和是否等于34万元？", "34.00万元，与问句中的34万元**相等**"),
        ("办公费与劳务费之和是否等于35万元？", "35 − 34.00 = 1.00万元"),
        ("奖金占工资奖金津补贴的比重？", "奖金占工资奖金津补贴的比重：**43.75%**"),
    ],
)
def test_the_words_around_an_item_are_no_other_item(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(f"槐川市行政服务局2031年{question}")
    assert answer.status == "answered"
    assert told in answer.text


@pytest.mark.parametrize(
    "question", ["行政运行支出是多少？", "行政运行（2080101）支出多少？", "行政单位医疗支出是多少？", "其他社会保障和就业支出预算是多少？"]
)
def test_an_account_that_is_not_there_is_not_a_like_one(assistant: Assistant, question: str) -> None:
    assert assistant.ask(f"槐川市行政服务局2031年{question}").status == NO


def told(text: str, *values: Value, by: str = "rule", row: tuple[str, ...] = ()) -> Answer:
    citation = Citation("a.txt", "a", "槐川市行政服务局2031年部门预算", "二、支出", "", table="支出表", row=row, col=("金额",))
    return Answer("answered", text, values, citations=(citation,), answered_by=by)


def of(label: str) -> Value:
    return Value(label, Decimal(5), "万元")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("主要任务第八项是什么,完成情况如何", told("一是修戏台：已修好")),
        ("灯会布展项目单位在两张表中是否一致", told("灯会布展5万元", of("灯会布展"))),
        ("2031年公用经费为什么高于人员经费", told("收支减少，因为服装一次买齐", by="quote")),
        ("哪项支出预算比上年减少", told("收支总计增加5万元", of("收支总计与上年相比"))),
        ("三公经费中没有安排哪一项", told("合计5万元", of("合计"))),
        ("灯会布展对应哪个功能科目", told("热闹：目标值热闹", by="quote")),
        ("办公费对应的项目名称是什么", told("办公费5万元", of("办公费"))),
        ("包含哪些经济科目", told("群众文化5万元、事业运行5万元", of("群众文化"), of("事业运行"), row=("2070109", "群众文化"))),
        ("甲市、乙市、丙县三个局中哪个收入增长最快", told("甲市增长5%", by="quote")),
    ],
)
def test_another_kind_of_thing_is_no_answer(question: str, answer: Answer) -> None:
    assert tells_other_kind(answer, question)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("主要任务第八项是什么,完成情况如何", told("八是点灯：已点亮")),
        ("2031年公用经费为什么高于人员经费", told("公用经费多，人员经费少，因为搬家", by="quote")),
        ("哪项支出预算比上年减少", told("公务接待费减少5万元", of("公务接待费与上年相比"))),
        ("三公经费中没有安排哪一项", told("没有安排因公出国（境）费", by="quote")),
        ("灯会布展对应哪个功能科目", told("列支的科目是群众文化", by="quote")),
        ("包含哪些经济科目", told("办公费5万元、劳务费5万元", of("办公费"), of("劳务费"), row=("30201", "办公费"))),
    ],
)
def test_what_is_of_the_kind_stays(question: str, answer: Answer) -> None:
    assert not tells_other_kind(answer, question)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("部门整体绩效自评得分是多少", told("总分·得分：5", of("得分"))),
        ("戏台修缮的产出指标得分率是多少", told("得分5分", by="quote")),
        ("预算调整率怎么计算", told("目标值≤5", by="quote")),
        ("劳务派遣费是多少", told("劳务费5万元", of("劳务费"))),
        ("劳务费支付给多少人", told("窗口5人", by="quote")),
    ],
)
def test_a_word_that_narrows_is_kept(question: str, answer: Answer) -> None:
    assert drops_word(answer, question)
