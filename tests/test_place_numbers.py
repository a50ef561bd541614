from decimal import Decimal

import pytest

from ingest.raw_text.place_numbers import Placement, place_numbers
from ingest.raw_text.placement_rules import ColumnRules, ColumnSum, NumberRow

# 合计 | 基本: 小计 人员 公用 | 项目
RULES = ColumnRules(5, (ColumnSum(0, (1, 4)), ColumnSum(1, (2, 3))))


def row(numbers: str, level: str = "detail", is_total: bool = False) -> NumberRow:
    return NumberRow(tuple(Decimal(number) for number in numbers.split()), level, is_total)


def columns(placements: tuple[Placement | None, ...]) -> list[tuple[int, ...] | None]:
    return [placement.columns if placement else None for placement in placements]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("9 7 4 3 2", (0, 1, 2, 3, 4)),
        ("9 9 5 4", (0, 1, 2, 3)),
        ("9 9", (0, 4)),
        ("9 7 7 2", (0, 1, 2, 4)),
        ("9 7 3 2", None),
    ],
    ids=["all filled", "no project", "project only", "one use", "does not add up"],
)
def test_sums_decide_the_columns(numbers: str, expected: tuple[int, ...] | None) -> None:
    assert columns(place_numbers([row(numbers)], RULES)) == [expected]


def test_one_of_two_equal_uses_is_uncertain() -> None:
    (placement,) = place_numbers([row("9 9 9")], RULES)
    assert placement == Placement((0, 1, 2), frozenset({2}))


def test_column_totals_decide_what_the_row_leaves_open() -> None:
    rows = [row("9 9 5 4", is_total=True), row("5 5 5"), row("4 4 4")]
    placements = place_numbers(rows, RULES)
    assert columns(placements) == [(0, 1, 2, 3), (0, 1, 2), (0, 1, 3)]
    assert all(placement and not placement.uncertain for placement in placements)


def test_rows_that_can_change_places_are_uncertain() -> None:
    placements = place_numbers([row("8 8 4 4", is_total=True), row("4 4 4"), row("4 4 4")], RULES)
    assert [placement.uncertain if placement else None for placement in placements] == [frozenset(), frozenset({2}), frozenset({2})]


def test_rounding_is_no_contradiction() -> None:
    placements = place_numbers([row("9.1 9.1 5.2 4.0", is_total=True), row("5.2 5.2 5.2"), row("4.0 4.0 4.0")], RULES)
    assert columns(placements) == [(0, 1, 2, 3), (0, 1, 2), (0, 1, 3)]


def test_each_level_of_rows_adds_up_to_the_total() -> None:
    rows = [row("9 9 5 4", is_total=True), row("9 9 5 4", "3"), row("5 5 5", "5"), row("4 4 4", "5")]
    assert columns(place_numbers(rows, RULES)) == [(0, 1, 2, 3), (0, 1, 2, 3), (0, 1, 2), (0, 1, 3)]


def test_a_column_closed_elsewhere_takes_no_amount_but_takes_a_zero() -> None:
    rules = ColumnRules(5, RULES.sums, closed=frozenset({2}))
    assert columns(place_numbers([row("9 9 9")], rules)) == [(0, 1, 3)]
    assert columns(place_numbers([row("9 9 0 9")], rules)) == [(0, 1, 2, 3)]


def test_evidence_that_leaves_no_placement_is_set_aside() -> None:
    rules = ColumnRules(5, RULES.sums, closed=frozenset({2, 3}))
    assert columns(place_numbers([row("9 9 5 4")], rules)) == [(0, 1, 2, 3)]


@pytest.mark.parametrize("told", [{3: frozenset({Decimal(9)})}, {}], ids=["stated in prose", "not stated"])
def test_prose_decides_for_a_single_row(told: dict[int, frozenset[Decimal]]) -> None:
    (placement,) = place_numbers([row("9 9 9")], ColumnRules(5, RULES.sums, told=told))
    assert placement == (Placement((0, 1, 3)) if told else Placement((0, 1, 2), frozenset({2})))


def test_amounts_known_for_the_total_row_fix_its_columns() -> None:
    rules = ColumnRules(5, RULES.sums, fixed={3: Decimal(9)})
    assert columns(place_numbers([row("9 9 9", is_total=True), row("9 9 9")], rules)) == [(0, 1, 3), (0, 1, 3)]


def test_a_part_is_no_larger_than_its_whole() -> None:
    rules = ColumnRules(4, (ColumnSum(0, (1, 3)),), parts=((2, 1),))
    assert columns(place_numbers([row("9 4 5"), row("9 5 4 4")], rules)) == [(0, 1, 3), (0, 1, 2, 3)]


def test_a_row_without_numbers_is_placed_without_columns() -> None:
    assert columns(place_numbers([row("")], RULES)) == [()]


def test_many_rows_are_searched_in_bounded_time_and_never_certain_without_reason() -> None:
    details = [row(f"{amount} {amount} {amount}") for amount in range(1, 60)]
    people = sum(range(1, 60, 2))
    total = sum(range(1, 60))
    placements = place_numbers([row(f"{total} {total} {people} {total - people}", is_total=True), *details], RULES)
    assert all(placement and placement.uncertain == {2} for placement in placements[1:])
