"""“…呢” after a calculation: the same calculation of another item or unit, or an honest no; never its bare amount."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

TEXT = """杏林市体育局
2031年部门决算

第一部分 杏林市体育局概况

一、主要职责

（一）负责全市体育工作。

第二部分 2031年部门决算情况说明

一、一般公共预算财政拨款支出决算具体情况

1.行政运行。年初预算为200.00万元，支出决算为212.50万元，完成年初预算的106.25%。
2.群众体育。年初预算为80.00万元，支出决算为64.00万元，完成年初预算的80.00%。
3.体育训练。年初预算为40.00万元，支出决算为39.00万元，完成年初预算的97.50%。

第三部分 2031年部门决算表

支出决算表

单位：万元

科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t315.50\t212.50\t103.00
2070301\t行政运行\t212.50\t212.50\t0.00
2070308\t群众体育\t64.00\t0.00\t64.00
2070306\t体育训练\t39.00\t0.00\t39.00
2070307\t体育场馆\t9.90\t0.00\t9.90

2031年政府采购支出表

单位：万元

采购项目\t数量\t计量单位\t金额
复印机\t4\t台\t6.00
投影仪\t5\t台\t4.00
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder, home = tmp_path_factory.mktemp("same"), tmp_path_factory.mktemp("home")
    (folder / "sport.txt").write_text(TEXT, "utf-8")
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, [folder], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


@pytest.mark.parametrize(
    ("dialogue", "told"),
    [
        ("体育局行政运行预算和决算差多少||群众体育呢", "16.00万元"),
        ("体育局行政运行预算和决算差多少||群众体育呢||那体育训练呢？", "1.00万元"),
        ("行政运行比年初预算多花多少||群众体育这一项呢", "16.00万元"),
        ("群众体育没花完多少||体育训练呢", "1.00万元"),
        ("群众体育执行率||还有体育训练呢", "97.50%"),
        ("群众体育占支出合计多少||体育训练呢", "12.36%"),
        ("群众体育比体育训练多多少||行政运行呢", "173.50万元"),
        ("复印机每台多少钱||投影仪呢", "0.80万元"),
        ("群众体育占支出合计20.29%，体育训练呢", "12.36%"),
        ("群众体育和体育训练差多少||各占支出合计多少", "20.29%"),
        ("群众体育和体育训练差多少||各占支出合计多少", "12.36%"),
    ],
)
def test_another_item_is_calculated_like_the_one_before(assistant: Assistant, dialogue: str, told: str) -> None:
    *history, question = dialogue.split("||")
    answer = assistant.ask(question, history)
    assert answer.status == "answered"
    assert f"**{told}" in answer.text


@pytest.mark.parametrize(
    "dialogue",
    [
        "体育局行政运行预算和决算差多少||体育场馆呢",  # nothing was budgeted for it
        "群众体育没花完多少||体育训练呢||两项合计少花多少",
        "行政运行比年初预算多花多少||游泳池呢",
        "群众体育占支出合计多少||剩下的两个项目加一起呢",
        "群众体育人均多少||每次训练呢",
    ],
)
def test_what_cannot_be_calculated_is_no_bare_amount(assistant: Assistant, dialogue: str) -> None:
    *history, question = dialogue.split("||")
    assert assistant.ask(question, history).status == "not_found"


def test_an_amount_is_followed_by_an_amount(assistant: Assistant) -> None:
    assert "39.00万元" in assistant.ask("体育训练呢", ["体育局群众体育多少"]).text


def test_another_item_or_all_is_told_behind_one_that_was_not_found(assistant: Assistant) -> None:
    assert "39.00万元" in assistant.ask("体育训练呢", ["体育局青少年滑雪基地花了多少"]).text
    assert "315.50万元" in assistant.ask("总支出呢", ["体育局青少年滑雪基地花了多少"]).text
