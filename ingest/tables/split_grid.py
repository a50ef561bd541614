"""A grid cut where another table begins in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, Grid, GridCell, Line
from ingest.labels.table_words import fold_all
from ingest.tables.captions_of_row import captions_of_row
from ingest.tables.is_plain_header import is_plain_header
from ingest.tables.part_forms import part_forms
from ingest.tables.span_places import span_places

AMOUNT = re.compile(r"-?\d[\d,]*\.\d+")


def split_grid(block: Block) -> Iterator[Block]:
    """A grid cut before every row that is the caption of another table, or the header of one."""
    if isinstance(block, Line) or block.has_spans:
        yield from [block] if isinstance(block, Line) else part_forms(block)
        return
    start = 0
    for place in range(1, len(block.rows)):
        if place > start and _opens_table(block.rows, place, start):
            yield _part(block, start, place)
            start = place
    yield _part(block, start, len(block.rows))


def _part(grid: Grid, start: int, end: int) -> Grid:
    if not start and end == len(grid.rows):
        return grid
    rows = grid.rows[start:end]
    places = [cell.place for row in rows for cell in row if cell]
    place = span_places(places[0], Grid(rows, places[-1]).place) if places else grid.place
    return replace(grid, rows=rows, place=place)


def _opens_table(rows: Sequence[Sequence[GridCell | None]], place: int, start: int) -> bool:
    """Whether a row below others names a table of its own: its title alone, or after amounts a header other than the first."""
    captions = captions_of_row(rows[place], True) or ()
    if any(caption.title for caption in captions) and len([cell for cell in rows[place] if cell and cell.text.strip()]) == 1:
        return not all(captions_of_row(row, True) is not None for row in rows[start:place])
    texts = [fold_all(cell.text) for cell in rows[place] if cell and cell.text.strip()]
    above = [fold_all(cell.text) for cell in rows[start] if cell and cell.text.strip()]
    is_header = is_plain_header([texts])
    has_amounts = any(cell and AMOUNT.fullmatch(fold_all(cell.text)) for row in rows[start:place] for cell in row)
    return is_header and has_amounts and texts != above
