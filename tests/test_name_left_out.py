"""Words that a follow-up leaves out are taken from the question before it."""

from __future__ import annotations

import pytest

from app.dialogue.name_left_out import in_full


@pytest.mark.parametrize(
    ("earlier", "question", "meant"),
    [
        ("园林局有几个项目", "哪个得分最低", "哪个项目得分最低"),
        ("园林局有哪些项目？", "那哪个没有满分", "那哪个项目没有满分"),
        ("园林局有几个项目|哪个得分最低", "其他的都是多少分", "各项目得分分别是多少"),
        ("园林局有几辆公车", "花了多少维护费", "公务用车运行维护费多少"),
        ("园林局公务用车购置费多少", "那维护费呢？", "公务用车运行维护费多少"),
        ("园林局项目支出多少", "有哪些", "有哪些项目"),
        ("园林局三公经费多少|跟去年比呢|为什么", "哪项占大头", "三公经费里哪项最多"),
        ("园林局预算比上年增加多少", "增长率呢", "园林局预算比上年增长百分之几"),
        ("园林局预算为什么涨这么多", "涨了百分之几", "园林局预算比上年增长百分之几"),
        ("园林局三公经费多少|其中接待费呢", "哪项最多", "哪项最多"),
        ("园林局三公经费多少|渡口局呢", "谁最多", "谁最多"),
        ("园林局办公费多少", "有哪些", "有哪些"),
        ("园林局办公费多少", "增长率呢", "增长率呢"),
        ("园林局有几个科室", "哪个得分最低", "哪个得分最低"),
        ("园林局有几个项目", "哪个科室管", "哪个科室管"),
        ("园林局办公费多少", "维护费呢", "维护费呢"),
        ("园林局有几辆公车", "平台维护费呢", "平台维护费呢"),
        ("园林局有几辆公车", "运行经费多少", "运行经费多少"),
        ("园林局有几个科室", "其他的都是多少分", "其他的都是多少分"),
    ],
)
def test_what_is_left_out_is_put_in_words(earlier: str, question: str, meant: str) -> None:
    assert in_full(question, tuple(earlier.split("|")))[0] == meant


def test_what_was_asked_twice_is_kept_once() -> None:
    asked, before = in_full("维护费多少", ("园林局有几辆公车", "运行维护费多少"))
    assert (asked, before) == ("公务用车运行维护费多少", ("园林局有几辆公车",))


def test_a_first_question_stays_as_it_is() -> None:
    assert in_full("哪个得分最低", ()) == ("哪个得分最低", ())
