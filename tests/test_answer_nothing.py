"""The honest no."""

from __future__ import annotations

import re

import pytest
from figure_documents import FINAL, find

from app.documents.answer_nothing import answer_no_document, answer_no_figure
from ingest.document import DocumentInfo
from retrieval.query import DocumentChoice

INFOS = [
    DocumentInfo(str(year), f"{year}.txt", organization="桐花县档案局", year=year, kind="决算", scope="部门") for year in range(2031, 2040)
]
OTHER = DocumentInfo("x", "x.txt", organization="桐花县粮食局", year=2031, kind="预算")
BODY = ("桐花县档案局",)


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (DocumentChoice((), "", failed="organization", unknown_organizations=("柳城县水利局",)), "没有载入“柳城县水利局”的文件"),
        (DocumentChoice((), "", failed="year", organizations=BODY, years=(2019,)), "没有载入桐花县档案局2019年度的文件"),
        (DocumentChoice((), "", failed="kind", organizations=BODY, years=(2031,), kinds=("预算",)), "没有载入桐花县档案局2031年的预算"),
    ],
)
def test_the_part_that_failed_is_named_with_what_there_is(choice: DocumentChoice, words: str) -> None:
    answer = answer_no_document(choice, [*INFOS[:1], OTHER])
    assert answer.status == "not_found"
    assert words in answer.text
    assert "桐花县档案局2031年部门决算" in answer.text
    assert ("桐花县粮食局" in answer.text) is (choice.failed == "organization")


def test_a_long_library_is_cut_short() -> None:
    answer = answer_no_document(DocumentChoice((), "", failed="year", organizations=BODY, years=(2019,)), INFOS)
    assert answer.text.endswith("2036年部门决算等。")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("抚恤金是多少", "没有找到“抚恤金”的数字"),
        ("取暖费是多少", "列有“取暖费”，但金额为空白"),
        ("差旅费的项目支出", "同时符合“差旅费”“项目支出”"),
        ("灯塔修建进度", "没有找到能回答这个问题的内容"),
    ],
)
def test_what_is_missing_is_told_without_an_amount(question: str, words: str) -> None:
    answer = answer_no_figure([find(question, text=FINAL)])
    assert answer.status == "not_found"
    assert words in answer.text
    assert "桐花县档案局2031年部门决算" in answer.text
    assert re.findall(r"\d+(?:\.\d+)?\s*(?:万元|元|%)", answer.text) == []


def test_near_names_are_offered() -> None:
    assert "公务用车运行费" in answer_no_figure([find("公务用车购置费是多少")]).text
