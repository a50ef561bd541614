"""How many points an indicator lost."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from form_documents import forms

from app.answer import Answer, Value
from app.checks.check_asked import tells_less
from app.forms.form_rows import read_rows
from app.question.text_question import TextQuestion
from app.targets.answer_points_lost import answer_points_lost
from retrieval.query import DocumentChoice


def ask(question: str) -> Answer | None:
    return answer_points_lost(TextQuestion(question, question, (forms(),), DocumentChoice(("forms",), rest=question)))


@pytest.mark.parametrize(
    "question",
    [
        "古籍整理项目卷册归还率扣了几分?",
        "古籍整理项目,卷册归还率为何没拿满分,扣了多少分?",
        "古籍整理项目哪些指标丢了分,各丢几分?",
        "古籍整理项目哪些指标扣了分?",
        "古籍整理项目哪个三级指标扣分最多,扣了几分?",
        "古籍整理项目哪几个指标没得满分?",
    ],
)
def test_what_was_got_is_taken_from_what_could_be_got(question: str) -> None:
    answer = ask(question)
    assert answer is not None
    assert [(str(value.value), value.unit) for value in answer.values] == [("1.5", "分")]
    assert "借阅人外出" in answer.text


@pytest.mark.parametrize("question", ["古籍整理项目借阅率扣了几分?", "扣了几分?", "古籍整理项目卷册归还率得了几分?"])
def test_what_no_form_scores_or_the_points_got_are_left_to_others(question: str) -> None:
    assert ask(question) is None


def test_points_that_were_got_do_not_tell_how_many_were_lost() -> None:
    told = Answer("answered", "得分8.50分", (Value("卷册归还率·得分", Decimal("8.50"), "分"),), answered_by="quote")
    assert tells_less(told, "卷册归还率扣了几分?")
    assert not tells_less(told, "卷册归还率得了几分?")


def projects_of(title: str) -> set[str]:
    read = forms()
    titled = tuple(replace(one, title=title, context=None) if one.context else one for one in read.tables)
    return {row.project for row in read_rows(replace(read, tables=titled), re.compile(re.escape(title)))}


def test_a_form_whose_title_names_its_project_is_of_that_project() -> None:
    assert projects_of("项目支出绩效自评表（古树名录编制）") == {"古树名录编制"}
    assert projects_of("古树名录编制项目支出绩效自评表") == {"古树名录编制"}
    assert projects_of("4.古树名录编制绩效目标表") == {"古树名录编制"}
    assert projects_of("2031年度项目支出绩效自评表") == {""}
    assert projects_of("项目支出绩效自评表（2031年度）") == projects_of("项目绩效目标表（部门汇总）") == {""}
