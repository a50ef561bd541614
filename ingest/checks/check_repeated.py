"""What the prose states twice: one amount, or one count of the whole body, that two sections give under one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from ingest import late_re as re
from ingest.checks.check_arithmetic import BROKEN, HOLDS, PROSE, Arithmetic
from ingest.checks.check_lines import Grid
from ingest.checks.check_roles import plain_title
from ingest.checks.counts_of_body import count_of_body
from ingest.checks.find_stated_cells import stated_side
from ingest.document import Check, Document, Statement, Term
from ingest.labels.thing_named import funds_named, is_generic, thing_named
from ingest.quantity import YUAN_PER_UNIT, Quantity

TWICE = "正文两处所说的“{subject}”"
BOTH_SIDES = re.compile(r"收支|收入支出")
TREASURY = "财政拨款"  # a total of all money and one of what the treasury pays are two
OF_TREASURY = re.compile(r"三公|机关.*运行|公务接待|公务用车|因公出国")  # what only the treasury pays, whether that is said or not
LEAST_SHARE = Decimal(2) / 3  # amounts of one name that lie further apart are hardly one thing told twice


def check_repeated(grids: Sequence[Grid], arithmetic: Arithmetic) -> Iterator[Check]:
    """Every pair of sections that state one thing: equal, or told as what it is."""
    document = arithmetic.document
    shared = {line.name for grid in grids for line in grid.lines if line.code.startswith("2") or BOTH_SIDES.search(plain_title(grid))}
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, statement in enumerate(document.statements):
        key = _amount_key(statement, document, shared) or count_of_body(statement, document)
        if key:
            groups[key].append(index)
    for indexes in groups.values():
        for first, second in combinations(indexes, 2):
            one, other = document.statements[first], document.statements[second]
            if one.section != other.section and _may_be_one(one, other):
                says, sides = TWICE.format(subject=one.subject), ((Term(statement=first),), (Term(statement=second),))
                check = arithmetic.compare(says, PROSE, *sides) if one.quantity.is_money else _counts(says, sides, one, other)
                yield from [check] if check else []


def _counts(says: str, sides: tuple[tuple[Term, ...], tuple[Term, ...]], one: Statement, other: Statement) -> Check:
    """The check of two counts, whose units may be written differently (名, 人)."""
    difference = Quantity(one.quantity.number - other.quantity.number, one.quantity.unit)
    return Check(says, PROSE, *sides, difference, BROKEN if difference.number else HOLDS)


def _amount_key(statement: Statement, document: Document, shared: set[str]) -> tuple[object, ...] | None:
    """What an amount of this year is of, with its side and funds; None where its name says nothing, or is of a class that funds share."""
    thing = thing_named(statement.subject, document.info.organization or "")
    if statement.measure != "金额" or statement.year not in (None, document.info.year) or is_generic(thing) or statement.subject in shared:
        return None
    funds = funds_named(statement.subject) | ({TREASURY} if TREASURY in statement.subject else set())
    return thing, stated_side(statement, document), *(() if OF_TREASURY.search(thing) else sorted(funds))


def _may_be_one(one: Statement, other: Statement) -> bool:
    """Whether two statements of one name may be of one year and whole, and are not so far apart that they are of two things."""
    if len({one.year, other.year} - {None}) > 1 or len({one.base, other.base} - {None}) > 1:
        return False
    numbers = sorted(abs(each.quantity.number) * YUAN_PER_UNIT.get(each.quantity.unit, Decimal(1)) for each in (one, other))
    return numbers[0] >= numbers[1] * LEAST_SHARE
