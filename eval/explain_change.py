"""Why an amount is larger or smaller than the year before, as its own entries show it."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from eval.invented_classification import ECONOMIC_NAMES
from eval.invented_ledger import Ledger
from eval.invented_words import CHANGE_REASONS, SAME_REASON

YEAR_DIGITS = 4


def explain_change(now: Ledger, before: Ledger, year: int) -> str:
    """The reason of the change between two years' entries: the project, or the economic item of basic money, that changed most."""
    sign = (now.total > before.total) - (now.total < before.total)
    if not sign:
        return SAME_REASON
    direction = "增加" if sign > 0 else "减少"
    basic = sign * (now.select(basic=True).total - before.select(basic=True).total)
    if basic >= sign * (now.total - before.total) - basic:
        reasons, slots = CHANGE_REASONS[direction, "基本支出"], {"item": item_changed_most(now, before, sign)}
    else:
        name, kind = project_changed_most(now, before, sign)
        reasons, slots = CHANGE_REASONS[direction, kind], {"project": f"“{name}”"}
    return reasons[year % len(reasons)].format(**slots)


def item_changed_most(now: Ledger, before: Ledger, sign: int) -> str:
    """The economic item of basic money that grew (or, with sign -1, fell) most."""
    changes: defaultdict[str, Decimal] = defaultdict(Decimal)
    for ledger, factor in ((now, sign), (before, -sign)):
        for entry in ledger.select(basic=True).entries:
            changes[entry.economic] += factor * entry.amount
    return ECONOMIC_NAMES[max(sorted(changes), key=lambda code: changes[code])]


def project_changed_most(now: Ledger, before: Ledger, sign: int) -> tuple[str, str]:
    """The project that grew or fell most, by its name in the year that has it, and whether it goes on, is new or has ended."""
    changes: defaultdict[str, Decimal] = defaultdict(Decimal)
    mine: dict[str, str] = {}
    theirs: dict[str, str] = {}
    for ledger, factor, names in ((now, sign, mine), (before, -sign, theirs)):
        for entry in ledger.select(basic=False).entries:
            name = without_year(entry.project)
            names[name] = entry.project
            changes[name] += factor * entry.amount
    name = max(sorted(changes), key=lambda project: changes[project])
    kind = "项目支出" if name in mine and name in theirs else "新增项目" if name in mine else "到期项目"
    return mine.get(name) or theirs[name], kind


def without_year(project: str) -> str:
    """A project's name without the year that a single year's project bears."""
    return project[YEAR_DIGITS + 1 :] if project[:YEAR_DIGITS].isdigit() else project
