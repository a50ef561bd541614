"""A total that the narrative states against the table whose title is about the same thing, whatever the section is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest import late_re as re
from ingest.checks.check_lines import TOTAL_NAME, Grid, Line, Path, plain_name, whole_row
from ingest.checks.find_stated_cells import of_own_year, stated_side
from ingest.document import Document, Statement, Term
from ingest.labels.thing_named import funds_named, is_generic, thing_named

SIDES = {"预算": re.compile(r"预算"), "决算": re.compile(r"决算|支出数|执行数")}


def find_titled_total(statement: Statement, grids: Sequence[Grid], document: Document) -> Iterator[tuple[Grid, Term]]:
    """The total cell of the one table whose title names just what the statement's amount is of; of a part of something there is none."""
    thing = thing_named(statement.subject, document.info.organization or "")
    if statement.base or is_generic(thing):
        return
    fitting = grids_about(statement.subject, grids, document)
    cell = _total(of_own_year(fitting[0], document.info.year), thing, stated_side(statement, document)) if len(fitting) == 1 else None
    if cell is not None:
        yield fitting[0], Term(cell)


def grids_about(name: str, grids: Sequence[Grid], document: Document) -> list[Grid]:
    """The tables with figures whose titles name the thing that a name is of, and no other funds."""
    body = document.info.organization or ""
    thing, stated = thing_named(name, body), funds_named(name)
    fitting = [grid for grid in grids if grid.lines and not is_generic(thing) and thing_named(grid.table.title, body) == thing]
    return [grid for grid in fitting if not stated or not (funds := funds_named(grid.table.title)) or stated & funds]


def _total(grid: Grid, thing: str, side: str) -> int | None:
    """The figure of a table's whole: in its total row, or its only one, the column of the whole amount."""
    line = whole_row(grid)
    cells = _of_side(line, side) if line else {}
    for fits in (lambda path: thing_named(path[-1]) == thing or _is_sum_of(path, thing), _is_whole, lambda path: _is_amount(path, thing)):
        found = [index for path, index in cells.items() if fits(path)]
        if found:
            return found[0] if len(found) == 1 else None
    return next(iter(cells.values())) if len(cells) == 1 else None


def _of_side(line: Line, side: str) -> dict[Path, int]:
    """A row's cells, where it prints 预算数 beside 决算数 those of the side asked for."""
    sided = {path: index for path, index in line.cells.items() if any(SIDES[side].search(part) for part in path)}
    other = SIDES["决算" if side == "预算" else "预算"]
    has_both = bool(sided) and any(other.search(part) for path in line.cells if path not in sided for part in path)
    return sided if has_both else dict(line.cells)


def _is_sum_of(path: Path, thing: str) -> bool:
    return len(path) > 1 and bool(TOTAL_NAME.search(plain_name(path[-1]))) and thing_named(path[-2]) == thing


def _is_whole(path: Path) -> bool:
    return bool(TOTAL_NAME.search(plain_name(path[-1]))) and all(not thing_named(part) for part in path)


def _is_amount(path: Path, thing: str) -> bool:
    return len(path) == 1 and thing_named(path[0]) in thing
