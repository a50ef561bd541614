"""Every figure checked by arithmetic (勾稽): within its table, across the document's tables, against the prose, and as a rate."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.check_arithmetic import Arithmetic
from ingest.check_columns import check_columns
from ingest.check_lines import Grid, read_grids
from ingest.check_prescribed import check_prescribed
from ingest.check_rows import check_rows
from ingest.document import Check, Document


def check_figures(document: Document) -> tuple[Check, ...]:
    """All identities that the labels of the document's tables, figures and statements say should hold, each tried once."""
    arithmetic = Arithmetic(document)
    grids = read_grids(document)
    found: dict[tuple[object, ...], Check] = {}
    for check in _all_checks(grids, arithmetic):
        found.setdefault((frozenset(check.left), frozenset(check.right)), check)
    return tuple(found.values())


def _all_checks(grids: tuple[Grid, ...], arithmetic: Arithmetic) -> Iterator[Check]:
    for grid in grids:
        yield from check_columns(grid, arithmetic)
        yield from check_rows(grid, arithmetic)
        yield from check_prescribed(grid, arithmetic)
