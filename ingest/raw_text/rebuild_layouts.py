"""One function per layout of the prescribed forms: from a raw table and what others say about it to its grid, None if unreadable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.blocks import Grid, GridCell
from ingest.quantity import parse_number
from ingest.raw_text.column_rules import Facts, column_rules
from ingest.raw_text.draw_grid import GridRow, body_cell, draw_grid, merge_down
from ingest.raw_text.draw_targets import draw_goals, draw_projects
from ingest.raw_text.place_numbers import Placement, place_numbers
from ingest.raw_text.placement_rules import ColumnRules, NumberRow
from ingest.raw_text.raw_table import Column, Entry, RawTable, Record, key_of, leaf_columns, span_places
from ingest.raw_text.split_blocks import split_blocks
from ingest.raw_text.split_goals import split_fields, split_goals
from ingest.raw_text.split_projects import place_goals, split_projects
from ingest.raw_text.split_rows import key_columns, key_tag, split_rows
from ingest.raw_text.split_sides import Item, split_sides
from ingest.standard_forms import HeaderCell

# A row that contradicts itself still has its total in front.
ONLY_TOTAL = Placement((0,), frozenset({0}))
TOTAL_LABELS = frozenset({"合计", "总计", "收入合计", "支出合计", "本年支出合计"})


def rebuild_rows(table: RawTable, facts: Facts) -> Grid | None:
    """The grid of a table with keys on the left and amounts on the right."""
    records = split_rows(table)
    rules = column_rules(table.form, table.header, facts, table.prose)
    amount_columns = table.columns[len(key_columns(table)) :]
    placements = place_records(records, rules, amount_columns, table.form.lists.get("habits", ()))
    if placements is None:
        return None
    merged = [k for k, column in enumerate(key_columns(table)) if key_tag(column) in ("kind", "unitname")]
    rows = [draw_row(record, placement or ONLY_TOTAL, rules.width) for record, placement in zip(records, placements, strict=True)]
    name = next((k for k, column in enumerate(key_columns(table)) if key_tag(column) == "name"), None)
    merge_down(rows, merged, [name is not None and record.keys[name] is not None and not record.codes for record in records])
    return draw_grid(table.header, table.header_place, rows)


def place_records(
    records: Sequence[Record], rules: ColumnRules, columns: Sequence[Column], habits: Sequence[str] = ()
) -> list[Placement | None] | None:
    """A placement for every record, None for one where the identities fail; nothing where they fail for the total or for too many rows."""
    if any(len(record.amounts) > rules.width for record in records):
        return None
    rows = [number_row(record, columns, habits) for record in records]
    placements = place_numbers(rows, rules)
    failed = [number for number, placement in enumerate(placements) if placement is None]
    if len(failed) * 10 > len(rows) or any(rows[number].is_total for number in failed):
        return None
    return list(placements)


def number_row(record: Record, columns: Sequence[Column], habits: Sequence[str] = ()) -> NumberRow:
    """The record's numbers, the columns that its code rules out and those that its code makes unusual."""
    numbers = tuple(parse_number(entry.text) or Decimal(0) for entry in record.amounts)
    closed = {k for k, column in enumerate(columns) for codes in allowed_codes(column) if record.codes and record.codes[:3] not in codes}
    usual = [habit.split() for habit in habits]
    favoured = next((use for code, use in sorted(usual, reverse=True) if record.codes.startswith(code)), None)
    uses = {use for _, use in usual}
    unusual = {k for k, column in enumerate(columns) if favoured and column.path[-1] in uses - {favoured}}
    return NumberRow(numbers, record.level, key_of(record.label) in TOTAL_LABELS, frozenset(closed), frozenset(unusual))


def allowed_codes(column: Column) -> list[list[str]]:
    """The code prefixes that the column is for, where the form says so."""
    return [tag.removeprefix("编码:").split(",") for tag in column.tags if tag.startswith("编码:")]


def draw_row(record: Record, placement: Placement, width: int) -> GridRow:
    """The record's keys and its amounts in their columns."""
    place = span_places([entry.place for entry in (*record.keys, *record.amounts) if entry])
    placed = place_amounts(record, placement)
    return [body_cell(entry, place) for entry in (*record.keys, *(placed.get(column) for column in range(width)))]


def place_amounts(record: Record, placement: Placement) -> dict[int, Entry]:
    """The amounts by column."""
    pairs = zip(placement.columns, record.amounts, strict=False)
    return {column: replace(entry, is_uncertain=number in placement.uncertain) for number, (column, entry) in enumerate(pairs)}


def rebuild_sides(table: RawTable, facts: Facts) -> Grid | None:
    """The grid of a two-sided table: the items of each side placed by that side's own columns."""
    items = split_sides(table)
    if any(item.is_doubtful for item in items):
        return None
    sides: list[list[GridRow]] = []
    for is_right in (False, True):
        records = [item.record for item in items if item.is_right is is_right]
        rules = column_rules(table.form, side_header(table, is_right), facts, table.prose)
        columns = [column for column in leaf_columns(side_header(table, is_right)) if key_tag(column) is None]
        placements = place_records(records, rules, columns)
        placed = [placement for placement in placements or () if placement]
        if len(placed) < len(records):
            return None
        sides.append([draw_row(record, placement, rules.width) for record, placement in zip(records, placed, strict=True)])
    widths = tuple(len(list(leaf_columns(side_header(table, is_right)))) for is_right in (False, True))
    return draw_grid(table.header, table.header_place, pair_sides(items, sides[0], sides[1], widths))


def side_header(table: RawTable, is_right: bool) -> Sequence[HeaderCell]:
    """The header cells of one side."""
    return table.header[1].children if is_right else table.header[0].children


def pair_sides(items: Sequence[Item], left: Sequence[GridRow], right: Sequence[GridRow], widths: Sequence[int]) -> list[GridRow]:
    """Left and right items that were printed next to each other in one row."""
    rows: list[list[GridRow | None]] = []
    remaining = [iter(left), iter(right)]
    for item in items:
        if not item.is_right or not rows or rows[-1][1] is not None:
            rows.append([None, None])
        rows[-1][item.is_right] = next(remaining[item.is_right])
    return [[cell for side, half in enumerate(row) for cell in (half or blank_half(row, widths[side]))] for row in rows]


def blank_half(row: Sequence[GridRow | None], width: int) -> GridRow:
    """Blank cells for the side on which nothing is printed."""
    place = next(cell.place for half in row if half for cell in half if cell)
    return [GridCell("", place) for _ in range(width)]


def rebuild_goals(table: RawTable, facts: Facts) -> Grid | None:  # noqa: ARG001 - every layout has one signature
    """The grid of 整体绩效目标表."""
    indicators = split_goals(table)
    return draw_goals(table, split_fields(table), indicators) if indicators else None


def rebuild_projects(table: RawTable, facts: Facts) -> Grid | None:
    """The grid of 项目绩效目标表."""
    projects = split_projects(table)
    rules = column_rules(table.form, table.header[:3], facts)
    shortest = min((len(project.code_text) for project in projects), default=0)
    records = [project.record for project in projects]
    rows = [
        replace(number_row(record, ()), is_total=number == 0 and len(project.code_text) == shortest)
        for number, (record, project) in enumerate(zip(records, projects, strict=True))
    ]
    placements = place_numbers(rows, rules)
    if not records or any(placement is None for placement in placements):
        return None
    drawn = []
    for project, record, placement in zip(projects, records, placements, strict=True):
        placed = place_amounts(record, placement or Placement(()))
        drawn.append(((*record.keys, *(placed.get(column) for column in range(rules.width))), place_goals(project.pairs, table)))
    return draw_projects(table, drawn)


def rebuild_blocks(table: RawTable, facts: Facts) -> Grid | None:  # noqa: ARG001 - every layout has one signature
    """The grid of 基本支出决算表: blocks of code, name and amount side by side."""
    items = split_blocks(table)
    rows: list[GridRow] = []
    last = len(table.form.lists["blocks"])
    for item in items:
        cells = [body_cell(entry, item.place) for entry in (item.code, item.name, item.amount)]
        if item.block <= last:
            rows.append([GridCell("", item.place) for _ in table.columns])
        rows[-1][3 * item.block : 3 * item.block + 3] = cells
        last = item.block
    return draw_grid(table.header, table.header_place, rows) if rows else None


LAYOUTS: dict[str, Callable[[RawTable, Facts], Grid | None]] = {
    "rows": rebuild_rows,
    "sides": rebuild_sides,
    "goals": rebuild_goals,
    "projects": rebuild_projects,
    "blocks": rebuild_blocks,
}
