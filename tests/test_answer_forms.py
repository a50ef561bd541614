"""Answers from forms and outlines: an indicator's reason, a prose cell, the document's parts, a note that its table contradicts."""

from decimal import Decimal

import pytest
from text_documents import GREEN, GREEN_SECTIONS, ask, document, green, red

from app.answerer.answer_by_quote import answer_by_quote
from app.answerer.answer_text import answer_text
from ingest.document import Chunk, Document, DocumentInfo, Figure, Place, Table
from ingest.quantity import Quantity
from retrieval.evidence import PassageEvidence

SELF_EVALUATION = "项目自评表"
REASON = "苗木到货晚于计划。"
DONE = "全年在林区巡护现场处理险情35次，更换瞭望设备4台，保障了林区安全，群众十分满意。"
SUPPLIED = "育苗经费用来支持红松苗圃、云杉苗圃和落叶松苗圃三个基地的日常培育和检验。"


def forms() -> Document:
    """The forestry bureau with two projects' forms and a table whose note denies its own figures."""
    base = document("forms", GREEN, GREEN_SECTIONS)
    tables = (
        Table(0, SELF_EVALUATION, None, "万元", ("附件",), (), context="荒山造林工程1"),
        Table(1, SELF_EVALUATION, None, "万元", ("附件",), (), context="林区巡护经费"),
        Table(2, "国有资本经营预算支出表", None, "万元", ("附件",), (), notes=("注：本部门无国有资本经营预算，故本表为空表。",)),
    )
    row = ("产出指标", "数量指标", "造林面积")
    figures = (
        Figure(0, row, ("年度指标值",), "≥40亩", None, Place(), (3, 3)),
        Figure(0, row, ("得分",), "6.5", Quantity(Decimal("6.5"), ""), Place(), (3, 5)),
        Figure(0, row, ("偏差原因分析及改进措施",), REASON, None, Place(), (3, 6)),
        Figure(1, row, ("年度指标值",), "≥9亩", None, Place(), (3, 3)),
        Figure(1, row, ("得分",), "10", Quantity(Decimal("10"), ""), Place(), (3, 5)),
        Figure(1, row, ("偏差原因分析及改进措施",), "无", None, Place(), (3, 6)),
        Figure(1, ("年度总体目标",), ("实际完成情况",), DONE, None, Place(), (1, 2)),
        Figure(0, ("年度总体目标",), ("实际完成情况",), SUPPLIED, None, Place(), (1, 2)),
        Figure(2, (), ("2024年国有资本经营预算", "合计"), "3.30", Quantity(Decimal("3.30"), "万元"), Place(), (1, 1)),
    )
    return Document(base.info, base.sections, tables, figures)


ANSWERS = [
    # question, words that must stand in the answer, words that must not
    ("荒山造林工程的造林面积得了几分,为什么没拿满分?", ("得分：6.5分", REASON), ("≥9亩",)),
    ("荒山造林造林面积的偏差原因是什么?", (REASON,), ("≥9亩",)),
    ("林区巡护现场处理了多少次险情,更换了几台瞭望设备?", (DONE,), (SUPPLIED,)),
    ("育苗经费支持了哪些苗圃?", (SUPPLIED,), (DONE,)),
    ("文件一共分哪几个部分?", ("共分3个部分", "第三部分 名词解释"), ()),
    ("有没有国有资本经营预算?", ("无国有资本经营预算", "前后不一致", "3.30万元"), ()),
]  # fmt: skip

LEFT_TO_OTHERS = [
    "林区巡护处理险情花了多少万元?", "造林面积的指标值是多少?", "林区巡护处理了多少公里?", "林区巡护砍伐了多少次毛竹?",
    "收入分哪几个部分?", "那3.30万元是用来干什么的?", "政府性基金有没有?有多少?",
]  # fmt: skip


@pytest.mark.parametrize(("question", "said", "unsaid"), ANSWERS)
def test_a_form_answers_in_its_own_words(question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    asked = ask(question, forms())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert answer.status == "answered", answer.text
    assert all(word in answer.text for word in said), answer.text
    assert not any(word in answer.text for word in unsaid), answer.text
    assert answer.citations


@pytest.mark.parametrize("question", LEFT_TO_OTHERS)
def test_a_figure_or_an_unsure_match_is_left_to_others(question: str) -> None:
    asked = ask(question, forms())
    assert answer_text(asked.question, asked.rest, asked.documents, asked.choice) is None


def test_a_reason_that_several_forms_could_mean_is_not_guessed() -> None:
    asked = ask("造林面积为什么没拿满分?", forms())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert answer.status == "not_found", answer.text


def test_a_note_that_its_table_contradicts_is_a_warning() -> None:
    asked = ask("有没有国有资本经营预算?", forms())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert answer.warnings


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("野生动物归    管吗?", "第三项"),
        ("哪一条职责说的是湿地?", "第三项"),
        ("职责里关于湿地是怎么写的?", "第三项"),
        ("管森林防火吗?", "第二项"),
        ("职责有几条,管湿地的是哪条?", "第三项"),
        ("森林防火这块,                        承担什么?", "第二项"),
    ],
)
def test_a_duty_is_found_however_it_is_asked(question: str, said: str) -> None:
    asked = ask(question, green())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert said in answer.text


@pytest.mark.parametrize("question", ["收支为什么少了八十多万?", "收支总计为什么比上年减少,减了多少?"])
def test_a_total_in_other_words_finds_its_reason(question: str) -> None:
    asked = ask(question, red())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert "项目结束" in answer.text


def test_a_reason_against_last_year_is_not_told_for_the_budget() -> None:
    asked = ask("支出为什么比年初预算少?", red())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert answer.status == "not_found", answer.text


def test_a_reason_for_another_item_of_the_sentence_is_not_told() -> None:
    said = "2024年政府性基金预算0万元，一般公共预算支出60万元。与上年相比，一般公共预算收支预算增加5万元，主要原因：新增造林任务。"
    told = document("one", GREEN, (*GREEN_SECTIONS[:2], (("第二部分 说明", "一、财政拨款情况"), (said,))))
    asked = ask("政府性基金为什么增加?", told)
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert answer.status == "not_found", answer.text


def passage(text: str, *headings: str) -> PassageEvidence:
    info = DocumentInfo("x", "x.txt", organization=GREEN, year=2024, kind="决算")
    return PassageEvidence(info, Chunk("x:0", headings, text, Place(1)), 1.0)


EVALUATED = "抬头\n开展绩效自评的项目6个，平均得分98.20分。其余事项另行公开。"


@pytest.mark.parametrize(
    ("question", "is_told"),
    [("绩效自评了几个项目?", True), ("绩效自评了几台设备?", False), ("绩效自评项目花了多少万元?", False), ("举报处理了几个线索?", False)],
)
def test_a_count_is_quoted_only_from_a_sentence_that_counts_it(question: str, is_told: bool) -> None:
    answer = answer_by_quote(question, question, [passage(EVALUATED, "三、绩效自评结果")])
    assert (answer is not None) == is_told


def test_a_section_is_quoted_where_its_heading_is_asked_for() -> None:
    answer = answer_by_quote("立项依据是什么?", "立项依据是什么?", [passage("抬头\n根据林业规划立项。", "附件", "二、立项依据")])
    assert answer is not None
    assert "根据林业规划立项。" in answer.text
