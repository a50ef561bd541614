"""Definitions with a second half, duties by other words, formulas, ranks, and whether units of text and table agree."""

from dataclasses import replace

import pytest
from text_documents import DUTIES, GLOSSARY, OFFICES, OVERVIEW, ask, document

from app.answer import Answer, Citation
from app.answerer.answer_text import answer_text
from app.answerer.evidence_form import read_form
from app.answerer.narrow_cell import narrow_cell
from app.checks.check_kept_words import drops_word
from app.forms.evidence_units import Unit
from app.prose.included_asked import read_included
from ingest.document import Document, Figure, Place, Table
from retrieval.bodies.known_token import COUNTED_LEVELS
from retrieval.spelling.normalize_question import normalize_question
from retrieval.spelling.reword import in_usual_words

BEES, HIVES, HONEY = "云泽县蜂业局", "云泽县蜂场中心", "云泽县蜜检站"
SECTIONS = (
    (OFFICES, (
        "云泽县蜂业局是县政府工作部门，为正科级，由县农业办公室统一管理。",
        "2031年云泽县蜂业局和参照公务员法管理的蜂场中心运行经费共3.00万元。",
        "预算单位构成：1.云泽县蜂业局本级；2.云泽县蜂场中心。",
    )),
    (DUTIES, (
        "云泽县蜂业局贯彻上级方针，推动形成全县“一箱一码、一蜂一档”。主要职责是：",
        "一、拟订全县养蜂规划。", "二、管理蜜源地和蜂病防治。", "三、指导蜂产品网站建设。",
    )),
    (GLOSSARY, (
        "一、蜂业收入：是指蜂场开展转地放蜂所取得的收入，不包括蜂具出租收入。",
        "二、转地费：指转地使用的两项费用。其中，车辆转运费反映运蜂车的燃料费、过路费等支出；押运人员费反映押运人员的食宿支出。",
        "三、其他蜂收入：指除“蜂业收入”、“蜂蜡收入”以外的各项收入。",
    )),
)  # fmt: skip

AIM = "蜂网平台采取合作社主导的模式,由合作社支付租金,运营商负责建设。"
DONE = "短信费用来支持蜂农平台、蜜源平台等多个平台,满足消息发送需求。"


def bees(note: str = "蜂箱使用情况。蜂箱启用率=启用蜂箱数/全部蜂箱数*100%") -> Document:
    base = document("bees", BEES, SECTIONS, (HIVES, HONEY, BEES + "本级"))
    tables = (
        Table(0, "部门收入预算表", None, "万元", ("附件",), ()), Table(1, "部门整体绩效目标表", None, "", ("附件",), ()),
        Table(2, "项目支出自评表", None, "", ("附件",), (), context="蜂网服务费"),
    )  # fmt: skip
    figures = (
        Figure(0, ("101", HIVES), ("总计",), "5", None, Place(), (1, 1)),
        Figure(0, ("102", HONEY), ("总计",), "4", None, Place(), (2, 1)),
        Figure(1, ("投入管理指标", "蜂箱启用率"), ("指标值说明",), note, None, Place(), (5, 4)),
        Figure(2, ("年度总体目标",), ("预期目标",), AIM, None, Place(), (1, 1)),
        Figure(2, ("年度总体目标",), ("实际完成情况",), DONE, None, Place(), (1, 2)),
    )
    return replace(base, tables=tables, figures=figures)


def told(question: str, of: Document) -> Answer | None:
    asked = ask(in_usual_words(normalize_question(question)), of)
    return answer_text(asked.question, asked.rest, asked.documents, asked.choice)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("预算的名词解释里,蜂业收入是什么?包不包括蜂具出租收入", "不包括蜂具出租收入", "没有提到"),
        ("名词解释里,蜂业收入包不包括蜂具出租收入?", "不包括蜂具出租收入", "没有提到"),
        ("部门预算的名词解释里,“转地费”是怎么写的?", "燃料费", "没有提到"),
        ("转地费指什么,包括燃料支出吗", "燃料费", "没有提到"),
        ("职责的第一和第三分别是什么?", "三、指导蜂产品网站建设", "二、"),
        ("蜂业收入指什么,包括卖蜡吗", "这一条里没有提到“卖蜡”", "车辆"),
        ("车辆转运费都反映哪些开支?", "燃料费、过路费", "食宿"),
        ("“其他蜂收入”是除了哪些收入以外的?", "“蜂蜡收入”以外", "燃料"),
        ("蜂箱启用率怎么算出来的?按整体绩效目标表的指标说明", "启用蜂箱数/全部蜂箱数", "万元"),
        ("蜂箱启用率的公式是什么?", "启用蜂箱数/全部蜂箱数", "万元"),
        ("是什么规格的部门,平时由谁统一管理", "为正科级，由县农业办公室统一管理", "万元"),
        ("由谁统一管理?", "县农业办公室", "万元"),
        ("职责里的2是怎么写的,全文", "二、管理蜜源地", "三、"),
        ("职责里的（三）写的什么", "三、指导蜂产品网站建设", "二、"),
        ("职责跟网站打交道的有哪几样?", "三、指导蜂产品网站建设", "二、"),
        ("谁的职责里提到了蜂病防治?一家一家说", "二、管理蜜源地", "三、"),
        ("“一箱一码、一蜂一档”是哪个单位要推动形成的?", BEES, "养蜂规划"),
        ("短信费实际支撑了哪些平台发短信?", "蜂农平台、蜜源平台", "租金"),
        ("蜂网平台采取什么模式建?谁付租金、谁负责建设", "合作社主导", "短信"),
        ("纳入预算汇编范围的单位有哪几个?", "2.云泽县蜂场中心", "万元"),
        ("预算单位构成里写的单位,跟部门收入预算表上列的单位对得上吗?", f"只在表中列有的是{HONEY}", "两处一致"),
    ],
)
def test_prose_is_found_by_other_words(question: str, said: str, unsaid: str) -> None:
    answer = told(question, bees())
    assert answer is not None
    assert answer.status == "answered", answer.text
    assert said in answer.text, answer.text
    assert unsaid not in answer.text, answer.text


def test_a_note_without_a_formula_is_no_formula() -> None:
    answer = told("蜂箱启用率的公式是什么?", bees("蜂箱使用情况说明。"))
    assert answer is None or "蜂箱使用情况" not in answer.text


def test_a_thing_whose_characters_only_stand_scattered_in_a_duty_is_not_mentioned() -> None:
    museum = document("museum", BEES, ((DUTIES, ("一、调查和保护非物质文化遗产。", "二、组织食品抽样检验。")),))
    scattered, reordered = told("谁的职责里提到了文物保护?", museum), told("谁的职责里提到了抽检食品?", museum)
    assert scattered is None or scattered.status == "not_found"
    assert reordered is not None
    assert "二、组织食品抽样检验" in reordered.text


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("谁的职责里提到了蜂病?", "蜂病防治·指标值：**优化**"),
        ("蜂病防治率怎么算?", "蜂病防治：**6.00万元**"),
        ("蜂场养护采取什么方式?", "反映养护的支出"),
    ],
)
def test_what_is_asked_in_words_is_not_answered_by_something_else(question: str, text: str) -> None:
    assert drops_word(Answer("answered", text), question)


def test_units_that_agree_are_told_to_and_a_table_without_units_compares_nothing() -> None:
    whole = bees()
    alike = replace(whole, figures=tuple(one for one in whole.figures if HONEY not in one.row))
    agreeing = told("预算单位构成和部门收入预算表里的单位一致吗?", alike)
    assert agreeing is not None
    assert "两处一致" in agreeing.text
    without = told("预算单位构成和部门支出预算表里的单位一致吗?", whole)
    assert without is not None
    assert without.status == "not_found"


def test_a_unit_of_another_level_is_no_owner() -> None:
    port = document("port", BEES, (((OVERVIEW, "机构设置"), ("云泽县蜂业局共有3个所属二级预算单位。",)),))
    answer = told("是哪个级别的部门?归谁管", port)
    assert answer is None or answer.status == "not_found"


def test_what_is_asked_to_be_included_is_cut_off_behind_a_question_for_a_meaning_alone() -> None:
    assert read_included("蜂业收入指什么,含不含租金?") == ("蜂业收入指什么?", "租金")
    assert read_included("蜂业收入多少,含不含租金?")[1] == ""


def test_of_a_cell_that_counts_several_things_the_one_asked_for_is_quoted() -> None:
    words = "全年巡查蜂场31次，培训蜂农204人次，更换蜂箱7台。"
    cell = Unit("格", words, "", f"写明：**{words}**", (Citation("a", "a", "a", "甲", words),))
    narrowed = narrow_cell(cell, read_form("培训蜂农多少人次"), "培训蜂农多少人次")
    assert narrowed.citations[0].quote == "培训蜂农204人次"
    assert "31次" not in narrowed.text
    assert narrow_cell(cell, read_form("培训和巡查各多少"), "培训和巡查各多少") is cell


@pytest.mark.parametrize(("before", "is_counted"), [("接入了几个县市区", True), ("覆盖各乡镇", True), ("云泽县南街镇", False)])
def test_governments_that_are_counted_are_no_names(before: str, is_counted: bool) -> None:
    assert bool(COUNTED_LEVELS.search(before)) == is_counted
