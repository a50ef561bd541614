"""Places the numbers of each row into the leaf columns, monotonically and so that every identity of the form holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

MOST_STATES = 4000
MOST_CANDIDATES = 2000


@dataclass(frozen=True, slots=True)
class ColumnSum:
    """A column that is the sum of others in the same row."""

    total: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ColumnRules:
    """What a form says about its amount columns: sums, columns that are part (其中) of another, and what is usual.

    `closed` are columns that another table shows to be empty, `fixed` the amounts that another table gives for the total row.
    """

    width: int
    sums: tuple[ColumnSum, ...] = ()
    parts: tuple[tuple[int, int], ...] = ()
    rare: frozenset[int] = frozenset()
    closed: frozenset[int] = frozenset()
    fixed: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A row's numbers in reading order, its level among the rows, and the columns its code forbids."""

    numbers: tuple[Decimal, ...]
    level: str
    is_total: bool = False
    closed: frozenset[int] = frozenset()


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
    if all(placements) or not (rules.closed or rules.fixed):
        return placements
    return place_by_rules(rows, replace(rules, closed=frozenset(), fixed={}))


def place_by_rules(rows: Sequence[NumberRow], rules: ColumnRules) -> tuple[Placement | None, ...]:
    """A placement for every row, all rules taken as given."""
    options = [row_options(row, rules) for row in rows]
    total = next((number for number, row in enumerate(rows) if row.is_total and row.numbers), None)
    groups = [] if total is None else sum_groups(rows, total)
    chosen = None if total is None else solve_with_total(rows, options, total, groups, rules)
    if chosen is None:
        chosen = {number: (best[0], best) for number, best in enumerate(options) if best}
    return tuple(to_placement(chosen.get(number), row) for number, row in enumerate(rows))


Option = tuple[int, ...]
Choice = dict[int, tuple[Option, Sequence[Option]]]


def to_placement(choice: tuple[Option, Sequence[Option]] | None, row: NumberRow) -> Placement | None:
    """The chosen option; a number is uncertain where another possible option puts it elsewhere."""
    if choice is None:
        return Placement(()) if not row.numbers else None
    best, possible = choice
    return Placement(best, frozenset(k for k in range(len(best)) if any(option[k] != best[k] for option in possible)))


def row_options(row: NumberRow, rules: ColumnRules) -> list[Option]:
    """The placements of one row that its own identities allow, the usual one first."""
    if len(row.numbers) == rules.width:
        return [tuple(range(rules.width))]
    for has_tolerance in (False, True):
        found = list(limited(search(row, rules, has_tolerance)))
        if row.is_total and rules.fixed:
            agreeing = [option for option in found if agrees(option, row, rules)]
            found = agreeing or found
        if found:
            return sorted(found, key=lambda option: cost(option, rules))
    return []


def limited(options: Iterator[Option]) -> Iterator[Option]:
    """At most so many as can be weighed."""
    for _, option in zip(range(MOST_CANDIDATES), options, strict=False):
        yield option


def agrees(option: Option, row: NumberRow, rules: ColumnRules) -> bool:
    """Whether the total row has the amounts that other tables give for its columns."""
    placed = dict(zip(option, row.numbers, strict=True))
    return all(placed.get(column, Decimal(0)) == amount for column, amount in rules.fixed.items())


def cost(option: Option, rules: ColumnRules) -> tuple[int, int]:
    """Less is more usual: no rare column, then the columns that forms print first."""
    return sum(1 for column in option if column in rules.rare), sum(option)


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


def half_unit(numbers: Sequence[Decimal]) -> Decimal:
    """Half a unit of the last digit printed."""
    exponent = min((number.as_tuple().exponent for number in numbers if isinstance(number.as_tuple().exponent, int)), default=0)
    return Decimal(5).scaleb(int(exponent) - 1)


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
        parts = [solve_group(rows, options, group, goal, rules) for group in groups]
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


Sums = tuple[Decimal, ...]
Steps = dict[Sums, list[tuple[Sums, Option]]]


def solve_group(
    rows: Sequence[NumberRow], options: Sequence[list[Option]], group: Sequence[int], goal: Sums, rules: ColumnRules
) -> Choice | None:
    """Options for every row of a group such that each column adds up to the goal: the cheapest, and all that belong to some solution."""
    slack = half_unit([amount for number in group for amount in rows[number].numbers]) * (len(group) + 1)
    costs: dict[Sums, tuple[int, int]] = {tuple(Decimal(0) for _ in goal): (0, 0)}
    history: list[tuple[Steps, dict[Sums, tuple[int, int]]]] = []
    for number in group:
        steps: Steps = defaultdict(list)
        reached: dict[Sums, tuple[int, int]] = {}
        for state, spent in costs.items():
            for option in options[number]:
                after = add_amounts(state, option, rows[number].numbers)
                if all(amount <= limit + slack for amount, limit in zip(after, goal, strict=True)):
                    price = cost(option, rules)
                    steps[after].append((state, option))
                    reached[after] = min(reached.get(after, (10**9, 0)), (spent[0] + price[0], spent[1] + price[1]))
        history.append((steps, costs))
        costs = dict(sorted(reached.items(), key=lambda one: one[1])[:MOST_STATES])
    ends = [state for state in costs if state == goal] or [state for state in costs if is_near(state, goal, slack)]
    return trace_back(group, history, min(ends, key=lambda state: costs[state]), ends, rules) if ends else None


def add_amounts(state: Sums, option: Option, numbers: Sequence[Decimal]) -> Sums:
    """The column sums after one more row."""
    after = list(state)
    for column, amount in zip(option, numbers, strict=True):
        after[column] += amount
    return tuple(after)


def is_near(state: Sums, goal: Sums, slack: Decimal) -> bool:
    """Whether every column adds up but for rounding."""
    return all(abs(amount - wanted) <= slack for amount, wanted in zip(state, goal, strict=True))


def trace_back(
    group: Sequence[int], history: Sequence[tuple[Steps, dict[Sums, tuple[int, int]]]], best: Sums, ends: Sequence[Sums], rules: ColumnRules
) -> Choice:
    """From the last row to the first: the cheapest path, and every option on any path."""
    chosen: Choice = {}
    alive = set(ends)
    for number, (steps, costs) in zip(reversed(group), reversed(history), strict=True):
        arrivals = [step for state in alive for step in steps[state] if step[0] in costs]
        into_best = [(path_cost(costs[state], cost(option, rules)), state, option) for state, option in steps[best] if state in costs]
        _, previous, option = min(into_best)
        chosen[number] = (option, list(dict.fromkeys(one for _, one in arrivals)))
        best, alive = previous, {state for state, _ in arrivals}
    return chosen


def path_cost(spent: tuple[int, int], price: tuple[int, int]) -> tuple[int, int]:
    """The cost of a path and one more step."""
    return spent[0] + price[0], spent[1] + price[1]
