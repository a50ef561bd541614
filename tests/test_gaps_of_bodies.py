"""How far budget and final accounts are apart body by body, shares of bodies compared, and turns that ask on of what was told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from heritage_documents import asking

from app.answer import Answer, Citation
from app.assistant import Assistant
from app.relations.answer_part_by_part import leaves_unit
from retrieval.bodies.unit_phrases import MORE_OF

ACCOUNTS = """{name}
2032年部门决算

第一部分 2032年部门决算情况说明

一、机关运行经费

2032年机关运行经费年初预算{running}.00万元，支出决算为{spent}.00万元，完成年初预算的{rate}%。

第二部分 2032年部门决算表

收入支出决算总表

单位：万元

收入\t\t支出\t
项目\t金额\t项目\t金额
本年收入合计\t{total}.00\t本年支出合计\t{total}.00

支出决算表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t{total}.00\t{basic}.00\t{projects}.00
2130101\t行政运行\t{total}.00\t{basic}.00\t{projects}.00

财政拨款“三公”经费支出决算表

单位：万元

预算数\t\t\t决算数\t\t
合计\t公务用车运行维护费\t公务接待费\t合计\t公务用车运行维护费\t公务接待费
{trips}
"""
SAND, REED = "沙柳县防沙局", "芦汀县湿地局"


def accounts_of(name: str, running: tuple[int, int, str], total: tuple[int, int], trips: str) -> str:
    """The final accounts of a body: what it was to spend on running and spent, its expenditure, and the row of its three items."""
    basic, projects = total
    return ACCOUNTS.format(
        name=name, running=running[0], spent=running[1], rate=running[2], total=basic + projects, basic=basic, projects=projects,
        trips=trips,
    )  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = (
        accounts_of(SAND, (20, 15, "75.00"), (300, 100), "9.00\t6.00\t3.00\t5.00\t4.00\t1.00"),
        accounts_of(REED, (10, 9, "90.00"), (450, 50), "7.00\t5.00\t2.00\t6.00\t5.00\t1.00"),
    )
    with asking(tmp_path_factory.mktemp("gaps"), *texts) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (f"两份决算里“三公”经费没花完的钱，{SAND}和{REED}哪家剩得多，各剩多少？", f"**{SAND}**比{REED}多**3.00万元**"),
        (f"{SAND}2032年和{REED}2032年公务接待费决算比预算少多少？", "**2.00万元**"),
        (f"{SAND}（2032年）与{REED}（2032年）相比，谁的项目支出占总支出的比例更大？两家各是多少？", f"**{SAND}**比{REED}多**15"),
    ],
)
def test_bodies_are_compared_by_what_was_left_or_by_shares(question: str, told: str, assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.text
    assert told in answer.text, answer.text


def test_amounts_are_not_told_for_what_was_left_of_them(assistant: Assistant) -> None:
    answer = assistant.ask(f"{SAND}和{REED}，谁的公务用车运行维护费没花完的钱更多？")
    assert answer.status == "not_found" or f"**{SAND}**" in answer.text, answer.text


@pytest.mark.parametrize(
    ("turns", "question", "told"),
    [
        ((f"{SAND}2032年机关运行经费年初预算是多少？", "决算呢？"), "完成了百分之几，省下多少？", ("75", "5")),
        ((f"{SAND}2032年公务接待费决算是多少？",), f"{REED}2032年的预算呢？", ("2",)),
        ((f"{SAND}2032年项目支出是多少？",), f"{REED}2032年的决算呢？", ("50",)),
    ],
)
def test_turns_ask_on_of_what_was_told(turns: tuple[str, ...], question: str, told: tuple[str, ...], assistant: Assistant) -> None:
    answer = assistant.ask(question, turns)
    assert answer.status == "answered", answer.text
    assert set(map(Decimal, told)) <= {value.value for value in answer.values}, answer.text


def test_the_unit_that_has_most_is_no_surplus_of_units() -> None:
    assert MORE_OF.search("各单位中退休人数最多的是哪家") is None
    assert MORE_OF.search("多出来的部分是哪两家单位的")


@pytest.mark.parametrize(("row", "is_left"), [(("支出总计",), True), (("301001", f"{SAND}本级"), False)])
def test_the_total_of_a_document_is_not_told_beside_a_row_of_its_unit(row: tuple[str, ...], *, is_left: bool) -> None:
    def told(cells: tuple[str, ...]) -> Answer:
        return Answer("answered", "", citations=(Citation("a.txt", "a", SAND, "", "1.00", table="收支表", row=cells),))

    assert leaves_unit(told(row), told(("301001", f"{SAND}本级"))) is is_left
