"""Turns of a word or two as the questions that they stand for, wordings of every day, what is answered by the turn or part before."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import cast

import pytest

from app.answer import Answer, Citation, Value
from app.dialogue.fund_within import fund_within
from app.dialogue.loses_item import loses_item
from app.dialogue.spell_turn import spell_turn
from app.question_reader import QuestionReader
from app.relations.answer_in_turns import answer_in_turns
from app.relations.answer_part_by_part import WITHIN
from retrieval.spelling.reword import in_usual_words

ITEMS = ("政府性基金预算财政拨款收入", "彩票公益金支出", "城乡社区支出", "人员经费", "支出合计", "办公费")


class Reader:
    """A reader that knows a few items by their whole names and no body."""

    def named_item(self, question: str, _: Sequence[str]) -> str:
        """The first item of which a question speaks."""
        return next((one for one in ITEMS if one in question), "")


READER = cast(QuestionReader, Reader())


def told(label: str, number: str, row: str, unit: str = "万元") -> Answer:
    cited = Citation("a.txt", "a", "表", "", number, table="支出表", row=(row,), col=("金额",))
    return Answer(
        "answered", f"{label}：**{number}{unit}**", (Value(label, Decimal(number), unit),), citations=(cited,), answered_by="rule"
    )


@pytest.mark.parametrize(
    ("asked", "before", "spelt"),
    [
        ("车呢", "2031年国有资产占用情况", "车辆是多少"),
        ("公车呢", "2031年三公经费多少", "公务用车购置及运行维护费是多少"),
        ("那公务用车呢", "出国花了多少", "公务用车购置及运行维护费是多少"),
        ("车呢", "2031年支出多少", "车呢"),
        ("运行费呢", "公车多少钱", "公务用车运行维护费是多少"),
        ("运行维护费", "三公经费多少", "公务用车运行维护费是多少"),
        ("运行费呢", "机房多少钱", "运行费呢"),
        ("增长率", "办公费比上年增加多少", "办公费比上年增加多少"),
        ("降幅呢", "办公费减少了多少", "办公费减少了多少"),
        ("下降了百分之几", "办公费比2030年少了多少", "办公费比2030年少了多少"),
        ("增长率", "办公费多少", "增长率"),
    ],
)
def test_a_bare_word_is_of_what_was_spoken_of(asked: str, before: str, spelt: str) -> None:
    assert spell_turn(asked, (before,), READER) == spelt
    assert spell_turn(asked, (), READER) == asked


@pytest.mark.parametrize(
    ("asked", "history", "meant"),
    [
        ("年末结转呢", ("政府性基金预算财政拨款收入多少",), "政府性基金预算财政拨款年末结转和结余是多少"),
        ("那年底结余多少", ("政府性基金花了多少",), "政府性基金年末结转和结余是多少"),
        ("上年结转多少", ("国有资本经营预算多少",), "国有资本经营预算上年结转和结余是多少"),
        ("结转资金呢", ("彩票公益金支出多少",), "彩票公益金结转和结余是多少"),
        ("年初呢", ("政府性基金预算财政拨款收入多少", "年末结转呢"), "政府性基金预算财政拨款年初结转和结余是多少"),
        ("年初呢", ("政府性基金预算财政拨款收入多少",), "年初呢"),
        ("年末结转呢", ("政府性基金花了多少", "城乡社区支出多少"), "年末结转呢"),
        ("年末结转呢", ("城乡社区支出多少",), "年末结转呢"),
        ("项目呢", ("人员经费多少",), "项目支出是多少"),
        ("项目呢", ("城乡社区支出多少",), "城乡社区支出的项目支出是多少"),
    ],
)
def test_what_is_left_is_of_the_fund_spoken_of(asked: str, history: tuple[str, ...], meant: str) -> None:
    assert fund_within(asked, history, READER) == meant


@pytest.mark.parametrize(
    ("question", "before", "answer", "is_lost"),
    [
        ("去年呢", told("办公费", "5", "办公费"), told("支出合计", "90", "支出合计"), True),
        ("2030年的呢", told("办公费", "5", "办公费"), told("支出合计", "90", "支出合计"), True),
        ("前年是多少", told("办公费", "5", "（一）办公费"), told("支出合计", "90", "支出合计"), True),
        ("去年呢", told("办公费", "5", "办公费"), told("办公费", "4", "1.办公费"), False),
    ],
)
def test_another_year_is_of_the_same_row(
    monkeypatch: pytest.MonkeyPatch, question: str, before: Answer, answer: Answer, is_lost: bool
) -> None:
    monkeypatch.setattr("app.dialogue.loses_item.names_body", lambda *_: False)
    lost = loses_item(question, ("办公费多少",), answer, lambda *_: before, READER)
    assert (lost is not None and lost.status == "not_found" and "办公费" in lost.text) == is_lost


QUOTE = Answer("answered", "写明：\n> 选取花圃改造项目开展了评价，得分91.00分，等级为优。", answered_by="quote")
REFUSED = Answer("not_found", "没有找到")


@pytest.mark.parametrize(
    ("question", "first", "is_told"),
    [
        ("评价了哪个项目，最后得分是多少", QUOTE, True),
        ("评价了哪个项目，等级是什么", QUOTE, True),
        ("评价了哪个项目，花了多少钱", QUOTE, False),
        ("评价了哪个项目，执行率是多少", QUOTE, False),
        ("评价了哪个项目，最后得分是多少", told("花圃改造", "91", "花圃改造", "分"), False),
    ],
)
def test_a_part_that_the_sentence_before_tells_is_told(question: str, first: Answer, is_told: bool) -> None:
    answer = answer_in_turns(question, (), lambda part, _: first if "哪个" in part else REFUSED)
    assert (answer is not None and answer.text == first.text) == is_told


@pytest.mark.parametrize("much", ["是多少", "各是多少万元", "有多少钱"])
def test_how_much_the_lowest_is_is_told_with_it(much: str) -> None:
    lowest = Answer("answered", "最低的是：\n> 古木支护得分**91.00分**", answered_by="quote")
    asked: list[str] = []

    def ask(part: str, _: Sequence[str]) -> Answer:
        asked.append(part)
        return lowest if len(asked) == 1 else REFUSED

    answer = answer_in_turns(f"哪个项目得分最低，{much}", (), ask)
    assert answer is not None
    assert answer.text == lowest.text
    assert asked == ["哪个项目得分最低"]


@pytest.mark.parametrize(
    ("part", "is_within"),
    [
        ("其中上年结转多少", True),
        ("其中中央补助多少", True),
        ("其中自有资金多少", True),
        ("其中财政拨款多少", True),
        ("其中办公费多少", False),
    ],
)
def test_sources_of_money_are_asked_within_the_whole(part: str, is_within: bool) -> None:
    assert bool(WITHIN.search(part)) == is_within


@pytest.mark.parametrize(
    ("asked", "usual"),
    [
        ("办公费谁涨谁降?", "办公费比上年变化多少"),
        ("办公费、差旅费,谁涨了、谁降了、谁没动,各多少钱", "办公费、差旅费比上年变化多少"),
        ("支出按功能分类划分,各类分别占百分之几", "支出由哪些类组成"),
        ("支出各类占比多少", "支出由哪些类组成"),
        ("“甲支出”和“乙支出”有啥不一样", "“甲支出”和“乙支出”有什么区别"),
        ("自己挑选了哪个项目来做绩效评价", "哪个项目做了部门评价"),
        ("船闸中心支出总额,不要局机关的", "船闸中心支出总额"),
        ("支出总额,不要局机关的", "支出总额,不要局机关的"),
        ("编制多少人,年底实际有多少人", "编制多少人,年底实有人数多少"),
        ("年底实际有多少人", "年底实际有多少人"),
        ("几辆车,运行费多少", "几辆车,公务用车运行维护费多少"),
        ("运行费多少", "运行费多少"),
        ("园林局收入和支出各多少", "园林局收入总计和支出总计各是多少"),
        ("园林局收入多少,支出多少", "园林局收入总计和支出总计各是多少"),
        ("预算又批了多少", "预算安排多少"),
    ],
)
def test_a_wording_of_every_day_is_the_usual_one(asked: str, usual: str) -> None:
    assert in_usual_words(asked) == usual
