"""Indicators of a heading in short, the column of a task of the year, a count after one of a list, and how a body ranks."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from form_documents import ROADS, figure, forms
from text_documents import OFFICES, document
from text_documents import ask as of_documents

from app.answer import Answer
from app.answerer.answer_text import answer_text
from app.dialogue.refer_back import refer_back
from ingest.document import Document, Figure, Place, Table

FERRY = "澄湾县航道局"
FERRY_SECTIONS = (
    (OFFICES, (
        "澄湾县航道局是县政府工作部门，为正科级，由县政府办公室统一管理。内设办公室、测绘股两个股室。",
        "从决算单位构成看，我部门为一级部门。",
        "澄湾县浮标站因账目合并，不需单独公开预算。",
    )),
)  # fmt: skip


def ferry() -> Document:
    """The waterway bureau, with a table of what it did in the year."""
    base = document("ferry", FERRY, FERRY_SECTIONS, (f"{FERRY}本级", "澄湾县浮标站"))
    tasks = (("三是疏浚浅滩航段，保障通航。", "清淤六公里。", "已清淤五公里。"), ("四是更换老旧浮标。", "换浮标九座。", ""))
    figures = [
        Figure(0, ("年度主要任务", name), (column,), cell, None, Place(), (at, place))
        for at, (name, *cells) in enumerate(tasks)
        for place, (column, cell) in enumerate(zip(("主要内容", "实际完成情况"), cells, strict=True))
        if cell
    ]
    return Document(base.info, base.sections, (Table(0, "部门整体自评表", None, "", ("附件",), ()),), tuple(figures))


def told(question: str, of: Document, units: tuple[str, ...] = ()) -> Answer | None:
    asked = of_documents(question, of, units=units)
    return answer_text(asked.question, asked.rest, asked.documents, asked.choice)


@pytest.mark.parametrize("question", ["林区道路管护项目的成本指标?", "林区道路管护的成本指标是多少?", "林区道路管护成本指标"])
def test_a_heading_in_short_lists_what_stands_under_it(question: str) -> None:
    base = forms()
    rows = (
        figure(0, 40, ("410001", ROADS, "成本指标", "路面养护支出"), "指标值", "≤36万元"),
        figure(0, 41, ("410001", ROADS, "效益指标", "节约林农运输成本"), "指标值", "节约"),
    )
    answer = told(question, replace(base, figures=(*base.figures, *rows)))
    assert answer is not None
    assert "“成本指标”下设1项" in answer.text
    assert "≤36万元" in answer.text
    assert "运输成本" not in answer.text


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("疏浚浅滩航段的主要内容是什么?", "清淤六公里", "已清淤"),
        ("“疏浚浅滩航段”完成得怎么样?", "已清淤五公里", "清淤六公里"),
        ("更换老旧浮标的实际完成情况如何?", "没有写所问的这一项", "九座"),
    ],
)
def test_a_task_is_told_by_the_column_asked_for(question: str, said: str, unsaid: str) -> None:
    answer = told(question, ferry())
    assert answer is not None
    assert said in answer.text
    assert unsaid not in answer.text


def test_a_count_after_one_of_a_list_counts_the_list() -> None:
    answers = {
        "任务有哪些?": Answer("answered", "共2项：\n- 1.疏浚\n- 2.换浮标", answered_by="quote"),
        "第二项的内容": Answer("answered", "- 换浮标九座", answered_by="quote"),
    }

    def ask(question: str, _history: Sequence[str]) -> Answer:
        return answers.get(question, answers["第二项的内容"])

    assert refer_back("一共几项?", ["任务有哪些?", "第二项的内容"], ask, str) == ("任务有哪些?", ())


@pytest.mark.parametrize(
    ("question", "units", "said"),
    [
        ("本级级别?", (f"{FERRY}本级",), "正科级"),
        ("由谁管理?", (), "县政府办公室统一管理"),
        ("是几级部门?", (), "一级部门"),
        ("为什么不公开预算?", ("澄湾县浮标站",), "账目合并"),
    ],
)
def test_how_a_body_ranks_and_who_manages_it_is_quoted(question: str, units: tuple[str, ...], said: str) -> None:
    answer = told(question, ferry(), units)
    assert answer is not None
    assert answer.status == "answered"
    assert said in answer.text


def test_how_high_a_body_ranks_is_not_told_by_its_composition() -> None:
    answer = told("是几级预算单位?", document("port", "澄湾县港航局", ((OFFICES, ("预算单位构成：澄湾县港航局预算为本级预算。",)),)))
    assert answer is None or answer.status == "not_found"


def test_the_names_of_offices_do_not_tell_how_high_they_rank() -> None:
    answer = told("内设股室级别是什么?", ferry())
    assert answer is not None
    assert answer.status == "not_found"
