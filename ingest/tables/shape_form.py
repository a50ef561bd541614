"""Forms (自评表, 绩效目标表): several small tables and fields under each other, whose columns shift from page to page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.blocks import GridCell
from ingest.document import Cell
from ingest.labels.align_cells import LABEL_KINDS, Slot, align_cells
from ingest.labels.form_rows import (
    Printed,
    Rows,
    heads_amounts,
    heads_levels,
    is_form_header,
    is_form_name,
    opens_section,
    printed_cells,
    whole_rows,
)
from ingest.labels.table_words import (
    ENUMERATED,
    GROUP_NAMES_WITHOUT_MEANING,
    SCORE_HEADERS,
    fold_all,
    is_total,
    kind_of_cell,
    kind_of_header,
)

FIGURE_KINDS = frozenset({"number", "percent", "value"})


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of a form that share one header; without slots they are fields: a label and its value."""

    start: int
    slots: tuple[Slot, ...] = ()
    scores: tuple[int, ...] = ()

    @property
    def stub(self) -> tuple[int, ...]:
        """The columns whose labels name the rows below them too."""
        labels = [slot.column for slot in self.slots if slot.kind in LABEL_KINDS]
        return tuple(sorted({0, *labels[:-1]}))


@dataclass(frozen=True, slots=True)
class ShapedRow:
    """A row of a form under its header; shifted where its cells were printed in other columns."""

    section: Section
    cells: tuple[Cell, ...]
    is_shifted: bool = False


def shape_form(rows: Rows, breaks: frozenset[int], has_spans: bool) -> list[Cell]:
    """The cells of a form under the headers they belong to, with the labels that are printed once covering all their rows."""
    if has_spans:
        lines = [*map(printed_cells, rows), []]
        return [cell for index in range(len(rows)) for cell in _as_printed(index, lines[index], lines[index + 1])]
    shaped: list[ShapedRow] = []
    section = Section(0)
    starts: list[int] = []
    for printed, is_first in whole_rows(rows, breaks):
        index = len(shaped)
        if shaped and _is_subheader(printed, shaped[-1], index):
            section, cells = _open_subheader(index, printed, section)
            shaped[-1] = _over_subheader(shaped[-1], section, cells)
        else:
            section, cells = _place_row(index, printed, section, shaped)
        shaped.append(ShapedRow(section, tuple(cells), [cell.column for cell in cells] != [column for column, _ in printed]))
        if is_first:
            starts.append(index)
    return _stretch_labels(_lend_label_across_break(shaped, starts))


def _cell(source: GridCell, row: int, column: int, is_header: bool = False, column_span: int | None = None) -> Cell:
    span = column_span or source.column_span
    return Cell(source.text.strip(), row, column, source.row_span, span, source.place, is_header, source.is_uncertain)


def _as_printed(row: int, printed: Printed, below: Printed) -> list[Cell]:
    is_header = is_form_header(printed) or heads_amounts(printed, below) or heads_levels(printed, below)
    group = _group_of(printed) if is_header else None
    return [_cell(cell, row, column, is_header=is_header and (column, cell) != group) for column, cell in printed]


def _group_of(printed: Printed) -> tuple[int, GridCell] | None:
    """The label in a header row that names the whole section."""
    column, cell = printed[0]
    text = fold_all(cell.text)
    return printed[0] if column == 0 and not is_form_name(text) and kind_of_header(text) not in ("level1", "label") else None


def _place_row(index: int, printed: Printed, section: Section, above: Sequence[ShapedRow]) -> tuple[Section, list[Cell]]:
    if is_form_header(printed):
        return _open_section(index, printed)
    if section.slots and is_total(printed[0][1].text):
        return section, _place_total(index, printed, section)
    if section.slots and not opens_section(printed):
        placed = _place_aligned(index, printed, section)
        if placed is not None:
            return section, placed
    if section.slots:
        section = Section(index)
    return section, _place_field(index, printed, above[section.start :])


def _open_section(index: int, printed: Printed) -> tuple[Section, list[Cell]]:
    group = _group_of(printed)
    headers = printed[1:] if group else printed
    ends = [column for column, _ in headers[1:]]
    ends.append(headers[-1][0] + 1)
    cells = [_cell(cell, index, column, True, end - column) for (column, cell), end in zip(headers, ends, strict=True)]
    slots = [Slot(column, kind_of_header(cell.text)) for column, cell in headers]
    has_labels, has_figures = ({slot.kind for slot in slots} & kinds for kinds in (LABEL_KINDS, FIGURE_KINDS))
    if not has_labels and has_figures and headers[0][0] > (1 if group else 0):
        slots.insert(0, Slot(headers[0][0] - 1, "label"))
    scores = tuple(column for column, cell in headers if SCORE_HEADERS.fullmatch(fold_all(cell.text)))
    return Section(index, tuple(slots), scores), ([_cell(group[1], index, 0)] if group else []) + cells


def _is_subheader(printed: Printed, above: ShapedRow, index: int) -> bool:
    is_below_header = bool(above.section.slots) and above.section.start == index - 1
    return is_below_header and printed[0][0] > above.section.slots[0].column and is_form_header(printed)


def _open_subheader(index: int, printed: Printed, section: Section) -> tuple[Section, list[Cell]]:
    """A second header row divides columns of the first: 预算金额 | 总额, 财政拨款."""
    divided = range(printed[0][0], printed[-1][0] + 1)
    slots = [slot for slot in section.slots if slot.column not in divided]
    slots += [Slot(column, kind_of_header(cell.text)) for column, cell in printed]
    cells = [_cell(cell, index, column, True) for column, cell in printed]
    return replace(section, slots=tuple(sorted(slots, key=lambda slot: slot.column))), cells


def _over_subheader(header: ShapedRow, section: Section, below: Sequence[Cell]) -> ShapedRow:
    columns = [cell.column for cell in header.cells if cell.is_header]
    cells = []
    for cell in header.cells:
        following = min((column for column in columns if column > cell.column), default=below[-1].column + 1)
        under = [other.column for other in below if cell.column <= other.column < following]
        span = max(under) - cell.column + 1 if under else cell.column_span
        cells.append(replace(cell, column_span=span, row_span=1 if under else 2) if cell.is_header else cell)
    return replace(header, section=section, cells=tuple(cells))


def _place_total(index: int, printed: Printed, section: Section) -> list[Cell]:
    numbers = printed[1:]
    columns = list(section.scores) if len(numbers) == len(section.scores) else [column for column, _ in numbers]
    return [_cell(printed[0][1], index, 0), *(_cell(cell, index, column) for column, (_, cell) in zip(columns, numbers, strict=True))]


def _place_aligned(index: int, printed: Printed, section: Section) -> list[Cell] | None:
    group = printed[:1] if printed[0][0] == 0 and fold_all(printed[0][1].text) in GROUP_NAMES_WITHOUT_MEANING else []
    rest = printed[len(group) :]
    path = align_cells([(column, kind_of_cell(cell.text)) for column, cell in rest], section.slots)
    if path is None:
        return None
    return [_cell(cell, index, column) for column, cell in group] + [
        _cell(cell, index, section.slots[place].column) for place, (_, cell) in zip(path, rest, strict=True)
    ]


def _place_field(index: int, printed: Printed, above: Sequence[ShapedRow]) -> list[Cell]:
    """Fields stand as printed, but a numbered label stands under its sisters."""
    columns = {style: cell.column for row in above for cell in row.cells if (style := _numbering(cell.text))}
    cells: list[Cell] = []
    for column, cell in printed:
        wanted = columns.get(_numbering(cell.text) or "", column)
        cells.append(_cell(cell, index, max(wanted, cells[-1].column + 1 if cells else 0)))
    return cells


def _numbering(text: str) -> str | None:
    number = ENUMERATED.match(fold_all(text))
    return re.sub(r"[\d一二三四五六七八九十]+", "n", number[0]) if number else None


def _lend_label_across_break(shaped: Sequence[ShapedRow], starts: Sequence[int]) -> list[ShapedRow]:
    """A group label that is printed on the page where its group ends names the row before the break too, where that row lost its own."""
    lent = list(shaped)
    for start in starts:
        above, below = lent[start - 1], lent[start]
        stub = above.section.stub
        is_lost = above.is_shifted and bool(above.section.slots) and not any(cell.column in stub for cell in above.cells)
        if start and is_lost and above.section == below.section and len(stub) > 1 and below.cells[0].column == stub[-1]:
            label = replace(below.cells[0], row=start - 1)
            lent[start - 1] = replace(above, cells=(label, *above.cells))
            lent[start] = replace(below, cells=below.cells[1:])
    return lent


def _stretch_labels(shaped: Sequence[ShapedRow]) -> list[Cell]:
    cells = []
    for index, row in enumerate(shaped):
        for cell in row.cells:
            is_stub = cell.column in row.section.stub if row.section.slots else cell is not row.cells[-1]
            if is_stub and not cell.is_header and not _is_sum(row):
                cells.append(replace(cell, row_span=_reach(index, cell.column, shaped)))
            else:
                cells.append(cell)
    return cells


def _is_sum(row: ShapedRow) -> bool:
    return bool(row.section.slots) and bool(row.cells) and is_total(row.cells[0].text)


def _reach(index: int, column: int, shaped: Sequence[ShapedRow]) -> int:
    """How many rows a label covers: until the next label in its column or left of it, a total, or the end of the section."""
    end = index + 1
    while end < len(shaped) and shaped[end].section == shaped[index].section and not _is_sum(shaped[end]):
        if shaped[end].cells and shaped[end].cells[0].column <= column:
            break
        end += 1
    return end - index
