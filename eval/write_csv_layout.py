"""An invented document as CSV: a paragraph or a row of a table a line, what merged cells cover left blank."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from eval.invented import InventedDocument, InventedSection, InventedTable
from eval.invented_pages import table_rows, title_lines


def write_csv_layout(document: InventedDocument) -> bytes:
    """The document in GB18030, as spreadsheets in China save it."""
    rows = [[line] for line in title_lines(document)]
    for part in document.body:
        if isinstance(part, InventedSection):
            rows += [[part.heading_path[-1]], *([text] for text in part.paragraphs), []]
        else:
            rows += tables_rows([part])
    return csv_bytes(rows)


def csv_bytes(rows: Sequence[Sequence[str]]) -> bytes:
    """The rows as CSV."""
    buffer = StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode("gb18030")


def tables_rows(tables: Sequence[InventedTable]) -> list[list[str]]:
    """The rows of the tables, each below its title, number, organisation and unit."""
    rows: list[list[str]] = []
    for table in tables:
        width = max(table.column_count, 2)
        caption = [f"部门：{table.organization}" if table.organization else "", *[""] * (width - 2), f"单位：{table.unit}"]
        rows += [
            [table.title],
            *([one] for one in [table.number] if one),
            caption,
            *table_rows(table),
            *([note] for note in table.notes),
            [],
        ]
    return rows
