"""The first draft of an adopter's questions: each names one thing that the document prints once, in words that a person can check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eval.draft_questions import Draft, document_drafts, is_stated_once, name_of, without_rivals
from eval.invent_documents import invent_documents
from eval.invented import NumberStyle
from eval.write_pdf_layout import PdfLayout, write_pdf_layout
from ingest.parse_document import parse_document

TEXT = """云岭市灯塔局2031年部门预算

第一部分 概况

一、主要职责

（一）负责灯塔的修建和看护。

第二部分 2031年部门预算情况说明

一、支出预算总体情况说明

云岭市灯塔局2031年支出合计120.00万元，比2030年预算增加20.00万元，主要原因是新建了两座灯塔，并且按照新的标准补发了看护员的夜班津贴和海上补助；油料也涨价了。

二、其他情况说明

办公费增加，主要原因是搬家。水费减少，主要原因是修好了水管。

第三部分 2031年部门预算表

部门支出总体情况表

单位：万元

科目名称\t合计\t基本支出\t\t项目支出\t
\t\t小计\t人员经费\t小计\t运转类
合计\t120.00\t80.00\t80.00\t40.00\t40.00
灯塔维护\t90.00\t60.00\t60.00\t30.00\t30.00
灯塔看护\t20.00\t20.00\t20.00\t0.00\t0.00
灯塔看护\t10.00\t0.00\t0.00\t10.00\t10.00
"""


def drafts_of(text: str, folder: Path) -> list[Draft]:
    path = folder / "lighthouse.txt"
    path.write_text(text, "utf-8")
    return list(document_drafts(parse_document(path)))


@pytest.fixture
def drafts(tmp_path: Path) -> list[Draft]:
    return drafts_of(TEXT, tmp_path)


def test_a_cell_is_asked_for_by_its_row_and_all_its_headers(drafts: list[Draft]) -> None:
    asked = {question.partition("中“")[2]: expect.values[0].value for question, kind, expect, _, _ in drafts if kind == "lookup_table"}
    assert asked["灯塔维护”的“基本支出”的“小计”是多少？"] == "60.00"
    assert asked["灯塔维护”的“项目支出”的“小计”是多少？"] == "30.00"


def test_rows_of_one_name_and_zeros_are_not_asked_for(drafts: list[Draft]) -> None:
    assert not [question for question, *_ in drafts if "灯塔看护" in question]
    assert all(value.number for _, _, expect, _, _ in drafts for value in expect.values)


def test_an_amount_of_the_text_is_asked_for_by_its_subject(drafts: list[Draft]) -> None:
    found = [(question, expect.values[0].value) for question, kind, expect, _, _ in drafts if kind == "lookup_text"]
    assert found == [("云岭市灯塔局2031年部门预算中，支出合计是多少？", "120.00")]


def test_only_a_section_with_one_reason_is_asked_for_it_and_its_first_words_are_enough(drafts: list[Draft]) -> None:
    found = [(question, expect.must_include) for question, kind, expect, _, _ in drafts if kind == "reason"]
    assert found == [("云岭市灯塔局2031年部门预算中，支出合计比2030年预算增加的主要原因是什么？", ("新建了两座灯塔",))]


FORMS = """
{title}

项目名称\t满意度\t得分
灯塔维护\t95%\t{score}
"""


def test_forms_of_one_title_and_numbers_without_unit_are_not_asked_for(tmp_path: Path) -> None:
    forms = FORMS.format(title="项目自评表", score="98.50") + FORMS.format(title="项目自评表", score="97.50")
    drafts = drafts_of(f"{TEXT}{forms}{FORMS.format(title='整体自评表', score='96.50')}", tmp_path)
    asked = [question for question, *_ in drafts if "自评表" in question]
    assert asked == ["云岭市灯塔局2031年部门预算《整体自评表》中“灯塔维护”的“满意度”是多少？"]
    assert all(value.unit for _, _, expect, _, _ in drafts for value in expect.values)


def test_two_documents_of_one_name_are_not_asked_for_what_they_print_differently(drafts: list[Draft], tmp_path: Path) -> None:
    other = drafts_of(TEXT.replace("120.00", "121.00"), tmp_path)
    kept = list(without_rivals([*drafts, *other]))
    assert len({question for question, *_ in kept}) == len(kept)
    assert not [question for question, *_ in kept if "支出合计是多少" in question]
    assert [question for question, *_ in kept if "灯塔维护”的“合计" in question]


def test_a_section_whose_reason_explains_no_change_is_not_asked_for(tmp_path: Path) -> None:
    vague = "云岭市灯塔局2031年支出合计120.00万元，主要原因是新建了两座灯塔。"
    text = "\n".join(vague if "主要原因是新建" in line else line for line in TEXT.splitlines())
    assert not [question for question, kind, *_ in drafts_of(text, tmp_path) if kind == "reason"]


@pytest.mark.parametrize("rules", ["lines", "none"])
def test_a_pdf_gives_questions_of_every_kind(rules: str, tmp_path: Path) -> None:
    (document,) = invent_documents(7, 1, (2024,), ("预算",), profiles=("人民法院",), styles=(NumberStyle(),))
    path = tmp_path / "court.pdf"
    path.write_bytes(write_pdf_layout(document, PdfLayout(rules)))
    drafts = list(document_drafts(parse_document(path)))
    assert {kind for _, kind, *_ in drafts} == {"lookup_table", "lookup_text", "reason", "unanswerable"}
    assert all(question.startswith(document.title) for question, *_ in drafts)
    printed = {figure.value.replace(",", "") for table in document.tables for figure in table.figures}
    asked = [value.value for _, kind, expect, _, _ in drafts if kind == "lookup_table" for value in expect.values]
    assert len(asked) == 12
    assert set(asked) <= printed


def test_a_table_without_a_title_is_not_asked_about(tmp_path: Path) -> None:
    assert not [question for question, *_ in drafts_of(TEXT.replace("部门支出总体情况表\n", ""), tmp_path) if "《》" in question]


@pytest.mark.parametrize(
    ("subject", "aspect", "asked"),
    [
        ("办公费", "", "办公费"), ("支出", "支出预算", "支出预算"), ("会议费", "预算支出", "会议费预算支出"), ("含上年结转", "", ""),
        ("涉及一般公共预算拨款", "支出", ""), ("政府采购", "", ""), ("其他支出（类）", "", "其他支出（类）"),
    ],
)  # fmt: skip
def test_an_amount_is_asked_for_only_by_a_name_that_a_clerk_understands(subject: str, aspect: str, asked: str, tmp_path: Path) -> None:
    path = tmp_path / "lighthouse.txt"
    path.write_text(TEXT, "utf-8")
    document = parse_document(path)
    (statement,) = [one for one in document.statements if one.measure == "金额"]
    document = replace(document, statements=(replace(statement, subject=subject, aspect=aspect),))
    assert [name_of(one) for one in document.statements if is_stated_once(document, one)] == [asked] * bool(asked)
