"""The project that a question names by an end of its name."""

from __future__ import annotations

import pytest

from app.forms.match_rows import named_project

PROJECTS = ("苗木服务平台短信专项费1", "“林长通”平台建设1", "古树名木复壮费")


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("短信专项费执行多少", "苗木服务平台短信专项费1"),
        ("平台建设花了多少", "“林长通”平台建设1"),
        ("名木复壮费自评得了几分", "古树名木复壮费"),
    ],
)
def test_the_end_of_one_name_alone_names_it(question: str, meant: str) -> None:
    assert (named_project(question, PROJECTS) or ("", ""))[0] == meant


@pytest.mark.parametrize("question", ["信用平台建设花了多少", "复壮费执行多少", "短信专项费审计结果"])
def test_the_end_of_another_word_names_none(question: str) -> None:
    assert named_project(question, PROJECTS) is None
