"""The score that the prose gives a project against the total of its form."""

from __future__ import annotations

from dataclasses import replace

import pytest
from form_documents import figure, forms

from ingest.checks.check_arithmetic import Arithmetic
from ingest.checks.check_scores import check_scores
from ingest.document import Document, Paragraph, Place, Section
from ingest.figures.extract_statements import extract_statements


def scored(*sentences: str, total: str = "92.5") -> Document:
    base = forms()
    form = replace(base.tables[6], index=0)
    figures = (figure(0, 1, ("产出指标", "卷册归还率"), "得分", "8.5", ""), figure(0, 9, ("总分",), "得分", total, ""))
    sections = (Section(("绩效自评结果",), tuple(Paragraph(one, Place()) for one in sentences), Place()),)
    return Document(base.info, sections, (form,), figures, extract_statements(sections))


def verdicts(document: Document) -> list[str]:
    return [check.verdict for check in check_scores(Arithmetic(document))]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("“古籍整理”项目自评得分95.20分，执行数3.00万元。", ["broken"]),
        ("“古籍整理”项目自评得分92.50分，执行数3.00万元。", ["holds"]),
        ("古籍整理项目绩效自评得分为90分。", ["broken"]),
        ("1.古籍整理项目绩效自评综述：项目自评得分为92.5分。", ["holds"]),
        ("“古木抢救”项目自评得分95.20分。", []),
        ("“古籍整理”和“古木抢救”项目自评综述：自评得分为95.20分。", []),
    ],
)
def test_the_score_of_the_project_that_is_named_is_held_against_its_form(sentence: str, verdict: list[str]) -> None:
    assert verdicts(scored(sentence)) == verdict


def test_a_rate_without_a_name_is_of_no_score() -> None:
    stated = scored("“古籍整理”项目自评得分92.5分，主要问题：借阅人外出较多，2024年为31.4%。").statements
    assert [one.value for one in stated] == ["92.5分"]
