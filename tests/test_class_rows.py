"""The items of a class in a detailed table: those of the unit named, the highest of them, never those of the whole department."""

from dataclasses import replace

import pytest
from form_documents import UNITS, figure, forms
from text_documents import ask

from app.answerer.answer_text import answer_text
from ingest.document import Document, Table

ROWS = [
    (UNITS[0], "人员类", "在编人员年基本工资", "31.2"),
    (UNITS[0], "公用经费", "定额公用经费（行政）", "6.4"), (UNITS[0], "公用经费", "工会经费（行政）", "1.3"),
    (UNITS[1], "公用经费", "定额公用经费（事业）", "2.2"), (UNITS[1], "公用经费", "培训费（事业）", "0.9"),
    (UNITS[1], "公用经费", "福利费（事业）", "3.1"),
]  # fmt: skip


def detailed() -> Document:
    """The bureau with a table of its basic expenditure, item by item."""
    base = forms()
    index = len(base.tables)
    table = Table(index, "一般公共预算基本支出明细表", None, "万元", ("附件",), ())
    figures = [figure(index, at, row, column, amount) for at, (*row, amount) in enumerate(ROWS) for column in ("合计", "财政拨款")]  # type: ignore[arg-type]
    figures = [replace(one, row=tuple(one.row)) for one in figures]
    return replace(base, tables=(*base.tables, table), figures=(*base.figures, *figures))


@pytest.mark.parametrize(
    ("question", "units", "said", "unsaid"),
    [
        ("公用经费分成哪几个明细项目?", UNITS[1:], ("列有3项", "2.2万元", "0.9万元", "3.1万元"), ("6.4",)),
        ("人员类支出和公用经费的占比各是多少?", UNITS[1:], (), ("列有",)),
        ("公用经费里最高的明细是哪个?", UNITS[1:], ("最高的是：\n- 福利费（事业）：**3.1万元**",), ("6.4",)),
        ("基本支出明细表里公用经费列了哪些?", (), ("列有5项", UNITS[0], UNITS[1]), ("31.2",)),
        ("公用经费分成哪几笔差旅?", UNITS[1:], (), ("列有",)),
    ],
)
def test_the_items_of_a_class_are_those_of_the_unit_named(
    question: str, units: tuple[str, ...], said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    asked = ask(question, detailed(), units=units)
    answer = answer_text(asked.question, asked.rest, asked.documents, asked.choice)
    text = answer.text if answer else ""
    assert [word for word in said if word not in text] == []
    assert [word for word in unsaid if word in text] == []
