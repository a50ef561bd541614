"""Whether a form is of another project than the one before it."""

from __future__ import annotations

from ingest.blocks import Grid
from ingest.tables.open_table import OpenTable
from ingest.tables.part_forms import project_of


def is_of_another_project(table: OpenTable, grid: Grid) -> bool:
    """Whether a form begins with another project's name than the form before."""
    before, after = project_of(table.grids[0].rows), project_of(grid.rows)
    return bool(before and after) and before != after
