"""What a fund of the government took in, spent and has left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from form_documents import figure, forms
from text_documents import ask

from app.answer import Answer
from app.checks.check_outside import tells_the_part
from app.projects.answer_fund_account import answer_fund_account
from ingest.document import Document, Table

COLUMNS = ("年初结转和结余", "本年收入", "小计", "项目支出", "年末结转和结余")
ROWS = (
    (("合计",), ("20.00", "200.00", "205.00", "205.00", "15.00")),
    (("229", "其他支出"), ("20.00", "120.00", "125.00", "125.00", "15.00")),
    (("2296003", "彩票公益金支出"), ("20.00", "120.00", "125.00", "125.00", "15.00")),
    (("2070904", "旅游开发补助"), ("", "80.00", "80.00", "80.00", "0.00")),
)


def fund(rows: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ROWS) -> Document:
    base = forms()
    figures = []
    for at, (row, values) in enumerate(rows):
        for place, (column, value) in enumerate(zip(COLUMNS, values, strict=True)):
            one = figure(0, at, row, column, value)
            path = ("本年支出", column) if column in ("小计", "项目支出") else (column,)
            figures += [replace(one, col=path, cell=(at, place))] if value else []
    table = Table(0, "政府性基金预算财政拨款收入支出决算表", None, "万元", ("附表",), ())
    return replace(base, tables=(table,), figures=tuple(figures), statements=())


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("政府性基金收了多少、花了多少、年底还剩多少?", ["200.00", "205.00", "15.00"]),
        ("政府性基金收支各多少?", ["200.00", "205.00"]),
        ("政府性基金预算财政拨款支出是多少?", ["205.00"]),
        ("政府性基金年初结转和结余多少?", ["20.00"]),
        ("政府性基金年末结转结余是多少,哪一个科目结转的?", ["15.00", "15.00"]),
    ],
)
def test_all_is_told_of_the_fund(question: str, amounts: list[str]) -> None:
    answer = answer_fund_account(ask(question, fund()))
    assert answer is not None
    assert [str(value.value) for value in answer.values] == amounts


def test_the_account_that_holds_what_is_left_is_named() -> None:
    answer = answer_fund_account(ask("政府性基金年末结转多少,是哪个科目的?", fund()))
    assert answer is not None
    assert "2296003 彩票公益金支出" in answer.text
    assert "229 其他支出" not in answer.text


def test_nothing_left_is_left_in_no_account() -> None:
    answer = answer_fund_account(ask("政府性基金年末结转多少,是哪个科目的?", fund(((("合计",), ("", "80.00", "80.00", "80.00", "0.00")),))))
    assert answer is not None
    assert "**0个**" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "政府性基金为什么没花完?", "政府性基金支出占总支出多少?", "政府性基金里旅游开发花了多少?", "政府性基金支出预算多少?",
        "收入多少,支出多少?", "政府性基金支出比上年增加多少?",
    ],
)
def test_what_is_asked_besides_is_left_to_others(question: str) -> None:
    assert answer_fund_account(ask(question, fund())) is None


def test_a_column_without_a_number_is_not_told() -> None:
    blank = (ROWS[0][0], ("", *ROWS[0][1][1:]))
    assert answer_fund_account(ask("政府性基金年初结转多少?", fund((blank,)))) is None


@pytest.mark.parametrize(
    ("question", "text", "is_part"),
    [
        ("授予中小企业的合同里,非小微的部分是多少?", "授予小微企业合同金额8.00万元", True),
        ("采购支出里,不是工程的有多少?", "政府采购工程支出：**8.00万元**", True),
        ("采购支出中非工程部分有多少?", "非工程采购**8.00万元**", False),
        ("非税收入多少?", "非税收入**8.00万元**", False),
    ],
)
def test_the_part_that_is_set_aside_is_no_answer(question: str, text: str, is_part: bool) -> None:
    assert tells_the_part(Answer("answered", text), question) == is_part
