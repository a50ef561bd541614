"""Two files of one disclosure (the text and its tables) held against each other as if they were one document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ingest.check_figures import check_figures
from ingest.document import Check, Document, Term


def check_together(own: Document, other: Document) -> tuple[Check, ...]:
    """The checks that speak of both files, and what the words of one deny of the other; terms of the other carry its id."""
    apart = {key for one in (own, other) for key in map(_key, _parted(check_figures(one), one, other, is_own=one is own))}
    joined = _parted(check_figures(_join(own, other)), own, other, is_own=True)
    return tuple(check for check in joined if _speaks_of_both(check) or (not check.right and _key(check) not in apart))


def _join(own: Document, other: Document) -> Document:
    """One document of all that both print, the other's after one's own."""
    sections, tables = len(own.sections), len(own.tables)
    return replace(
        own,
        sections=(*own.sections, *other.sections),
        tables=(*own.tables, *(replace(table, index=table.index + tables) for table in other.tables)),
        figures=(*own.figures, *(replace(figure, table=figure.table + tables) for figure in other.figures)),
        statements=(*own.statements, *(replace(one, section=one.section + sections) for one in other.statements)),
    )


def _parted(checks: Iterable[Check], own: Document, other: Document, *, is_own: bool) -> list[Check]:
    """The checks with every term as its own file counts it."""

    def part(term: Term) -> Term:
        if not is_own:
            return replace(term, document=other.info.id)
        if term.figure is not None and term.figure >= len(own.figures):
            return replace(term, figure=term.figure - len(own.figures), document=other.info.id)
        if term.statement is not None and term.statement >= len(own.statements):
            return replace(term, statement=term.statement - len(own.statements), document=other.info.id)
        return term

    return [replace(check, left=tuple(map(part, check.left)), right=tuple(map(part, check.right))) for check in checks]


def _speaks_of_both(check: Check) -> bool:
    return len({term.document for term in (*check.left, *check.right)}) > 1


def _key(check: Check) -> tuple[object, ...]:
    return frozenset(check.left), frozenset(check.right)
