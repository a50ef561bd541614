"""Chooses the placements of a group of rows so that every column adds up to the total row: a search over column sums, rounding allowed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.raw_text.placement_rules import ColumnRules, NumberRow, Option, cost, half_unit

MOST_STATES = 1500
Choice = dict[int, tuple[Option, Sequence[Option]]]
Sums = tuple[int, ...]
Price = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """The rows (by number) that add up to the total row, among all rows and their possible placements."""

    rows: Sequence[NumberRow]
    options: Sequence[Sequence[Option]]
    members: Sequence[int]


@dataclass(frozen=True, slots=True)
class Move:
    """One placement of a row: what it adds to each column and its price."""

    option: Option
    amounts: Sums
    price: Price


@dataclass(frozen=True, slots=True)
class Layer:
    """The states before a row with their prices, and the moves by which each state after it is reached."""

    number: int
    prices: dict[Sums, Price]
    arrivals: dict[Sums, list[tuple[Sums, Move]]]


def balance_columns(group: Group, goal: Sequence[Decimal], rules: ColumnRules) -> Choice | None:
    """For every row the most usual placement of a solution, and all placements that belong to some solution; None without one."""
    half = half_unit([amount for number in group.members for amount in group.rows[number].numbers])
    wanted = tuple(int(amount / half) for amount in goal)
    slack = len(group.members) + 1
    members = sorted(group.members, key=lambda number: -group.rows[number].numbers[0])
    moves = [[to_move(option, group.rows[number], half, rules) for option in group.options[number]] for number in members]
    reach = most_to_come(moves, len(wanted))
    prices: dict[Sums, Price] = {tuple(0 for _ in wanted): (0, 0)}
    layers: list[Layer] = []
    is_complete = True
    for number, own, rest in zip(members, moves, reach, strict=True):
        layer = Layer(number, prices, take_moves(prices, own, wanted, rest, slack))
        layers.append(layer)
        reached = {state: cheapest(layer, state)[0] for state in layer.arrivals}
        is_complete = is_complete and len(reached) <= MOST_STATES
        prices = dict(sorted(reached.items(), key=lambda one: one[1])[:MOST_STATES])
    ends = [state for state in prices if state == wanted] or list(prices)
    if not ends:
        return None
    chosen = trace_back(layers, min(ends, key=lambda state: prices[state]), ends)
    return chosen if is_complete else {number: (best, group.options[number]) for number, (best, _) in chosen.items()}


def to_move(option: Option, row: NumberRow, half: Decimal, rules: ColumnRules) -> Move:
    """A placement as integers, in halves of the last digit printed."""
    amounts = [0] * rules.width
    for column, amount in zip(option, row.numbers, strict=True):
        amounts[column] = int(amount / half)
    return Move(option, tuple(amounts), cost(option, row, rules))


def most_to_come(moves: Sequence[Sequence[Move]], width: int) -> list[Sums]:
    """For each row, the most that the rows after it can add to each column."""
    rest = tuple([0] * width)
    found: list[Sums] = []
    for own in reversed(moves):
        found.append(rest)
        rest = tuple(amount + max((move.amounts[column] for move in own), default=0) for column, amount in enumerate(rest))
    return found[::-1]


def take_moves(
    prices: dict[Sums, Price], moves: Sequence[Move], wanted: Sums, rest: Sums, slack: int
) -> dict[Sums, list[tuple[Sums, Move]]]:
    """The states after a row from which the goal can still be met in every column."""
    arrivals: dict[Sums, list[tuple[Sums, Move]]] = defaultdict(list)
    for state in prices:
        for move in moves:
            after = tuple(map(int.__add__, state, move.amounts))
            if all(-slack <= goal - amount <= more + slack for amount, goal, more in zip(after, wanted, rest, strict=True)):
                arrivals[after].append((state, move))
    return arrivals


def cheapest(layer: Layer, state: Sums) -> tuple[Price, Sums, Move]:
    """The cheapest way into a state."""
    ways = [(add_prices(layer.prices[before], move.price), before, move) for before, move in layer.arrivals[state]]
    return min(ways, key=lambda way: way[0])


def add_prices(first: Price, second: Price) -> Price:
    """The price of a path and one more move."""
    return first[0] + second[0], first[1] + second[1]


def trace_back(layers: Sequence[Layer], best: Sums, ends: Sequence[Sums]) -> Choice:
    """From the last row to the first: the cheapest path, and every placement on any path."""
    chosen: Choice = {}
    alive = set(ends)
    for layer in reversed(layers):
        arrivals = [arrival for state in alive for arrival in layer.arrivals[state]]
        _, previous, move = cheapest(layer, best)
        chosen[layer.number] = (move.option, list(dict.fromkeys(one.option for _, one in arrivals)))
        best, alive = previous, {state for state, _ in arrivals}
    return chosen
