"""A form's header paths and rows as a table with spans and its known figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from eval.invented import InventedCell, InventedFigure, InventedTable, NumberStyle

Value = str | Decimal | None


@dataclass(frozen=True, slots=True)
class Side:
    """One independent part of a form's rows: the groups of label columns (a group is joined to one label) and the data columns."""

    labels: tuple[tuple[int, ...], ...]
    data: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A disclosure form: title, number, the header path of every column, and its sides; `has_ordinals` prints a 栏次 row."""

    title: str
    number: str
    columns: tuple[tuple[str, ...], ...]
    sides: tuple[Side, ...]
    has_ordinals: bool = False
    notes: tuple[str, ...] = ()


def fill_form(
    form: Form, rows: Sequence[Sequence[Value]], style: NumberStyle, organization: str, heading_path: tuple[str, ...]
) -> InventedTable:
    """The table that prints these rows in this form, and every figure in it."""
    cells = header_cells(form.columns)
    depth = max(cell.row + cell.row_span for cell in cells)
    if form.has_ordinals:
        cells += ordinal_cells(form, depth)
        depth += 1
    figures: list[InventedFigure] = []
    for index, row in enumerate(rows, depth):
        texts = [style.printed(value) if isinstance(value, Decimal) else value or "" for value in row]
        cells += [InventedCell(text, index, column) for column, text in enumerate(texts)]
        for side in form.sides:
            figures += side_figures(form, side, row, texts, index, style)
    return InventedTable(
        form.title, form.number, style.unit, organization, heading_path, tuple(cells), tuple(figures), form.notes, depth, len(form.columns)
    )


def side_figures(
    form: Form, side: Side, row: Sequence[Value], texts: Sequence[str], index: int, style: NumberStyle
) -> list[InventedFigure]:
    """The figures of one side of one row; a blank cell is none."""
    labels = tuple(label for group in side.labels if (label := " ".join(texts[column] for column in group if texts[column])))
    return [
        InventedFigure(labels, form.columns[column], texts[column], style.unit if isinstance(row[column], Decimal) else "", (index, column))
        for column in side.data
        if texts[column]
    ]


def header_cells(columns: Sequence[tuple[str, ...]]) -> list[InventedCell]:
    """The header as merged cells: neighbours with one path share a cell, a short path reaches down to the last header row."""
    depth = max(len(path) for path in columns)
    cells = []
    for row in range(depth):
        column = 0
        while column < len(columns):
            path = columns[column][: row + 1]
            width = 1
            while column + width < len(columns) and len(path) > row and columns[column + width][: row + 1] == path:
                width += 1
            if len(path) > row:
                is_leaf = len(columns[column]) == row + 1
                cells.append(InventedCell(path[row], row, column, depth - row if is_leaf else 1, width, True))
            column += width
    return cells


def ordinal_cells(form: Form, row: int) -> list[InventedCell]:
    """The 栏次 row: running numbers over the data columns of all sides, the word over the first label column of each."""
    texts = [""] * len(form.columns)
    for number, column in enumerate((column for side in form.sides for column in side.data), 1):
        texts[column] = str(number)
    for side in form.sides:
        if side.labels:
            texts[side.labels[0][0]] = "栏次"
    return [InventedCell(text, row, column, is_header=True) for column, text in enumerate(texts)]
