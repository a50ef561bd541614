"""Tables whose rules only part rows, each with the grid of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.blocks import Grid
from ingest.page_tables.pdf_cells import fill_frame, glyphs_inside
from ingest.page_tables.pdf_row_rules import find_row_rules
from ingest.page_tables.pdf_ruled_rows import Edges, read_ruled_rows
from ingest.pages.pdf_glyphs import Box, Glyph, Sheet
from ingest.pages.pdf_word_rows import word_row
from ingest.pages.pdf_words import split_lines


@dataclass(frozen=True, slots=True)
class RowTable:
    """A table whose rules only part rows: its box, and the edges of its columns from left to right.

    `has_merged_rows` says that rules show cells that run over several rows, which words alone do not show.
    """

    box: Box
    grid: Grid
    edges: Edges
    has_merged_rows: bool

    @property
    def top(self) -> float:
        """The height at which it begins."""
        return self.box[1]


def find_row_tables(glyphs: Sequence[Glyph], sheet: Sheet, edges_before: Edges = ()) -> list[RowTable]:
    """Such tables on a page; `edges_before` are the edges of the columns of the table that the page before ended with."""
    lines = [word_row(line) for line in split_lines(glyphs)]
    found: list[RowTable] = []
    for stack in sorted(find_row_rules(sheet.rules, lines), key=lambda stack: stack.heights):
        frame = read_ruled_rows(stack, lines, () if found else edges_before)
        if frame and (grid := fill_frame(frame, glyphs_inside(glyphs, frame.box)[0], sheet)):
            found.append(RowTable(frame.box, grid, frame.xs, stack.has_merged_rows))
    return found
