"""The prescribed tables of a document by their role (收支总表, 支出表 …), and the cells that a rule names in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ingest.checks.check_lines import Grid, Line, plain_name
from ingest.document import Term
from ingest.labels.table_words import fold_all
from ingest.standard_forms.identities import load_identities


def find_roles(grids: Sequence[Grid]) -> dict[str, Grid]:
    """The one table with figures of each role; a role that two tables play is nobody's."""
    found: dict[str, Grid] = {}
    for rule in load_identities()["tables"]:
        fitting = [grid for grid in grids if grid.lines and _has_title(rule, plain_title(grid))]
        if len(fitting) == 1:
            found[rule["role"]] = fitting[0]
    return found


def plain_title(grid: Grid) -> str:
    """A table's title in half width without quotation marks."""
    return re.sub(r"[“”\"]", "", fold_all(grid.table.title))


def _has_title(rule: Mapping[str, str], title: str) -> bool:
    return bool(re.search(rule["titles"], title)) and not re.search(rule["excludes"], title)


def find_cell(grid: Grid, rows: Iterable[str], columns: Sequence[str]) -> tuple[Term, ...]:
    """The first named row (or sum of rows) that prints the first named column; empty where none does or the name is borne twice."""
    for row in rows:
        terms = [find_in_row(grid, name, columns) for name in row.split("+")]
        if all(term is not None for term in terms):
            return tuple(term for term in terms if term is not None)
    return ()


def find_in_row(grid: Grid, row: str, columns: Sequence[str]) -> Term | None:
    """The cell of the one row of this name under the first of these columns."""
    lines = [line for line in grid.lines if re.fullmatch(row, line.name)]
    for column in columns:
        found = [index for line in lines if (index := in_column(line, column)) is not None]
        if found:
            return Term(found[0]) if len(found) == 1 else None
    return None


def in_column(line: Line, column: str) -> int | None:
    """The line's figure under the one header path that the pattern describes (names joined by >)."""
    found = [index for path, index in line.cells.items() if re.fullmatch(column, ">".join(map(plain_name, path)))]
    return found[0] if len(found) == 1 else None
