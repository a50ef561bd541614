"""A document's checks counted by table, with the words of those that do not close and of what was left unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.checks.tell_checks import Library, check_words
from ingest.checks.check_arithmetic import BROKEN, HOLDS, ROUNDING, WITHIN
from ingest.document import Check, Document, Problem

BETWEEN = "表与表之间、正文与表、比率"


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One table (or all that stands between tables): cells read, cells in doubt, checks by verdict."""

    name: str
    cells: int | None
    uncertain: int | None
    holds: int
    rounding: int
    broken: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows in the document's order, the sentences of what is broken and of what rounding explains, and the problems of reading."""

    rows: tuple[LedgerRow, ...]
    broken: tuple[str, ...]
    rounding: tuple[str, ...]
    problems: tuple[Problem, ...]


def check_ledger(document: Document, library: Library) -> Ledger:
    """The ledger of one document; `library` finds the others that its checks speak of."""
    rows = []
    for table in document.tables:
        figures = [figure for figure in document.figures if figure.table == table.index]
        name = " ".join(part for part in (table.number, table.title, table.context) if part)
        doubtful = sum(figure.uncertain for figure in figures)
        rows.append(_row(name, len(figures), doubtful, (check for check in document.checks if _table_of(check, document) == table.index)))
    rows.append(_row(BETWEEN, None, None, (check for check in document.checks if _table_of(check, document) is None)))
    broken, rounding = (
        tuple(dict.fromkeys(check_words(check, document, library) for check in document.checks if check.verdict == verdict))
        for verdict in (BROKEN, ROUNDING)
    )
    return Ledger(tuple(rows), broken, rounding, document.problems)


def _table_of(check: Check, document: Document) -> int | None:
    """The one table that a check within a table is of."""
    if check.kind != WITHIN or check.left[0].figure is None:
        return None
    return document.figures[check.left[0].figure].table


def _row(name: str, cells: int | None, uncertain: int | None, checks: Iterable[Check]) -> LedgerRow:
    counted = Counter(check.verdict for check in checks)
    return LedgerRow(name, cells, uncertain, counted[HOLDS], counted[ROUNDING], counted[BROKEN])
