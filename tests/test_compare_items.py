"""The same items of several documents: what is compared, what is missing, what is drawn and taken away."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.answer import Answer, Citation, Value
from app.exports.compare_items import COLUMNS, compare_item, compared_chart, compared_records
from app.exports.export_figures import to_csv
from ingest.document import DocumentInfo

ONE = DocumentInfo("1", "a.txt", organization="云岭市灯塔局", year=2031, kind="预算", scope="部门")
TWO = replace(ONE, id="2", file_name="b.txt", organization="云岭市钟表局")
CITED = Citation("a.txt", "1", "甲", "", "", table="支出表", page=3, row=("办公费",), col=("合计",))


def answer(document_id: str, number: str, unit: str = "万元") -> Answer:
    cited = replace(CITED, document_id=document_id)
    return Answer("answered", "", values=(Value("办公费", Decimal(number), unit),), citations=(cited,), warnings=("有尾差。",))


def test_item_is_asked_of_one_document_by_its_full_name() -> None:
    asked: list[str] = []
    found = compare_item(ONE, "办公费", lambda question: asked.append(question) or answer("1", "2.50"))  # type: ignore[func-returns-value]
    assert asked == ["云岭市灯塔局2031年部门预算的办公费是多少？"]
    assert found.value is not None
    assert (found.value.value, found.warnings) == (Decimal("2.50"), ("有尾差。",))


def test_answer_from_another_document_or_none_is_missing() -> None:
    assert compare_item(ONE, "办公费", lambda _: answer("2", "2.50")).value is None
    assert compare_item(ONE, "办公费", lambda _: Answer("not_found", "没有")).value is None


def test_amounts_are_drawn_in_one_unit_and_printed_in_their_own() -> None:
    pair = [compare_item(ONE, "办公费", lambda _: answer("1", "2.50")), compare_item(TWO, "办公费", lambda _: answer("2", "12000", "元"))]
    chart = compared_chart(pair, ["甲", "乙"])
    assert chart is not None
    assert [(bar.label, bar.value, bar.printed) for bar in chart.bars] == [
        ("甲", Decimal("2.50"), "2.50万元"), ("乙", Decimal("1.2"), "12,000元"),
    ]  # fmt: skip
    assert compared_chart(pair[:1], ["甲"]) is None
    assert compared_chart([compare_item(ONE, "人数", lambda _: answer("1", "3", "人"))] * 2, ["甲", "乙"]) is None


def test_exported_rows_say_where_each_number_stands_and_which_are_missing() -> None:
    pair = [compare_item(ONE, "办公费", lambda _: answer("1", "2.50")), compare_item(TWO, "办公费", lambda _: Answer("not_found", ""))]
    lines = b"".join(to_csv(compared_records(pair), COLUMNS)).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("单位,年度,种类,项目")
    assert lines[1] == "云岭市灯塔局,2031,部门预算,办公费,办公费,2.50,万元,支出表,办公费,合计,3,a.txt"
    assert lines[2] == "云岭市钟表局,2031,部门预算,办公费,,,,,,,,b.txt"
