"""Invented documents: sums hold, prose follows from tables, years agree, every layout prints every figure."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from itertools import pairwise, product
from typing import Any
from zipfile import ZipFile

import pdfplumber
import pytest

from eval.gold import GoldError
from eval.invent_documents import PROFILES, STYLES, invent_documents
from eval.invented import Fact, InventedDocument, InventedFigure, InventedSection, InventedTable, NumberStyle
from eval.invented_classification import GOVERNMENT_NAMES, government_code
from eval.invented_library import LAYOUTS, SIZES, WRITERS, library_documents
from eval.invented_pages import is_in_contents
from eval.write_invented import main
from eval.write_pdf_layout import PdfLayout, write_pdf_layout
from eval.write_raw_layout import write_raw_layout
from eval.write_text_layout import MARKDOWN, TABS, write_text_layout

DOCUMENTS = invent_documents(7, len(PROFILES), (2023, 2024))
BUDGETS = [document for document in DOCUMENTS if document.kind == "预算"]
ACCOUNTS = [document for document in DOCUMENTS if document.kind == "决算"]
SMALL = invent_documents(7, 1, (2024,), profiles=("人民法院",), styles=(NumberStyle(),))
TEXT_LAYOUTS: tuple[Callable[[InventedDocument], str], ...] = (
    lambda document: write_text_layout(document, TABS),
    lambda document: write_text_layout(document, MARKDOWN),
    write_raw_layout,
)
PDF_LAYOUTS = (PdfLayout(), PdfLayout("rectangles", repeats_header=False), PdfLayout("none", is_landscape=False))


def table_of(document: InventedDocument, title: str) -> InventedTable:
    return next(table for table in document.tables if table.title.endswith(title))


def number_of(figure: InventedFigure) -> Decimal:
    return Decimal(figure.value.replace(",", ""))


def amount_at(table: InventedTable, label: str, *path: str) -> Decimal:
    found = [number_of(figure) for figure in table.figures if figure.row[-1:] == (label,) and figure.col == path]
    return found[0] if found else Decimal(0)


def fact_of(document: InventedDocument, subject: str, measure: str) -> Fact:
    facts = (fact for section in document.sections for fact in section.facts)
    return next(fact for fact in facts if (fact.subject, fact.measure) == (subject, measure))


def stated(document: InventedDocument, subject: str, measure: str) -> Decimal:
    return Decimal(fact_of(document, subject, measure).value)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("layout", ["word.docx", "sheets.xlsx"])
def test_an_office_file_does_not_tell_when_it_was_written(layout: str) -> None:
    with ZipFile(BytesIO(WRITERS[layout](SMALL[0]))) as book:
        assert {member.date_time for member in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        dates = re.findall(rb"dcterms:W3CDTF\">([^<]+)<", book.read("docProps/core.xml"))
    assert dates == [b"1980-01-01T00:00:00Z"] * 2


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_document_is_written_as_the_same_bytes(layout: str) -> None:
    assert WRITERS[layout](SMALL[0]) == WRITERS[layout](SMALL[0])


def test_the_same_seed_gives_the_same_documents() -> None:
    assert invent_documents(7, len(PROFILES), (2023, 2024)) == DOCUMENTS
    assert invent_documents(8, 2, (2024,)) != invent_documents(7, 2, (2024,))


def test_there_is_one_document_for_every_department_year_and_kind() -> None:
    keys = {(document.organization, document.year, document.kind) for document in DOCUMENTS}
    assert len(keys) == len(DOCUMENTS) == len(PROFILES) * 4
    assert {document.level for document in DOCUMENTS} >= {"市", "街道"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.title)
def test_a_document_has_every_prescribed_table(document: InventedDocument) -> None:
    prefix, count = ("预算", 12) if document.kind == "预算" else ("公开", 9)
    assert [table.number for table in document.tables] == [f"{prefix}{number:02d}表" for number in range(1, count + 1)]


@pytest.mark.parametrize("document", BUDGETS, ids=lambda document: document.title)
@pytest.mark.parametrize(
    "title", ["部门支出总体情况表", "一般公共预算支出情况表", "一般公共预算基本支出表", "项目支出表", "政府采购预算表"]
)
def test_every_column_of_a_budget_table_adds_up_to_its_total(document: InventedDocument, title: str) -> None:
    table = table_of(document, title)
    sums: dict[tuple[str, ...], Decimal] = {}
    totals: dict[tuple[str, ...], Decimal] = {}
    for figure in table.figures:
        if not figure.unit or (document.organization in figure.row and title.endswith("情况表")):
            continue
        target = totals if figure.row == ("合计",) else sums
        target[figure.col] = target.get(figure.col, Decimal(0)) + number_of(figure)
    assert sums == totals


@pytest.mark.parametrize("document", ACCOUNTS, ids=lambda document: document.title)
@pytest.mark.parametrize(("title", "column"), [("收入决算表", "本年收入合计"), ("支出决算表", "本年支出合计")])
def test_classes_add_up_to_the_total_and_items_to_their_class(document: InventedDocument, title: str, column: str) -> None:
    table = next(table for table in document.tables if table.title == title)
    amounts = {figure.row[0]: number_of(figure) for figure in table.figures if figure.col == (column,)}
    assert sum(amount for code, amount in amounts.items() if len(code) == 3) == amounts["合计"]
    for code, amount in amounts.items():
        children = [value for other, value in amounts.items() if code.isdigit() and len(other) == len(code) + 2 and other.startswith(code)]
        assert not children or sum(children) == amount


@pytest.mark.parametrize("document", ACCOUNTS, ids=lambda document: document.title)
def test_income_and_what_was_carried_over_equal_spending_and_what_is_left(document: InventedDocument) -> None:
    overview = table_of(document, "收入支出决算总表")
    total = amount_at(overview, "总计", "收入", "金额")
    assert total == amount_at(overview, "总计", "支出", "金额")
    income, opening = (amount_at(overview, label, "收入", "金额") for label in ("本年收入合计", "年初结转和结余"))
    assert income + opening == total


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.title)
def test_every_amount_of_the_narrative_stands_in_its_section(document: InventedDocument) -> None:
    for section in document.sections:
        text = "".join(section.paragraphs)
        assert all(fact.value in text for fact in section.facts if fact.direction != "持平"), section.heading_path


@pytest.mark.parametrize(
    ("documents", "subject", "title", "label", "path"),
    [
        (BUDGETS, "支出总计", "部门收支总体情况表", "支出总计", ("支出", "金额")),
        (BUDGETS, "基本支出", "部门支出总体情况表", "合计", ("基本支出", "小计")),
        (BUDGETS, "政府采购预算", "政府采购预算表", "合计", ("金额",)),
        (ACCOUNTS, "收支总计", "收入支出决算总表", "总计", ("支出", "金额")),
        (ACCOUNTS, "支出合计", "支出决算表", "合计", ("本年支出合计",)),
        (ACCOUNTS, "一般公共预算财政拨款支出", "一般公共预算财政拨款支出决算表", "合计", ("本年支出", "小计")),
    ],
)
def test_the_narrative_states_what_the_table_prints(
    documents: list[InventedDocument], subject: str, title: str, label: str, path: tuple[str, ...]
) -> None:
    for document in documents:
        table = next(table for table in document.tables if table.title in (title, f"{document.year}年{title}"))
        printed = amount_at(table, label, *path) / (10_000 if table.unit == "元" else 1)
        assert abs(stated(document, subject, "金额") - printed) <= Decimal("0.005"), document.title


@pytest.mark.parametrize("kind", ["预算", "决算"])
def test_the_change_against_last_year_is_the_difference_of_two_documents(kind: str) -> None:
    totals = {(document.organization, document.year): document for document in DOCUMENTS if document.kind == kind}
    subject = "支出总计" if kind == "预算" else "收支总计"
    for (organization, year), document in totals.items():
        if year != 2024:
            continue
        now, before = (stated(other, subject, "金额") for other in (document, totals[organization, 2023]))
        change = fact_of(document, "收支总计", "增减额")
        signed = Decimal(change.value) * (1 if change.direction == "增加" else -1)
        assert abs(now - before - signed) <= (Decimal("0.01") if document.style.unit == "元" else Decimal(0))


def test_the_accounts_quote_the_budget_that_was_published() -> None:
    budgets = {(document.organization, document.year): document for document in BUDGETS}
    for document in ACCOUNTS:
        budget = stated(budgets[document.organization, document.year], "一般公共预算支出", "金额")
        assert stated(document, "一般公共预算财政拨款支出年初预算", "金额") == budget


def test_planted_contradictions_are_printed_and_recorded() -> None:
    for document in invent_documents(3, 5, (2024,), contradictions=2):
        for planted in document.contradictions:
            text = "".join(text for section in document.sections if section.heading_path == planted.place for text in section.paragraphs)
            assert f"{planted.printed}{planted.unit}" in text
            assert f"{planted.other_printed}{planted.unit}" not in text
            assert planted.printed != planted.other_printed
    assert not any(document.contradictions for document in DOCUMENTS)


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_every_kind_of_document_in_every_style_holds_a_planted_contradiction(style: NumberStyle) -> None:
    for document in invent_documents(3, 3, (2024,), styles=(style,), contradictions=1, has_wrong_total=True):
        assert len(document.contradictions) == 2, document.title


def test_the_reason_of_the_three_public_change_names_what_changed_most() -> None:
    seen = set()
    for document in BUDGETS:
        changes = {}
        for name in ("“三公”经费", "公务用车购置及运行费", "公务接待费"):
            fact = fact_of(document, name, "增减额")
            changes[name] = Decimal(fact.value) * (1 if fact.direction == "增加" else -1)
        total, cars, reception = changes.values()
        reason = next(text for heading, text in document.reasons.items() if "“三公”经费" in heading)
        seen.add("接待" in reason)
        assert total == 0 or ("接待" in reason) == (abs(reception) > abs(cars)), document.title
    assert False in seen


def test_a_reason_names_only_a_project_whose_money_the_section_is_about() -> None:
    of_fund: dict[str, set[str]] = {}
    for document in BUDGETS:
        for figure in table_of(document, "项目支出表").figures:
            if figure.col == ("本年拨款", "政府性基金预算") and len(figure.row) > 1 and number_of(figure):
                of_fund.setdefault(document.organization, set()).add(figure.row[1].removeprefix(f"{document.year}年"))
    assert of_fund
    for document in BUDGETS:
        reason = next((text for heading, text in document.reasons.items() if "财政拨款收入支出总体" in heading), "")
        assert not any(name in reason for name in of_fund.get(document.organization, ())), document.title


def test_a_project_of_an_earlier_year_is_not_said_to_go_on() -> None:
    for document in DOCUMENTS:
        for reason in document.reasons.values():
            assert f"{document.year - 1}年" not in reason or "本年不再安排" in reason or "本年没有" in reason, document.title


def test_what_stands_at_the_end_of_a_year_is_what_the_next_budget_counts() -> None:
    accounts = {(document.organization, document.year): document for document in ACCOUNTS}
    pairs = [(accounts[one.organization, 2023], one) for one in BUDGETS if one.year == 2024]
    assert pairs
    for pair in pairs:
        said, counted = (
            [text for section in one.sections for text in section.paragraphs if text.startswith("2023年末，共有车辆")] for one in pair
        )
        assert said == counted != [], pair[1].title


@pytest.mark.parametrize(
    ("economic", "government"), [("31005", "50302"), ("31003", "50306"), ("30218", "50204"), ("31099", "50399"), ("30399", "50999")]
)
def test_an_item_of_an_administrative_unit_stands_under_its_own_government_item(economic: str, government: str) -> None:
    assert government_code(economic, is_administrative=True) == government
    assert government in GOVERNMENT_NAMES


def test_a_purchase_stands_under_the_function_that_its_unit_runs_on() -> None:
    for document in BUDGETS:
        spent = {figure.row[0] for figure in table_of(document, "部门支出总体情况表").figures if len(figure.row) > 1}
        bought = {figure.row[:2] for figure in table_of(document, "政府采购预算表").figures if len(figure.row) > 1}
        functions = {code for code, _ in bought}
        assert functions <= spent
        assert len(functions) == len({unit for _, unit in bought})


def test_only_who_administers_has_vehicles_for_law_enforcement() -> None:
    text = {document.title: "".join(text for section in document.sections for text in section.paragraphs) for document in DOCUMENTS}
    schools = [document for document in DOCUMENTS if not document.units[0].is_administrative]
    assert schools
    assert all("机要通信用车0辆" in text[document.title] and "执法执勤用车0辆" in text[document.title] for document in schools)


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_a_wrong_total_is_printed_in_its_table_alone_and_recorded_with_the_sum_of_the_rows(style: NumberStyle) -> None:
    documents = invent_documents(3, 3, (2024,), styles=(style,), has_wrong_total=True)
    sound = invent_documents(3, 3, (2024,), styles=(style,))
    for document, other in zip(documents, sound, strict=True):
        (planted,) = document.contradictions
        (table,) = (table for table in document.tables if table.title == planted.place[-1])
        twin = table_of(other, table.title)
        ((now, before),) = [pair for pair in zip(table.figures, twin.figures, strict=True) if pair[0] != pair[1]]
        assert (now.row[-1], now.col) == ("合计", planted.column)
        assert (number_of(now), number_of(before)) == (Decimal(planted.printed), Decimal(planted.other_printed))
        assert now.value in [cell.text for cell in table.cells]
        assert Decimal(planted.other_printed) > 0
        assert [part for part in document.body if part is not table] == [part for part in other.body if part != twin]


@pytest.mark.parametrize("layout", TEXT_LAYOUTS)
@pytest.mark.parametrize("document", DOCUMENTS[::5], ids=lambda document: document.title)
def test_a_text_layout_prints_every_figure_and_paragraph(document: InventedDocument, layout: Callable[[InventedDocument], str]) -> None:
    text = layout(document)
    assert all(figure.value in squeezed(text) for table in document.tables for figure in table.figures)
    if layout is not write_raw_layout:
        assert all(paragraph in text for section in document.sections for paragraph in section.paragraphs)


def test_tab_separated_rows_hold_a_cell_for_every_column() -> None:
    text = write_text_layout(SMALL[0], TABS)
    widths = {line.count("\t") + 1 for line in text.splitlines() if "\t" in line}
    assert widths == {table.column_count for table in SMALL[0].tables}


@pytest.mark.parametrize("layout", PDF_LAYOUTS)
@pytest.mark.parametrize("document", SMALL, ids=lambda document: document.title)
def test_a_pdf_gives_its_chinese_and_its_figures_back(document: InventedDocument, layout: PdfLayout) -> None:
    content = write_pdf_layout(document, layout)
    assert content == write_pdf_layout(document, layout)
    with pdfplumber.open(BytesIO(content)) as pdf:
        text = squeezed("".join(page.extract_text() for page in pdf.pages))
        ruled = [page for page in pdf.pages if page.extract_tables()]
    assert document.organization in text
    assert all(table.title in text for table in document.tables)
    assert all(figure.value in text for table in document.tables for figure in table.figures if figure.unit)
    assert bool(ruled) == (layout.rules != "none")


def test_a_full_library_has_budgets_and_accounts_of_two_years_and_every_layout() -> None:
    names = library_documents(1, SIZES["full"])
    assert {name.rsplit("_", 1)[1] for name in names} == set(LAYOUTS)
    assert {(document.kind, document.year) for document in names.values()} == set(product(("预算", "决算"), (2023, 2024)))


@pytest.mark.parametrize("document", SMALL, ids=lambda document: document.title)
def test_the_contents_of_a_pdf_name_the_pages_where_the_parts_begin(document: InventedDocument) -> None:
    with pdfplumber.open(BytesIO(write_pdf_layout(document, PdfLayout("none")))) as pdf:
        contents, *pages = [page.extract_text() for page in pdf.pages[1:]]
    named = re.findall(r"(?m)…(\d+)$", contents)
    titles = [part.heading_path[-1] if isinstance(part, InventedSection) else part.title for part in document.body if is_in_contents(part)]
    assert len(named) == len(titles)
    assert all(squeezed(title) in squeezed(pages[int(number) - 3]) for title, number in zip(titles, named, strict=True))


@pytest.mark.parametrize("repeats_header", [True, False])
def test_a_long_table_goes_on_on_the_next_page(repeats_header: bool) -> None:
    layout = PdfLayout("lines", repeats_header=repeats_header)
    with pdfplumber.open(BytesIO(write_pdf_layout(SMALL[1], layout))) as pdf:
        texts = [page.extract_text() for page in pdf.pages]
    after = next(later for page, later in pairwise(texts) if "公开01表" in page and "单位：" in page)
    assert "总计" in after
    assert "公开" not in after
    assert ("行次" in after) == repeats_header


@pytest.mark.parametrize(
    ("departments", "years", "more", "complaint"),
    [
        (2, (), {}, "年度、种类和数字格式至少各有一个"), (0, (2024,), {}, "部门数至少是 1"), (1, (2024,), {"styles": ()}, "至少各有一个"),
        (1, (24,), {}, "年度要写四位数，如 2024，现在是 24"), (1, (2024,), {"kinds": ("计划",)}, "没有“计划”，可以写的是 预算、决算"),
        (1, (2024,), {"profiles": ("码头局",)}, "没有“码头局”"),
        (99, (2024,), {"profiles": ("人民法院",)}, "编不出 99 个不重名的部门，最多"),
    ],
)  # fmt: skip
def test_what_cannot_be_invented_is_told_in_chinese(departments: int, years: tuple[int, ...], more: dict[str, Any], complaint: str) -> None:
    with pytest.raises(GoldError, match=complaint):
        invent_documents(7, departments, years, **more)


@pytest.mark.parametrize("arguments", [[], ["x", "7", "3"], ["x", "sieben", "3", "2024"], ["x", "7", "0", "2024"], ["x", "7", "1", "24"]])
def test_a_wrong_command_line_ends_with_a_chinese_message(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match=r"用法|编不出"):
        main(arguments)
