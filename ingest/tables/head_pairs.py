"""Heads that stand again in the lower part of a table.

They stand over pairs of a name and its number (相关统计数 | 统计数), over a row of numbers alone, or name the years of the rows below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.document import Cell
from ingest.labels.table_words import MONTH, fold_all, is_total, kind_of_cell

FEWEST = 4  # two pairs beside each other
FEWEST_NUMBERS = 3  # of a row without a name
NUMBERS = ("number", "percent", "dash")
FEWEST_SIDES = 2
SIDE = re.compile(r"(?:20\d\d年度?|上年度?|本年度?|去年)(?:年初|全年|调整后?的?)?(?:预算|决算|执行|实际|完成|支出)(?:数|额|金额|支出)?")


def mark_pair_heads(cells: Sequence[Cell]) -> list[Cell]:
    """The cells, those marked as headers that name the columns of the pairs or of the numbers below them, with what they have in common."""
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    heads = {row for row, printed in rows.items() if _heads_pairs(printed, rows.get(row + 1, []), rows)}
    numbered = {row for row, printed in rows.items() if row not in heads and _heads_numbers(printed, rows.get(row + 1, []), rows)}
    heads |= numbered | {row for row, printed in rows.items() if _heads_sides(printed, rows.get(row + 1, []), rows)}
    bands = {row - 1: rows[row][-1] for row in numbered if len(rows.get(row - 1, [])) == 1}
    marked = [replace(cell, is_header=True) if cell.row in heads else cell for cell in cells]
    return [_over(cell, bands[cell.row]) if cell.row in bands else cell for cell in marked]


def _over(band: Cell, last: Cell) -> Cell:
    """The only cell of its row as a header over all columns up to the last."""
    return replace(band, is_header=True, column_span=max(band.column_span, last.column + last.column_span - band.column))


def _heads_numbers(printed: Sequence[Cell], below: Sequence[Cell], rows: Mapping[int, Sequence[Cell]]) -> bool:
    """Whether a row of the body holds names alone and the row below numbers alone, one under each of them, the first column's too."""
    texts = [fold_all(cell.text) for cell in printed]
    if len(set(texts)) < max(len(texts), FEWEST_NUMBERS) or len(below) != len(printed) or printed[0].row - 1 not in rows:
        return False
    if any(cell.is_header or is_total(cell.text) for cell in printed):
        return False
    if not all(kind_of_cell(text) == "text" or MONTH.fullmatch(text) for text in texts):
        return False
    return all(one.column == cell.column and kind_of_cell(one.text) in NUMBERS for cell, one in zip(printed, below, strict=True))


def _heads_sides(printed: Sequence[Cell], below: Sequence[Cell], rows: Mapping[int, Sequence[Cell]]) -> bool:
    """Whether a row of the body, behind its name, holds sides of years alone (经费控制 | 2030年决算数 | 2031年预算数), over numbers."""
    texts = [fold_all(cell.text) for cell in printed[1:]]
    if len(set(texts)) < max(len(texts), FEWEST_SIDES) or printed[0].row - 1 not in rows or any(cell.is_header for cell in printed):
        return False
    if kind_of_cell(printed[0].text) != "text" or not all(map(SIDE.fullmatch, texts)):
        return False
    numbers = {cell.column for cell in below if kind_of_cell(cell.text) in NUMBERS}
    return all(cell.column in numbers for cell in printed[1:])


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
