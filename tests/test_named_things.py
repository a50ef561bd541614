"""What a question names: tables by a loose name, one thing by two names, names shortened or with a slip."""

from __future__ import annotations

import pytest
from figure_documents import BUDGET, FINAL, find, index

from retrieval.bodies.mention import Mention
from retrieval.bodies.name_units import is_excluded
from retrieval.names.loose_tables import loose_tables
from retrieval.names.mend_names import mend_names
from retrieval.names.restore_labels import restore_labels
from retrieval.names.short_names import short_names
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import load_vocabulary

TITLES = ("部门收支总体情况表", "部门支出总体情况表", "一般公共预算基本支出预算表", "一般公共预算基本支出明细表", "部门整体自评表")


def texts(question: str, text: str = FINAL) -> list[list[str]]:
    return [
        [one.text for one in found.candidates[:1] if not found.missing] for task in find(question, text=text).tasks for found in task.found
    ]


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("那张支出总表上", ["部门支出总体情况表"]),
        ("整体自评情况表里", ["部门整体自评表"]),
        ("基本支出汇总表", ["一般公共预算基本支出明细表", "一般公共预算基本支出预算表"]),
        ("部门整体自评表", []),
        ("项目支出表", []),
        ("支出表示什么", []),
    ],
)
def test_a_table_is_known_by_what_its_title_says_besides_form(question: str, titles: list[str]) -> None:
    found = list(loose_tables(question, TITLES, TITLES))
    assert [key for _, _, keys in found for key in keys] == titles


def test_the_body_before_a_table_is_no_row() -> None:
    assert restore_labels("桐花县粮食局支出总表多少", "      支出总表多少", index(BUDGET)) == "      支出总表多少"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("行政运行，03表里的合计是多少", [["180.00"]]),
        ("行政运行是多少，注意是公开03表那个", [["180.00"]]),
        ("行政运行和档案馆，支出决算表上各是多少", [["180.00"], ["80.00"]]),
        ("行政运行，公开06表里是多少", [[]]),
    ],
)
def test_a_table_named_apart_is_where_the_thing_spoken_of_is_looked_up(question: str, expected: list[list[str]]) -> None:
    assert texts(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("221 02 01住房公积金支出决算表里多少", [["40.00"]]),
        ("2012604那行，就是档案馆，是多少", [["80.00"]]),
        ("两笔：2012601行政运行和2012604档案馆，各多少", [["180.00"], ["80.00"]]),
        ("2012604行政运行是多少", [[]]),
        ("30101基本工资对应50501工资福利支出的那笔是多少", [["15.00"]]),
    ],
)
def test_a_code_and_the_name_of_its_row_are_one_thing(question: str, expected: list[list[str]]) -> None:
    assert texts(question, BUDGET if "50501" in question else FINAL) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("其他养老支出是多少", [("其他养老支出", "其他行政事业单位养老支出")]),
        ("其他单位养老", [("其他单位养老", "其他行政事业单位养老支出")]),
        ("其他支出", []),
        ("食品抽检", []),
        ("行政事业单位养老", []),
    ],
)
def test_a_name_shortened_in_its_middle_is_known_where_one_row_alone_is_meant(question: str, expected: list[tuple[str, str]]) -> None:
    names = ("其他行政事业单位养老支出", "行政事业单位养老支出", "食品安全监督抽检", "食品监督抽检批次")
    assert [(question[start:end], keys[0]) for start, end, keys in short_names(question, names, ("行政事业单位养老",))] == expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("养老宝险多少", "养老保险多少"),
        ("差吕费合计是多少", "差吕费合计是多少"),
        ("等不等于一般公共服务支出", "等不等于一般公共服务支出"),
        ("支出合计是多少", "支出合计是多少"),
    ],
)
def test_a_slip_within_a_name_is_mended_and_no_word_is_taken_for_one(typed: str, meant: str) -> None:
    assert mend_names(fold(typed), index(FINAL).windows, load_vocabulary())[0] == meant


def test_a_sum_within_a_scope_has_the_scope_for_no_addend() -> None:
    (task,) = find("基本支出里的行政运行和住房公积金合起来一共多少").tasks
    assert (task.task.reducer, task.task.unknown) == ("sum", ())


@pytest.mark.parametrize("question", ["局机关(不算下面的粮库)多少", "局机关(不含其下属的粮库)多少"])
def test_a_unit_left_out_with_a_word_of_rank_is_left_out(question: str) -> None:
    mention = Mention((0,), "粮库", ((question.find("粮库"), question.find("粮库") + 2),))
    assert is_excluded(question, mention)


def test_what_a_slip_was_taken_for_is_told_by_the_whole_name() -> None:
    assert mend_names("公务接代费多少", index(FINAL).windows, load_vocabulary())[1] == (("公务接代费", "公务接待费"),)


def test_a_word_of_any_name_narrows_none() -> None:
    assert texts("决算三公经费合计是多少") == texts("三公经费合计是多少")
