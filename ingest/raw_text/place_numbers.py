"""Places the numbers of each row into the leaf columns, monotonically and so that every identity of the form holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.raw_text.balance_columns import Choice, Group, balance_columns
from ingest.raw_text.placement_rules import ColumnRules, ColumnSum, NumberRow, Option, cost, half_unit

MOST_CANDIDATES = 2000


@dataclass(frozen=True, slots=True)
class Placement:
    """The column of each number, and which of these are not the only possible ones."""

    columns: tuple[int, ...]
    uncertain: frozenset[int] = frozenset()


def place_numbers(rows: Sequence[NumberRow], rules: ColumnRules) -> tuple[Placement | None, ...]:
    """A placement for every row, None where no placement satisfies the identities.

    What other tables say is left aside where it leaves no placement: documents contradict themselves.
    """
    placements = place_by_rules(rows, rules)
    if all(placements) or not (rules.closed or rules.fixed or rules.told):
        return placements
    return place_by_rules(rows, replace(rules, closed=frozenset(), fixed={}, told={}))


def place_by_rules(rows: Sequence[NumberRow], rules: ColumnRules) -> tuple[Placement | None, ...]:
    """A placement for every row, all rules taken as given."""
    options = [row_options(row, rules, row.is_total or len(rows) == 1) for row in rows]
    total = next((number for number, row in enumerate(rows) if row.is_total and row.numbers), None)
    groups = [] if total is None else sum_groups(rows, total)
    chosen = None if total is None else solve_with_total(rows, options, total, groups, rules)
    if chosen is None:
        chosen = {number: (best[0], best) for number, best in enumerate(options) if best}
    return tuple(to_placement(chosen.get(number), row) for number, row in enumerate(rows))


def to_placement(choice: tuple[Option, Sequence[Option]] | None, row: NumberRow) -> Placement | None:
    """The chosen option; a number is uncertain where another possible option puts it elsewhere."""
    if choice is None:
        return Placement(()) if not row.numbers else None
    best, possible = choice
    return Placement(best, frozenset(k for k in range(len(best)) if any(option[k] != best[k] for option in possible)))


def row_options(row: NumberRow, rules: ColumnRules, is_whole: bool) -> list[Option]:
    """The placements of one row that its own identities allow, the usual one first; a whole is also known from elsewhere."""
    if len(row.numbers) == rules.width:
        return [tuple(range(rules.width))]
    for has_tolerance in (False, True):
        found = list(limited(search(row, rules, has_tolerance)))
        if is_whole and found:
            most = max(agreements(option, row, rules) for option in found)
            found = [option for option in found if agreements(option, row, rules) == most]
        if found:
            return sorted(found, key=lambda option: cost(option, row, rules))
    return []


def limited(options: Iterator[Option]) -> Iterator[Option]:
    """At most so many as can be weighed."""
    for _, option in zip(range(MOST_CANDIDATES), options, strict=False):
        yield option


def agreements(option: Option, row: NumberRow, rules: ColumnRules) -> tuple[int, int]:
    """How many columns have the amounts that other tables give, then how many those that the prose states."""
    placed = dict(zip(option, row.numbers, strict=True))
    fixed = sum(1 for column, amount in rules.fixed.items() if placed.get(column, Decimal(0)) == amount)
    return fixed, sum(1 for column, amounts in rules.told.items() if placed.get(column) in amounts)


def search(row: NumberRow, rules: ColumnRules, has_tolerance: bool) -> Iterator[Option]:
    """Every monotone placement that satisfies the row's identities."""
    closed = rules.closed | row.closed
    checks = checks_by_column(rules)
    slack = half_unit(row.numbers) if has_tolerance else Decimal(0)

    def extend(column: int, placed: dict[int, Decimal]) -> Iterator[Option]:
        left = len(row.numbers) - len(placed)
        if column == rules.width:
            yield tuple(placed)
            return
        choices = [False] if left == 0 else ([True, False] if rules.width - column > left else [True])
        for is_filled in choices:
            if is_filled and column in closed and row.numbers[len(placed)]:
                continue
            here = {**placed, column: row.numbers[len(placed)]} if is_filled else placed
            if all(holds(check, here, slack) for check in checks[column]):
                yield from extend(column + 1, here)

    yield from extend(0, {})


Check = ColumnSum | tuple[int, int]


def checks_by_column(rules: ColumnRules) -> list[list[Check]]:
    """Each identity at the column where all it speaks of has been decided."""
    checks: list[list[Check]] = [[] for _ in range(rules.width)]
    for one in rules.sums:
        checks[max(one.total, *one.parts)].append(one)
    for part, whole in rules.parts:
        checks[max(part, whole)].append((part, whole))
    return checks


def holds(check: Check, placed: Mapping[int, Decimal], slack: Decimal) -> bool:
    """Whether an identity holds for what has been placed; a blank counts as nothing."""
    if isinstance(check, tuple):
        part, whole = check
        return part not in placed or (whole in placed and abs(placed[part]) <= abs(placed[whole]))
    parts = [placed[part] for part in check.parts if part in placed]
    if bool(parts) != (check.total in placed):
        return False
    return not parts or abs(sum(parts) - placed[check.total]) <= slack * (len(parts) + 1)


def sum_groups(rows: Sequence[NumberRow], total: int) -> list[list[int]]:
    """Sets of rows that add up to the total row: all rows of one level, else what remains together."""
    by_level: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if number != total and row.numbers and not row.is_total:
            by_level[row.level].append(number)
    groups = [group for group in by_level.values() if adds_up(rows, group, total)]
    grouped = {number for group in groups for number in group}
    rest = [number for group in by_level.values() for number in group if number not in grouped]
    if rest and adds_up(rows, rest, total):
        groups.append(rest)
    return groups


def adds_up(rows: Sequence[NumberRow], group: Sequence[int], total: int) -> bool:
    """Whether the first numbers, which stand in the total column, add up to the total row's."""
    slack = half_unit(rows[total].numbers) * (len(group) + 1)
    return abs(sum(rows[number].numbers[0] for number in group) - rows[total].numbers[0]) <= (slack if len(group) > 1 else 0)


def solve_with_total(
    rows: Sequence[NumberRow], options: Sequence[list[Option]], total: int, groups: Sequence[Sequence[int]], rules: ColumnRules
) -> Choice | None:
    """The usual solution in which every group of rows adds up to the total row in every column."""
    feasible: list[tuple[Option, Choice]] = []
    for option in options[total]:
        goal = column_amounts(option, rows[total].numbers, rules.width)
        parts = [balance_columns(Group(rows, options, group), goal, rules) for group in groups]
        if all(part is not None for part in parts):
            feasible.append((option, {number: choice for part in parts if part for number, choice in part.items()}))
    if not feasible:
        return None
    best_total, best = feasible[0]
    chosen: Choice = {total: (best_total, [option for option, _ in feasible])}
    for number, row in enumerate(rows):
        if number in best:
            chosen[number] = (best[number][0], [option for _, solution in feasible for option in solution[number][1]])
        elif number not in chosen and options[number]:
            same = row.numbers == rows[total].numbers
            chosen[number] = chosen[total] if same else (options[number][0], options[number])
    return chosen


def column_amounts(option: Option, numbers: Sequence[Decimal], width: int) -> tuple[Decimal, ...]:
    """The amounts by column, nothing where the cell is blank."""
    placed = dict(zip(option, numbers, strict=True))
    return tuple(placed.get(column, Decimal(0)) for column in range(width))
