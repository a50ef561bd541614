"""Words that only talk and ask, told from words that narrow what is asked for."""

from __future__ import annotations

import pytest
from figure_documents import FINAL, index

from app.without_premise import without_premise
from retrieval.is_talk import is_talk
from retrieval.load_vocabulary import load_vocabulary
from retrieval.normalize_question import normalize_question
from retrieval.parse_question import parse_question
from retrieval.task import Reading


def read(question: str) -> Reading:
    return parse_question((normalize_question(question),), index(FINAL), load_vocabulary())


@pytest.mark.parametrize("text", ["到底多少", "放到多少", "各百分之多少", "得准备多少万元", "另外两家呢", "表上写的是几万", "再帮我看一下"])
def test_a_phrase_that_only_asks_is_talk(text: str) -> None:
    assert is_talk(text, load_vocabulary().talk)


@pytest.mark.parametrize("text", ["去年是多少", "其中买服务多少", "没花出去多少", "下属单位多少", "上半年多少", "工资多少", "在编的有几个"])
def test_a_phrase_with_a_word_that_narrows_is_no_talk(text: str) -> None:
    assert not is_talk(text, load_vocabulary().talk)


@pytest.mark.parametrize(
    "question",
    ["差旅费，到底多少", "差旅费花了多少，具体是几万元", "差旅费和办公费加到一块，得准备多少万元", "项目支出占支出合计的比重，百分之几"],
)
def test_a_last_part_that_only_asks_again_changes_nothing(question: str) -> None:
    reading = read(question)
    assert reading.unhandled == ()
    assert len(reading.tasks) == 1


@pytest.mark.parametrize("question", ["差旅费是多少，其中买文具多少", "差旅费是多少，去年多少", "差旅费是多少，结余多少"])
def test_a_last_part_that_asks_for_something_else_is_not_passed_over(question: str) -> None:
    assert read(question).unhandled


@pytest.mark.parametrize(
    ("question", "measure", "reducer"),
    [
        ("办公费和差旅费哪个大？大出多少", "value", "difference"),
        ("办公费、差旅费、基本工资谁最多？比最少的那个多多少", "value", "spread"),
        ("办公费和差旅费，哪个放得最宽", "value", "loosest"),
        ("三公经费执行到百分之多少", "completion", None),
        ("公务接待费砍掉了多少", "change", None),
    ],
)
def test_an_operation_is_known_in_other_words(question: str, measure: str, reducer: str | None) -> None:
    task = read(question).tasks[-1]
    assert (task.measure, task.reducer) == (measure, reducer)


def test_a_share_of_what_stands_between_in_and_within_has_that_for_its_whole() -> None:
    (task,) = read("差旅费在公用经费里占的份额是多少").tasks
    assert [one.asked for one in task.wants[0].mentions] == ["差旅费"]
    assert task.denominator is not None
    assert [one.asked for one in task.denominator.mentions] == ["公用经费"]


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("差旅费花了不到十万吧?到底多少", "差旅费?到底多少"),
        ("运行经费2031年翻了一番还多,那2030年的基数是多少", "运行经费,那2030年是多少"),
        ("接待费2031年压了1.10万下来,那压之前的2030年是多少", "接待费,那2030年是多少"),
        ("差旅费超过十万了吗", "差旅费超过十万了吗"),
    ],
)
def test_what_a_question_guesses_or_presupposes_is_not_asked(question: str, left: str) -> None:
    assert without_premise(question).replace(" ", "") == left


@pytest.mark.parametrize("question", ["大学生就业见习补贴,2031年花了多少", "居民医疗补助,2031年花了多少"])
def test_an_item_for_students_or_residents_is_no_asker(question: str) -> None:
    assert normalize_question(question) == question
