"""A total of a table that disagrees with its rows, planted into a document on purpose and recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from eval.invented import Contradiction, InventedDocument, InventedFigure, InventedTable
from eval.invented_ledger import ROUNDED_YUAN, YUAN_PER_UNIT

TOTAL = "合计"
ITEM_DIGITS = 7  # of a functional code down to its 项
DIFFERENCES_YUAN = (Decimal(90_000), Decimal(-60_000), Decimal(180_000))  # printed exactly in every style, and no rounding explains them


def plant_wrong_total(document: InventedDocument, seed: int) -> InventedDocument:
    """The document with one 合计 changed so that the rows above or below it no longer add up to it; unchanged where no table has such."""
    random = Random(f"{seed}/{document.title}/wrong total")
    taken = [amount(one.other_printed, one.unit) for one in document.contradictions]
    candidates = [(table, total) for table in document.tables for total in totals_of(table) if not is_taken(total, taken)]
    if not candidates:
        return document
    table, total = random.choice(candidates)
    difference = random.choice([one for one in DIFFERENCES_YUAN if amount(total.value, total.unit) + one > 0])
    wrong = replace(document.style, is_zero_blank=False).printed(amount(total.value, total.unit) + difference)
    if wrong in {cell.text for cell in table.cells}:
        return document
    planted = Contradiction(
        TOTAL, (*table.heading_path, table.title), plain(wrong), (table.title,), plain(total.value), total.unit, column=total.col
    )
    body = tuple(restate(table, total, wrong) if part is table else part for part in document.body)
    return replace(document, body=body, contradictions=(*document.contradictions, planted))


def is_taken(total: InventedFigure, taken: Sequence[Decimal]) -> bool:
    """Whether a total is an amount that the narrative contradicts already, in its own rounding."""
    return any(abs(amount(total.value, total.unit) - one) <= ROUNDED_YUAN for one in taken)


def totals_of(table: InventedTable) -> Iterator[InventedFigure]:
    """The amounts of the row 合计 that at least two rows with money make up: the coded 项 where rows bear codes, else all others."""
    for total in table.figures:
        if total.row[-1:] != (TOTAL,) or total.unit not in YUAN_PER_UNIT:
            continue
        others = [one for one in table.figures if one.col == total.col and one.cell[0] != total.cell[0]]
        items = [one for one in others if any(len(re.sub(r"\D", "", part)) == ITEM_DIGITS for part in one.row)]
        parts = [amount(one.value, one.unit) for one in items or others]
        if sum(part > 0 for part in parts) > 1 and sum(parts) == amount(total.value, total.unit):
            yield total


def restate(table: InventedTable, total: InventedFigure, wrong: str) -> InventedTable:
    """The table that prints the wrong total instead."""
    cells = tuple(replace(cell, text=wrong) if (cell.row, cell.column) == total.cell else cell for cell in table.cells)
    figures = tuple(replace(figure, value=wrong) if figure is total else figure for figure in table.figures)
    return replace(table, cells=cells, figures=figures)


def amount(printed: str, unit: str) -> Decimal:
    """A printed amount in yuan."""
    return Decimal(plain(printed)) * YUAN_PER_UNIT[unit]


def plain(printed: str) -> str:
    """A printed number without thousands marks."""
    return printed.replace(",", "")
