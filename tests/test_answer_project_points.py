"""Questions on one project are answered from its own paragraphs."""

from __future__ import annotations

import pytest
from text_documents import ask, document

from app.projects.answer_project_points import answer_project_points
from ingest.document import Document

HEAD = ("第二部分 情况说明", "七、项目经费情况说明")
DYKE, FERRY = (*HEAD, "项目一：河堤检测加固经费"), (*HEAD, "项目二：渡口值守")


def book() -> Document:
    dyke = (
        "（一）项目概况。检测河堤12公里。",
        "（二）立项依据。市防汛办关于河堤检测的批复。",
        "（三）实施主体。工程科。",
        "（四）实施周期。2024年3月至10月。",
        "（五）年度预算安排。2024年安排财政资金17.10万元，其中探测费12.00万元。",
    )
    points = {"一、项目概述": "值守渡口3处。", "二、设立依据": "渡口管理办法。", "三、责任单位": "渡口站。"}
    ferry = [((*FERRY, heading), (text,)) for heading, text in points.items()]
    return document("green", "青田市水务局", ((DYKE, dyke), *ferry))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("河堤检测加固经费的立项依据是什么", "市防汛办关于河堤检测的批复"),
        ("河堤检测加固凭什么立项?", "市防汛办关于河堤检测的批复"),
        ("为什么要搞河堤检测加固", "市防汛办关于河堤检测的批复"),
        ("河堤检测加固由谁实施?", "工程科"),
        ("河堤检测加固经费项目哪个科室负责", "工程科"),
        ("河堤检测加固从什么时候到什么时候做", "2024年3月至10月"),
        ("介绍一下河堤检测加固经费这个项目", "检测河堤12公里"),
        ("河堤检测加固的钱打算怎么花", "其中探测费"),
        ("渡口值守项目的依据", "渡口管理办法"),
        ("渡口值守项目概况", "值守渡口3处"),
        ("渡口值守归哪个单位管", "渡口站"),
    ],
)
def test_a_point_of_a_project_is_told_from_its_own_paragraphs(question: str, told: str) -> None:
    answer = answer_project_points(ask(question, book()))
    assert answer is not None
    assert told in answer.text
    assert answer.text.count("> ") - answer.text.count(" > ") == 1


@pytest.mark.parametrize(
    "question",
    ["河堤检测加固经费是多少", "水库清淤的立项依据是什么", "渡口值守的实施周期", "河堤检测加固和渡口值守的依据", "立项依据是什么"],
)
def test_other_questions_are_left_to_others(question: str) -> None:
    assert answer_project_points(ask(question, book())) is None
