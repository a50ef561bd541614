"""The tables of real documents, rewritten as Word, Excel and HTML with their merged cells, give back every known figure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordDocument
from openpyxl import Workbook

from eval import write_docx_layout, write_xlsx_layout
from eval.invented import InventedCell, InventedTable
from eval.measure_figures import match_figures
from eval.write_html_layout import tables_html
from ingest.document import Document, Table
from ingest.parse_document import parse_document

SHARED = Path(__file__).parents[2] / "shared"
Write = Callable[[Sequence[InventedTable]], bytes]


def word(tables: Sequence[InventedTable]) -> bytes:
    book = WordDocument()
    write_docx_layout.write_tables(book, tables)
    return write_docx_layout.saved(book)


def workbook(tables: Sequence[InventedTable]) -> bytes:
    book = Workbook()
    for number, table in enumerate(tables):
        write_xlsx_layout.write_sheet(book.create_sheet(f"表{number}"), [table])
    return write_xlsx_layout.saved(book)


def page(tables: Sequence[InventedTable]) -> bytes:
    return f'<html><meta charset="utf-8"><body>{"".join(tables_html(tables))}</body></html>'.encode()


WRITERS: Mapping[str, Write] = {"docx": word, "xlsx": workbook, "html": page}


def as_read(table: Table) -> InventedTable:
    """The table as the text of the document gives it."""
    cells = tuple(InventedCell(one.text, one.row, one.column, one.row_span, one.column_span, one.is_header) for one in table.cells)
    width = max((one.column + one.column_span for one in cells), default=1)
    number = table.number or ""
    return InventedTable(table.title, number, table.unit or "万元", "", (), cells, (), table.notes, 0, width)


def exported(document: Document, name: str) -> list[dict[str, Any]]:
    return [
        {
            "document": name, "table": document.tables[one.table].title, "table_no": document.tables[one.table].number or "",
            "row": one.row, "col": one.col, "value": one.value, "unit": one.quantity.unit if one.quantity else "",
        }
        for one in document.figures
    ]  # fmt: skip


def known() -> list[Path]:
    return sorted((SHARED / "eval" / "figures").glob("*.jsonl"))


@pytest.mark.skipif(not known(), reason="the real documents are not here")
@pytest.mark.parametrize("file", known(), ids=lambda path: path.stem)
def test_every_known_figure_comes_back_from_every_format(file: Path, tmp_path: Path) -> None:
    facts = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    name = facts[0]["doc"]
    original = parse_document(SHARED / "documents" / name)
    tables = [as_read(table) for table in original.tables if table.cells]
    lost = {}
    for suffix, write in WRITERS.items():
        path = tmp_path / f"document.{suffix}"
        path.write_bytes(write(tables))
        lost[suffix] = len(facts) - len(match_figures(facts, exported(parse_document(path), name)))
    assert lost == dict.fromkeys(WRITERS, 0)
