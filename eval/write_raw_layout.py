"""An invented document as the raw text of its PDF: one space between columns, blanks lost, wrapped cells broken over lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eval.invented import InventedDocument, InventedSection, InventedTable
from eval.invented_pages import contents_lines, table_rows, title_lines

LINE_WIDTH = 30
ROWS_A_PAGE = 26
LINES_A_PAGE = 28


def write_raw_layout(document: InventedDocument) -> str:
    """The whole document: prose broken into lines with page numbers between, tables without columns; a space begins each page."""
    pages: list[list[str]] = [[*title_lines(document)], ["目 录", *contents_lines(document)]]
    prose: list[str] = []
    for part in document.body:
        if isinstance(part, InventedSection):
            prose += [line for text in (part.heading_path[-1], *part.paragraphs) for line in wrap(text, LINE_WIDTH)]
            continue
        pages += split_pages(prose, len(pages))
        prose = []
        pages += table_pages(part, document)
    pages += split_pages(prose, len(pages))
    return "\n".join(" " + "\n\n".join(page) for page in pages) + "\n"


def wrap(text: str, width: int) -> list[str]:
    """The text in pieces of at most so many characters; a number is never broken."""
    lines = [""]
    for piece in unbroken_pieces(text):
        if lines[-1] and len(lines[-1]) + len(piece) > width:
            lines.append("")
        lines[-1] += piece
    return lines


def unbroken_pieces(text: str) -> Iterator[str]:
    """Single characters, but runs of digits, points and marks together."""
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and text[start] in "0123456789" and text[end] in "0123456789.,%":
            end += 1
        yield text[start:end]
        start = end


def split_pages(lines: Sequence[str], pages_before: int) -> list[list[str]]:
    """The lines in pages, each with its number at the end."""
    pages = [list(lines[start : start + LINES_A_PAGE]) for start in range(0, len(lines), LINES_A_PAGE)]
    return [[*page, f"- {number} -"] for number, page in enumerate(pages, pages_before + 1)]


def caption_lines(table: InventedTable, document: InventedDocument) -> list[str]:
    """The lines above a table: a budget's unit and organisation run into one another, final accounts begin with their number."""
    if document.kind == "预算":
        return [f"单位：{table.unit}部门名称：{table.organization}", table.number, table.title]
    return [table.title, table.number, f"部门：{table.organization} {document.year}年度 金额单位：{table.unit}"]


def table_pages(table: InventedTable, document: InventedDocument) -> list[list[str]]:
    """A table's pages: the caption on the first, the header on every one, notes on the last."""
    rows = table_rows(table)
    header, body = rows[: table.header_rows], rows[table.header_rows :]
    width = max(3, 64 // table.column_count)
    pages = []
    for start in range(0, len(body), ROWS_A_PAGE):
        rows_here = [*header, *body[start : start + ROWS_A_PAGE]]
        pages.append([line for row in rows_here for line in row_lines(row, width)])
    pages[0] = [*caption_lines(table, document), *pages[0]]
    pages[-1] += table.notes
    return pages


def row_lines(row: Sequence[str], width: int) -> list[str]:
    """One row: cells that fit share a line, the pieces of a wrapped cell stand alone between them."""
    lines: list[str] = []
    shared: list[str] = []
    for text in row:
        pieces = wrap(text, width) if text and not text[0].isdigit() else [text]
        if len(pieces) == 1:
            shared += [text] if text else []
            continue
        lines += [" ".join(shared)] if shared else []
        lines += pieces
        shared = []
    return [*lines, " ".join(shared)] if shared else lines
