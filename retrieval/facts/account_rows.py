"""Rows that only name the account of the rows right below them (科目 over its 项目, both with the account's code)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile

from ingest.document import Document, Figure
from ingest.labels.row_codes import row_codes
from retrieval.spelling.label_key import label_key

Row = tuple[int, int]  # table and row of the grid


def account_rows(document: Document) -> frozenset[Row]:
    """The table and grid row of every such row.

    It is called as its code is in another table, and its amount is what the rows below it with the same codes come to.
    """
    names = names_by_code(document.figures)
    tables: dict[int, dict[int, Figure]] = defaultdict(dict)
    for figure in document.figures:
        if figure.quantity is not None and figure.quantity.is_money:
            tables[figure.table].setdefault(figure.cell[0], figure)
    found = set[Row]()
    for table, rows in tables.items():
        ordered = [rows[place] for place in sorted(rows)]
        found |= {(table, one.cell[0]) for place, one in enumerate(ordered) if is_account(one, ordered[place + 1 :], names)}
    return frozenset(found)


def names_by_code(figures: Iterable[Figure]) -> dict[tuple[str, str], set[int]]:
    """The tables in which a name stands with a code in front."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for figure in figures:
        if len(figure.row) > 1 and (codes := row_codes(figure.row)):
            found[codes[0], label_key(figure.row[-1])].add(figure.table)
    return found


def is_account(one: Figure, below: Sequence[Figure], names: dict[tuple[str, str], set[int]]) -> bool:
    """Whether a row is named like its code elsewhere and adds up those of the same codes, or of the same without it, below."""
    codes = row_codes(one.row)
    if not codes or one.quantity is None or names.get((codes[0], label_key(one.row[-1])), set()) <= {one.table}:
        return False
    under = takewhile(lambda row: row_codes(row.row) in (codes, codes[1:]) and row.col == one.col, below)
    parts = [row.quantity.number for row in under if row.quantity]
    return bool(parts) and sum(parts) == one.quantity.number
