"""Questions that stand one after the other: none is left unanswered without a word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

TEXT = """桐花县园艺局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责全县树苗的培育。

（二）负责湿地、林木的保护和管理。

二、机构设置情况

内设机构2个：办公室、湿地林木保护科。

第二部分 部门预算情况说明

一、政府采购情况

2031年政府采购预算总额96.00万元，其中：授予中小企业合同金额72.00万元，占政府采购预算总额的75.00%。

二、绩效情况

苗圃看护项目评价得分为92.5分。

2030年，本部门对9个项目开展绩效自评，其中自评等级为“优”的7个、“良”的2个。

第三部分 2031年部门预算表

部门支出总体情况表

单位：万元

科目编码\t科目名称\t合计
\t合计\t480.00
2120101\t行政运行\t400.00
2120199\t其他支出\t80.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("files")
    (folder / "桐花县园艺局.txt").write_text(TEXT, encoding="utf-8")
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    with KnowledgeBase.open(settings.home) as base:
        ingest_paths(base, [folder], lambda *_: None)
        yield Assistant(base, settings)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("桐花县园艺局政府采购预算总额？授予中小企业多少？占比？", ["**96.00万元**", "**72.00万元**", "75.00%"]),
        ("桐花县园艺局行政运行多少？其他支出呢？", ["**400.00万元**", "**80.00万元**"]),
        ("桐花县园艺局苗圃看护项目评价得分多少？存在什么问题？", ["**92.5分**", "另问的“存在什么问题”没有找到"]),
        ("桐花县园艺局行政运行多少？满意度目标？", ["**400.00万元**", "另问的“满意度目标”没有找到"]),
    ],
)
def test_every_question_is_answered_or_said_to_be_open(assistant: Assistant, question: str, told: list[str]) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert all(one in answer.text for one in told)


def test_the_projects_of_one_grade_are_not_all_of_them(assistant: Assistant) -> None:
    answer = assistant.ask("桐花县园艺局2030年绩效自评几个项目？优几个？")
    assert all(told in answer.text.replace("**", "") for told in ("9个", "7个"))


def test_nothing_is_called_open_where_all_is_told(assistant: Assistant) -> None:
    assert "另问" not in assistant.ask("你好？桐花县园艺局行政运行多少？").text


@pytest.mark.parametrize("question", ["桐花县园艺局湿地林木保护科负责什么？", "桐花县园艺局湿地林木保护科的职责是什么？"])
def test_an_office_is_given_no_duty_by_the_words_of_its_name(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "not_found"
