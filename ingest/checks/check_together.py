"""Two files of one disclosure (the text and its tables) held against each other as if they were one document."""

from __future__ import annotations

from dataclasses import replace

from ingest.checks.check_figures import check_figures
from ingest.document import Check, Document, Term
from ingest.identity.join_disclosure import join_disclosure


def check_together(own: Document, other: Document) -> tuple[Check, ...]:
    """The checks that speak of both files, and what the words of one deny of the other; terms of the other carry its id."""
    alone = [replace(one, checks=check_figures(one)) for one in (own, other)]
    joined = join_disclosure(alone)
    apart = {_key(check) for check in joined.checks}
    together = [check for check in check_figures(joined) if _key(check) not in apart]
    parted = [_part(check, own, other) for check in together]
    return tuple(check for check in parted if not check.right or len({term.document for term in (*check.left, *check.right)}) > 1)


def _part(check: Check, own: Document, other: Document) -> Check:
    """The check with every term as its own file counts it."""

    def part(term: Term) -> Term:
        if term.figure is not None and term.figure >= len(own.figures):
            return replace(term, figure=term.figure - len(own.figures), document=other.info.id)
        if term.statement is not None and term.statement >= len(own.statements):
            return replace(term, statement=term.statement - len(own.statements), document=other.info.id)
        return term

    return replace(check, left=tuple(map(part, check.left)), right=tuple(map(part, check.right)))


def _key(check: Check) -> tuple[object, ...]:
    return frozenset(check.left), frozenset(check.right)
