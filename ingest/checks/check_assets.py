"""The fixed assets that the prose states against the total of the table of assets (上年末固定资产金额，详见下表)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest import late_re as re
from ingest.checks.check_arithmetic import PROSE, Arithmetic
from ingest.checks.check_lines import Grid, plain_name
from ingest.checks.check_roles import plain_title
from ingest.document import Check, Term

SAYS = "正文“{subject}”＝《{table}》“{row}”"
STATED = re.compile(r".*固定资产(?:总额|金额|总值|价值|原值)")
TABLE = re.compile(r"固定资产占用")
WHOLE = re.compile(r"(?:固定)?资产(?:总额|合计|总计)")


def check_assets(grids: Sequence[Grid], arithmetic: Arithmetic) -> Iterator[Check]:
    """Every such amount against the one cell of money in the total row of the only table of fixed assets."""
    tables = [grid for grid in grids if TABLE.search(plain_title(grid))]
    lines = [line for grid in tables for line in grid.lines if WHOLE.fullmatch(plain_name(line.name))]
    figures = arithmetic.document.figures
    cells = [index for line in lines for index in line.cells.values() if (one := figures[index].quantity) and one.is_money]
    if len(tables) != 1 or len(cells) != 1:
        return
    for index, statement in enumerate(arithmetic.document.statements):
        if statement.measure == "金额" and STATED.fullmatch(plain_name(statement.subject)):
            says = SAYS.format(subject=statement.subject, table=tables[0].table.title, row=lines[0].name)
            if check := arithmetic.compare(says, PROSE, [Term(statement=index)], [Term(cells[0])]):
                yield check
