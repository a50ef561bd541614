"""What staff write for their own knowledge base: names of bodies with their years, fixed answers, taken at the next question."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.commands.cli_session import word_problems
from app.documents.answer_fixed import answer_fixed
from retrieval.query import DocumentChoice
from retrieval.spelling.load_staff_words import FixedAnswer, StaffWordsError, load_staff_words
from retrieval.spelling.load_vocabulary import load_vocabulary
from retrieval.spelling.rename_bodies import rename_bodies

ALIASES = """[[alias]]
asked = ["灯塔处"]
organization = "桐花县航道局"
until = 2029

[[alias]]
asked = ["灯塔处"]
organization = "桐花县海事局"
from = 2030
"""


@pytest.mark.parametrize(
    ("question", "renamed"),
    [
        ("灯塔处2028年的支出是多少", "桐花县航道局2028年的支出是多少"),
        ("灯塔处2031年的支出是多少", "桐花县海事局2031年的支出是多少"),
        ("灯塔处的支出是多少", "桐花县海事局的支出是多少"),
        ("渡口处的支出是多少", "渡口处的支出是多少"),
    ],
)
def test_an_alias_means_the_body_of_its_years(tmp_path: Path, question: str, renamed: str) -> None:
    (tmp_path / "aliases.toml").write_text(ALIASES, "utf-8")
    assert rename_bodies(question, load_staff_words(tmp_path).aliases)[0] == renamed


def test_words_are_taken_at_the_next_question(tmp_path: Path) -> None:
    assert load_staff_words(tmp_path).aliases == ()
    path = tmp_path / "aliases.toml"
    path.write_text(ALIASES, "utf-8")
    assert len(load_staff_words(tmp_path).aliases) == 2
    synonyms = tmp_path / "synonyms.toml"
    for number, word in enumerate(("灯油钱", "渡船钱")):
        synonyms.write_text(f'[[synonym]]\nasked = ["{word}"]\nnames = ["燃料费"]\n', "utf-8")
        os.utime(synonyms, (number, number))
        assert load_vocabulary(tmp_path).synonyms[0].asked == (word,)


FIXED = (FixedAnswer(("咨询电话是多少",), "请打值班电话。", "桐花县海事局", "值班室"),)


@pytest.mark.parametrize(
    ("rest", "organization", "text"),
    [
        ("      的咨询电话是多少呢?", "桐花县海事局", "请打值班电话。\n（这是工作人员写定的回答。）来源：值班室。"),
        ("      咨询电话", "桐花县海事局", "请打值班电话。\n（这是工作人员写定的回答。）来源：值班室。"),
        ("      咨询电话", "桐花县航道局", None),
        ("      的咨询电话费用支出是多少?", "桐花县海事局", None),
    ],
)
def test_a_fixed_answer_answers_its_own_question_alone(rest: str, organization: str, text: str | None) -> None:
    answer = answer_fixed(DocumentChoice((), rest, (organization,)), FIXED)
    assert (answer.text if answer else None) == text


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("aliases.toml", "[[alias]\n", "第 1 行"),
        ("aliases.toml", '[[alias]]\nasked = ["灯塔处"]\n', "“organization”"),
        ("answers.toml", '[[answer]]\nquestion = ["电话"]\ntext = "见门口"\n', "“question”"),
        ("answers.toml", '[[alias]]\nasked = ["灯塔处"]\n', "“alias”"),
    ],
)
def test_words_written_wrongly_are_told_with_their_place(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(StaffWordsError):
        load_staff_words(tmp_path)
    (problem,) = word_problems(tmp_path)
    assert name in problem
    assert told in problem
