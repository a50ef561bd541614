"""Every figure checked by arithmetic (勾稽): within its table, across the document's tables, against the prose, and as a rate."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.checks.check_across import check_across
from ingest.checks.check_arithmetic import Arithmetic
from ingest.checks.check_assets import check_assets
from ingest.checks.check_columns import check_columns
from ingest.checks.check_counted_tables import check_counted_tables
from ingest.checks.check_counts import check_counts
from ingest.checks.check_lines import read_grids
from ingest.checks.check_listed_counts import check_listed_counts
from ingest.checks.check_names import check_names
from ingest.checks.check_prescribed import check_prescribed
from ingest.checks.check_procurement import check_procurement
from ingest.checks.check_projects import check_projects
from ingest.checks.check_prose import check_prose
from ingest.checks.check_rates import check_rates
from ingest.checks.check_repeated import check_repeated
from ingest.checks.check_roles import find_roles
from ingest.checks.check_rows import check_rows
from ingest.checks.check_scores import check_scores
from ingest.document import Check, Document


def check_figures(document: Document) -> tuple[Check, ...]:
    """All identities that the labels of the document's tables, figures and statements say should hold, each tried once."""
    found: dict[tuple[object, ...], Check] = {}
    for check in _all_checks(Arithmetic(document)):
        found.setdefault((frozenset(check.left), frozenset(check.right)), check)
    return tuple(found.values())


def _all_checks(arithmetic: Arithmetic) -> Iterator[Check]:
    grids = read_grids(arithmetic.document)
    for grid in grids:
        yield from check_columns(grid, arithmetic)
        yield from check_rows(grid, arithmetic)
        yield from check_prescribed(grid, arithmetic)
    roles = find_roles(grids)
    yield from check_across(roles, arithmetic)
    yield from check_prose(grids, roles, arithmetic)
    yield from check_repeated(grids, arithmetic)
    yield from check_counts(arithmetic.document)
    yield from check_counted_tables(grids, arithmetic.document)
    yield from check_listed_counts(arithmetic.document)
    yield from check_rates(arithmetic)
    yield from check_projects(roles, arithmetic)
    yield from check_assets(grids, arithmetic)
    yield from check_procurement(grids, arithmetic)
    yield from check_scores(arithmetic)
    yield from check_names(grids, roles, arithmetic.document)
