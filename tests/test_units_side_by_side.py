"""Units of a department side by side, projects of one of them, one body against another, and turns that ask two things."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from heritage_documents import asking
from silk_documents import REELING, SILK, SILK_BOOKS, TEA, TEA_2031

from app.answer import Answer
from app.assistant import Assistant

FISH, HATCHERY, SCHOOLS, HEALTH = "沙洲县水产局", "沙洲县鱼种站", "澄湖市教育局", "雾岭县卫生健康局"
FISH_BOOK = f"""{FISH}
2032年部门预算

第一部分 概况

一、机构设置

纳入本部门2032年部门预算编制范围的单位共2个：{FISH}机关、{HATCHERY}。

第二部分 2032年部门预算表

部门收入总体情况表

单位：万元

单位代码\t单位名称\t总计\t一般公共预算
\t合计\t900.00\t900.00
501\t{FISH}\t900.00\t900.00
501001\t{FISH}\t640.00\t640.00
501002\t{HATCHERY}\t260.00\t260.00

项目支出预算表

单位：万元

类型\t项目名称\t项目单位\t合计\t一般公共预算\t上年结转
合计\t\t\t300.00\t270.00\t30.00
\t501\t{FISH}\t300.00\t270.00\t30.00
其他运转类\t网箱更新\t{FISH}\t140.00\t140.00\t0.00
其他运转类\t水质监测\t{FISH}\t60.00\t60.00\t0.00
其他运转类\t鱼苗培育\t{HATCHERY}\t70.00\t70.00\t0.00
其他运转类\t种鱼引进\t{HATCHERY}\t30.00\t0.00\t30.00
"""
SCHOOL_BOOK = f"""{SCHOOLS}
2032年部门预算

第一部分 概况

一、机构设置

纳入本部门2032年部门预算编制范围的单位共4个：1.{SCHOOLS}本级；2.澄湖师范附属小学；3.澄湖市第二中学；4.澄湖市第五中学。

在校学生人数3700人。

第二部分 2032年部门预算表

单位人员情况表

单位：人

单位名称\t编制数\t退休人员\t在校（园）学生数
合计\t220\t105\t3700
{SCHOOLS}本级\t20\t45\t
澄湖师范附属小学\t60\t10\t1200
澄湖市第二中学\t90\t40\t1500
澄湖市第五中学\t50\t10\t1000

项目支出预算表

单位：万元

单位名称\t项目名称\t合计\t财政拨款\t财政专户管理资金
合计\t\t120.00\t50.00\t70.00
{SCHOOLS}本级\t教师轮训经费\t50.00\t50.00\t0.00
澄湖师范附属小学\t午间托管经费\t40.00\t0.00\t40.00
澄湖市第五中学\t午间托管经费\t30.00\t0.00\t30.00

政府采购预算表

单位：万元

单位名称\t采购项目\t合计\t采购类型\t\t
\t\t\t货物\t工程\t服务
合计\t\t93.00\t20.00\t40.00\t33.00
{SCHOOLS}本级\t物业管理\t9.00\t0.00\t0.00\t9.00
澄湖市第二中学\t课桌更换\t20.00\t20.00\t0.00\t0.00
澄湖市第二中学\t保安值守\t16.00\t0.00\t0.00\t16.00
澄湖市第五中学\t跑道翻修\t40.00\t0.00\t40.00\t0.00
澄湖市第五中学\t网络维护\t8.00\t0.00\t0.00\t8.00
"""
HEALTH_BOOK = f"""{HEALTH}
2032年部门决算

第一部分 概况

一、机构设置

决算单位构成表

单位名称\t单位性质
{HEALTH}（本级）\t行政单位
雾岭县人民医院\t事业单位
雾岭县南坡镇卫生院\t事业单位
雾岭县北坡乡卫生院\t事业单位

第二部分 2032年部门决算表

收入决算表

单位：万元

科目编码\t科目名称\t本年收入合计\t财政拨款收入\t事业收入
\t合计\t1500.00\t500.00\t1000.00
2100201\t综合医院\t1200.00\t300.00\t900.00
2100202\t中医（民族）医院\t300.00\t200.00\t100.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = (FISH_BOOK, SCHOOL_BOOK, HEALTH_BOOK, TEA_2031, *SILK_BOOKS)
    with asking(tmp_path_factory.mktemp("side"), *texts) as opened:
        yield opened


def told_by(answer: Answer) -> list[Decimal]:
    """The numbers that an answer tells, in order."""
    return [value.value for value in answer.values]


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        (f"{FISH}2032年项目支出，局本级（501001）和鱼种站（501002）谁拿得多？差多少？", (200, 100, 100)),
        (f"{FISH}局本部2032年收入总计是多少？", (640,)),
        ("第二中学和师附小，哪个在校学生多，多几个人？（澄湖市）", (1500, 1200, 300)),
        ("澄湖市附小有多少在校学生？", (1200,)),
        (f"{SCHOOLS}4个预算单位中，退休人员最多的和在校学生最少的分别是哪家，各多少人？", (45, 10, 40, 10, 1200, 1500, 1000)),
        (f"{SCHOOLS}各单位中退休人员最多的是哪家？", (45, 10, 40, 10)),
        (f"{SCHOOLS}有几所中学？", (2,)),
        (f"{HEALTH}管着几家乡镇卫生院？", (2,)),
        ("雾岭县综合医院（2100201）2032年的事业收入比中医（民族）医院多多少？", (900, 100, 800)),
    ],
)
def test_units_are_set_beside_each_other(question: str, amounts: tuple[int, ...], assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.text
    assert told_by(answer) == list(map(Decimal, amounts)), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "红枫小学有多少在校学生？（澄湖市）",
        "红枫小学和第二中学在校学生一共多少人（澄湖市）",
        f"{SCHOOLS}有几所幼儿园？",
        "雾岭县骨科医院2032年的事业收入是多少？",
    ],
)
def test_a_house_that_no_document_knows_is_refused(question: str, assistant: Assistant) -> None:
    assert assistant.ask(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        (f"鱼种站（{HATCHERY}）2032年负责实施的项目有几个，合计支出多少万元？", (2, 100, 70, 30)),
        (f"{HATCHERY}2032年有哪几个项目，分别多少钱、钱从哪来？", (2, 100, 70, 30)),
        (f"{HATCHERY}2032年项目支出合计多少，其中上年结转多少？", (100, 30, 70, 30)),
        (f"{HATCHERY}2032年超过50万元的项目有几个，合计多少？", (1, 70)),
        (f"{SCHOOLS}2032年项目支出里，有几个项目是用财政专户管理资金安排的？加起来多少钱？", (2, 70, 40, 30)),
        (f"{SCHOOLS}2032年午间托管经费加起来有多少？涉及几所学校？", (70, 2, 40, 30)),
        (f"{SCHOOLS}2032年的服务类政府采购中金额排前两名的是哪几个，各多少？", (16, 9)),
        (f"{SCHOOLS}2032年政府采购里服务类有几项，合计多少？", (16, 9, 8, 3, 33)),
        (f"{HATCHERY}2032年的项目支出占全部门项目支出的比例是多少？", None),
        (f"{HATCHERY}2032年收入总计占全部门收入总计的比例是多少？", (Decimal("28.89"), 260, 900)),
    ],
)
def test_some_projects_are_counted_and_added_up(question: str, amounts: tuple[int, ...] | None, assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.text
    assert told_by(answer) == list(map(Decimal, amounts)) if amounts else "33.33%" in answer.text, answer.text


@pytest.mark.parametrize("question", ["绩效优秀的项目有几个，资金来源是什么？", "超过500万元的项目有几个？"])
def test_a_condition_of_projects_that_cannot_be_kept_is_no_answer_for_all(question: str, assistant: Assistant) -> None:
    answer = assistant.ask(f"{HATCHERY}2032年{question}")
    assert answer.status == "not_found" or not any(value.value == 100 for value in answer.values), answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (f"{TEA}2031年的公务接待费是{SILK}2031年预算的百分之几？", "**160.00%**"),
        (f"{FISH}2032年收入总计是{SCHOOLS}2032年项目支出的几倍？", "**7.50倍**"),
        (f"{HATCHERY}2032年收入总计相当于{FISH}局本级的百分之几？", "**40.63%**"),
        (f"{TEA}2031年和{FISH}2032年预算一共安排了多少个项目？", "**9个**"),
    ],
)
def test_one_body_is_told_against_another(question: str, told: str, assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.text
    assert told in answer.text


def test_a_body_that_is_not_loaded_stands_in_no_relation(assistant: Assistant) -> None:
    answer = assistant.ask(f"{FISH}2032年收入总计是梅坞县水产局的几倍？")
    assert answer.status == "not_found"
    assert "梅坞县" in answer.text


@pytest.mark.parametrize(
    ("turns", "question", "amounts"),
    [
        ((f"{FISH}2032年网箱更新预算是多少？", "水质监测呢？"), "再把鱼苗培育算进去，三样合计多少？", (140, 60, 70, 270)),
        ((f"{SILK}2031年预算的公务接待费是多少？",), f"{REELING}2031年的预算呢？", None),
    ],
)
def test_one_more_thing_is_taken_into_the_sum(
    turns: tuple[str, ...], question: str, amounts: tuple[int, ...] | None, assistant: Assistant
) -> None:
    answer = assistant.ask(question, turns)
    if amounts is None:
        assert answer.status == "not_found" or not any(value.value == Decimal("1.5") for value in answer.values), answer.text
        return
    assert sorted(told_by(answer)) == sorted(map(Decimal, amounts)), answer.text


def test_an_unknown_thing_makes_no_sum_of_three(assistant: Assistant) -> None:
    asked = (f"{FISH}2032年网箱更新预算是多少？", "水质监测呢？")
    assert assistant.ask("再把航天遥测算进去，三样合计多少？", asked).status == "not_found"
