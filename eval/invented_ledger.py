"""The amounts of an invented department: ledgers of entries, and the budgets and final accounts that hold them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)
YUAN_PER_UNIT = {"元": 1, "万元": 10_000}
ROUNDED_YUAN = 50  # half of what the narrative's two decimals of 万元 show
THREE_PUBLIC_CODES = ("30212", "31013", "30231", "30217")
GENERAL, FUND, OWN = "一般公共预算", "政府性基金", "单位资金"


@dataclass(frozen=True, slots=True)
class Entry:
    """The smallest amount of a ledger, in yuan: one unit's money for one functional and one economic code; `project` is "" for 基本支出."""

    unit: str
    function: str
    economic: str
    government: str
    amount: Decimal
    item: str
    project: str = ""
    fund: str = GENERAL


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries of one department in one year; every printed amount is a sum over them."""

    entries: tuple[Entry, ...]

    def select(
        self,
        *,
        function: str = "",
        economic: str = "",
        unit: str = "",
        fund: str = "",
        project: str | None = None,
        basic: bool | None = None,
    ) -> Ledger:
        """The entries whose codes begin with, and whose other fields equal, what is given."""
        return Ledger(
            tuple(
                entry
                for entry in self.entries
                if entry.function.startswith(function)
                and entry.economic.startswith(economic)
                and unit in ("", entry.unit)
                and fund in ("", entry.fund)
                and project in (None, entry.project)
                and basic in (None, not entry.project)
            )
        )

    @property
    def total(self) -> Decimal:
        """The sum of all entries, in yuan."""
        return sum((entry.amount for entry in self.entries), ZERO)

    @property
    def three_public(self) -> tuple[Decimal, Decimal, Decimal, Decimal, Decimal, Decimal]:
        """The 三公 money of the general budget: 合计, 出国, 公车小计, 购置, 运行, 接待."""
        general = self.select(fund=GENERAL)
        abroad, purchase, running, reception = (general.select(economic=code).total for code in THREE_PUBLIC_CODES)
        return abroad + purchase + running + reception, abroad, purchase + running, purchase, running, reception

    def running_costs(self, units: Sequence[str]) -> Ledger:
        """机关运行经费: goods, services and capital in the basic expenditure of these units."""
        basic = self.select(fund=GENERAL, basic=True).entries
        return Ledger(tuple(entry for entry in basic if entry.unit in units and entry.economic[:3] in ("302", "310")))

    @property
    def functions(self) -> tuple[str, ...]:
        """The functional codes (项) that occur, in order."""
        return tuple(sorted({entry.function for entry in self.entries}))


@dataclass(frozen=True, slots=True)
class Unit:
    """A budget unit: the department's own level (the first) or a subordinate unit."""

    code: str
    name: str
    is_administrative: bool
    posts: int
    staff: int
    retired: int


@dataclass(frozen=True, slots=True)
class Purchase:
    """One row of the procurement table."""

    function: str
    unit: str
    name: str
    category: str
    specification: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Assets:
    """State assets at the end of a year: vehicles by use and large equipment by count."""

    vehicles: Mapping[str, int]
    general_equipment: int
    special_equipment: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A department's budget of one year."""

    year: int
    ledger: Ledger
    purchases: tuple[Purchase, ...]
    assets: Assets  # at the end of the year before


@dataclass(frozen=True, slots=True)
class Accounts:
    """A department's final accounts of one year; `opening` and `closing` are carried-over general budget money of `carry_function`."""

    year: int
    ledger: Ledger
    opening: Decimal
    closing: Decimal
    carry_function: str
    purchases: tuple[Purchase, ...]
    small_business_amount: Decimal
    micro_business_amount: Decimal
    assets: Assets  # at the end of this year
    reception_groups: int
    reception_visitors: int

    @property
    def income(self) -> Decimal:
        """All income of the year: what was spent, plus what is left over, less what was left over before."""
        return self.ledger.total + self.closing - self.opening

    @property
    def general_income(self) -> Decimal:
        """The income of the general budget."""
        return self.ledger.select(fund=GENERAL).total + self.closing - self.opening
