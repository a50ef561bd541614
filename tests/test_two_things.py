"""Questions that hold two things against each other: which two, what each is told as, and that no check of one of them answers."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from check_documents import read_document

from app.answer import Answer, Citation, Value
from app.checks.answer_consistency import without_consistency
from app.checks.asked_prints import tells_an_end
from app.checks.is_of_both import is_of_both
from app.checks.two_things import TwoThings, two_things
from app.relations.answer_agreement import is_sum_of_parts
from app.relations.compare_things import has_side, is_of, tells_both
from ingest.document import Document

STAFF = """
科目编码 科目名称 合计 财政拨款
2080501 事业单位离退休 33.90 33.90
2070109 渔港巡查 17.10 17.10
合计 _ 51.00 51.00
"""
PURCHASES = """
项目 2024年
政府采购货物 45.00
政府采购工程 12.00
"""
PROSE = [
    ("一、支出情况说明", "事业单位离退休33.90万元。渔港巡查支出17.10万元。"),
    ("二、政府采购情况", "2024年政府采购总额57.00万元。"),
]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder: Path = tmp_path_factory.mktemp("two")
    return read_document(folder, [("部门支出总体情况表", STAFF), ("政府采购预算表", PURCHASES)], PROSE)


def read(question: str, documents: tuple[Document, ...] = ()) -> tuple[str, str] | None:
    things = two_things(question, question, documents)
    return things.names if things else None


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("退休费和事业单位离退休一致吗", ("退休费", "事业单位离退休")),
        ("渔港巡查收入和支出一致吗", ("渔港巡查收入", "渔港巡查支出")),
        ("一般公共预算财政拨款收入和支出哪个多,差多少", ("一般公共预算财政拨款收入", "一般公共预算财政拨款支出")),
        ("政府采购预算与决算支出一样吗", ("政府采购预算", "政府采购决算支出")),
        ("政府采购预算与支出差多少", ("政府采购预算", "政府采购决算支出")),
        ("一般公共预算和支出总计差多少", ("一般公共预算支出", "支出总计")),
        ("会议费跟培训费相等吗", ("会议费", "培训费")),
    ],
)
def test_two_things_are_read_in_full(question: str, names: tuple[str, str]) -> None:
    assert read(question) == names


@pytest.mark.parametrize(
    "question",
    [
        "渔港巡查正文和表一致吗", "三公经费预算合计与分项一致吗", "文字和支出预算表一致吗", "培训费今年和去年差多少",
        "基本支出和项目支出加起来与总数一致吗", "会议费、培训费和差旅费一致吗", "合同金额一致吗", "预算和决算的项目支出差多少",
    ],
)  # fmt: skip
def test_prints_of_one_thing_sums_and_years_are_no_two_things(question: str) -> None:
    assert read(question) is None


def test_a_printed_name_is_not_parted(tmp_path: Path) -> None:
    rows = "科目 合计\n养老和就业支出 4.00\n合计 4.00\n"
    document = read_document(tmp_path, [("部门支出总体情况表", rows)], PROSE)
    assert read("养老和就业支出情况一致吗", (document,)) is None


def test_no_check_of_one_thing_answers_for_two(document: Document) -> None:
    prints = [check for check in document.checks if len(check.left) == len(check.right) == 1]
    assert any(is_of_both(("渔港巡查合计", "渔港巡查财政拨款"), check, document) for check in prints)
    assert not any(is_of_both(("事业单位离退休", "退休费"), check, document) for check in prints)


def test_the_whole_question_must_tell_both_of_what_was_completed() -> None:
    things = TwoThings("", ("政府采购预算", "政府采购决算支出"), True)
    other, same = (
        Answer("answered", "", values=tuple(Value(label, Decimal(1), "万元") for label in labels), calculation="1 − 1")
        for labels in (("政府采购总额", "支出合计"), ("政府采购（预算）", "政府采购（决算）"))
    )
    assert (tells_both(other, things), tells_both(same, things)) == (False, True)


def test_an_answer_of_the_other_side_is_no_answer() -> None:
    assert (has_side("渔港巡查收入", "支出决算表渔港巡查"), has_side("渔港巡查收入", "收入决算表渔港巡查")) == (False, True)


def test_a_check_of_something_that_only_begins_alike_is_not_told() -> None:
    assert (tells_an_end("政府采购", "政府性基金支出"), tells_an_end("政府采购", "政府采购总额")) == (False, True)


def test_the_kind_of_total_stays_with_the_thing() -> None:
    assert without_consistency("三公经费预算合计与分项一致吗") == "三公经费预算"


def test_only_what_adds_up_parts_says_whether_a_total_agrees_with_them(document: Document) -> None:
    told = [is_sum_of_parts(None, set(), check, document) for check in document.checks]
    assert (told.count(True), told.count(False)) == (2, 3)


def test_a_total_is_not_told_as_what_came_in_this_year() -> None:
    value = Value("财政拨款收入", Decimal(1), "万元")
    cited = Citation("", "", "", "", "", table="收入决算表", row=("合计",), col=("财政拨款收入",))
    answer = Answer("answered", "", values=(value,), citations=(cited,))
    assert not is_of(answer, "财政拨款收入总计", is_completed=True)
    assert is_of(answer, "财政拨款收入", is_completed=True)
