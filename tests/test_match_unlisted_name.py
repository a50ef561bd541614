"""Bodies that no list names, told by their form."""

from __future__ import annotations

import pytest

from retrieval.bodies.match_unlisted_name import match_unlisted_name


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("南岭省财政厅2031年收入总计", "南岭省财政厅"),
        ("松江中学的三公经费", "松江中学"),
        ("请看,柳城县第二幼儿园预算多少", "柳城县第二幼儿园"),
        ("东湖集团2031年支出", "东湖集团"),
        ("省水利厅公务接待费", "省水利厅"),
    ],
)
def test_an_unlisted_body_is_recognised(question: str, name: str) -> None:
    ((start, end),) = match_unlisted_name(question)
    assert question[start:end] == name


@pytest.mark.parametrize(
    "question",
    [
        "哪个局2031年三公经费最多",
        "三个局的支出",
        "本局2031年收入",
        "公立医院2031年支出",
        "各学校预算",
        "公务接待费是多少",
        "2031年收入总计",
        "全局三公经费",
        "",
    ],
)
def test_general_words_and_accounts_name_no_body(question: str) -> None:
    assert match_unlisted_name(question) == ()
