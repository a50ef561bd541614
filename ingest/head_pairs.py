"""Heads that stand again over pairs of a name and its number in the lower part of a table (相关统计数 | 统计数 | 相关统计数 | 统计数)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.document import Cell
from ingest.table_words import fold_all, is_total, kind_of_cell

FEWEST = 4  # two pairs beside each other
NUMBERS = ("number", "percent", "dash")


def mark_pair_heads(cells: Sequence[Cell]) -> list[Cell]:
    """The cells, those marked as headers that name the columns of the pairs below them."""
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    heads = {row for row, printed in rows.items() if _heads_pairs(printed, rows.get(row + 1, []), rows)}
    return [replace(cell, is_header=True) if cell.row in heads else cell for cell in cells]


def _heads_pairs(printed: Sequence[Cell], below: Sequence[Cell], rows: Mapping[int, Sequence[Cell]]) -> bool:
    """Whether a row of the body repeats two names, and under each first one stands a name, under each second its number."""
    texts = [fold_all(cell.text) for cell in printed]
    is_repeated = len(texts) >= FEWEST and len(texts) % 2 == 0 and len(set(texts[::2])) == len(set(texts[1::2])) == 1
    if not is_repeated or texts[0] == texts[1] or any(cell.is_header or is_total(cell.text) for cell in printed):
        return False
    if any(kind_of_cell(text) != "text" for text in texts[:2]) or printed[0].row - 1 not in rows:
        return False
    columns = [cell.column for cell in printed]
    named = [cell for cell in below if cell.column in columns[::2]]
    counted = [cell for cell in below if cell.column in columns[1::2]]
    if not named or not counted or len(named) + len(counted) < len(below):
        return False
    return all(kind_of_cell(cell.text) == "text" for cell in named) and all(kind_of_cell(cell.text) in NUMBERS for cell in counted)
