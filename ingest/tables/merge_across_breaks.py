"""Cells that a page break cut in two: merged cells whose text names the rows on both pages, and rows whose text runs on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ingest.blocks import GridCell
from ingest.labels.read_header import count_header_rows
from ingest.labels.table_words import fold_all, kind_of_cell, kind_of_header
from ingest.tables.join_parts import Rows

Anchor = tuple[int, GridCell]


def merge_across_breaks(rows: Rows, breaks: Collection[int]) -> Rows:
    """The rows, each cell above a break joined with the one below it where only one of them is printed, or both say the same.

    `rows` know their spans. A group of rows goes on over a break from its outermost merged column inwards: a column is joined
    only where every merged column left of it is.
    """
    whole = [list(row) for row in rows]
    height = count_header_rows([[cell.text if cell else "" for cell in row] for row in rows])
    merged = sorted({column for row in whole[height:] for column, cell in enumerate(row) if cell and cell.row_span > 1})
    for place in sorted(one for one in breaks if height < one < len(whole)):
        _join_text(whole, place, height)
        for column in merged:
            if not _join(whole, place, column):
                break
    return whole


def _join_text(rows: Rows, place: int, height: int) -> None:
    """Give the row above the break the rest of its texts, where the row below is nothing but that rest.

    The row above begins with a code or a number and the one below does not, or the texts are explanations.
    """
    above, below = rows[place - 1], rows[place]
    printed = {column: cell for column, cell in enumerate(below) if cell and cell.text.strip()}
    before = {column: cell for column, cell in enumerate(above[: len(below)]) if cell and cell.text.strip()}
    if not printed or 0 in printed or not printed.keys() < before.keys() or 0 not in before:
        return
    is_coded = before[0].text.strip().isdigit()
    is_rest = all(
        kind_of_cell(cell.text) == kind_of_cell(before[column].text) == "text" and (is_coded or _is_explanation(rows[:height], column))
        for column, cell in printed.items()
    )
    for column, cell in printed.items() if is_rest else ():
        above[column] = replace(before[column], text=before[column].text.strip() + cell.text.strip())
        below[column] = replace(cell, text="")


def _is_explanation(header: Rows, column: int) -> bool:
    """Whether the column is headed by 主要内容, 说明 and the like."""
    texts = [cell.text for row in header if column < len(row) and (cell := row[column]) and cell.text.strip()]
    return bool(texts) and kind_of_header(texts[-1]) == "text"


def _join(rows: Rows, place: int, column: int) -> bool:
    """Join the cells above and below the break in one column, where they are one."""
    above, below = _anchor(rows, place - 1, column), _cell(rows, place, column)
    if above is None or below is None or above[0] + above[1].row_span != place:
        return False
    texts = above[1].text.strip(), below.text.strip()
    if bool(texts[0]) == bool(texts[1]) and (not texts[0] or fold_all(texts[0]) != fold_all(texts[1])):
        return False
    printed = above[1] if texts[0] else below
    rows[above[0]][column] = replace(above[1], text=printed.text, place=printed.place, row_span=above[1].row_span + below.row_span)
    rows[place][column] = None
    return True


def _cell(rows: Rows, row: int, column: int) -> GridCell | None:
    return rows[row][column] if column < len(rows[row]) else None


def _anchor(rows: Rows, row: int, column: int) -> Anchor | None:
    """The cell that covers a place, with the row where it begins."""
    for start in range(row, -1, -1):
        cell = _cell(rows, start, column)
        if cell is not None:
            return (start, cell) if start + cell.row_span > row else None
    return None
