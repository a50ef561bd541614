"""A department with its units and, for a run of years, budgets and final accounts whose entries everything else is summed from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from eval.invented import Department, InventedProject, NumberStyle
from eval.invented_classification import ECONOMIC_NAMES, government_code
from eval.invented_ledger import FUND, GENERAL, OWN, ZERO, Accounts, Assets, Entry, Ledger, Plan, Purchase, Unit
from eval.invented_profiles import GENERAL_DUTIES, SCHOOL_NUMBERS, STREETS, Profile, ProjectProfile

YUAN_PER_WAN = 10_000
# economic code, function ("" = the unit's running costs; "?" digits are 1 for administrative and 2 for other units), yuan a head: from, to
STAFF_COSTS = (
    ("30101", "", 42_000, 58_000), ("30102", "", 21_000, 39_000), ("30103", "", 12_000, 30_000), ("30107", "", 15_000, 28_000),
    ("30108", "2080505", 14_000, 19_000), ("30109", "2080506", 7_000, 9_500), ("30110", "210110?", 6_000, 8_500),
    ("30111", "2101103", 3_000, 5_500), ("30112", "2089999", 300, 900), ("30113", "2210201", 11_000, 17_000),
    ("30201", "", 1_500, 4_200), ("30205", "", 120, 420), ("30206", "", 500, 1_700), ("30207", "", 300, 1_100),
    ("30211", "", 500, 2_600), ("30213", "", 200, 900), ("30216", "2050803", 300, 1_100), ("30217", "", 60, 420),
    ("30228", "", 900, 1_500), ("30229", "", 1_100, 1_900), ("30239", "", 5_000, 8_200), ("30299", "", 400, 2_000),
    ("31002", "", 150, 1_000),
)  # fmt: skip
ONLY_ADMINISTRATIVE = {"30111", "30239", "30102"}
ONLY_PUBLIC_SERVICE = {"30107"}
RETIRED_COSTS = (("30302", "208050?", 3_500, 7_500),)
VEHICLE_COST = (18_000, 36_000)
PURCHASES = (
    ("办公用纸", "货物", "箱"), ("台式计算机", "货物", "台"), ("打印设备", "货物", "台"), ("物业管理服务", "服务", "年"),
    ("车辆维修和保养服务", "服务", "次"), ("印刷服务", "服务", "批"), ("办公楼防水维修", "工程", "项"),
)  # fmt: skip
VEHICLE_USES = ("机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车", "其他用车")
OFFICIAL_USES = ("机要通信用车", "执法执勤用车")


def invent_department(random: Random, profile: Profile, city: str, district: str, years: Sequence[int], style: NumberStyle) -> Department:
    """One department after its profile, with plans and accounts of all the years and the one before them."""
    is_city = "市" in profile.places and (not district or "区" not in profile.places)
    region = city if is_city else city + district
    level = "街道" if "街道" in profile.places else "市" if is_city else district[-1]
    names = {"region": region, "street": random.choice(STREETS), "school": random.choice(SCHOOL_NUMBERS)}
    organization = profile.pattern.format(**names)
    units = invent_units(random, profile, organization, names)
    all_years = [min(years) - 1, *years]
    plans, previous = {}, None
    rates = {code: Decimal(random.randint(low, high)) for code, _, low, high in (*STAFF_COSTS, *RETIRED_COSTS)}
    sizes = {project.name: Decimal(random.randint(*project.size) * YUAN_PER_WAN) for project in profile.projects}
    for year in range(all_years[0], max(years) + 1):
        plans[year] = previous = invent_plan(random, profile, units, year, rates, sizes, style, previous)
    accounts = invent_all_accounts(random, profile, plans, style)
    place = {"市": "全市", "区": "全区", "县": "全县", "街道": "辖区"}[level]
    superior = {"市": "市委、市政府", "区": "区委、区政府", "县": "县委、县政府", "街道": "区委、区政府"}[level]
    duties = (*profile.duties, *random.sample(GENERAL_DUTIES[:-1], 5), GENERAL_DUTIES[-1])
    return Department(
        organization=organization,
        region=region,
        level=level,
        scope="部门" if profile.units else "单位",
        style=style,
        units=units,
        offices=tuple(office for index, office in enumerate(profile.offices) if index < 5 or random.random() < 0.75),
        duties=tuple(duty.format(place=place, superior=superior) for duty in duties),
        terms=profile.terms,
        projects=tuple(invent_project(project, units, index) for index, project in enumerate(profile.projects)),
        plans=plans,
        accounts=accounts,
    )


def invent_units(random: Random, profile: Profile, organization: str, names: dict[str, str]) -> tuple[Unit, ...]:
    """The department's own level and its subordinate units, with posts and staff."""
    code = str(random.randint(101, 489))
    patterns = [(organization, profile.is_administrative, profile.posts)]
    patterns += [(unit.pattern.format(**names), False, unit.posts) for unit in profile.units]
    units = []
    for index, (name, is_administrative, (low, high)) in enumerate(patterns, 1):
        posts = random.randint(low, high)
        units.append(
            Unit(f"{code}{index:03d}", name, is_administrative, posts, posts - random.randint(0, 4), random.randint(2, posts // 3))
        )
    return tuple(units)


def invent_plan(
    random: Random,
    profile: Profile,
    units: Sequence[Unit],
    year: int,
    rates: dict[str, Decimal],
    sizes: dict[str, Decimal],
    style: NumberStyle,
    previous: Plan | None,
) -> Plan:
    """The budget of one year; vehicles and equipment change little from the year before."""
    assets = invent_assets(random, previous.assets if previous else None, profile.is_administrative)
    entries: list[Entry] = []
    running = [profile.running, *(unit.running for unit in profile.units)]
    for index, (unit, function) in enumerate(zip(units, running, strict=True)):
        entries += basic_entries(random, unit, function, rates, style, sum(assets.vehicles.values()) if index == 0 else 0)
    chosen = [project for project in profile.projects if project.is_recurring or random.random() < 0.6]
    for project in chosen:
        unit = project_unit(project, profile, units)
        entries += project_entries(random, project, unit, year, sizes[project.name], style)
    if not profile.is_administrative:
        amount = round_to(Decimal(random.randint(8, 40) * YUAN_PER_WAN), style.grain)
        entries.append(Entry(units[0].name, profile.running, "30299", "50502", amount, "事业收入安排的其他支出", "", OWN))
    return Plan(year, Ledger(tuple(entries)), invent_purchases(random, running, units, style), assets)


def basic_entries(random: Random, unit: Unit, running: str, rates: dict[str, Decimal], style: NumberStyle, vehicles: int) -> list[Entry]:
    """The 基本支出 of one unit: costs a head of staff and of the retired, and its vehicles."""
    digit = "1" if unit.is_administrative else "2"
    unwanted = ONLY_PUBLIC_SERVICE if unit.is_administrative else ONLY_ADMINISTRATIVE
    costs = [(code, function, unit.staff) for code, function, _, _ in STAFF_COSTS if code not in unwanted]
    costs += [(code, function, unit.retired) for code, function, _, _ in RETIRED_COSTS]
    costs += [("30231", "", vehicles)] if vehicles else []
    entries = []
    for code, function, heads in costs:
        rate = rates.get(code) or Decimal(random.randint(*VEHICLE_COST))
        amount = round_to(rate * heads * random.randint(92, 108) / 100, style.grain)
        item = f"{ECONOMIC_NAMES[code]}（{'行政' if unit.is_administrative else '事业'}）"
        entry = Entry(unit.name, function.replace("?", digit) or running, code, government_code(code, unit.is_administrative), amount, item)
        entries += [entry] if amount else []
    return entries


def project_entries(random: Random, project: ProjectProfile, unit: Unit, year: int, size: Decimal, style: NumberStyle) -> list[Entry]:
    """The entries of one project in one year, divided among its economic codes."""
    total = round_to(size * random.randint(78, 124) / 100 + random.randint(0, 99) * 1_100, style.grain)
    parts = [round_to(total * random.randint(15, 40) / 100, style.grain) for _ in project.economics[1:]]
    parts.insert(0, total - sum(parts, ZERO))
    name = project.name if project.is_recurring else f"{year}年{project.name}"
    fund = FUND if project.is_fund else GENERAL
    return [
        Entry(unit.name, project.function, code, government_code(code, unit.is_administrative), amount, name, name, fund)
        for code, amount in zip(project.economics, parts, strict=True)
    ]


def project_unit(project: ProjectProfile, profile: Profile, units: Sequence[Unit]) -> Unit:
    """The unit that carries a project out: the subordinate one that runs on the same functional code, else the department itself."""
    for unit, unit_profile in zip(units[1:], profile.units, strict=True):
        if unit_profile.running == project.function:
            return unit
    return units[0]


def invent_purchases(random: Random, running: Sequence[str], units: Sequence[Unit], style: NumberStyle) -> tuple[Purchase, ...]:
    """Between three and five procurement rows, each of a unit under the functional code that it runs on."""
    purchases = []
    for name, category, specification in random.sample(PURCHASES, random.randint(3, 5)):
        unit, function = random.choice(list(zip(units, running, strict=True))[:2])
        amount = round_to(Decimal(random.randint(8_000, 260_000)), style.grain)
        purchases.append(Purchase(function, unit.name, name, category, specification, amount))
    return tuple(purchases)


def invent_assets(random: Random, previous: Assets | None, is_administrative: bool) -> Assets:
    """Vehicles and large equipment at the end of a year; only who administers has vehicles for law enforcement and secret mail."""
    if previous:
        return replace(previous, general_equipment=previous.general_equipment + random.randint(0, 1))
    vehicles = {use: random.choice((0, 0, 1, 2, 3)) for use in VEHICLE_USES}
    vehicles["机要通信用车"] = 1
    if not is_administrative:
        vehicles |= {VEHICLE_USES[-1]: sum(vehicles[use] for use in (*OFFICIAL_USES, VEHICLE_USES[-1])), **dict.fromkeys(OFFICIAL_USES, 0)}
    return Assets(vehicles, random.randint(0, 4), random.randint(0, 3))


def invent_all_accounts(random: Random, profile: Profile, plans: dict[int, Plan], style: NumberStyle) -> dict[int, Accounts]:
    """The accounts of every plan: each carries over what the one before left, and ends with the assets that the next plan counts."""
    years = range(min(plans) - 1, max(plans) + 1)
    carried = {year: round_to(Decimal(random.randint(0, 30)) * YUAN_PER_WAN / 7, style.grain) for year in years}
    accounts = {}
    for year, plan in plans.items():
        left = plans[year + 1].assets if year + 1 in plans else invent_assets(random, plan.assets, profile.is_administrative)
        accounts[year] = invent_accounts(random, plan, carried[year - 1], carried[year], left, style)
    return accounts


def invent_accounts(random: Random, plan: Plan, opening: Decimal, closing: Decimal, assets: Assets, style: NumberStyle) -> Accounts:
    """What became of a plan: basic money is nearly all spent, projects and 三公 less; `assets` are what the next budget counts."""
    entries = [replace(entry, amount=executed(random, entry, style)) for entry in plan.ledger.entries]
    purchases = tuple(replace(row, amount=round_to(row.amount * random.randint(80, 100) / 100, style.grain)) for row in plan.purchases)
    total = sum((row.amount for row in purchases), ZERO)
    small = round_to(total * random.randint(60, 95) / 100, style.grain)
    general_projects = [entry for entry in plan.ledger.entries if entry.project and entry.fund == GENERAL]
    carrier = max(general_projects, key=lambda entry: entry.amount).function
    groups = random.randint(2, 40)
    return Accounts(
        year=plan.year,
        ledger=Ledger(tuple(entry for entry in entries if entry.amount)),
        opening=opening,
        closing=closing,
        carry_function=carrier,
        purchases=purchases,
        small_business_amount=small,
        micro_business_amount=round_to(small * random.randint(30, 80) / 100, style.grain),
        assets=assets,
        reception_groups=groups,
        reception_visitors=groups * random.randint(3, 8),
    )


def executed(random: Random, entry: Entry, style: NumberStyle) -> Decimal:
    """How much of a planned entry was spent."""
    low, high = (45, 98) if entry.economic in ("30217", "30231") else (68, 100) if entry.project else (94, 105)
    return round_to(entry.amount * random.randint(low, high) / 100, style.grain)


def invent_project(project: ProjectProfile, units: Sequence[Unit], index: int) -> InventedProject:
    """A project as printed: its code is 21 digits, its purpose and indicators those of the profile."""
    code = f"9971{units[0].code[:3]}24{index + 1:012d}"
    kind = "其他运转类" if project.is_recurring and "30226" in project.economics else "特定目标类"
    return InventedProject(project.name, code, units[0].name, kind, project.purpose, project.indicators)


def round_to(amount: Decimal, grain: Decimal) -> Decimal:
    """The amount rounded half up to a multiple of the grain."""
    return (amount / grain).quantize(Decimal(1), rounding=ROUND_HALF_UP) * grain
