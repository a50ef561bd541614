"""The last resort for a question that asks for words."""

from __future__ import annotations

import pytest

from app.answerer.answer_by_quote import answer_by_quote
from ingest.document import Chunk, DocumentInfo, Place
from retrieval.evidence import PassageEvidence

INFO = DocumentInfo("a", "a.txt", title="桐花县档案局预算", organization="桐花县档案局", year=2031, kind="预算")


def passages(table: int | None = None) -> list[PassageEvidence]:
    body = "桐花县档案局 2031年预算 > 绩效\n绩效评价结果用于改进下一年的项目管理。档案库房加装恒温设备。"
    return [PassageEvidence(INFO, Chunk("a:0", ("第二部分", "绩效"), body, Place(3), table=table), 1.0)]


def ask(question: str, table: int | None = None) -> str | None:
    answer = answer_by_quote(question, question, passages(table))
    return answer.citations[0].quote if answer else None


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("绩效评价结果用于什么", "绩效评价结果用于改进下一年的项目管理。"),
        ("档案库房加装了什么设备", "档案库房加装恒温设备。"),
        ("灯塔管理办法是什么内容", None),
        ("档案库房加装恒温设备花了多少", None),
        ("你觉得档案库房加装恒温设备合理吗", None),
        ("绩效评价结果", None),
        ("档案库房加装恒温设备要多久", None),
        ("绩效评价结果一亩给多少", None),
        ("什么", None),
    ],
)
def test_only_a_sentence_that_holds_what_was_asked_is_quoted(question: str, quote: str | None) -> None:
    assert ask(question) == quote


def test_a_table_is_not_quoted() -> None:
    assert ask("绩效评价结果用于什么", table=2) is None


def test_a_quote_has_its_source() -> None:
    answer = answer_by_quote("绩效评价结果用于什么", "绩效评价结果用于什么", passages())
    assert answer is not None
    assert (answer.status, answer.answered_by) == ("answered", "quote")
    assert (answer.citations[0].section, answer.citations[0].page, answer.citations[0].document) == ("第二部分 > 绩效", 3, "a.txt")
    assert answer.text == "桐花县档案局2031年预算写道：“绩效评价结果用于改进下一年的项目管理。”[1]"
