"""Whether an amount keeps to the bound that a question gives."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ingest.quantity import Quantity, convert_money

# 超过10万元 is more than that, 10万元以上 that or more.
BOUNDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "超过": Decimal.__gt__, "以上": Decimal.__ge__, "不足": Decimal.__lt__, "以下": Decimal.__le__, "等于": Decimal.__eq__,
}  # fmt: skip


def is_within(quantity: Quantity | None, threshold: tuple[str, Quantity] | None) -> bool:
    """Whether an amount keeps to a bound, each in its own unit of money; where there is no bound or no amount, it does."""
    if threshold is None or quantity is None:
        return True
    return BOUNDS[threshold[0]](quantity.number, convert_money(threshold[1], quantity.unit).number)
