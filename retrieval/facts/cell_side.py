"""Whether a cell tells what comes in or what is spent: by its headers, else by its table's title."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.facts.fact import Fact
from retrieval.facts.label_mention import Mention

SIDES = ("收入", "支出")


def cell_side(fact: Fact) -> str | None:
    """收入 or 支出; None where neither or both are named."""
    return side_in("".join(fact.headers)) or side_in("".join(fact.titles[:1]))


def side_in(text: str) -> str | None:
    """The side that a text names alone."""
    named = [side for side in SIDES if side in text]
    return named[0] if len(named) == 1 else None


def are_opposite(one: Fact, other: Fact) -> bool:
    """Whether one of two cells is of income and the other of expenditure."""
    return {cell_side(one), cell_side(other)} == {*SIDES}


def of_asked_side(scored: Sequence[tuple[float, Fact]], asked: Sequence[Mention]) -> list[tuple[float, Fact]]:
    """All that a body has or spends: without cells of the other side than the one asked for, where others remain."""
    wanted = side_in("".join(key for one in asked for key in (one.asked, *one.keys)))
    return [(score, fact) for score, fact in scored if {wanted, cell_side(fact)} != {*SIDES}] or list(scored)
