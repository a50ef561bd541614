"""Accounts of one level ranked by amount or by change."""

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

第二部分 2031年部门预算表

部门支出总体情况表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t480.00\t290.00\t190.00
213\t农林水支出\t430.00\t240.00\t190.00
21302\t林业和草原\t430.00\t240.00\t190.00
2130201\t行政运行\t240.00\t240.00\t0.00
2130205\t森林资源培育\t60.00\t0.00\t60.00
2130207\t森林资源管理\t130.00\t0.00\t130.00
221\t住房保障支出\t50.00\t50.00\t0.00
22102\t住房改革支出\t50.00\t50.00\t0.00
2210201\t住房公积金\t50.00\t50.00\t0.00

一般公共预算支出情况表

单位：万元

科目编码\t科目名称\t2030年执行数\t2031年预算数
\t合计\t400.00\t450.00
2130201\t行政运行\t250.00\t240.00
2130205\t森林资源培育\t20.00\t60.00
2130207\t森林资源管理\t90.00\t100.00
2210201\t住房公积金\t40.00\t50.00

一般公共预算基本支出经济分类表

单位：万元

科目编码\t科目名称\t合计
\t合计\t290.00
30101\t基本工资\t190.00
30201\t办公费\t60.00
30211\t差旅费\t40.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("home")
    (folder / "林场预算.txt").write_text(TEXT, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("项目支出最大的两个功能科目（项级）是哪些，各多少", [("森林资源管理", "130.00"), ("森林资源培育", "60.00")]),
        ("支出最大的项级科目是哪个", [("行政运行", "240.00")]),
        ("支出按类级科目看最大的是哪个", None),  # two classes alone
        ("农林水支出里哪个项级科目最小", [("森林资源培育", "60.00")]),
        ("节能环保支出里哪个项级科目最小", None),
        ("行政运行和住房公积金两个项级科目哪个支出最多", [("行政运行", "240.00")]),
        ("行政运行这个项级科目最多花了多少", None),
        ("一般公共预算哪个项级科目增加得最多", [("森林资源培育增加", "40.00")]),
        ("一般公共预算哪个项级科目减少得最多", [("行政运行减少", "10.00")]),
        ("基本支出里最大的经济科目是哪个", [("基本工资", "190.00")]),
    ],
)
def test_accounts_of_the_level_that_is_asked_for(assistant: Assistant, question: str, values: list[tuple[str, str]] | None) -> None:
    answer = assistant.ask(f"桐花县林场管理局2031年{question}？")
    assert answer.status == ("answered" if values else "not_found")
    assert [(one.label, str(one.value)) for one in answer.values] == (values or [])
    assert all(one.cell is not None for one in answer.citations)
