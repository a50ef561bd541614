"""What is known before numbers are placed into columns: the form's sums, what other tables and the prose say, and the rows' numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

Option = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ColumnSum:
    """A column that is the sum of others in the same row."""

    total: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ColumnRules:
    """What a form says about its amount columns: sums, columns that are part (其中) of another, and what is usual.

    `closed` are columns that another table shows to be empty, `fixed` the amounts that another table gives for the total row,
    `told` the amounts that the document's prose states for a column.
    """

    width: int
    sums: tuple[ColumnSum, ...] = ()
    parts: tuple[tuple[int, int], ...] = ()
    rare: frozenset[int] = frozenset()
    closed: frozenset[int] = frozenset()
    fixed: Mapping[int, Decimal] = field(default_factory=dict)
    told: Mapping[int, frozenset[Decimal]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A row's numbers in reading order, its level among the rows, the columns its code forbids and those its code makes unusual."""

    numbers: tuple[Decimal, ...]
    level: str
    is_total: bool = False
    closed: frozenset[int] = frozenset()
    unusual: frozenset[int] = frozenset()


def cost(option: Option, row: NumberRow, rules: ColumnRules) -> tuple[int, int]:
    """Less is more usual: no rare column, then the columns that forms print first."""
    return sum(1 for column in option if column in rules.rare or column in row.unusual), sum(option)


def half_unit(numbers: Sequence[Decimal]) -> Decimal:
    """Half a unit of the last digit printed."""
    exponent = min((number.as_tuple().exponent for number in numbers if isinstance(number.as_tuple().exponent, int)), default=0)
    return Decimal(5).scaleb(int(exponent) - 1)
