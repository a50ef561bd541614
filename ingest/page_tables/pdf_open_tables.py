"""Tables without upright rules: read by the level rules between their rows or around their head, or by their words alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.page_tables.pdf_cells import glyphs_inside
from ingest.page_tables.pdf_column_tables import Columns
from ingest.page_tables.pdf_columns import find_columns
from ingest.page_tables.pdf_row_tables import RowTable, find_row_tables
from ingest.page_tables.pdf_word_tables import WordTable, find_word_tables
from ingest.pages.pdf_glyphs import Glyph, Sheet
from ingest.pages.pdf_words import split_lines

OpenTable = Columns | RowTable | WordTable


def find_open_tables(glyphs: Sequence[Glyph], sheet: Sheet, table_before: OpenTable | None) -> list[OpenTable | list[Glyph]]:
    """The tables without upright rules on a page, and its other lines; `table_before` is such a table that the page before ended with.

    Amounts that stand under one another do not show which cells run over several rows: where some do, the rules are followed. Else the
    rules are followed where the amounts make no table.
    """
    columns_before = table_before if isinstance(table_before, Columns) else None
    is_certain = columns_before is None or columns_before.is_certain
    tables: list[RowTable | WordTable] = [*find_row_tables(glyphs, sheet, table_before.edges if table_before and is_certain else ())]
    tables += find_word_tables(_without(tables, glyphs), sheet, table_before if isinstance(table_before, WordTable) else None)
    merged = [table for table in tables if table.has_merged_rows]
    left = _without(merged, glyphs)
    found = find_columns(split_lines(left), sheet, columns_before)
    unread = [glyph for item in found if isinstance(item, list) for glyph in item]
    others = [table for table in tables if not table.has_merged_rows and glyphs_inside(unread, table.box)[0]]
    if others:
        found = find_columns(split_lines(_without(others, left)), sheet, columns_before)
    return [*merged, *others, *found]


def _without(tables: Iterable[RowTable | WordTable], glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    for table in tables:
        _, glyphs = glyphs_inside(glyphs, table.box)
    return glyphs
