"""A table as it stands in the document, from its caption and its page parts: one grid with headers marked and merged cells restored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ingest import late_re as re
from ingest.blocks import GridCell, TableSource
from ingest.document import Cell, Table
from ingest.labels.align_cells import Slot, align_cells
from ingest.labels.form_rows import is_form
from ingest.labels.read_header import count_header_rows, span_header
from ingest.labels.table_words import (
    ENUMERATED,
    FORM_FIELDS,
    MONEY_UNIT,
    PROJECT_NAME,
    YEAR_DIGITS,
    fold_all,
    is_total,
    join_wrapped,
    kind_of_cell,
    kind_of_header,
)
from ingest.tables.extend_levels import extend_levels
from ingest.tables.head_pairs import mark_pair_heads
from ingest.tables.join_parts import Rows, join_parts
from ingest.tables.merge_across_breaks import merge_across_breaks
from ingest.tables.shape_form import shape_form
from ingest.tables.shift_parts import AMOUNT, misfits, shift_parts

Printed = list[tuple[int, GridCell]]
COLUMN_NUMBERS = "栏次"
UNIT_FIELD = "金额单位"
CONTEXT_FIELDS = (PROJECT_NAME, *map(re.compile, ("项目单位", r"部门[(]单位[)]名称", "部门名称", "单位名称")))


def build_table(source: TableSource, index: int, heading_path: tuple[str, ...]) -> Table:
    """The joined grid of a table; blank places have no cell, repeated headers are dropped, every merged cell knows what it covers."""
    rows, breaks = join_parts(source.grids)
    has_spans = all(grid.has_spans for grid in source.grids)
    rows = extend_levels(merge_across_breaks(rows, breaks)) if has_spans else rows
    if is_form(rows):
        cells = shape_form(rows, breaks, has_spans)
    elif has_spans:
        cells = place_cells(rows, source.grids[0].header_rows or count_header_rows(_texts(rows)))
    else:
        cells = _shape_plain(rows, breaks)
    cells = mark_pair_heads(cells)
    return Table(
        index=index,
        title=source.title,
        number=source.number,
        unit=source.unit or _unit_in(cells),
        heading_path=heading_path,
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
        context=_context(cells),
        notes=source.notes,
        place=source.place,
        parts=tuple(grid.place for grid in source.grids),
    )


def place_cells(rows: Rows, header_rows: int) -> list[Cell]:
    """The printed cells of rows whose spans are known."""
    return [
        _cell(cell, row, column, cell.row_span, cell.column_span, row < header_rows)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell is not None and cell.text.strip()
    ]


def _cell(source: GridCell, row: int, column: int, row_span: int = 1, column_span: int = 1, is_header: bool = False) -> Cell:
    return Cell(source.text.strip(), row, column, row_span, column_span, source.place, is_header, source.is_uncertain)


def _texts(rows: Rows) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in rows]


def _shape_plain(rows: Rows, breaks: frozenset[int]) -> list[Cell]:
    texts = _texts(rows)
    height = count_header_rows(texts)
    spans = span_header(texts[:height])
    cells = [
        _cell(cell, *spans[row, column], is_header=True)
        for row, line in enumerate(rows[:height])
        for column, cell in enumerate(line)
        if cell and (row, column) in spans
    ]
    leaves = _leaves(cells)
    shifts = shift_parts(texts, sorted({height, *(row for row in breaks if row > height)}), leaves)
    body = {row: _printed(line, shifts.get(row, 0)) for row, line in enumerate(rows[height:], height)}
    columns = _move_columns(body.values(), leaves)
    for row, printed in body.items():
        cells += _place_row(row, [(columns.get(column, column), cell) for column, cell in printed], len(rows[row]), leaves)
    return cells


def _printed(line: Sequence[GridCell | None], shift: int) -> Printed:
    """The printed cells of a row with their columns."""
    return [(column + shift, cell) for column, cell in enumerate(line) if cell and cell.text.strip()]


def _place_row(row: int, printed: Printed, width: int, leaves: Mapping[int, str]) -> list[Cell]:
    """The printed cells of a body row; a row that puts a label under the header of an amount is brought back under its headers.

    Where it is brought back by other than one and the same shift, its cells are uncertain.
    """
    if not _is_displaced(printed, width, leaves):
        taken = {column for column, _ in printed}
        return [_cell(cell, row, _beside_its_label(column, cell.text, taken, leaves)) for column, cell in printed]
    slots = [Slot(column, leaves[column]) for column in sorted(leaves)]
    path = align_cells([(column, kind_of_cell(cell.text)) for column, cell in printed], slots)
    places = [slots[place].column for place in path] if path else [column for column, _ in printed]
    is_uncertain = path is None or len({place - column for place, (column, _) in zip(places, printed, strict=True)}) > 1
    return [
        replace(placed, is_uncertain=placed.is_uncertain or is_uncertain)
        for placed in (_cell(cell, row, place) for place, (_, cell) in zip(places, printed, strict=True))
    ]


def _is_displaced(printed: Printed, width: int, leaves: Mapping[int, str]) -> bool:
    """Whether a row of fewer or more cells than the header has one that cannot stand where it is printed.

    What stands right of the last header is beside the table and says nothing.
    """
    last = max(leaves, default=-1)
    if width == last + 1:
        return False
    inside = [(column, cell) for column, cell in printed if column <= last]
    is_named_beside = any(leaves.get(column) in ("number", "counter") and _is_label(cell.text) for column, cell in inside)
    return is_named_beside or (len(leaves) == last + 1 and misfits(inside, leaves))


def _is_label(text: str) -> bool:
    """Whether a cell prints the name of a row."""
    return bool(ENUMERATED.match(fold_all(text))) or is_total(text)


def _beside_its_label(column: int, text: str, taken: Collection[int], leaves: Mapping[int, str]) -> int:
    """An amount that stands under the header of a name belongs to the blank place of amounts beside it."""
    is_free = leaves.get(column + 1) == "number" and column + 1 not in taken
    return column + 1 if leaves.get(column) == "label" and is_free and AMOUNT.fullmatch(fold_all(text)) else column


def _leaves(headers: Sequence[Cell]) -> dict[int, str]:
    """The kind of content that the lowest header of every column announces."""
    return {
        column: kind_of_header(join_wrapped(cell.text))
        for cell in sorted(headers, key=lambda cell: cell.row)
        for column in range(cell.column, cell.column + cell.column_span)
        if not (fold_all(cell.text).isdigit() and len(fold_all(cell.text)) < YEAR_DIGITS) and fold_all(cell.text) != COLUMN_NUMBERS
    }


def _move_columns(body: Collection[Printed], leaves: Mapping[int, str]) -> dict[int, int]:
    """Where whole columns of text stand under the header of an amount, the columns that stand in the place of others."""
    content = _column_kinds(body)
    if not any(leaves.get(column) == "number" and kind == "text" for column, kind in content.items()):
        return {}
    stub = next((column for column in sorted(leaves) if leaves[column] != "label"), 0)
    printed = [(column, kind) for column, kind in sorted(content.items()) if column >= stub]
    slots = [Slot(column, leaves[column]) for column in sorted(leaves) if column >= stub]
    path = align_cells(printed, slots)
    return {} if path is None else {column: slots[place].column for (column, _), place in zip(printed, path, strict=True)}


def _column_kinds(body: Collection[Printed]) -> dict[int, str]:
    kinds: dict[int, Counter[str]] = {}
    for row in body:
        for column, cell in row:
            kinds.setdefault(column, Counter())[kind_of_cell(cell.text)] += 1
    return {column: counts.most_common(1)[0][0] for column, counts in kinds.items()}


def _unit_in(cells: Sequence[Cell]) -> str:
    """The unit that a form gives in a cell of its own beside 金额单位."""
    named = (cell for cell in cells if not cell.is_header and fold_all(cell.text).rstrip(":") == UNIT_FIELD)
    beside = (other for cell in named for other in cells if other.row == cell.row and other.column > cell.column)
    return next((fold_all(other.text) for other in beside if MONEY_UNIT.fullmatch(fold_all(other.text))), "")


def _context(cells: Sequence[Cell]) -> str | None:
    """What a form is about: the text beside 项目名称 or 单位名称."""
    for field in CONTEXT_FIELDS:
        for cell in cells:
            if field.fullmatch(fold_all(cell.text).rstrip(":")) and not cell.is_header:
                beside = [other for other in cells if other.row == cell.row and other.column > cell.column]
                if beside and not FORM_FIELDS.fullmatch(fold_all((first := min(beside, key=lambda other: other.column)).text)):
                    return first.text
    return None
