"""Why less or more was spent on a function than was planned, as its own entries show it."""

from __future__ import annotations

from eval.explain_change import item_changed_most
from eval.invented_ledger import Ledger
from eval.invented_words import OVERSPENT_REASONS, UNDERSPENT_PROJECT_REASONS, UNDERSPENT_REASONS


def explain_execution(planned: Ledger, spent: Ledger, index: int) -> str:
    """The reason of the difference: of project money where that differs most, else of the economic item that differs most."""
    sign = 1 if spent.total > planned.total else -1
    basic = sign * (spent.select(basic=True).total - planned.select(basic=True).total)
    if sign < 0 and basic < sign * (spent.total - planned.total) - basic:
        return UNDERSPENT_PROJECT_REASONS[index % len(UNDERSPENT_PROJECT_REASONS)]
    reasons = OVERSPENT_REASONS if sign > 0 else UNDERSPENT_REASONS
    return reasons[index % len(reasons)].format(item=item_changed_most(spent, planned, sign))
