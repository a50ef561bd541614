"""Shares of another thing than was told, of the very same amount, of each of several; rows that do not come to what they make up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from types import SimpleNamespace
from typing import cast

import pytest
from text_documents import ask, document

from app.answer import Answer, Citation, Value
from app.dialogue.earlier_turns import Dialogue
from app.dialogue.share_told import share_told
from app.dialogue.told_before import ToldBefore
from app.prose.answer_reason import _unchanged
from ingest.document import DocumentInfo
from ingest.quantity import Quantity
from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact
from retrieval.lookup.list_children import comes_to

NOTHING = lambda *_: ""  # noqa: E731
INFO = DocumentInfo("d", "d.txt", organization="灯塔局", year=2031, kind="预算", scope="部门")


def cited(name: str, amount: str, at: int) -> Citation:
    return Citation("d.txt", "d", "预算", "", f"{name} | {amount}", table="支出表", row=(name,), col=("金额",), table_index=1, cell=(at, 1))


def one(name: str, amount: str, at: int) -> Answer:
    text = f"灯塔局2031年部门预算，{name}：**{amount}万元**[1]。"
    return Answer("answered", text, (Value(name, Decimal(amount), "万元"),), citations=(cited(name, amount, at),))


def several(*parts: tuple[str, str, int]) -> Answer:
    lines = [f"- {name}：**{amount}万元**[{place}]" for place, (name, amount, _) in enumerate(parts, 1)]
    values = tuple(Value(name, Decimal(amount), "万元") for name, amount, _ in parts)
    return Answer("answered", "\n".join(lines), values, citations=tuple(cited(*part) for part in parts))


def share(label: str, number: str, *others: str) -> Answer:
    values = tuple(Value(label, Decimal(each), "%") for each in (number, *others))
    return Answer("answered", f"{label}：**{number}%**", values, citations=(cited(label, number, 9),))


ANSWERS = {
    "灯塔局2031年预算支出多少": one("支出合计", "200", 1),
    "灯塔局2031年预算植树费多少": one("植树费", "50", 2),
    "植树修路多少": several(("植树费", "50", 2), ("修路费", "30", 3)),
    "植树多少": one("城市植树绿化费", "50", 2),
    "支出多少": one("支出合计", "200", 1),
    "一共多少": one("全部支出", "200", 1),
    "总数多少": one("全部支出", "200", 7),
    "全部多少": several(("全部支出", "200", 1), ("修路费", "30", 3)),
}
DIALOGUE = Dialogue(lambda asked, _before: ANSWERS[asked], NOTHING, NOTHING, lambda *_: False)


def told(before: str, question: str) -> Answer | None:
    return share_told(question, (before,), DIALOGUE, lambda _: INFO, "")


def test_each_of_several_things_has_its_share_in_a_whole_that_is_named() -> None:
    answer = told("植树修路多少", "占支出的百分之几")
    assert answer is not None
    shares = [(value.label, str(value.value)) for value in answer.values if value.unit == "%"]
    assert shares == [("植树费占支出合计的比重", "25.00"), ("修路费占支出合计的比重", "15.00")]


@pytest.mark.parametrize("before", ["全部多少", "植树修路多少"])
def test_where_one_is_no_part_of_the_whole_no_share_is_told(before: str) -> None:
    assert told(before, "占植树费的百分之几") is None


@pytest.mark.parametrize(("before", "shares"), [("一共多少", []), ("总数多少", ["100.00"])])
def test_an_amount_is_no_part_of_itself_under_another_name(before: str, shares: list[str]) -> None:
    answer = told(before, "占支出的百分之几")
    assert [str(value.value) for value in (answer.values if answer else ()) if value.unit == "%"] == shares


@pytest.mark.parametrize(
    ("before", "question", "answer", "is_other"),
    [
        ("植树多少", "占支出的百分之几", share("办公费占支出合计的比重", "3"), True),
        ("植树多少", "占支出的百分之几", share("植树绿化费占支出合计的比重", "25"), False),
        ("植树多少", "办公费占支出的百分之几", share("办公费占支出合计的比重", "3"), False),
        ("植树修路多少", "占支出的百分之几", share("植树费占支出合计的比重", "25"), True),
        ("植树修路多少", "占支出的百分之几", share("植树费占支出合计的比重", "25", "15"), False),
        ("植树多少", "占支出的百分之几", Answer("not_found", ""), False),
        ("植树多少", "办公费多少", one("办公费", "6", 4), False),
    ],
)
def test_a_share_of_what_was_not_told_is_of_another(before: str, question: str, answer: Answer, is_other: bool) -> None:
    assert ToldBefore(DIALOGUE, lambda _: INFO).is_share_of_another(question, (before,), answer) == is_other


def quantity(number: str, unit: str) -> Quantity:
    return Quantity(Decimal(number), unit)


@pytest.mark.parametrize(
    ("rows", "wholes", "makes_up"),
    [
        ((("90", "万元"), ("30", "万元")), (("120", "万元"),), True),
        ((("90", "万元"), ("30.01", "万元")), (("120", "万元"),), True),
        ((("90", "万元"), ("30", "万元")), (("300", "万元"),), False),
        ((("90", "万元"), ("30", "万元")), (("300", "万元"), ("1200000", "元")), True),
        ((("90", "万元"),), (("12", "人"),), True),
        ((), (("300", "万元"),), True),
    ],
)
def test_rows_make_up_what_they_come_to(rows: Sequence[tuple[str, str]], wholes: Sequence[tuple[str, str]], makes_up: bool) -> None:
    facts = [cast(Fact, SimpleNamespace(source=SimpleNamespace(quantity=quantity(*one)))) for one in rows]
    whole = cast(Found, SimpleNamespace(candidates=[SimpleNamespace(quantity=quantity(*one)) for one in wholes]))
    assert comes_to(facts, whole) == makes_up


STILL = document("still", "灯塔局", ((("一、支出情况",), ("工资福利支出20.00万元，与上年持平。会议费比上年增加1.00万元。",)),))


@pytest.mark.parametrize(
    ("topic", "asked", "is_still"),
    [
        ("工资福利支出", "工资福利支出为什么比上年增加", True),
        ("支出", "支出为什么比上年增加", False),
        ("总支出", "总支出为什么比上年增加", False),
        ("会议费", "会议费为什么比上年减少", False),
    ],
)
def test_a_part_that_stayed_the_same_is_not_the_whole(topic: str, asked: str, is_still: bool) -> None:
    answer = _unchanged(ask(asked, STILL), topic)
    assert (answer is not None and "与上年持平" in answer.text) == is_still
