"""A grid without the caption rows above and the note rows below that stand inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Grid, GridCell, Line
from ingest.labels.read_caption import Caption, is_note
from ingest.tables.captions_of_row import captions_of_row
from ingest.tables.merge_captions import merge_captions


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A grid without the caption rows and note rows that stand inside it."""

    grid: Grid
    caption: Caption
    notes: tuple[str, ...]
    lines: tuple[Line, ...]


def trim_grid(grid: Grid) -> Trimmed:
    """The grid that is left between its caption rows and its note rows, with what these say."""
    rows = list(grid.rows)
    caption = Caption()
    notes: list[str] = []
    lines: list[Line] = []
    while rows and (captions := captions_of_row(rows[0], bool(grid.rows[1:]))) is not None:
        lines += [Line(cell.text, cell.place) for cell in rows[0] if cell and cell.text.strip()]
        for found in captions:
            caption = merge_captions(caption, found)
        rows.pop(0)
    while rows and (text := _only_text(rows[-1])) and is_note(text, False):
        notes.insert(0, text)
        rows.pop()
    header_rows = 0 if lines else grid.header_rows
    return Trimmed(replace(grid, rows=tuple(rows), header_rows=header_rows), caption, tuple(notes), tuple(lines))


def _only_text(row: Sequence[GridCell | None]) -> str:
    texts = [cell.text.strip() for cell in row if cell and cell.text.strip()]
    return texts[0] if len(texts) == 1 else ""
