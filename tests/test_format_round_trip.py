"""Invented documents and random tables written as Word, Excel, HTML and CSV come back cell by cell; nothing else does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from docx import Document as WordDocument
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook
from test_round_trip import DOCUMENTS, known, read
from test_table_properties import known as known_tables
from test_table_properties import read as read_tables

from eval import write_docx_layout, write_xlsx_layout
from eval.invented import InventedDocument, InventedTable
from eval.write_csv_layout import csv_bytes, tables_rows, write_csv_layout
from eval.write_html_layout import tables_html, write_html_layout
from ingest.parse_document import parse_document
from tests.random_tables import invented_tables

LAYOUTS: dict[str, Callable[[InventedDocument], bytes]] = {
    "docx": write_docx_layout.write_docx_layout,
    "xlsx": write_xlsx_layout.write_xlsx_layout,
    "texts.xlsx": lambda document: write_xlsx_layout.write_xlsx_layout(document, has_numbers=False),
    "html": write_html_layout,
    "csv": write_csv_layout,
}
TITLE = "甲市乙局2024年度部门预算"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.title)
def test_a_document_comes_back_whole(document: InventedDocument, layout: str, tmp_path: Path) -> None:
    path = tmp_path / f"document.{layout}"
    path.write_bytes(LAYOUTS[layout](document))
    found = parse_document(path)
    info = found.info
    assert read(found) == known(document)
    assert (info.organization, info.year, info.kind, info.scope) == (document.organization, document.year, document.kind, document.scope)
    headings = [section.heading_path[-1].replace(" ", "") for section in found.sections if section.heading_path]
    assert {section.heading_path[-1].replace(" ", "") for section in document.sections if section.paragraphs} <= set(headings)


def word(tables: Sequence[InventedTable]) -> bytes:
    book = WordDocument()
    book.add_paragraph(TITLE)
    for table in tables:
        write_docx_layout.write_tables(book, [table])
        book.add_paragraph("以上各项资金按进度拨付，使用情况另行说明。")
    return write_docx_layout.saved(book)


def sheets(tables: Sequence[InventedTable]) -> bytes:
    """All on one sheet."""
    book = Workbook()
    write_xlsx_layout.write_sheet(book.active, tables)
    return write_xlsx_layout.saved(book)


def page(tables: Sequence[InventedTable]) -> bytes:
    return f'<html><meta charset="utf-8"><body><p>{TITLE}</p>{"".join(tables_html(tables))}</body></html>'.encode()


def values(tables: Sequence[InventedTable]) -> bytes:
    return csv_bytes(tables_rows(tables))


@pytest.mark.parametrize(("suffix", "write"), [("docx", word), ("xlsx", sheets), ("html", page), ("csv", values)])
@settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=invented_tables(), second=invented_tables("项目资金明细表"))
def test_random_tables_come_back_cell_by_cell(
    suffix: str, write: Callable[[Sequence[InventedTable]], bytes], first: InventedTable, second: InventedTable, tmp_path: Path
) -> None:
    path = tmp_path / f"document.{suffix}"
    path.write_bytes(write([first, second]))
    assert read_tables(parse_document(path)) == known_tables([first, second])
