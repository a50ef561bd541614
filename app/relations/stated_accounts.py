"""The accounts that the prose of final accounts takes one by one: each with its budget, what was spent of it, and the rate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest import late_re as re
from ingest.document import Document, Statement

LEVEL = re.compile(r"[（(][类款][）)]")
ACCOUNT = re.compile(r"(?P<name>.+?)[（(](?:项|2\d{6})[）)](?:支出)?")
BUDGETED, SPENT = ("年初预算", "年初预算数"), ("支出决算", "决算数", "决算")
CODED = re.compile(r"(?:[（(]\d+[）)])?2\d{6}\s*(?P<name>[一-鿿][^\d]*)")  # “2050999其他教育费附加安排的支出”
PATH = re.compile(r"[^—–\-\d]{2,}[—–\-]+[^—–\-\d]{2,}[—–\-]+(?P<name>[^—–\-\d]{2,})")  # “农林水支出—水利—防汛”
ROUNDING = 5  # hundredths of the unit that the sum of rounded accounts may be off


@dataclass(frozen=True, slots=True)
class Account:
    """One account: its name, its budget and what was spent, or by how much it changed."""

    name: str
    stated: tuple[Statement, ...]

    @property
    def gap(self) -> int:
        """1 where more was spent than budgeted, -1 where less, 0 where both are equal."""
        before, after = (one.quantity.number for one in self.stated[:2])
        return (after > before) - (after < before)


def accounts_of(document: Document) -> list[Account]:
    """The accounts of which one sentence states the first budget and what was spent, and the rate where it does."""
    said: dict[tuple[int, str, str], dict[str, Statement]] = {}
    for one in document.statements:
        if account_in(one.subject):
            kind = "预算" if one.aspect in BUDGETED else "决算" if one.aspect in SPENT else one.measure
            said.setdefault((one.section, one.subject, one.sentence), {}).setdefault(kind, one)
    both = [(key[1], found) for key, found in said.items() if {"预算", "决算"} <= found.keys()]
    return [
        Account(account_in(subject), tuple(found[kind] for kind in ("预算", "决算", "完成率") if kind in found)) for subject, found in both
    ]


def account_in(subject: str) -> str:
    """The name of the account that a statement is of; empty where it is of a class or of anything else."""
    found = ACCOUNT.fullmatch(LEVEL.split(subject)[-1]) or CODED.fullmatch(subject) or PATH.fullmatch(subject)
    return found["name"] if found else ""


def are_all(accounts: Sequence[Account], document: Document) -> bool:
    """Whether what was spent on the accounts comes to an amount that the prose gives for all of them."""
    spent = sum(one.stated[1].quantity.number for one in accounts)
    whole = [one.quantity.number for one in document.statements if one.measure == "金额" and not account_in(one.subject)]
    return len({one.stated[1].quantity.unit for one in accounts}) == 1 and any(abs(one - spent) * 100 <= ROUNDING for one in whole)
