"""An invented document as a Word document with real headings and tables with merged cells; the only door to python-docx on this side."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document

from eval.invented import InventedDocument, InventedSection, InventedTable
from eval.invented_pages import contents_lines, title_lines
from eval.without_time import without_time


def write_docx_layout(document: InventedDocument) -> bytes:
    """The document: title, contents, headings, paragraphs, tables."""
    book = Document()
    for line in [*title_lines(document), "目 录", *contents_lines(document)]:
        book.add_paragraph(line)
    for part in document.body:
        if isinstance(part, InventedSection):
            book.add_heading(part.heading_path[-1], min(len(part.heading_path), 3))
            for paragraph in part.paragraphs:
                book.add_paragraph(paragraph)
        else:
            write_tables(book, [part])
    return saved(book)


def saved(book: Any) -> bytes:
    """The bytes of a document."""
    buffer = BytesIO()
    book.save(buffer)
    return without_time(buffer.getvalue())


def write_tables(book: Any, tables: Sequence[InventedTable]) -> None:
    """The tables, each below its title, number, organisation and unit."""
    for table in tables:
        for line in (table.title, table.number, *(f"部门：{one}" for one in [table.organization] if one), f"单位：{table.unit}"):
            if line:
                book.add_paragraph(line)
        write_table(book, table)
        for note in table.notes:
            book.add_paragraph(note)


def write_table(book: Any, table: InventedTable) -> None:
    """The cells of a table; merged ones cover what they cover."""
    drawn = book.add_table(table.row_count, table.column_count)
    drawn.style = "Table Grid"
    grid = [list(row.cells) for row in drawn.rows]
    for cell in table.cells:
        first, last = grid[cell.row][cell.column], grid[cell.row + cell.row_span - 1][cell.column + cell.column_span - 1]
        merged = first if first is last else first.merge(last)
        merged.text = cell.text
