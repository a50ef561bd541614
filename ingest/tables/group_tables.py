"""Each grid with its caption, its continuations on the following pages and its notes: one source per table of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, Grid, Line, TableSource
from ingest.labels.read_caption import Caption, is_note, read_caption
from ingest.labels.table_words import MONEY_WORDS, fold_all
from ingest.tables.caption_above import caption_above
from ingest.tables.complete_caption import complete_caption
from ingest.tables.continues_table import continues_table
from ingest.tables.heading_above import heading_above
from ingest.tables.is_of_another_project import is_of_another_project
from ingest.tables.join_parts import header_of
from ingest.tables.last_line import last_line
from ingest.tables.merge_captions import merge_captions
from ingest.tables.open_table import OpenTable
from ingest.tables.span_places import span_places
from ingest.tables.split_grid import split_grid
from ingest.tables.title_of_part import title_of_part
from ingest.tables.trim_grid import Trimmed, trim_grid

PAGE_NUMBER = re.compile(r"\d{1,3}")


def group_tables(blocks: Sequence[Block]) -> tuple[Line | TableSource, ...]:
    """Lines as they were, and every grid with its caption, continuations and notes as one table."""
    items: list[Line | OpenTable] = []
    for block in (piece for whole in blocks for piece in split_grid(whole)):
        if isinstance(block, Line):
            if not _takes_note(items, block):
                items.append(block)
        elif (trimmed := trim_grid(block)).grid.rows:
            _add_grid(items, trimmed)
        else:
            items += trimmed.lines
    return tuple(_close(item, _only_unit(items)) if isinstance(item, OpenTable) else item for item in items)


def _takes_note(items: Sequence[Line | OpenTable], line: Line) -> bool:
    """Notes belong to the table just above them."""
    if not items or not isinstance(items[-1], OpenTable):
        return False
    table = items[-1]
    if not line.text.strip() or is_note(line.text, bool(table.notes)):
        if line.text.strip():
            table.notes.append(line.text.strip())
        return True
    return False


def _add_grid(items: list[Line | OpenTable], trimmed: Trimmed) -> None:
    before, taken = caption_above(items) if not trimmed.caption.title else (Caption(), [])
    caption = merge_captions(trimmed.caption, before)
    table = next((item for item in reversed(items) if isinstance(item, OpenTable)), None)
    between = items[items.index(table) + 1 :] if table else []
    is_adjacent = table is not None and all(isinstance(item, Line) and _is_between_pages(item, table) for item in between)
    if table is not None and is_adjacent and continues_table(table, trimmed, caption):
        del items[len(items) - len(between) :]
        table.grids.append(trimmed.grid)
        table.notes += trimmed.notes
        return
    if trimmed.caption.title:
        caption, taken = complete_caption(items, caption)
    del items[len(items) - len(taken) :]
    lines = [*taken, *trimmed.lines]
    is_next = table is not None and (not between or (is_adjacent and is_of_another_project(table, trimmed.grid)))
    if table is not None and is_next and not caption.title:  # another header, or project, right below a table: its second half
        caption = merge_captions(caption, Caption(table.title, table.number, table.unit))
    part = title_of_part(caption, table) if table else ""
    title = caption.title or part or heading_above(items)
    if title and not caption.title and not part:
        caption = merge_captions(caption, complete_caption(items[: last_line(items)], Caption())[0])
    place = span_places(lines[0].place if lines else trimmed.grid.place, trimmed.grid.place)
    printed = frozenset(fold_all(line.text) for line in lines)
    items.append(OpenTable(title, caption.number, caption.unit, [trimmed.grid], list(trimmed.notes), place, printed))


def _is_between_pages(line: Line, table: OpenTable) -> bool:
    """Whether a line says nothing new about the table that goes on: blank, 续表, or a line of its caption again."""
    caption = read_caption(line.text)
    names_department = caption.is_other and not caption.is_continued and ":" in fold_all(line.text)
    is_known = not line.text.strip() or fold_all(line.text) in table.caption_lines or bool(PAGE_NUMBER.fullmatch(line.text.strip()))
    return is_known or (caption.is_caption and not caption.title and not names_department)


def _speaks_of_money(grid: Grid) -> bool:
    return any(MONEY_WORDS.fullmatch(text) for row in header_of(grid) for text in row)


def _only_unit(items: Sequence[Line | OpenTable]) -> str:
    """The unit of a book that declares one and the same wherever it declares any."""
    units = {item.unit for item in items if isinstance(item, OpenTable) and item.unit}
    return units.pop() if len(units) == 1 else ""


def _close(table: OpenTable, unit: str) -> TableSource:
    place = table.place
    last = table.grids[-1].place
    if place.lines and last.lines:
        place = replace(place, lines=(place.lines[0], last.lines[1]))
    unit = table.unit or (unit if _speaks_of_money(table.grids[0]) else "")
    return TableSource(table.title, table.number or None, unit, tuple(table.grids), tuple(table.notes), place)
