"""Bounds as questions put them: what they say of amounts, rates and points, and which figures keep to them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.quantity import Quantity
from retrieval.spelling.bound import Bound, bound_in, bounds_in, keeps


def of(number: str, unit: str = "万元") -> Quantity:
    return Quantity(Decimal(number), unit)


@pytest.mark.parametrize(
    ("text", "kind", "quantity"),
    [
        ("执行率低于90%的项目", "不足", of("90", "%")), ("执行率不低于90%的项目", "以上", of("90", "%")),
        ("执行率在90%以上的项目", "以上", of("90", "%")),
        ("满意度至少92.5%", "以上", of("92.5", "%")), ("满意度≥92%", "以上", of("92", "%")),
        ("得分没达到95分的", "不足", of("95", "分")),
        ("得分95分及以下的", "以下", of("95", "分")), ("得分不止95分的", "超过", of("95", "分")),
        ("超过1,200万的项目", "超过", of("1200")), ("不得超过3亿元的", "以下", of("3", "亿元")),
    ],
)  # fmt: skip
def test_a_bound_is_read_with_its_unit(text: str, kind: str, quantity: Quantity) -> None:
    assert bounds_in(text) == (Bound(kind, quantity),)


@pytest.mark.parametrize("text", ["执行率90%的项目", "得了95分", "占三分之一以上", "花了12万元的项目"])
def test_an_amount_alone_sets_no_bound(text: str) -> None:
    assert bounds_in(text) == ()


def test_two_bounds_are_two() -> None:
    assert [one.kind for one in bounds_in("执行率低于90%、得分高于85分的项目")] == ["不足", "超过"]


@pytest.mark.parametrize("text", ["执行率低于90%的项目有哪些", "得分95分以上的"])
def test_only_money_bounds_an_amount(text: str) -> None:
    assert bound_in(text) is None


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        ("超过", (False, False, True)), ("以上", (False, True, True)),
        ("不足", (True, False, False)), ("以下", (True, True, False)),
    ],
)
def test_the_limit_itself_is_within_where_it_is_said(kind: str, held: tuple[bool, ...]) -> None:
    bound = Bound(kind, of("10"))
    assert tuple(bound.holds(of(number)) for number in ("9.99", "10.00", "10.01")) == held


def test_money_is_held_against_money_of_another_unit() -> None:
    assert Bound("超过", of("10")).holds(of("100000.01", "元"))
    assert not Bound("超过", of("10")).holds(of("100000", "元"))


def test_a_rate_never_keeps_to_a_bound_of_money() -> None:
    assert not Bound("以上", of("10")).holds(of("98", "%"))
    assert not Bound("以上", of("10", "%")).holds(of("98"))


def test_without_a_bound_or_an_amount_nothing_is_left_out() -> None:
    assert keeps(None, of("1"))
    assert keeps(Bound("以上", of("10")), None)
    assert not keeps(Bound("以上", of("10")), of("1"))
