"""Shares that are asked for after an amount was told, of the total told before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.dialogue.earlier_turns import Dialogue
from app.dialogue.share_told import share_told
from app.dialogue.told_before import ToldBefore
from app.question.read_share_asked import is_of_unnamed, lacks_share, read_share_asked
from ingest.document import DocumentInfo

NOTHING = lambda *_: ""  # noqa: E731
INFO = DocumentInfo("d", "d.txt", organization="灯塔局", year=2031, kind="预算", scope="部门")


def one(name: str, amount: str, table: str, at: int) -> Answer:
    cited = Citation("d.txt", "d", "预算", "", f"{name} | {amount}", table=table, row=(name,), col=("金额",), table_index=1, cell=(at, 1))
    text = f"灯塔局2031年部门预算，{name}：**{amount}万元**[1]。"
    return Answer("answered", text, (Value(name, Decimal(amount), "万元"),), citations=(cited,))


ANSWERS = {
    "一共多少": one("支出合计", "200", "支出表", 1),
    "采购多少": one("政府采购合计", "40", "政府采购表", 9),
    "收入多少": one("收入总计", "200", "收入表", 8),
    "植树多少": one("植树", "50", "支出表", 2),
    "修路多少": one("修路", "30", "支出表", 3),
    "树苗多少": one("树苗", "10", "政府采购表", 5),
    "养鱼多少": Answer("not_found", ""),
}


def told(before: str, question: str, of_share: str = "") -> Answer | None:
    dialogue = Dialogue(lambda asked, _before: ANSWERS[asked], NOTHING, NOTHING, lambda *_: False)
    return share_told(question, before.split("|"), dialogue, lambda _: INFO, of_share)


@pytest.mark.parametrize(
    ("before", "question", "label", "share", "formula"),
    [
        ("一共多少", "植树占多少？", "植树占支出合计的比重", "25.00", "50 ÷ 200 × 100% = 25.00%"),
        ("一共多少|植树多少", "占多少", "植树占支出合计的比重", "25.00", "50 ÷ 200 × 100% = 25.00%"),
        ("一共多少|采购多少|树苗多少", "那占比呢", "树苗占政府采购合计的比重", "25.00", "10 ÷ 40 × 100% = 25.00%"),
        ("一共多少|树苗多少", "占采购的多少", "树苗占政府采购合计的比重", "25.00", "10 ÷ 40 × 100% = 25.00%"),
        ("一共多少|采购多少|修路多少", "它占多少", "修路占支出合计的比重", "15.00", "30 ÷ 200 × 100% = 15.00%"),
    ],
)
def test_the_share_is_of_the_total_that_holds_the_thing(before: str, question: str, label: str, share: str, formula: str) -> None:
    answer = told(before, question)
    assert answer is not None
    assert (answer.values[0].label, answer.values[0].value, answer.calculation) == (label, Decimal(share), formula)
    assert "沿用前面说到的总数" in answer.text
    assert len(answer.citations) == 2


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("植树多少|修路多少", "占多少"),
        ("采购多少|植树多少", "占多少"),
        ("收入多少|植树多少", "占多少"),
        ("一共多少", "养鱼占多少"),
        ("一共多少|植树多少", "修路呢"),
        ("一共多少", "占多少"),
    ],
)
def test_no_share_is_told_of_what_is_no_total_of_the_thing(before: str, question: str) -> None:
    assert told(before, question) is None


def test_what_follows_on_a_share_asks_for_a_share_too() -> None:
    answer = told("一共多少|植树多少", "那修路呢？", "总额")
    assert answer is not None
    assert answer.values[0].label == "修路占支出合计的比重"
    assert told("一共多少|植树多少", "那修路呢？", "基本支出") is None


def test_a_share_leaves_the_amount_to_the_questions_after_it() -> None:
    shared = told("一共多少", "植树占多少")
    assert shared is not None
    answers = {**ANSWERS, "植树占多少": shared}
    dialogue = Dialogue(lambda asked, _before: answers[asked], NOTHING, NOTHING, lambda *_: False)
    assert ToldBefore(dialogue, lambda _: INFO).left_of("植树占多少", ("一共多少",)) == "植树多少"


def test_the_share_after_a_sum_is_that_of_the_sum() -> None:
    lines = "灯塔局2031年部门预算：\n合计**80万元**。\n- 植树：**50万元**[1]\n- 修路：**30万元**[2]"
    values = (*ANSWERS["植树多少"].values, *ANSWERS["修路多少"].values, Value("合计", Decimal(80), "万元"))
    cited = (*ANSWERS["植树多少"].citations, *ANSWERS["修路多少"].citations)
    added = Answer("answered", lines, values, "50 + 30 = 80万元", cited)
    answers = {**ANSWERS, "两项合计": added}
    dialogue = Dialogue(lambda asked, _: answers[asked], NOTHING, NOTHING, lambda *_: False)
    answer = ToldBefore(dialogue, lambda _: INFO).answer("占多少", ("一共多少", "植树多少", "修路多少", "两项合计"))
    assert answer is not None
    assert (answer.values[0].label, answer.values[0].value) == ("植树、修路合计占支出合计的比重", Decimal("40.00"))


def test_a_share_of_all_together_is_of_their_sum_or_refused() -> None:
    added = Answer("not_found", "")
    dialogue = Dialogue(lambda asked, _: ANSWERS.get(asked, added), NOTHING, NOTHING, lambda *_: False)
    answer = ToldBefore(dialogue, lambda _: INFO).answer("一共占支出的多少", ("采购多少", "树苗多少"))
    assert answer is not None
    assert answer.status == "not_found"


@pytest.mark.parametrize(
    ("question", "thing"),
    [("工资占多少", "工资"), ("占多少", ""), ("那占比呢？", ""), ("这块占百分之几", ""), ("差旅费多少", None), ("它在总数里占多少", None)],
)
def test_the_thing_of_a_share(question: str, thing: str | None) -> None:
    share = read_share_asked(question)
    assert (share.thing if share else None) == thing


def test_a_share_of_a_whole_is_told_by_a_share() -> None:
    assert lacks_share("占采购总额多少", ANSWERS["树苗多少"])
    assert not lacks_share("占多少", ANSWERS["树苗多少"])
    assert not lacks_share("占采购总额多少", ANSWERS["养鱼多少"])
    share = Answer("answered", "", (Value("树苗占采购的比重", Decimal(25), "%"),))
    assert not lacks_share("占采购总额多少", share)


def test_a_share_that_names_no_whole_is_known() -> None:
    assert is_of_unnamed(Answer("answered", "", (Value("树苗占总额的比重", Decimal(25), "%"),)))
    assert not is_of_unnamed(Answer("answered", "", (Value("树苗占采购总额的比重", Decimal(25), "%"),)))
