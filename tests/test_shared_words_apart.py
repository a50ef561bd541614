"""Shares of purchases of one kind, and warnings that would hold a body's total against one of its projects."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.checks.total_of_body import concerns
from ingest.document import Check, Document, Term
from ingest.parse_document import parse_document
from retrieval.spelling.reword import in_usual_words

BOOK = """云州市水务局2024年部门预算

第一部分 概况

一、部门预算单位构成

云州市水务局部门预算包括：云州市水务局本级、云州市河道站。

第二部分 部门预算表

项目支出预算表

单位：万元

类型\t项目名称\t项目单位\t合计
其他运转类\t河堤检测加固\t云州市水务局本级\t17.10
其他运转类\t渡口值守劳务费\t云州市河道站\t12.90
合计\t\t\t30.00

项目绩效目标表

单位：万元

单位编码\t单位（项目）名称\t资金总额\t指标值
122001\t云州市水务局本级\t17.10\t90天
122002\t云州市河道站\t19.90\t90天
"""


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "云州市水务局2024年部门预算.txt"
    path.write_text(BOOK, encoding="utf-8")
    return parse_document(path)


def of_body(document: Document) -> Check:
    (check,) = (one for one in document.checks if one.verdict == "broken" and "资金总额" in one.identity)
    return check


def test_a_project_is_not_held_against_the_total_of_its_body(document: Document) -> None:
    check = of_body(document)
    assert not concerns(check, [one.unsigned for one in check.right], document)
    assert not concerns(check, [Term(figure=index) for index in range(len(document.figures)) if index != check.left[0].figure], document)


def test_the_total_of_a_body_is_held_against_its_projects(document: Document) -> None:
    check = of_body(document)
    assert concerns(check, [one.unsigned for one in check.left], document)


@pytest.mark.parametrize("kind", ["货物", "工程", "服务"])
@pytest.mark.parametrize(
    "asked", ["政府采购{}占总额多少", "政府采购{}占总额的比重", "政府采购里的{}占总数的百分之几", "云州局采购{}支出占总额比例是多少"]
)
def test_a_kind_of_purchases_in_the_total_is_a_share_of_all_purchases(asked: str, kind: str) -> None:
    assert in_usual_words(asked.format(kind)).endswith(f"政府采购{kind}支出占政府采购支出总额的比重")


@pytest.mark.parametrize("asked", ["政府采购中小企业占总额多少", "授予小微企业的政府采购工程占总额多少", "集中采购工程占总额多少"])
def test_purchases_of_another_kind_stay_as_they_are(asked: str) -> None:
    assert "占政府采购支出总额的比重" not in in_usual_words(asked)
