"""Codes of projects, accounts and units, offices of one kind, and the units of a bureau (局属单位)."""

import pytest
from form_documents import ROADS, figure, forms
from text_documents import OFFICES, ask, document

from app.answer import Answer, Value
from app.answerer.answer_text import answer_text
from app.checks.check_asked import lacks_code
from ingest.document import Document, Figure, Place, Table

SALT = "澄湾县盐务局"
SALT_SECTIONS = (
    (OFFICES, (
        "澄湾县盐务局内设5个股室，包括：办公室、仓储调运股、仓储安全股、质检股、稽查股。",
        "局属单位包括：1.澄湾县盐务局机关；",
        "2.澄湾县晒盐场；3.澄湾县盐仓。",
    )),
)  # fmt: skip


def salt() -> Document:
    """The salt bureau, whose tables print codes in cells of their own, in one with the name and in three."""
    base = document("salt", SALT, SALT_SECTIONS)
    tables = (Table(0, "部门支出总体情况表", None, "万元", ("附件",), ()), Table(1, "项目绩效目标表", None, "万元", ("附件",), ()))
    rows = [("331", SALT), ("331002", "澄湾县晒盐场"), ("215 05 01", "行政运行"), ("302", "39", "盐道养护费", "502", "01", "办公经费")]
    figures = [Figure(0, row, ("合计",), "12", None, Place(), (at, 4)) for at, row in enumerate(rows)]
    figures += [Figure(0, (), ("合计",), "12", None, Place(), (9, 4))]
    figures += [Figure(1, ("410099230000000000077", "盐池清淤整治项目"), ("资金总额",), "12", None, Place(), (1, 4))]
    return Document(base.info, base.sections, tables, tuple(figures))


def told(question: str, of: Document, units: tuple[str, ...] = ()) -> Answer | None:
    asked = ask(question, of, units=units)
    return answer_text(asked.question, asked.rest, asked.documents, asked.choice)


@pytest.mark.parametrize(
    ("question", "units", "code"),
    [
        ("盐池清淤整治项目的项目编码?", (), "410099230000000000077"),
        ("盐池清淤的项目编号是什么?", (), "410099230000000000077"),
        ("行政运行的科目编码是多少?", (), "2150501"),
        ("盐道养护费的经济科目代码?", (), "30239"),
        ("单位代码是多少?", ("澄湾县晒盐场",), "331002"),
        ("的单位编码?", (), "331"),
    ],
)
def test_a_code_is_told_by_the_row_that_prints_it(question: str, units: tuple[str, ...], code: str) -> None:
    answer = told(question, salt(), units)
    assert answer is not None
    assert f"**{code}**" in answer.text


@pytest.mark.parametrize(
    "question", ["政府采购的科目编码是多少?", "盐道养护费的项目编码是多少?", "海堤行政运行监测站的项目编码?", "科目编码是什么意思?"]
)
def test_a_code_that_no_row_prints_is_not_told(question: str) -> None:
    answer = told(question, salt())
    assert answer is None or "**" not in answer.text


def test_money_is_no_answer_to_a_question_for_a_code() -> None:
    money = Answer("answered", "盐道养护费：**12万元**[1]。", (Value("盐道养护费", 12, "万元"),))  # type: ignore[arg-type]
    assert lacks_code(money, "盐道养护费的编码?")
    assert not lacks_code(money, "盐道养护费是多少?")


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("仓储股室有几个?", ("共2个：仓储调运股、仓储安全股",), "共5个"),
        ("仓储类科室有哪几个?", ("共2个：仓储调运股、仓储安全股",), "共5个"),
        ("有几个股室?", ("共5个",), "开头"),
        ("局属单位有哪些?", ("澄湾县盐务局机关", "澄湾县晒盐场", "澄湾县盐仓"), "开头"),
    ],
)
def test_offices_of_a_kind_and_units_of_a_bureau_are_told(question: str, said: tuple[str, ...], unsaid: str) -> None:
    answer = told(question, salt())
    assert answer is not None
    assert [one for one in said if one not in answer.text] == []
    assert unsaid not in answer.text


def test_rows_without_labels_do_not_hinder_the_account_of_a_project() -> None:
    base = forms()
    row = figure(4, 50, (), "合计", "3")
    answer = told(f"{ROADS}列在哪个科目?", Document(base.info, base.sections, base.tables, (*base.figures, row)))
    assert answer is None or answer.status in ("answered", "not_found", "clarify")
