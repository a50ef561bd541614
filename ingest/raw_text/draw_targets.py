"""Draws the grids of the two target forms: 整体绩效目标表 and 项目绩效目标表."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Grid, GridCell
from ingest.document import Place
from ingest.raw_text.draw_grid import GridRow, body_cell, draw_grid, draw_header
from ingest.raw_text.raw_table import Entry, RawTable, span_places
from ingest.raw_text.split_goals import Field, Indicator
from ingest.raw_text.split_projects import Goal

FIRST_GOAL_COLUMN = 6


def draw_goals(table: RawTable, fields: Sequence[Field], indicators: Sequence[Indicator]) -> Grid:
    """The fields above, the indicator header and the indicators below, as one grid."""
    width = len(table.columns)
    upper = [draw_field(one, width) for one in fields]
    merge_equal(upper, 0, [one.section for one in fields])
    merge_equal(upper, 1, [one.group for one in fields])
    lower = [draw_indicator(one, width) for one in indicators]
    merge_equal(lower, 0, running([one.first_level for one in indicators]))
    merge_equal(lower, 1, running([one.second_level for one in indicators]))
    rows = [*upper, *draw_header(table.header, table.header_place), *lower]
    return Grid(tuple(tuple(row) for row in rows), span_places([cell.place for row in rows for cell in row if cell]), has_spans=True)


def draw_field(one: Field, width: int) -> GridRow:
    """A field's section, group, label and value across the whole width."""
    row: GridRow = [None] * width
    row[0] = body_cell(one.section, one.section.place)
    column = 1
    for entry, span in ((one.group, 1), (one.label, 1 if one.group or not is_wide(one) else 2)):
        if entry:
            row[column] = replace(body_cell(entry, entry.place), column_span=span)
            column += span
    place = (one.label or one.section).place
    row[column] = replace(body_cell(one.value, place), column_span=width - column)
    return row


def is_wide(one: Field) -> bool:
    """Whether the field's label takes the place of a group and its label: an amount without a group."""
    return one.value is None or one.value.text.replace(",", "").replace(".", "").isdigit()


def draw_indicator(one: Indicator, width: int) -> GridRow:
    """An indicator's row."""
    place = one.name.place
    cells: GridRow = [body_cell(entry, place) for entry in (one.first_level, one.second_level, one.name, one.value, one.explanation)]
    return cells[:width]


def running(entries: Sequence[Entry | None]) -> list[Entry | None]:
    """Each entry, or the one above that goes on."""
    current: Entry | None = None
    found: list[Entry | None] = []
    for entry in entries:
        current = entry or current
        found.append(current)
    return found


def merge_equal(rows: Sequence[GridRow], column: int, owners: Sequence[Entry | None]) -> None:
    """Merges the cells of a column over the rows that have the same label."""
    first = 0
    for number in range(1, len(rows)):
        owner = rows[first][column]
        if owners[number] is None or owners[number] is not owners[first] or owner is None:
            first = number
            continue
        rows[first][column] = replace(owner, row_span=owner.row_span + 1)
        rows[number][column] = None


def draw_projects(table: RawTable, projects: Sequence[tuple[Sequence[Entry | None], Sequence[Goal]]]) -> Grid:
    """Every project's keys and amounts merged over the rows of its goals."""
    rows: list[GridRow] = []
    for entries, goals in projects:
        rows += draw_project(entries, goals, len(table.columns))
    return draw_grid(table.header, table.header_place, rows)


def draw_project(entries: Sequence[Entry | None], goals: Sequence[Goal], width: int) -> list[GridRow]:
    """The rows of one project."""
    height = max((goal.row for goal in goals), default=0) + 1
    place = span_places([entry.place for entry in entries if entry])
    rows: list[GridRow] = []
    for number in range(height):
        here = {FIRST_GOAL_COLUMN + 2 * goal.group: goal for goal in goals if goal.row == number}
        keys: GridRow = [replace(body_cell(entry, place), row_span=height) if number == 0 else None for entry in entries]
        rows.append([*keys, *goal_cells(here, place, width)])
    return rows


def goal_cells(goals: dict[int, Goal], place: Place, width: int) -> GridRow:
    """The cells of the indicator columns of one row."""
    cells: GridRow = []
    for column in range(FIRST_GOAL_COLUMN, width, 2):
        goal = goals.get(column)
        cells += [body_cell(goal.name, goal.name.place), body_cell(goal.value, goal.value.place)] if goal else [blank(place), blank(place)]
    return cells


def blank(place: Place) -> GridCell:
    """A cell in which nothing is printed."""
    return GridCell("", place)
