"""What everyday questions ask of the text: why, for what, from where, by whom, how much each; told only where a sentence says it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from text_documents import ask, document, green

from app.answer import Answer, Citation, Value
from app.answerer.answer_by_evidence import answer_by_evidence
from app.answerer.answer_text import answer_text
from app.answerer.evidence_form import asks_for_purpose
from app.checks.check_measure import is_of_another_measure
from app.forms.evidence_units import read_units
from app.forms.weigh_evidence import EvidenceIndex
from app.telling.join_answers import complete
from app.telling.tell_left_open import tell_left_open, without_further
from ingest.document import Document, Figure, Place
from retrieval.bodies.is_spoken_of import is_spoken_of
from retrieval.bodies.name_patterns import FOREIGN_BODY
from retrieval.spelling.read_year import read_year

STORY = "第三部分 情况说明"
SECTIONS = (
    (("第一部分 概况", "一、机构设置"), (
        "银沙县灯塔中心是墨河市航运局所属公益二类事业单位，机构规格相当于正科级。",
        "中心内设3个职能部室，分别为：办公室、看护部、修造部。下属单位1个，为银沙县浮标站。",
    )),
    (("第一部分 概况", "二、主要职责"), ("（一）拟订灯塔规划。", "（二）负责对看护站及看护人员进行日常巡检和考评。")),
    ((STORY, "一、“三公”经费情况"), (
        "公务用车购置费14.00万元，比上年增加14.00万元，主要原因：1艘巡检船的随船车辆达到报废年限。",
        "会议费3.00万元，与上年持平，用于2次年会；培训费1.20万元，比上年减少0.80万元，主要原因是少办两期培训班。",
        "中心总编制46人，较上年增加2人，为浮标站职能整合划转增加。",
    )),
    ((STORY, "二、重点项目"), (
        "灯塔外墙改造项目：现有外墙1998年粉刷，已超过设计使用年限；实施周期为4月至9月；年度预算安排90.00万元。",
        "浮标巡展项目：计划到5个港口巡展，年度预算安排12.00万元。",
        "1.航标灯更换。年度预算36.00万元，由政府性基金安排。",
        "4.光缆铺设41.73万元，其中上年结转8.42万元，因浮筒到货延迟，尾款结转本年支付。",
    )),
    ((STORY, "二、重点项目", "项目一：夜航培训补助"), (
        "（一）项目概况。培训夜航船员80人。",
        "（二）立项依据。市航运局关于夜航安全的批复。",
    )),
    ((STORY, "三、政府性基金情况"), (
        "年末结转和结余1.25万元。支出具体为：其他支出用于社会福利的彩票公益金支出，年末结余系1艘救助艇修理费尚未结算。",
        "其他支出彩票公益金安排的支出38.00万元，主要用于盲童观灯。",
        "收入构成：财政拨款收入210.00万元，占97.22%；其他收入6.00万元，占2.78%，为省港务站拨付的浮标试点补助。",
    )),
    ((STORY, "四、国有资产"), (
        "截至2023年底，本部门共有车辆4台，共计90.00万元；单位价值50万元以上的通用设备2台（套），共计130.00万元。",
        "2024年预算安排购置单价100万元（含）以上设备1台（套），为雾笛发生器；未安排购置车辆。",
    )),
    ((STORY, "五、绩效"), (
        "上一年度，县财政局对“灯塔看护补助”项目开展重点评价，评价得分86.40分，等级为“良”；主要问题是看护日志不完整。",
        "2.浮标维护项目绩效自评得分为97.5分。存在的主要问题：除锈偏慢。下一步改进措施：增加除锈班组。",
    )),
    (("第四部分 名词解释",), ("一、工资福利支出：支付给在职职工和看护员的各类劳动报酬。",)),
)  # fmt: skip


def lighthouse() -> Document:
    return document("lights", "银沙县灯塔中心", SECTIONS)


def counted() -> Document:
    text = ("灯塔文化巡回展览项目：计划在省内外6家渔港巡展。", "灯塔项目支出绩效自评中，6个项目自评等级为优，0个项目自评等级为良。")
    return document("counted", "银沙县灯塔中心", (*SECTIONS, ((STORY, "六、自评结果"), text)))


def told(rest: str, units: tuple[str, ...] = (), earlier: tuple[str, ...] = ()) -> Answer | None:
    asked = ask(rest, lighthouse(), units=units)
    return answer_text(rest, rest, asked.documents, asked.choice, earlier)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("怎么突然有了公务用车购置费,上年不是没有吗?", "达到报废年限", ""),
        ("培训费怎么一下子少了四成?", "少办两期", ""),
        ("培训费怎么缩水了?", "少办两期", ""),
        ("会议费为什么降了?", "与上年持平", "少办两期"),
        ("会议费怎么一下子涨了两成?", "与上年持平", "少办两期"),
        ("编制怎么多了2个人?", "划转增加", ""),
        ("为什么要做灯塔外墙改造?", "超过设计使用年限", ""),
        ("灯塔外墙改造这个项目为什么非要搞?", "超过设计使用年限", ""),
        ("为啥要办夜航培训补助?", "（二）立项依据。市航运局", "80人"),
        ("光缆铺设为什么有结转?", "到货延迟", ""),
        ("彩票公益金为什么没花完?", "尚未结算", "盲童"),
        ("航标灯更换的钱从哪来?", "航标灯更换……年度预算36.00万元，由政府性基金安排", ""),
        ("灯塔看护补助被县财政局重点评价,得了多少分?查出什么毛病?", "86.40分，等级为“良”；主要问题是看护日志不完整", ""),
        ("浮标维护自评查出什么问题,打算怎么改?", "除锈偏慢。下一步改进措施：增加除锈班组", ""),
        ("中心里设了哪些部室?", "看护部", "下属"),
        ("归哪个部门管,是公益几类单位?", "墨河市航运局所属公益二类", ""),
        ("公益几类?", "公益二类", ""),
        ("准备买百万元以上的大型设备吗?买的是什么、几台?", "1台（套），为雾笛发生器", "未安排"),
        ("车平均一台账面价值多少万元?", "22.50万元", "65.00"),
        ("50万元以上的通用设备平均每台价值多少?", "65.00万元", "22.50"),
        ("对看护站和看护人员要做哪些工作?", "日常巡检", "规划"),
        ("“工资福利支出”包括付给哪些人的什么钱?", "看护员的各类劳动报酬", ""),
    ],
)
def test_the_sentence_that_says_what_is_asked_is_told(question: str, said: str, unsaid: str) -> None:
    answer = told(question)
    assert answer is not None
    assert answer.status == "answered"
    assert said in answer.text
    assert not unsaid or unsaid not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "为什么要办浮标巡展?",  # its paragraph gives no ground
        "为什么要做光缆铺设?",  # why money was carried over is not why it is done
        "会议费为什么有结转?",
        "为什么买雾笛?",
        "浮标维护被县财政局重点评价得了多少分?",
        "执法车平均一台账面价值多少?",
        "浮标巡展的钱从哪来?",
        "准备买五十万元以上的设备吗?",
    ],
)
def test_what_no_sentence_says_is_not_told(question: str) -> None:
    answer = told(question)
    assert answer is None or answer.status == "not_found"


def test_what_a_fund_is_for_is_no_duty_of_the_body() -> None:
    assert told("是做什么的?", earlier=("政府性基金用在哪个项目",)) is None
    assert told("是做什么的?") is not None


def amount(label: str, value: str) -> Answer:
    cited = Citation("lights.txt", "lights", "", STORY, "")
    return Answer("answered", f"{label}：**{value}万元**[1]。", (Value(label, Decimal(value), "万元"),), citations=(cited,))


@pytest.mark.parametrize(
    ("question", "label", "value", "said"),
    [
        ("政府性基金是多少?拿来做什么?", "政府性基金", "38", "盲童观灯"),
        ("政府性基金拿来做什么,一共多少?", "政府性基金", "38", "盲童观灯"),
        ("上年结转多少,为什么会结转?", "上年结转", "8.42", "到货延迟"),
        ("其他资金是多少,从哪来?", "其他资金", "5.55", "“从哪来”，正文没有写明"),
        ("培训费多少,为什么?", "培训费", "14", "“为什么”，正文没有写明"),  # another thing's sentence states that amount
    ],
)
def test_words_asked_beside_an_amount_are_told_or_said_to_be_missing(question: str, label: str, value: str, said: str) -> None:
    assert said in tell_left_open(amount(label, value), question, lambda _: lighthouse()).text


def test_a_purpose_is_told_and_no_reason() -> None:
    bought = (STORY, "六、基金"), ("收入增加，主要原因是浮标公益金首次列入年初预算。", "浮标公益金9.00万元，主要用于更新浮标。")
    lights = document("lights", "银沙县灯塔中心", (*SECTIONS, bought))
    told = answer_text("浮标公益金拿来干啥", "浮标公益金拿来干啥", (lights,), ask("", lighthouse()).choice)
    assert told is not None
    assert "用于更新浮标" in told.text


def test_what_an_income_is_made_of_is_told_beside_it() -> None:
    for asked in ("其他收入有多少,是什么钱?", "其他收入有多少,是从哪儿来的钱?"):
        assert "浮标试点补助" in tell_left_open(amount("其他收入", "6.00"), asked, lambda _: lighthouse()).text


def test_the_purpose_alone_is_told_beside_the_amount() -> None:
    assert "盲童观灯" in tell_left_open(amount("政府性基金", "38"), "政府性基金拿来做什么?", lambda _: lighthouse()).text


@pytest.mark.parametrize("question", ["政府性基金从哪来?", "政府性基金是多少?"])
def test_nothing_is_left_open_where_one_thing_is_asked(question: str) -> None:
    answer = amount("政府性基金", "38")
    assert tell_left_open(answer, question, lambda _: lighthouse()) is answer


def test_later_clauses_that_ask_in_words_are_set_apart() -> None:
    assert without_further("上年结转是哪个项目的,多少钱,为什么会结转?") == "上年结转是哪个项目的,多少钱"


def test_a_reason_is_added_to_a_quotation_that_gives_none() -> None:
    whole, reason = Answer("answered", "> 年末结余1.25万元。"), Answer("answered", "> 年末结余系修理费尚未结算。")
    assert "系修理费" in complete(whole, [whole, reason]).text
    assert complete(replace(whole, text="> 因尚未结算，结余1.25万元。"), [reason]).text.count("结算") == 1


@pytest.mark.parametrize(
    ("question", "name", "is_spoken"),
    [
        ("看护补助被区财政局重点评价得了几分", "财政局", True),
        ("项目经市审计局审计查出什么问题", "审计局", True),
        ("由谁对市政府各部门搞目标考核", "政府", True),
        ("区财政局的三公经费是多少", "财政局", False),
        ("由区财政局负责的项目有哪些", "财政局", False),
        ("对财政局的预算有什么说明", "财政局", False),
    ],
)
def test_a_body_that_only_does_something_is_not_asked_for(question: str, name: str, is_spoken: bool) -> None:
    start = question.index(name)
    assert is_spoken_of(question, start, start + len(name)) is is_spoken


def test_a_year_in_which_something_was_done_to_a_thing_is_not_the_documents() -> None:
    assert read_year("看护补助上一年被重点评价得了几分").relative is None
    assert read_year("看护补助上一年得了几分").relative == -1


def test_what_is_done_for_somebody_stands_in_no_name() -> None:
    found = FOREIGN_BODY.match("灯塔局对学校要做哪些工作")
    assert found is not None
    assert found[0] == "灯塔局"


def test_the_goals_of_the_year_are_no_indicator_named_like_them() -> None:
    base = green()
    table = replace(base.tables[1], index=2, title="部门整体绩效目标表")
    figures = (*base.figures, Figure(2, ("投入管理指标", "年度履职目标相关性"), ("指标值",), "相关", None, Place(), (1, 1)))
    asked = ask("年度履职目标是什么?", replace(base, tables=(*base.tables, table), figures=figures))
    answer = answer_text(asked.rest, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert "守住绿水青山" in answer.text


@pytest.mark.parametrize(
    "question", ["有6个项目自评等级为优,另外三个叫什么名字?", "灯塔文化巡回展览计划在省内外哪几家渔港巡展?"]
)
def test_a_sentence_that_only_counts_names_nothing(question: str) -> None:
    document = counted()
    index = EvidenceIndex(read_units(document))
    assert answer_by_evidence(ask(question, document), lambda _: index) is None


def test_money_is_no_answer_to_which_kind_of_body_it_is() -> None:
    assert is_of_another_measure(amount("彩票公益金支出", "28.75"), "是公益几类?")
    assert not is_of_another_measure(amount("彩票公益金支出", "28.75"), "彩票公益金支出多少?")


@pytest.mark.parametrize("question", ["灯塔文化巡回展览项目拿什么钱做的?", "灯塔文化巡回展览项目怎么改了?"])
def test_a_sentence_without_what_is_asked_is_not_told(question: str) -> None:
    document = counted()
    index = EvidenceIndex(read_units(document))
    assert answer_by_evidence(ask(question, document), lambda _: index) is None


@pytest.mark.parametrize(
    ("question", "is_alone"), [("政府性基金拿来做什么?", True), ("那政府性基金呢?拿来做什么?", False), ("拿来做什么,多少?", False)]
)
def test_what_something_is_for_is_asked_alone(question: str, is_alone: bool) -> None:
    assert asks_for_purpose(question) is is_alone
