"""What the text says in other words: quoted where one sentence, row or cell holds it, refused where none does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.answer import Answer
from app.answerer.answer_by_evidence import answer_by_evidence
from app.forms.evidence_units import read_units
from app.forms.weigh_evidence import EvidenceIndex
from app.question.text_question import TextQuestion
from ingest.document import Document, Figure, Place, Table
from ingest.quantity import Quantity, parse_quantity
from retrieval.query import DocumentChoice
from tests.text_documents import STORY, document

SECTIONS = (
    ((STORY, "一、收入支出总体情况"), (
        "2031年收支总计各增加24.50万元，主要原因是：新增湿地步道专项经费、“鸟语通”平台建设等项目。",
        "人员经费80.00万元，主要包括：基本工资、津贴补贴、奖金；公用经费9.00万元，主要包括：办公费、差旅费、印刷费。",
    )),
    ((STORY, "二、项目概况"), (
        "湿地科普馆新建工程位于芦花路北侧，用地面积约为3100.5平方米，建筑高度为18.4米。本年安排工程款60.00万元。",
        "本部门无专项转移支付项目。",
        "科普馆完善“2+3+N”湿地保护体系。协同管护推进巡护日志和鸟情台账标准化。",
        "巡护船由江海船舶集团负责保养，全年出航240次。",
        "公务用车运行维护费3.00万元，主要用于燃料费、维修费、过路过桥费、保险费等支出。",
    )),
)  # fmt: skip
ROWS = (
    (("鸟类监测经费", "产出指标", "每月布设监测点数量"), "指标值", "≥25个"),
    (("鸟类监测经费", "效益指标", "数据上报时间"), "指标值", "每月10日前"),
    (("候鸟救护费", "产出指标", "救护站保洁人数"), "指标值", "≥6人"),
)
GOALS = "（一）以护鸟为先，守住栖息地。（二）以科普为桥，扩大公众参与。"


def wetland() -> Document:
    """A wetland office with a table of goals and one of projects."""
    tables = (
        Table(0, "项目支出绩效目标表", None, "", ("附件",), ()),
        Table(1, "部门整体自评表", None, "", ("附件",), ()),
        Table(2, "项目支出表", None, "万元", ("附件",), ()),
    )
    figures = [
        Figure(0, row, (column,), value, parse_quantity(value), Place(), (place, 3)) for place, (row, column, value) in enumerate(ROWS)
    ]  # fmt: skip
    figures.append(Figure(1, ("年度履职目标",), ("预期目标",), GOALS, None, Place(), (0, 1)))
    money = parse_quantity("45.0")
    assert money is not None
    figures.append(Figure(2, ("栈道日常运行经费",), ("金额",), "45.0", Quantity(money.number, "万元"), Place(), (1, 1)))
    return replace(document("wet", "芦田市湿地办", SECTIONS), tables=tables, figures=tuple(figures))


def ask(question: str, earlier: tuple[str, ...] = ()) -> Answer | None:
    one = wetland()
    index = EvidenceIndex(read_units(one))
    return answer_by_evidence(TextQuestion(question, question, (one,), DocumentChoice(("wet",), question), earlier), lambda _: index)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("听说新上了几个项目，收支一下子涨了一大截，哪几个", "鸟语通"),
        ("湿地科普馆占地大概多少平方米，楼有多高", "18.4米"),
        ("湿地科普馆的工程款本年安排了多少钱", "60.00万元"),
        ("有没有管着专项转移支付项目", "无专项转移支付项目"),
        ("巡护船是哪家集团在保养", "江海船舶集团"),
        ("巡护船一年出航多少次", "240次"),
        ("巡护船说是交给哪家公司保养的", "江海船舶集团"),
        ("科普馆要做的那套湿地保护体系，叫“几加几加什么”", "2+3+N"),
        ("湿地办讲协同管护，具体推进哪两样东西的标准化", "巡护日志和鸟情台账"),
        ("车子加油、修车、保险、过路费一年花多少钱", "3.00万元"),
        ("鸟类监测每个月最少布设几个监测点", "≥25个"),
        ("鸟类监测的数据几号之前要上报", "每月10日前"),
        ("候鸟救护站扫地的有几个人", "≥6人"),
        ("栈道日常运转一年掏多少钱", "45.0万元"),
        ("部门整体自评表里年度履职的预期目标有哪几条，逐条念一下", "扩大公众参与"),
        ("鸟类监测经费的产出指标下面挂着哪些三级指标", "每月布设监测点数量"),
    ],
)  # fmt: skip
def test_other_words_find_what_is_said(question: str, told: str) -> None:
    answer = ask(question)
    assert answer is not None
    assert (answer.status, answer.answered_by) == ("answered", "quote")
    assert told in answer.text.replace("**", "")
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "湿地步道专项经费安排了多少钱",  # its amount is not told: only how much more there is in all
        "办公费花了多少钱",  # one of a list, whose sum alone is told
        "维修费一共多少钱",
        "湿地科普馆的门票卖多少钱",
        "湿地科普馆有多少个座位",
        "巡护船买来花了多少钱",
        "巡护船有几个船员",
        "候鸟救护站收治了多少只鸟",
        "栈道每平方米造价多少钱",
        "栈道平均每月花多少钱",
        "湿地科普馆归哪个部门管",
        "你觉得湿地科普馆建得值不值",
        "办公费",
        "湿地科普馆是跟哪家公司合作的",
        "巡护船用的是哪个平台",
        "湿地保护的几横几纵布局叫什么",
    ],
)
def test_half_right_questions_are_refused(question: str) -> None:
    assert ask(question) is None


def test_a_part_is_read_with_the_part_before_it() -> None:
    answer = ask("保洁的有几个人", ("候鸟救护站",))
    assert answer is not None
    assert "≥6人" in answer.text.replace("**", "")


def test_two_units_that_say_different_numbers_are_no_answer() -> None:
    one = document("two", "芦田市湿地办", (((STORY, "甲"), ("巡护船全年出航240次。",)), ((STORY, "乙"), ("巡护船全年出航250次。",))))
    index = EvidenceIndex(read_units(one))
    question = "巡护船一年出航多少次"
    assert answer_by_evidence(TextQuestion(question, question, (one,), DocumentChoice(("two",), question)), lambda _: index) is None
