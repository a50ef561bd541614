"""Indicators listed: all of a project, those under a heading, those whose value the question gives; never one for several."""

import pytest
from form_documents import figure, forms
from text_documents import ask

from app.answerer.answer_text import answer_text
from ingest.document import Document

LISTS = [
    ("林区道路管护项目设了哪些产出指标?", ("下设5项指标", "≥6次", "≥2次", "≥14人", "≥9人", "2031年11月30日前"), ("≥92%", "≥30万株")),
    ("红松育苗补助定了哪几个指标,值各是多少?", ("≥30万株", "≥88%"), ("≥6次",)),
    ("红松育苗补助项目从哪些方面考核?", ("“产出指标”下设1项", "“满意度指标”下设1项"), ("≥6次",)),
    ("林区道路管护的产出和满意度指标分别是什么?", ("“产出指标”下设5项", "≥92%"), ("≥88%",)),
    ("整体绩效目标表里投入管理指标有哪几个?", ("≤25%", "≥85%"), ("≥6次",)),
    ("一共给林区道路管护定了几个满意度指标?", ("下设1项指标", "≥92%"), ("≥88%",)),
    ("红松育苗补助的时效指标是什么?", ("没有列“时效指标”", "产出指标、满意度指标"), ("≥",)),
    ("部门整体绩效的满意度指标有哪些?", ("没有列“满意度指标”", "投入管理指标"), ("≥92%",)),
]  # fmt: skip
BY_VALUE = [
    ("“≥14人”是哪个绩效指标的指标值?", ("养护工人人数", "林区道路管护"), ("护林保安",)),
    ("哪个指标要求不少于9人?", ("护林保安人数",), ("养护工人",)),
    ("“2031年11月30日前”,这是哪个项目什么指标的要求?", ("路面养护完成时间",), ("≥",)),
    ("目标值为88%的是哪个指标?", ("育苗农户满意度",), ("林区群众",)),
]  # fmt: skip
LEFT_TO_OTHERS = [
    "哪个指标要求不超过9人?", "哪个指标超过9人?", "林区道路管护项目有哪些造林指标?", "哪些指标没完成?",
    "林区道路管护和红松育苗补助的资金各是多少?",
]  # fmt: skip


@pytest.mark.parametrize(("question", "said", "unsaid"), [*LISTS, *BY_VALUE])
def test_all_indicators_that_are_asked_for_are_listed(question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    asked = ask(question, forms())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert answer.status == "answered"
    assert [word for word in said if word not in answer.text] == []
    assert [word for word in unsaid if word in answer.text] == []


@pytest.mark.parametrize("question", LEFT_TO_OTHERS)
def test_a_word_or_bound_that_no_indicator_has_is_not_listed(question: str) -> None:
    asked = ask(question, forms())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is None or "下设" not in answer.text


def test_indicators_of_several_projects_are_asked_back() -> None:
    asked = ask("产出指标有哪些?", forms())
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert answer.status == "clarify"
    assert [choice.label for choice in answer.choices] == ["林区道路管护", "红松育苗补助", "古籍整理", "部门整体"]


def test_what_is_scored_without_an_aim_is_listed_where_its_heading_is_named() -> None:
    base = forms()
    rows = tuple(figure(6, 60, ("资金管理情况", "拨付合规性"), column, value, "") for column, value in (("分值", "5"), ("得分", "4")))
    asked = ask("古籍整理项目自评时,资金管理情况从哪几个方面打分?", Document(base.info, base.sections, base.tables, (*base.figures, *rows)))
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert "- 拨付合规性：分值**5分**，得分**4分**" in answer.text


def test_headings_with_their_points_are_headings() -> None:
    base = forms()
    row = ("护林员培训", "产出指标（50分）", "数量指标", "培训护林员人数")
    document = Document(base.info, base.sections, base.tables, (*base.figures, figure(0, 50, row, "指标值", "≥40人")))
    asked = ask("护林员培训项目的产出指标有哪些,完成得怎么样?", document)
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert "下设1项指标：\n- 培训护林员人数：目标值**≥40人**" in answer.text


def test_a_project_named_after_funds_and_an_indicator_named_after_a_station_keep_their_places() -> None:
    base = forms()
    rows = (("护林员人员经费", "产出指标", "数量指标", "新建巡护驿站"), ("护林员人员经费", "效益指标", "社会效益指标", "火情下降率"))
    added = (figure(0, 50, rows[0], "指标值", "≥3家"), figure(0, 51, rows[1], "指标值", "≥5%"))
    document = Document(base.info, base.sections, base.tables, (*base.figures, *added))
    asked = ask("护林员人员经费项目的数量指标有哪些?", document)
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    assert answer is not None
    assert "（护林员人员经费）“数量指标”下设1项指标：\n- 新建巡护驿站：目标值**≥3家**" in answer.text
