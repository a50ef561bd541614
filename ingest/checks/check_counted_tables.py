"""Staff and cars that a sentence counts against the table that counts them (人员情况表, 国有资产占用情况表)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest import late_re as re
from ingest.checks.check_arithmetic import BROKEN, HOLDS, PROSE
from ingest.checks.check_lines import TOTAL_NAME, Grid, plain_name, whole_row
from ingest.checks.check_roles import plain_title
from ingest.checks.counts_of_body import count_of_body, thing_counted
from ingest.document import Check, Document, Term
from ingest.quantity import Quantity

SAYS = "正文“{subject}”＝《{table}》"
COUNTING = re.compile(r"(?:单位基本情况|人员|编制|机构|资产|车辆|用车)(?!.*(?:经费|支出|收入|采购|购置|绩效|配置))")
NUMBER_OF = re.compile(r"数量|台数|辆数|人数|^数$")


def check_counted_tables(grids: Sequence[Grid], document: Document) -> Iterator[Check]:
    """Every count of the whole body that exactly one cell of such tables prints too."""
    counting = [grid for grid in grids if COUNTING.search(plain_title(grid))]
    for index, statement in enumerate(document.statements if counting else ()):
        counted = count_of_body(statement, document)
        cells = {(grid.table.title, cell) for grid in counting for cell in _cells(grid, counted[0], document)} if counted else set()
        if len(cells) == 1:
            title, cell = cells.pop()
            quantity = document.figures[cell].quantity or statement.quantity
            difference = Quantity(statement.quantity.number - quantity.number, statement.quantity.unit)
            says = SAYS.format(subject=statement.subject, table=title)
            yield Check(says, PROSE, (Term(statement=index),), (Term(cell),), difference, BROKEN if difference.number else HOLDS)


def _cells(grid: Grid, thing: str, document: Document) -> Iterator[int]:
    """The counts of a thing: in the whole's row under its name, or in its own row under a number or a total."""
    whole = whole_row(grid)
    found = [index for path, index in (whole.cells.items() if whole else ()) if path and thing_counted(path[-1]) == thing]
    for line in () if found else grid.lines:
        if thing_counted(line.name) == thing and not line.is_part:
            numbers = {path: index for path, index in line.cells.items() if not path or _is_number(plain_name(path[-1]))}
            found += list((numbers or (line.cells if len(line.cells) == 1 else {})).values())
    yield from (index for index in found if (one := document.figures[index].quantity) and not one.is_money and one.unit != "%")


def _is_number(header: str) -> bool:
    return bool(NUMBER_OF.search(header) or TOTAL_NAME.search(header))
