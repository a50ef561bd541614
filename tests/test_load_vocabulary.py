"""The words that questions are made of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import load_vocabulary


def test_every_word_is_stored_as_questions_are_folded() -> None:
    words = [word for synonym in load_vocabulary().synonyms for word in (*synonym.asked, *synonym.names)]
    assert len(words) > 100
    assert [word for word in words if word != fold(word)] == []


def test_no_synonym_leads_nowhere() -> None:
    assert [synonym for synonym in load_vocabulary().synonyms if not (synonym.asked or synonym.patterns) or not synonym.names] == []


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("占支出合计的百分之几", "share"),
        ("完成年初预算的百分之几", "completion"),
        ("比上年增加多少", "change"),
        ("增长率是多少", "change_rate"),
        ("加起来多少", "sum"),
        ("哪个多", "difference"),
        ("从高到低排名", "rank"),
        ("最高的是", "maximum"),
        ("最少的是", "minimum"),
        ("人均多少", "per"),
        ("是多少倍", "times"),
        ("有哪些", "list"),
    ],
)
def test_operation_words_are_known(question: str, operation: str) -> None:
    assert operation in [name for name, pattern in load_vocabulary().operations if pattern.search(question)]


def test_longer_fillers_are_taken_before_shorter() -> None:
    assert load_vocabulary().fillers.sub("", "多少钱") == ""
    assert load_vocabulary().long_fillers.sub("", "家具") == "家具"


@pytest.mark.parametrize(("name", "is_standard"), [("取暖费", True), ("维修护费", True), ("教育", True), ("灯塔费", False)])
def test_standard_accounts_are_known_by_their_folded_names(name: str, is_standard: bool) -> None:
    assert (name in load_vocabulary().standard_names) is is_standard


def test_lists_are_asked_for_by_pattern_and_found_by_title() -> None:
    lists = {one.name: one for one in load_vocabulary().lists}
    assert lists["projects"].pattern.search("有哪些项目")
    assert any(re.search(title, "2031年项目支出表") for title in lists["projects"].titles)


def test_staffs_own_synonyms_come_first(tmp_path: Path) -> None:
    (tmp_path / "synonyms.toml").write_text('[[synonym]]\nasked = ["灯油钱"]\nnames = ["灯 油（费）"]\n', "utf-8")
    first = load_vocabulary(tmp_path).synonyms[0]
    assert (first.asked, first.names) == (("灯油钱",), ("灯油费",))
    assert len(load_vocabulary(tmp_path).synonyms) == len(load_vocabulary().synonyms) + 1
