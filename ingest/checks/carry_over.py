"""Amounts brought forward from the year before: what tells a total with them from one without them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ingest.checks.check_arithmetic import BROKEN, Arithmetic
from ingest.checks.check_lines import Grid
from ingest.document import Check, Term

CARRIED = re.compile(r"结转|结余")
CARRYING_ROLES = ("收支总表", "收入表", "财政拨款收支表", "支出表")


def is_carried_over(check: Check, roles: Mapping[str, Grid], arithmetic: Arithmetic) -> bool:
    """Whether the two sides of a broken check differ by just what the document says was brought forward.

    Documents print totals with and without 上年结转 under one name; such a pair contradicts nothing.
    """
    if check.verdict != BROKEN:
        return False
    gap, own = abs(arithmetic.in_yuan(check)), arithmetic.range_of(check.left[0])[1]
    return any(abs(gap - amount) <= slack + own for amount, slack in map(arithmetic.range_of, _carried(roles)) if amount)


def _carried(roles: Mapping[str, Grid]) -> Iterator[Term]:
    for role in CARRYING_ROLES:
        grid = roles.get(role)
        for line in grid.lines if grid else ():
            for path, index in line.cells.items():
                if CARRIED.search("".join((*line.labels, *path))):
                    yield Term(index)
