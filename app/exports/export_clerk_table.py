"""A clerk's table as Markdown, CSV, JSON or a workbook: the figures first, then every cell with its source."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from app.answer import Citation
from app.exports.answer_table import UNIT, TableCell, TableRow, row_name
from app.exports.export_figures import LARGEST_EXACT_DIGITS, csv_line, text_cell

FIRST = "文件"
SOURCE_COLUMNS = ("文件", "项目", "数值", "取的是", "文件名", "章节", "表", "页", "行号", "原文", "说明")
SHEETS = ("汇总", "出处")


def source_rows(rows: Sequence[TableRow]) -> Iterator[tuple[str, ...]]:
    """For every cell a line for each place where its figure stands; for a cell without a figure one with the reason."""
    for row in rows:
        for cell in row.cells:
            for citation in cell.citations or (None,):
                yield (row_name(row), cell.item, cell.text, cell.label, *place_of(citation), cell.note)


def place_of(citation: Citation | None) -> tuple[str, ...]:
    """File, section, table, page, lines and wording of a citation."""
    if citation is None:
        return ("",) * 6
    lines = "–".join(str(one) for one in dict.fromkeys(citation.lines or ()))
    page = "" if citation.page is None else str(citation.page)
    return citation.document, citation.section, citation.table or "", page, lines, citation.quote


def header(items: Sequence[str]) -> list[str]:
    """The head of the table; amounts of money stand in its unit."""
    return [f"{FIRST}（金额单位：{UNIT}）", *items]


def to_markdown(rows: Sequence[TableRow], items: Sequence[str]) -> Iterator[bytes]:
    """The table, then the sources, each as a Markdown table."""
    yield from _markdown_table(header(items), [(row_name(row), *(cell.text for cell in row.cells)) for row in rows])
    yield f"\n{SHEETS[1]}\n\n".encode()
    yield from _markdown_table(SOURCE_COLUMNS, list(source_rows(rows)))


def _markdown_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[bytes]:
    for cells in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(cell.replace('|', '｜').replace(chr(10), ' ') for cell in cells)} |\n".encode()


def to_csv(rows: Sequence[TableRow], items: Sequence[str]) -> Iterator[bytes]:
    """The table, a blank line, the sources; spreadsheet programs open it as UTF-8."""
    yield "\ufeff".encode()
    yield csv_line(header(items))
    for row in rows:
        yield csv_line([row_name(row), *(cell.text for cell in row.cells)])
    yield csv_line([])
    yield csv_line(SOURCE_COLUMNS)
    for cells in source_rows(rows):
        yield csv_line(cells)


def to_json(rows: Sequence[TableRow], items: Sequence[str]) -> Iterator[bytes]:
    """One object: the items, and for every document its cells with their citations."""
    told = [
        {
            "document": row.document.file_name,
            "document_id": row.document.id,
            "name": row_name(row),
            "cells": [_cell_record(cell) for cell in row.cells],
        }
        for row in rows
    ]
    yield (json.dumps({"items": list(items), "rows": told}, ensure_ascii=False, indent=2) + "\n").encode()


def _cell_record(cell: TableCell) -> dict[str, Any]:
    quantity = cell.quantity
    return {
        "item": cell.item,
        "status": cell.status or "answered",
        "value": format(quantity.number, "f") if quantity else None,
        "unit": quantity.unit if quantity else "",
        "label": cell.label,
        "note": cell.note,
        "citations": [dict(zip(SOURCE_COLUMNS[4:10], place_of(one), strict=True)) for one in cell.citations],
    }


def to_xlsx(rows: Sequence[TableRow], items: Sequence[str]) -> Iterator[bytes]:
    """A workbook: the table with numbers as numbers, and a second sheet with the source of every cell."""
    from openpyxl import Workbook  # 0.2 s: only for this format

    book = Workbook(write_only=True)
    table, sources = (book.create_sheet(name) for name in SHEETS)
    table.freeze_panes, sources.freeze_panes = "B2", "A2"
    table.append([text_cell(table, one) for one in header(items)])
    for row in rows:
        table.append([text_cell(table, row_name(row)), *(_table_cell(table, cell) for cell in row.cells)])
    for cells in (SOURCE_COLUMNS, *source_rows(rows)):
        sources.append([text_cell(sources, one) for one in cells])
    content = io.BytesIO()
    book.save(content)
    yield content.getvalue()


def _table_cell(sheet: Any, cell: TableCell) -> Any:
    """A number for an amount in the table's unit, text for all else."""
    quantity = cell.quantity
    is_plain = quantity is not None and quantity.unit == UNIT and len(quantity.number.as_tuple().digits) <= LARGEST_EXACT_DIGITS
    return quantity.number if quantity is not None and is_plain else text_cell(sheet, cell.text)


TABLE_FORMATS: dict[str, Callable[[Sequence[TableRow], Sequence[str]], Iterator[bytes]]] = {
    "md": to_markdown, "csv": to_csv, "json": to_json, "xlsx": to_xlsx,
}  # fmt: skip
