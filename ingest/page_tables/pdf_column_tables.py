"""The columns and rows of a table without rules as a grid with places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.blocks import Grid, GridCell
from ingest.page_tables.pdf_body_rows import fill_rows, row_pitch, rows_overlap
from ingest.page_tables.pdf_header_cells import PrintedCell
from ingest.page_tables.pdf_headers import Header
from ingest.pages.pdf_glyphs import Sheet, enclosing_box
from ingest.pages.pdf_word_rows import Extent, WordRow
from ingest.pages.pdf_words import NUMBER, cell_text


@dataclass(frozen=True, slots=True)
class Columns:
    """A table that was found without rules; `spans` are its columns from left to right, `amounts` those that hold nothing but numbers.

    `header` are the rows of its header, `header_words` the words of its header's lines.
    """

    top: float
    grid: Grid
    spans: tuple[Extent, ...]
    is_certain: bool = True
    amounts: frozenset[int] = frozenset()
    header: tuple[tuple[GridCell | None, ...], ...] = ()
    header_words: tuple[tuple[str, ...], ...] = ()

    @property
    def edges(self) -> tuple[float, ...]:
        """The edges of its columns, one more than there are columns."""
        return (*(left for left, _ in self.spans), self.spans[-1][1])


def edge_spans(edges: Sequence[float]) -> list[Extent]:
    """The columns between these edges."""
    return list(pairwise(edges))


def headed_table(
    lines: Sequence[WordRow], body: Sequence[WordRow], header: Header, sheet: Sheet, reach: float | None = None
) -> Columns | None:
    """The table of a header and a body, or None where its cells do not stand in rows; `reach` is as for `fill_rows`."""
    spans = edge_spans(header.edges)
    rows: list[list[GridCell | None]] = [[None] * len(spans) for _ in range(header.depth)]
    for cell in header.cells:
        left, right = header.edges[cell.first], header.edges[cell.last + 1]
        _, top, _, bottom = enclosing_box(cell.glyphs)
        place = sheet.place((left, top, right, bottom))
        text = cell_text(cell.glyphs, right - left)
        rows[cell.row][cell.first] = GridCell(text, place, cell.row_span, cell.last - cell.first + 1, not header.is_certain)
    table = plain_table(rows, body, spans, sheet, header.is_certain, reach)
    return table and replace(table, header=tuple(map(tuple, rows)), header_words=tuple(line.words for line in lines))


def continued_table(lines: Sequence[WordRow], body: Sequence[WordRow], table: Columns, sheet: Sheet) -> Columns | None:
    """The part of a table on the next page, under its header's lines where they are printed again."""
    header: Sequence[Sequence[GridCell | None]] = []
    if lines:
        place = sheet.place(enclosing_box([g for line in lines for g in line.line]))
        header = [[cell and replace(cell, place=place) for cell in row] for row in table.header]
    part = plain_table(header, body, table.spans, sheet, table.is_certain)
    return part and replace(part, header=table.header, header_words=table.header_words)


def plain_table(
    header: Sequence[Sequence[GridCell | None]],
    body: Sequence[WordRow],
    spans: Sequence[Extent],
    sheet: Sheet,
    is_certain: bool,
    reach: float | None = None,
) -> Columns | None:
    """The table, or None where its cells do not stand in rows: labels that run over several rows hide which row an amount is of."""
    rows = fill_rows(body, spans, row_pitch(body), reach)
    if rows_overlap(rows):
        return None
    cells = [_cells(row, spans, sheet, not is_certain) for row in rows]
    box = enclosing_box([g for row in body for g in row.line])
    grid = Grid((*map(tuple, header), *cells), sheet.place(box), has_spans=True)
    return Columns(body[0].y, grid, tuple(spans), is_certain, _amount_columns(cells))


def _amount_columns(rows: Sequence[Sequence[GridCell | None]]) -> frozenset[int]:
    texts = [[cell.text for cell in column if cell and cell.text] for column in zip(*rows, strict=True)]
    return frozenset(i for i, column in enumerate(texts) if column and all(NUMBER.fullmatch(text) for text in column))


def _cells(row: Sequence[PrintedCell | None], spans: Sequence[Extent], sheet: Sheet, is_uncertain: bool) -> tuple[GridCell | None, ...]:
    glyphs = [g for cell in row if cell for g in cell.glyphs]
    _, top, _, bottom = enclosing_box(glyphs)
    cells = []
    for cell, (left, right) in zip(row, spans, strict=True):
        text = cell_text(cell.glyphs, right - left) if cell else ""
        cells.append(GridCell(text, sheet.place((left, top, right, bottom)), is_uncertain=is_uncertain and bool(text)))
    return tuple(cells)
