"""What one unit has of the item asked for before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

TEXT = """桐花县林场管理局
2031年部门预算

第一部分 桐花县林场管理局概况

一、主要职责

（一）负责全县苗圃的养护。

二、部门预算单位构成

纳入部门预算编制范围的单位共2个：1.桐花县林场管理局本级；2.桐花县苗木中心。

第二部分 2031年部门预算表

部门收入总体情况表

单位：万元

单位名称\t合计\t一般公共预算
合计\t480.00\t480.00
桐花县林场管理局本级\t400.00\t400.00
桐花县苗木中心\t80.00\t80.00

部门支出总体情况表

单位：万元

科目编码\t科目名称\t合计
\t合计\t480.00
2130201\t行政运行\t360.00
2130204\t苗木中心\t120.00

一般公共预算“三公”经费支出情况表

单位：万元

单位名称\t合计\t公务接待费
合计\t5.00\t5.00
桐花县林场管理局本级\t3.00\t3.00
桐花县苗木中心\t2.00\t2.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("home")
    (folder / "林场预算.txt").write_text(TEXT, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("before", "question", "told"),
    [
        ("公务接待费是多少？", "其中苗木中心是多少？", "2.00万元"),
        ("收入预算多少？", "其中苗木中心呢？", "80.00万元"),
        ("支出合计是多少？", "其中行政运行是多少？", "360.00万元"),
        ("公务接待费是多少？", "那苗木中心又是多少？", "2.00万元"),
        ("公务接待费是多少？", "苗木中心有多少？", "2.00万元"),
        ("行政运行支出多少？", "那公务接待费呢？", "5.00万元"),
    ],
)
def test_a_unit_has_its_part_of_what_was_asked_for(assistant: Assistant, before: str, question: str, told: str) -> None:
    answer = assistant.ask(question, (f"桐花县林场管理局2031年{before}",))
    assert answer.status == "answered"
    assert told in answer.text


def test_a_follow_up_that_names_what_is_not_there_repeats_nothing(assistant: Assistant) -> None:
    answer = assistant.ask("那用电呢？", ("桐花县林场管理局2031年公务接待费是多少？",))
    assert answer.status == "not_found"
    assert not answer.values


@pytest.mark.parametrize(
    ("question", "told"), [("桐花县苗木中心一般公共预算是多少？", "80.00万元"), ("桐花县苗木中心合计是多少？", "80.00万元")]
)
def test_a_units_own_row_is_told(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).text
