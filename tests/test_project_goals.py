"""The goal of a project that is named is that of its own form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

FORM = """财政项目支出绩效目标申报表

项目名称\t{project}\t\t
主管部门\t{body}\t实施单位\t{body}
年度绩效目标\t{goal}\t\t
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t{row}\t≥{count}处

"""

BUDGET = """{body}
2034年部门预算

第一部分 {body}概况

一、主要职责

（一）负责全市{work}。

第二部分 2034年部门预算表

部门项目支出表

单位：万元

单位名称\t项目名称\t金额
{body}\t{first}\t30.00
{body}\t{second}\t20.00
{body}\t{bare}\t10.00
合计\t\t60.00

{forms}"""

GOALS = {
    "藤桥加固经费": "加固藤桥，确保过桥安全。",
    "渡口候船亭添建经费": "添建候船亭，方便群众候船。",
    "蜂场巡护经费": "巡护蜂场，守住蜜源。",
    "花期普查专项": "查清全市花期，编成花历。",
}


def document(body: str, work: str, first: str, second: str, bare: str) -> str:
    """The budget of a body with the forms of two projects and none of the third."""
    forms = "".join(FORM.format(body=body, project=one, goal=GOALS[one], row=f"{one[:2]}点位", count=4) for one in (first, second))
    return BUDGET.format(body=body, work=work, first=first, second=second, bare=bare, forms=forms)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Answers over two budgets."""
    folder, home = tmp_path_factory.mktemp("goals"), tmp_path_factory.mktemp("home")
    bridges = document("青藤市桥渡局", "桥梁和渡口的养护", "藤桥加固经费", "渡口候船亭添建经费", "桥灯电费")
    bees = document("蜜源市养蜂局", "养蜂的指导", "蜂场巡护经费", "花期普查专项", "蜂箱补贴经费")
    (folder / "桥渡局.txt").write_text(bridges, "utf-8")
    (folder / "养蜂局.txt").write_text(bees, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    "asked", ["的年度绩效目标是什么？", "项目的年度目标是什么？", "的绩效目标有哪些？", "年度绩效目标？", "要达到什么目标？"]
)
@pytest.mark.parametrize("project", list(GOALS))
def test_the_goal_is_that_of_the_project_named(assistant: Assistant, project: str, asked: str) -> None:
    answer = assistant.ask(f"{project}{asked}")
    assert answer.status == "answered"
    assert [goal for goal in GOALS.values() if goal in answer.text] == [GOALS[project]]


def test_a_project_may_be_named_by_most_of_its_name(assistant: Assistant) -> None:
    assert GOALS["渡口候船亭添建经费"] in assistant.ask("候船亭添建经费的年度绩效目标是什么？").text


@pytest.mark.parametrize("question", ["桥灯电费的绩效目标是什么？", "蜜源市养蜂局蜂箱补贴经费年度目标是什么？"])
def test_a_project_without_a_form_has_no_goal(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.values
    assert "没有写明它的绩效目标" in answer.text


def test_a_project_unknown_gets_no_others_goal(assistant: Assistant) -> None:
    text = assistant.ask("青藤市桥渡局吊桥油漆经费的年度绩效目标是什么？").text
    assert not any(goal in text for goal in GOALS.values())


def test_the_goals_of_a_body_without_any_are_those_of_its_projects(assistant: Assistant) -> None:
    text = assistant.ask("蜜源市养蜂局年度绩效目标是什么？").text
    assert "没有列出部门整体的绩效目标" in text
    assert [goal for goal in GOALS.values() if goal in text] == [GOALS["蜂场巡护经费"], GOALS["花期普查专项"]]
