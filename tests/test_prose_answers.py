"""Answers that stand only in the narrative: work done, numbers in passing, problems found, what there is none of."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from text_documents import ask, document

from app.answer import Answer, Value
from app.answerer.answer_text import answer_text
from app.prose.answer_stated import answer_stated
from app.prose.answer_statement import tell_absence
from app.question.text_question import TextQuestion
from ingest.document import Document

OVERVIEW, STORY = "第一部分 概况", "第三部分 情况说明"
SECTIONS = (
    ((OVERVIEW, "一、主要职责"), ("（一）编制灯塔规划。", "（二）指导浮标养护和航道疏浚。", "（三）完成交办的其他任务。")),
    ((OVERVIEW, "二、2031年重点工作"), (
        "（一）守住航行安全，新设浮标36座，灯塔完好率保持在98%以上。",
        "（二）清理航道12.5公里，航道淤积物运出4万立方米。",
    )),
    ((OVERVIEW, "三、机构设置"), ("2030年末实有在职人员28人，其中公务员9人；退休人员11人。下辖5个灯塔站、2个浮标厂。",)),
    ((STORY, "一、收支预算情况说明"), (
        "收入包括：财政拨款收入、事业收入；支出包括：交通运输支出、住房保障支出。航标处2031年收支总预算90.00万元，比上年增加9.00万元，主要原因是新设浮标。",
    )),
    ((STORY, "二、基本支出情况说明"), ("（一）人员经费40.00万元。主要包括：基本工资、津贴补贴。",)),
    ((STORY, "三、国有资本经营预算支出情况"), ("我处没有使用国有资本经营预算拨款安排的支出。",)),
    ((STORY, "四、绩效情况"), (
        "发现的问题：部分浮标油漆脱落。下一步改进措施：改用防锈漆。",
        "（三）绩效自评结果应用情况。自评结果作为安排下年经费的依据。",
    )),
)  # fmt: skip


def buoys() -> Document:
    return document("buoys", "墨河市航标处", SECTIONS)


PIER = (
    ((STORY, "一、一般性支出"), (
        "会议费预算3.00万元，拟召开会议9次，人数860人；培训费预算5.00万元，拟开展引航员培训12期，人数140人；未计划举办庆典。",
    )),
    ((STORY, "二、公务接待费"), ("公务接待费1.79万元，完成预算的59.67%。共接待来访团组26个、来宾198人次，主要用于检查。",)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("培训计划办几期,多少人,花多少钱?", ("12期", "140人", "5.00万元"), ("860",)),
        ("开了几次会议,多少人参加?", ("9次", "860人"), ("140",)),
        ("公务接待批次和人数?", ("26个", "198人次"), ()),
        ("接待了多少批次、多少人次?", ("26个", "198人次"), ()),
    ],
)  # fmt: skip
def test_several_counts_asked_at_once_are_quoted_together(question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    answer = answer_stated(ask(question, document("pier", "墨河市引航站", PIER)))
    assert answer is not None
    assert all(word in answer.text for word in said), answer.text
    assert not any(word in answer.text for word in unsaid), answer.text


QUAY = (
    ((STORY, "一、国有资产情况"), ("上年期末，码头管理处固定资产总额97.00万元，其中，房屋31.00万元，吊机52.00万元，趸船14.00万元。",)),
    ((STORY, "二、人员情况"), ("核定事业编制72名，年末在编人员68名，退休人员37名。",)),
    ((STORY, "三、一般公共预算支出结构情况"), (
        "2031年一般公共预算支出60.00万元。主要用于以下方面：交通运输支出51.00万元，占85%；住房保障支出9.00万元，占15%。",
    )),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("我是退休老师,想看看公家的家当:吊机值多少、趸船又值多少?", ("52.00万元", "14.00万元"), ("68名",)),
        ("编制多少、实际在编多少人、退休多少?", ("72名", "68名", "37名"), ("97.00",)),
        ("上年期末的固定资产分成几块,每块值多少万?", ("31.00万元", "52.00万元", "14.00万元"), ("60.00",)),
        ("一般公共预算支出花在哪两类上,分别多少万元?", ("51.00万元", "9.00万元"), ("97.00",)),
        ("一般公共预算支出按功能分类各类分别多少?", ("51.00万元", "9.00万元"), ("97.00",)),
    ],
)
def test_parts_and_their_amounts_are_told_in_one_sentence(question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    asked = ask(question, document("quay", "墨河市码头管理处", QUAY))
    answer = answer_text(question, question, asked.documents, asked.choice) or answer_stated(asked)
    assert answer is not None
    assert all(word in answer.text for word in said), answer.text
    assert not any(word in answer.text for word in unsaid), answer.text


@pytest.mark.parametrize("question", ["国有资本经营预算安排了多少支出?", "国有资本经营预算支出表里填了多少钱?"])
def test_an_amount_of_what_there_is_none_of_is_the_documents_own_word(question: str) -> None:
    answer = tell_absence(ask(question, buoys()), None, "国有资本经营预算")
    assert answer is not None
    assert "没有使用国有资本经营预算" in answer.text


HARBOUR = (
    ((STORY, "一、部门预算收支增减变化情况"), (
        "2031年本部门收入预算80.00万元，比上年增加8.00万元，增长11.11%，主要原因是新修栈桥；支出预算80.00万元，与收入同步增加。",
    )),
    ((STORY, "二、收支构成"), (
        "支出较去年增加8.00万元，其中基本支出增加1.00万元，主要是调整津贴；项目支出增加7.00万元，主要是维修浮桥。",
    )),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("收入为什么增加?", "新修栈桥", "维修浮桥"),
        ("部门 收入比上年增加的主要原因是什么?", "新修栈桥", "维修浮桥"),
        ("项目支出增加是怎么回事?", "维修浮桥", "栈桥"),
        ("基本支出增加是出于什么原因?", "调整津贴", "栈桥"),
    ],
)  # fmt: skip
def test_the_reason_for_a_total_stands_under_any_heading(question: str, said: str, unsaid: str) -> None:
    asked = ask(question, document("harbour", "墨河市港务局", HARBOUR))
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert said in answer.text
    assert unsaid not in answer.text


def test_what_an_increase_mainly_is_for_is_its_reason() -> None:
    text = tuple((place, tuple(one.replace("主要是维修浮桥", "主要为维修浮桥") for one in said)) for place, said in HARBOUR)
    asked = ask("项目支出为什么增加?", document("harbour", "墨河市港务局", text))
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert "主要为维修浮桥" in answer.text
    assert answer.status == "answered"


def told(question: str) -> Answer | None:
    asked = ask(question, buoys())
    return answer_text(asked.question, asked.rest, asked.documents, asked.choice)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("2031年重点工作有哪些?", ("浮标36座", "12.5公里"), ("编制灯塔规划",)),
        ("做了哪些工作?", ("浮标36座", "12.5公里"), ()),
        ("工作目标是什么?", ("98%",), ()),
        ("浮标养护是第几项?", ("第二项", "3项职责"), ("编制灯塔规划",)),
        ("哪条职责讲到浮标养护?一共有多少条职责?", ("第二项", "3条职责"), ("编制灯塔规划",)),
        ("职责第1条是什么?一共几条?", ("共3条", "编制灯塔规划"), ("浮标养护",)),
        ("航道疏浚归它管吗?", ("是。", "第二项"), ("编制灯塔规划",)),
        ("        (本级)浮标养护是第几条职责?", ("第二项", "3条职责"), ()),
        ("预算收入包括哪些?", ("财政拨款收入、事业收入",), ("交通运输",)),
        ("支出都包括哪些类?", ("交通运输支出、住房保障支出",), ("事业收入",)),
        ("人员经费包括什么?", ("基本工资、津贴补贴",), ()),
        ("收支预算为什么增加?", ("新设浮标",), ()),
        ("存在什么问题?", ("油漆脱落",), ("防锈漆",)),
        ("下一步怎么改进?", ("防锈漆",), ("脱落",)),
        ("自评结果怎么应用?", ("下年经费",), ("防锈漆",)),
    ],
)
def test_the_narrative_answers_in_its_own_words(question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    answer = told(question)
    assert answer is not None
    assert answer.status == "answered", answer.text
    assert all(word in answer.text for word in said), answer.text
    assert not any(word in answer.text for word in unsaid), answer.text
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("要新设多少座浮标?", "新设浮标36座"),
        ("灯塔完好率目标是多少?", "98%"),
        ("清理航道多少公里?", "12.5公里"),
        ("在职多少人?", "28人"),
        ("在职多少人,其中公务员多少?", "公务员9人"),
        ("下面有多少个灯塔站、几个浮标厂?", "5个灯塔站、2个浮标厂"),
        ("处长工资多少?", None),
        ("浮标花了多少钱?", None),  # the sentence counts them
        ("浮标比上年增加多少座?", None),
        ("平均每座浮标多少?", None),
        ("灯塔为什么完好?", None),
    ],
)
def test_a_number_in_passing_is_quoted_only_where_one_clause_holds_what_is_asked(question: str, said: str | None) -> None:
    answer = answer_stated(ask(question, buoys()))
    if said is None:
        assert answer is None, answer
    else:
        assert answer is not None
        assert said in answer.text


def asked_for(question: str) -> TextQuestion:
    return ask(question, buoys())


def test_a_statement_of_nothing_answers_where_no_table_has_a_figure() -> None:
    answer = tell_absence(asked_for("国有资本经营预算支出是多少?"), None)
    assert answer is not None
    assert "没有使用国有资本经营预算" in answer.text
    zero = Answer("answered", "0.00万元", values=(Value("国有资本经营预算支出", Decimal(0), "万元"),))
    beside = tell_absence(asked_for("国有资本经营预算支出是多少?"), zero)
    assert beside is not None
    assert beside.text.startswith("0.00万元\n")
    assert "没有使用" in beside.text


def test_spending_is_not_counted_in_branches() -> None:
    answer = tell_absence(asked_for("国有资本经营预算有多少支出?"), None)
    assert answer is not None
    assert "没有使用" in answer.text


@pytest.mark.parametrize("question", ["在职多少人?", "住房保障支出是多少?", "浮标支出是多少?"])
def test_what_is_not_denied_is_not_said_to_be_nothing(question: str) -> None:
    assert tell_absence(asked_for(question), None) is None


@pytest.mark.parametrize(("unit", "is_told"), [("墨河市航标站", False), ("", True)])
def test_a_sentence_that_names_no_unit_tells_nothing_of_one(unit: str, is_told: bool) -> None:
    asked = ask("开了几次会议,多少人参加?", document("pier", "墨河市引航站", PIER))
    asked = replace(asked, choice=replace(asked.choice, units=(unit,) if unit else ()))
    assert (answer_stated(asked) is not None) is is_told


@pytest.mark.parametrize(
    ("question", "said"),
    [("自评指出了哪两个问题?", "灯泡老化"), ("下一步打算怎么改进?", "成批更换")],
)
def test_a_section_headed_by_what_is_asked_tells_it(question: str, said: str) -> None:
    found = (STORY, "一、存在的问题及原因分析"), ("一是灯泡老化；二是巡查偏少。",)
    planned = (STORY, "二、下一步改进措施"), ("成批更换灯泡；增加巡查。",)
    asked = ask(question, document("lamps", "墨河市路灯处", (found, planned)))
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert answer.status == "answered"
    assert said in answer.text
