"""Answers that tell less than their question asks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.checks.check_asked import tells_less


def answer(*values: str, calculation: str | None = None, table: str = "收入支出决算总表", text: str = "甲", by: str = "rule") -> Answer:
    told = tuple(Value("甲", Decimal(value.rstrip("%万元")), "%" if value.endswith("%") else "万元") for value in values)
    citation = Citation("a.txt", "a", "甲局决算", "二、支出", "甲 | 金额 | 1.00", table=table)
    return Answer("answered", text, told, calculation, citations=(citation,), answered_by=by)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("绿化支出比去年少了多少万元?", answer("49.41%")),
        ("自评的项目平均每个项目花了多少?", answer(text="- 植树：8万元\n- 修路：5万元", by="quote")),
        ("因公出国花了多少钱,派了几个团?", answer(text="> 因公出国费支出决算为0万元。", by="quote")),
        ("绿化和环卫平台两个项目一共执行了多少钱?", answer("8万元", text="绿化：**8万元**[1]。")),
        ("差旅费人均多少?", answer("8万元", text="差旅费：**8万元**[1]。")),
        ("这两个差多少?", answer("8万元", text="绿化：**8万元**[1]。\n口径：《表》")),
        ("这两个项目差多少?", answer(text="绿化总成本·指标值：**≤94.82万元**[1]。")),
        ("绿化和环卫相差多少?", answer("8万元", text="绿化：**8万元**[1]。")),
        ("最大的占多少?", answer("8万元", text="最高的是**绿化**：**8万元**。")),
        ("支出花在哪四类上,分别多少?", answer("90万元")),
        ("绿化项目的产出指标有哪些,完成得怎么样?", answer("90%", text="种树株数·指标值：≥90%")),
        ("支出主要投向哪几类,各多少?", answer("90万元")),
        ("其中一般公共预算的呢?", answer("90万元")),
        ("会议费和培训费各多少,加上接待费一共多少?", answer("7万元", "12万元", "3万元")),
        ("基本工资、奖金两样合计要发多少?", answer("7万元", "12万元")),
        ("基本支出、项目支出加起来跟总数差多少?", answer("8万元", "5万元", "3万元", calculation="8 - 5 = 3")),
        ("教育支出比住房支出多多少?按一般公共预算财政拨款口径", answer("8万元", "5万元", "3万元", calculation="8 - 5 = 3")),
        ("绿化和环卫之和,占支出百分之几?", answer("8万元", calculation="5 + 3 = 8")),
        ("绿化和环卫之和,占支出百分之几?", answer("8万元", "50%", text="合计：5 + 3 = 8万元，5 ÷ 10 × 100% = 50%")),
        ("绿化支出占支出百分之几?金额也报一下", answer("50%")),
        ("绿化支出为什么比预算花得少?", answer("8万元")),
        ("绿化的预算,文字和表里写的是一个数吗?", answer(text="在“四、支出”中写明：\n> 绿化9万元", by="quote")),
        ("绿化支出,情况说明与公开05表是否一致?", answer("8万元", text="绿化8万元\n尾差：乙相差0.01万元")),
        ("绿化是多少啊,比环卫的少吧?两个数都报一下", answer("8万元")),
        ("名下有哪些项目?每个多少钱", answer("8万元")),
        ("甲局和乙站采购桌椅一共花多少?", answer(text="- 乙站“桌椅”：金额5万元", by="quote")),
        ("绿化的全年预算里还剩多少没执行?", answer(text="- 绿化：全年预算数9万元，全年执行数8万元", by="quote")),
        ("补贴追回了多少(自评表里的完成值)?", answer(text="- 补贴：目标值≥40，得分15分", by="quote")),
        ("绿化和环卫一共支出多少,占支出的比例?", answer("8万元", "50%", text="合计：5 + 3 = 8万元，5 ÷ 10 × 100% = 50%")),
        ("绿化这项满分10分实得几分?偏差多少?", answer("62.5%")),
        ("年初预算9万元,与所列各项之和是否相符?", answer("9万元", text="一致：都相符")),
        ("到底有没有公车?有的地方写一辆", answer("4.08万元")),
        ("甲局和乙局的桌椅费、书报费哪个大?", answer(text="主要包括：桌椅费、书报费，共9万元", by="quote")),
        ("期末有没有汽车?两处写的对得上吗?", answer("4万元", text="一致：都相符")),
        (
            "机关和大队的接待费加起来是多少万元?",
            replace(answer("2.8万元"), values=(Value("大队", Decimal(42), "人"), Value("机关", Decimal("2.8"), "万元"))),
        ),
        ("倒推一下上年的绿化预算,降了百分之几?", answer("20%")),
        ("四个绿化类项目从大到小排一下,分别多少钱?", answer("9万元", "8万元", "7万元", "3万元", "2万元", text="共5项（《项目支出表》）")),
        ("绿化、环卫、路灯三项相加跟总数对得上吗?", answer(text="绿化5万元，占50%；环卫3万元", by="quote")),
    ],
)
def test_an_answer_that_leaves_something_out_is_found(question: str, told: Answer) -> None:
    assert tells_less(told, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("绿化支出比去年少了多少万元?", answer("9万元", "49.41%")),
        ("绿化支出占几成?", answer("49.41%")),
        ("支出花在哪两类上,分别多少?", answer("90万元", "10万元")),
        ("基本工资、奖金两样合计要发多少?", answer("19万元", "7万元", "12万元", calculation="7 + 12 = 19")),
        ("教育支出是多少?按一般公共预算财政拨款口径", answer("8万元", table="一般公共预算财政拨款支出决算表")),
        ("支出合计是多少?是基本支出还是项目支出?", answer("11万元", "11万元", "0万元")),
        ("其他收入和利息,占收入合计的百分之几?", answer("3万元", "9万元", "0.03%")),
        ("全年总共花了多少?", answer("8万元")),
        ("绿化花了多少,具体是几万元?", answer("8万元")),
        ("绿化、环卫相加跟总数差多少?为什么?", answer("8万元", "1万元", calculation="5 + 3 = 8", text="相加：8万元，相差1万元，是尾差")),
        ("绿化的全年预算里还剩多少没执行?", answer("1万元", text="9 − 8 = 1万元")),
        ("绿化和环卫之和,占支出百分之几?", answer("8万元", "80%", text="合计：5 + 3 = 8万元，8 ÷ 10 × 100% = 80%")),
    ],
)
def test_an_answer_that_tells_all_stays(question: str, told: Answer) -> None:
    assert not tells_less(told, question)


def test_items_are_no_classes() -> None:
    told = answer("8万元", "5万元")
    rows = tuple(Citation("a.txt", "a", "甲局预算", "", "", table="支出表", row=(code, "甲")) for code in ("2010301", "2080505"))
    assert tells_less(replace(told, citations=rows), "支出分哪几类,每类金额多少?")
    assert not tells_less(replace(told, citations=rows), "支出有哪些科目,各多少?")
