"""Tables too wide for their paper: the columns printed on the next page go on to the right of the rows on this one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, Grid, GridCell
from ingest.labels.read_header import count_header_rows
from ingest.labels.table_words import kind_of_cell

SAME_EDGE_POINTS = 3.0
FEWEST_ROWS = 3
PAGE_NUMBER = re.compile(r"\W*(?:第\s*)?\d{1,4}(?:\s*页)?\W*")
AMOUNTS = frozenset({"number", "percent", "dash"})
Row = tuple[GridCell | None, ...]
Edges = tuple[float, float]


def join_columns(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with every grid of nothing but amounts joined to the grid of the page before whose rows stand at the same heights."""
    joined: list[Block] = []
    for block in blocks:
        place = _place_of_left_part(joined, block)
        if place is None or not isinstance(block, Grid):
            joined.append(block)
            continue
        left = joined[place]
        whole = _join(left, block) if isinstance(left, Grid) else None
        if whole is None:
            joined.append(block)
        else:
            joined[place:] = [whole]
    return tuple(joined)


def _place_of_left_part(blocks: Sequence[Block], block: Block) -> int | None:
    """Where the grid of the page before stands, with nothing but page numbers after it."""
    if not isinstance(block, Grid) or not block.has_spans:
        return None
    for place in range(len(blocks) - 1, -1, -1):
        above = blocks[place]
        if isinstance(above, Grid):
            is_before = above.has_spans and block.place.page == _last_page(above) + 1
            return place if is_before else None
        if above.text.strip() and not PAGE_NUMBER.fullmatch(above.text.strip()):
            return None
    return None


def _last_page(grid: Grid) -> int:
    return max((cell.place.page or 0 for cell in grid.rows[0] if cell), default=grid.place.page or 0)


def _join(left: Grid, right: Grid) -> Grid | None:
    """The rows of both, where each row of the right one has the height of a row (of a header: of several rows) of the left one."""
    edges = [_edges(row) for row in left.rows], [_edges(row) for row in right.rows]
    if len(right.rows) < FEWEST_ROWS or not _is_all_amounts(right) or None in (*edges[0], *edges[1]):
        return None
    tops = [one[0] for one in edges[0] if one] + [max(one[1] for one in edges[0] if one)]
    rows: list[Row] = [*left.rows]
    at = 0
    for row, own in zip(right.rows, edges[1], strict=True):
        last = next((place for place in range(at + 1, len(tops)) if own and abs(tops[place] - own[1]) <= SAME_EDGE_POINTS), None)
        if last is None or own is None or abs(tops[at] - own[0]) > SAME_EDGE_POINTS:
            return None
        rows[at] = (*rows[at], *(cell and replace(cell, row_span=max(cell.row_span, last - at)) for cell in row))
        rows[at + 1 : last] = [(*one, *(None for _ in row)) for one in rows[at + 1 : last]]
        at = last
    return replace(left, rows=tuple(rows)) if at == len(left.rows) else None


def _edges(row: Row) -> Edges | None:
    """Top and bottom of a row: those of its cells of one row."""
    boxes = [cell.place.bbox for cell in row if cell and cell.row_span == 1 and cell.place.bbox]
    return (min(box[1] for box in boxes), max(box[3] for box in boxes)) if boxes else None


def _is_all_amounts(grid: Grid) -> bool:
    """Whether nothing below the header names a row."""
    texts = [[cell.text if cell else "" for cell in row] for row in grid.rows]
    body = [text for row in texts[count_header_rows(texts) :] for text in row if text.strip()]
    return bool(body) and all(kind_of_cell(text) in AMOUNTS for text in body)
