"""Questions to go on with, and what to ask where nothing was found."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.answer import Answer, Citation, Value
from app.documents.suggest_questions import suggest_questions
from app.telling.describe_scope import describe_scope
from ingest.document import DocumentInfo

OWN = DocumentInfo("1", "a.txt", organization="云岭市灯塔局", year=2031, kind="预算", scope="部门", region="云岭市")
FORMER = replace(OWN, id="2", year=2030)
ACCOUNT = replace(OWN, id="3", kind="决算")
OTHER = replace(OWN, id="4", organization="云岭市钟表局")
INFOS = (OWN, FORMER, ACCOUNT, OTHER)
CITED = Citation("a.txt", "1", "甲", "", "", table="一般公共预算支出表")
FOUND = Answer("answered", "", values=(Value("办公费", Decimal(1), "万元"),), citations=(CITED,))
QUESTION = "云岭市灯塔局2031年办公费预算是多少"


def test_other_years_and_kinds_come_first_and_only_what_is_answered() -> None:
    answered = lambda question: Answer("not_found" if "2030" in question else "answered", "")  # noqa: E731
    assert list(suggest_questions(QUESTION, FOUND, INFOS, answered)) == [
        "云岭市灯塔局2031年办公费决算是多少", "云岭市灯塔局和云岭市钟表局2031年办公费预算哪个多？",
        "云岭市灯塔局2031年办公费预算比上年增减的原因是什么？",
    ]  # fmt: skip


def test_nothing_that_was_asked_is_suggested() -> None:
    former = QUESTION.replace("2031", "2030")
    asked = list(suggest_questions(QUESTION, FOUND, INFOS, lambda _: Answer("answered", ""), (former,)))
    assert len(asked) == 3
    assert former not in asked
    assert QUESTION not in asked


def test_where_nothing_was_found_the_likest_organisation_is_offered() -> None:
    asked = list(suggest_questions("钟表的天气", Answer("not_found", ""), INFOS, lambda _: Answer("answered", "")))
    assert asked[0].startswith("云岭市钟表局2031年")


def test_scope_says_whose_year_kind_and_funds() -> None:
    known = {info.id: info for info in INFOS}
    assert describe_scope([CITED], known.get) == ("云岭市灯塔局", "2031年", "部门预算", "一般公共预算")
    both = [CITED, replace(CITED, document_id="4", table="政府性基金支出表"), replace(CITED, document_id="gone")]
    assert describe_scope(both, known.get) == ("云岭市灯塔局、云岭市钟表局", "2031年", "部门预算")
