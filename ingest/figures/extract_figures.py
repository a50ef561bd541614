"""One figure per printed data cell of a table: its row labels, its header path, its number with unit, its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Cell, Figure, Place, Table
from ingest.figures.name_rows import name_rows
from ingest.figures.read_fields import read_fields
from ingest.figures.read_sides import Side, read_sides
from ingest.labels.read_header import is_counter_row
from ingest.labels.read_unit import counted_unit, read_unit
from ingest.labels.table_words import (
    FORM_FIELDS,
    FORM_SECTIONS,
    GROUP_NAMES_WITHOUT_MEANING,
    YEAR_DIGITS,
    fold_all,
    is_total,
    join_wrapped,
    kind_of_cell,
)
from ingest.quantity import parse_quantity

LONGEST_LABEL = 24
SIDE_NAME = re.compile(r"(收入|支出)(功能分类|经济分类|项目)?|按?(支出)?(功能|经济)分类|项目\(按.*\)")
UNIT_IN_BRACKETS = re.compile(r"\((百万元|亿元|万元|千元|元)\)")
Place2D = tuple[int, int]
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of a table under one header; no header where they are fields."""

    rows: range
    header: range


def extract_figures(table: Table) -> tuple[Figure, ...]:
    """Every printed data cell of a table; blank places, row numbers and labels give none."""
    table = replace(table, unit=table.unit or _declared_unit(table.cells))
    covered = _cover(table.cells)
    figures: list[Figure] = []
    for section in _sections(table):
        figures += _read_section(table, section, covered) if section.header else _read_fields(table, section, covered)
    return tuple(figures)


def _declared_unit(cells: Sequence[Cell]) -> str:
    """The unit of amounts that labels and headers of a table without a caption declare, where they declare only one."""
    units = {found[1] for cell in cells if len(cell.text) <= LONGEST_LABEL and (found := UNIT_IN_BRACKETS.search(fold_all(cell.text)))}
    return units.pop() if len(units) == 1 else ""


def _cover(cells: Sequence[Cell]) -> dict[Place2D, Cell]:
    return {
        (row, column): cell
        for cell in sorted(cells, key=lambda cell: cell.row)
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def _sections(table: Table) -> Iterator[Section]:
    """Runs of rows with the header rows above them; a label beside a header that spans rows says where its section ends."""
    headers = sorted({row for cell in table.cells if cell.is_header for row in range(cell.row, cell.row + cell.row_span)})
    height = max((cell.row + 1 for cell in table.cells), default=0)
    if not headers or headers[0] > 0:
        yield Section(range(headers[0] if headers else height), range(0))
    openings = {cell.row for cell in table.cells if cell.column == 0 and not cell.is_header and _opens_section(cell.text)}
    openings -= _rows_of_amounts(table.cells)
    blocks = [row for row in headers if row - 1 not in headers]
    for block, following in zip(blocks, [*blocks[1:], height][: len(blocks)], strict=True):
        first = next(row for row in range(block, height + 1) if row not in headers)
        groups = [cell for cell in table.cells if cell.row == block and not cell.is_header and cell.row_span > 1]
        again = [cell for cell in table.cells if cell.row == first and any(_is_printed_again(group, cell) for group in groups)]
        end = max((min(cell.row + cell.row_span, following) for cell in (*groups, *again)), default=following)
        if len(blocks) > 1 or block:
            end = next((row for row in range(first + bool(again), end) if row in openings), end)
        totals = [cell.row for cell in table.cells if end <= cell.row < following and is_total(cell.text)]
        end = end if not totals else max(end, *totals) + 1
        yield Section(range(first, end), range(block, first))
        yield Section(range(end, following), range(0))


def _is_printed_again(group: Cell, cell: Cell) -> bool:
    """Whether a label beside a header is printed once more beside the rows below it."""
    return cell.column == group.column and not cell.is_header and fold_all(cell.text) == fold_all(group.text)


def _rows_of_amounts(cells: Sequence[Cell]) -> set[int]:
    """Rows that print several amounts stand under a header: 年度资金总额 below 年初预算数, 全年预算数, 执行率."""
    counted = Counter(cell.row for cell in cells if kind_of_cell(cell.text) in ("number", "percent"))
    return {row for row, count in counted.items() if count > 1}


def _opens_section(text: str) -> bool:
    folded = fold_all(text).rstrip(":")
    return folded not in GROUP_NAMES_WITHOUT_MEANING and bool(FORM_SECTIONS.fullmatch(folded) or FORM_FIELDS.fullmatch(folded))


def _read_section(table: Table, section: Section, covered: dict[Place2D, Cell]) -> Iterator[Figure]:
    width = max((cell.column + cell.column_span for cell in table.cells), default=0)
    paths = {column: path for column in range(width) if (path := _path(section.header, column, covered))}
    body: dict[int, list[str]] = {}
    for (row, column), cell in sorted(covered.items()):
        if row in section.rows and cell.column == column:
            body.setdefault(column, []).append(cell.text)
    sides = read_sides(paths, body)
    rows = {
        row: cells
        for row in section.rows
        if (cells := {column: covered[row, column] for column in range(width) if (row, column) in covered})
        and not is_counter_row([cell.text for cell in cells.values()])
    }
    names = name_rows(sides, rows, paths)
    for row, cells in rows.items():
        for number, side in enumerate(sides):
            yield from _read_values(table, row, side, names[row, number], cells, paths)


def _path(header: range, column: int, covered: dict[Place2D, Cell]) -> Path:
    seen: list[Cell] = []
    for row in header:
        cell = covered.get((row, column))
        if cell and cell.is_header and cell not in seen and not _is_counter(cell.text):
            seen.append(cell)
    return tuple(join_wrapped(cell.text) for cell in seen)


def _is_counter(text: str) -> bool:
    folded = fold_all(text)
    return (folded.isdigit() and len(folded) < YEAR_DIGITS) or folded == "栏次"


def _read_values(table: Table, row: int, side: Side, labels: Path, cells: dict[int, Cell], paths: dict[int, Path]) -> Iterator[Figure]:
    for column in side.values:
        cell = cells.get(column)
        if cell is None or cell.column != column or cell.row != row or cell.is_header or is_total(cell.text) or not paths.get(column):
            continue
        path = _side_path(side, column, paths)
        yield _figure(table, cell, labels, path, cells, paths)


def _side_path(side: Side, column: int, paths: dict[int, Path]) -> Path:
    """The header path of a value; a side named only above its labels (收入 | 预算数) lends its name, indicators keep the last header."""
    leaf = paths[side.labels[-1]][-1] if side.labels and side.labels[-1] in paths else ""
    if fold_all(leaf) == "三级指标" and len(paths[column]) > 1:
        return paths[column][-1:]
    is_name = bool(SIDE_NAME.fullmatch(fold_all(leaf))) and len(paths[side.labels[-1]]) == 1 == len(paths[column])
    return (leaf, *paths[column]) if is_name else paths[column]


def _figure(table: Table, cell: Cell, labels: Path, path: Path, cells: dict[int, Cell], paths: dict[int, Path]) -> Figure:
    unit = read_unit(table.unit, labels, path, {paths[column][-1]: other.text for column, other in cells.items() if column in paths})
    quantity = parse_quantity(cell.text, counted_unit(unit, labels, cell.text))
    position = cell.row, cell.column
    return Figure(table.index, labels, path, cell.text, quantity, cell.place or Place(), position, cell.is_uncertain)


def _read_fields(table: Table, section: Section, covered: dict[Place2D, Cell]) -> Iterator[Figure]:
    for row in section.rows:
        cells = sorted({cell for (line, _), cell in covered.items() if line == row}, key=lambda cell: cell.column)
        for labels, cell in read_fields(row, cells):
            named = tuple(join_wrapped(label) for label in labels)
            yield _figure(table, cell, named, (), {}, {})
