"""Invented documents with their known answers: departments of an invented city, each with budgets and final accounts that agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from eval.build_account_tables import build_account_tables
from eval.build_budget_tables import build_budget_tables
from eval.build_target_table import build_target_table
from eval.gold import GoldError
from eval.invent_department import invent_department
from eval.invented import Department, InventedDocument, InventedSection, InventedTable, NumberStyle
from eval.invented_profiles import CITIES, DISTRICTS, Profile
from eval.invented_profiles_city import CITY_PROFILES
from eval.invented_profiles_local import LOCAL_PROFILES
from eval.plant_contradictions import plant_contradictions
from eval.plant_wrong_total import plant_wrong_total
from eval.write_account_text import write_account_text
from eval.write_budget_text import write_budget_text
from eval.write_overview import definitions_of, write_definitions, write_overview

KINDS = ("预算", "决算")
PROFILES = {profile.name: profile for profile in (*CITY_PROFILES, *LOCAL_PROFILES)}
STYLES = (
    NumberStyle(),
    NumberStyle(is_zero_blank=False),
    NumberStyle(decimals=1, is_zero_blank=False),
    NumberStyle(has_thousands=False),
    NumberStyle(unit="元", decimals=2),
    NumberStyle(unit="元", decimals=0, is_zero_blank=False),
)


def invent_documents(
    seed: int,
    departments: int,
    years: Sequence[int],
    kinds: Sequence[str] = KINDS,
    *,
    profiles: Sequence[str] = (),
    city: str = "",
    styles: Sequence[NumberStyle] = STYLES,
    contradictions: int = 0,
    has_wrong_total: bool = False,
) -> tuple[InventedDocument, ...]:
    """One document for every department, year and kind; `contradictions` are planted in the narrative of each and recorded.

    With `has_wrong_total` a table of each prints a total that its rows do not add up to, recorded as well.
    `profiles` names the kinds of department to use in turn (all, in an order of the seed, when empty).
    """
    refuse_nothing(departments, years, kinds, profiles, styles)
    documents = []
    for department in invent_region(seed, departments, years, profiles, city, styles):
        for year in years:
            for kind in kinds:
                document = compose_document(department, year, kind, Random(f"{seed}/{department.organization}/{year}/{kind}"))
                document = plant_contradictions(document, contradictions, seed) if contradictions else document
                documents.append(plant_wrong_total(document, seed) if has_wrong_total else document)
    return tuple(documents)


def refuse_nothing(departments: int, years: Sequence[int], kinds: Sequence[str], profiles: Sequence[str], styles: Sequence[object]) -> None:
    """A `GoldError` where no document can be invented of what is given."""
    if departments < 1 or not years or not kinds or not styles:
        raise GoldError("编不出虚构文件：部门数至少是 1，年度、种类和数字格式至少各有一个，年度如 2024。")
    if wrong := [year for year in years if not 1000 <= year <= 9999]:
        raise GoldError(f"编不出虚构文件：年度要写四位数，如 2024，现在是 {wrong[0]}。")
    for name, known in ((*((kind, KINDS) for kind in kinds), *((profile, tuple(PROFILES)) for profile in profiles))):
        if name not in known:
            raise GoldError(f"编不出虚构文件：没有“{name}”，可以写的是 {'、'.join(known)}。")


def invent_region(
    seed: int, departments: int, years: Sequence[int], profiles: Sequence[str], city: str, styles: Sequence[NumberStyle]
) -> tuple[Department, ...]:
    """So many departments of one invented city and its districts, no name twice."""
    random = Random(f"{seed}/region")
    names = list(profiles) or random.sample(list(PROFILES), len(PROFILES))
    town = city or random.choice(CITIES)
    districts = random.sample(DISTRICTS, len(DISTRICTS))
    found: dict[str, Department] = {}
    attempt = 0
    while len(found) < departments:
        if attempt >= len(names) * (len(DISTRICTS) + 1):
            raise GoldError(f"编不出 {departments} 个不重名的部门，最多 {len(found)} 个；请少写几个。")
        profile = PROFILES[names[attempt % len(names)]]
        district = district_of(profile, attempt // len(names), districts)
        chance = Random(f"{seed}/department/{attempt}")
        department = invent_department(chance, profile, town, district, years, chance.choice(styles))
        found.setdefault(department.organization, department)
        attempt += 1
    return tuple(found.values())


def district_of(profile: Profile, turn: int, districts: Sequence[str]) -> str:
    """No district (the city itself) the first time a profile comes round, if it may stand there; then one district after the other."""
    if turn == 0 and "市" in profile.places:
        return ""
    fitting = [name for name in districts if "街道" not in profile.places or name.endswith("区")]
    return fitting[turn % len(fitting)]


def compose_document(department: Department, year: int, kind: str, random: Random) -> InventedDocument:
    """One document: title, body and everything that can be asked about it."""
    body = budget_body(department, year) if kind == "预算" else account_body(department, year)
    month = random.randint(1, 28)
    published = f"{year}-02-{month:02d}" if kind == "预算" else f"{year + 1}-09-{month:02d}"
    word = "年" if kind == "预算" else "年度"
    names = {entry.project for entry in department.plans[year].ledger.entries if entry.project}
    return InventedDocument(
        organization=department.organization,
        region=department.region,
        level=department.level,
        year=year,
        kind=kind,
        scope=department.scope,
        title=f"{department.organization}{year}{word}{department.scope}{kind}",
        published=published,
        style=department.style,
        units=department.units,
        offices=department.offices,
        duties=department.duties,
        definitions=definitions_of(department),
        reasons=reasons_of(body),
        projects=tuple(replace(department.project(name), name=name) for name in sorted(names)),
        body=tuple(rename_scope(part, department.scope) for part in body),
    )


def budget_body(department: Department, year: int) -> list[InventedSection | InventedTable]:
    """A 部门预算: overview, explanations, definitions, tables."""
    plan = department.plans[year]
    path = (f"第四部分 {department.organization}{year}年部门预算表",)
    tables = build_budget_tables(department, plan, path)
    return [
        *write_overview(department, "预算"),
        *write_budget_text(department, plan, department.plans[year - 1]),
        *(replace(section, heading_path=("第三部分 名词解释",)) for section in write_definitions(department)),
        InventedSection(path),
        *tables,
        build_target_table(department, plan, path),
    ]


def account_body(department: Department, year: int) -> list[InventedSection | InventedTable]:
    """A 部门决算: overview, tables, explanations, definitions."""
    accounts, plan = department.accounts[year], department.plans[year]
    path = (f"第二部分 {year}年度部门决算表",)
    return [
        *write_overview(department, "决算"),
        InventedSection(path),
        *build_account_tables(department, plan, accounts, path),
        *write_account_text(department, plan, accounts, department.accounts[year - 1]),
        *(replace(section, heading_path=("第四部分 名词解释",)) for section in write_definitions(department)),
    ]


def reasons_of(body: Sequence[InventedSection | InventedTable]) -> dict[str, str]:
    """The reason that each section gives, by its heading."""
    found = {}
    for part in body:
        if isinstance(part, InventedSection):
            text = "".join(part.paragraphs[:1])
            if "主要原因是" in text:
                found[part.heading_path[-1]] = text.split("主要原因是", 1)[1].split("。", 1)[0]
    return found


def rename_scope(part: InventedSection | InventedTable, scope: str) -> InventedSection | InventedTable:
    """The part with 单位 for 部门 in its headings where the document is a unit's."""
    if scope == "部门":
        return part
    headings = (heading.replace("部门预算", "单位预算").replace("部门决算", "单位决算") for heading in part.heading_path)
    return replace(part, heading_path=tuple(headings))
