"""Rows of forms that list things one by one (indicators, projects, purchases): each with its name, its project and a cell for each role."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from app.telling.cite import plain
from app.telling.sign_of import SIGN_WORDS
from ingest import late_re as re
from ingest.document import Document, Figure, Table
from ingest.labels.table_words import ACCOUNT_NAME, GOODS_NAME
from ingest.quantity import Quantity, parse_quantity
from retrieval.facts.account_rows import account_rows
from retrieval.lookup.list_rows import UNIT_NAME
from retrieval.spelling.label_key import is_total, label_key
from retrieval.spelling.load_vocabulary import FOLDER

CODE = re.compile(r"[A-Z]?\d[\dA-Z\s]{2,}")
CODE_BEFORE = re.compile(r"^[A-Z]?\d[\dA-Z]{4,}\s*[-—－]?\s*(?=\D)")
HEADING = re.compile(r"指标(?:\d+分)?\d?$|^(?:满意|产出|效益|成本)(?:度)?$|^年度?(?:绩效|总体)?目标|^项目资金|资金来源|资金结构")
LEVEL = re.compile(r"^(?:产出|效益|满意度|成本|数量|质量|时效|社会效益|经济效益|生态效益)指标(?:\d+分)?$")
CATALOGUE = re.compile(r"(?:政府采购)?(货物|工程|服务)(?:类|采购)?(?:合计|小计)?")
TYPE = re.compile(r"(?:类|类型|经费类|公用经费|人员经费)$|^.{0,4}资金$|^(?:一次性|经常性|延续性?|阶段性|新增性?)(?:项目)?$")
WHOLE = re.compile(r"整体")
FUNDS = re.compile(r"(?:年度|部门|项目|财政).*总(?:金)?额|^资金总额")
OWNER_COLUMN = re.compile(r"(?:项目)?(?:实施|承担|使用|执行|采购|所属|预算)?单位(?:名称)?|(?:实施|购买|采购)主体")
OWN_LEVEL_KIND = re.compile(r"(?<=本级|机关)(?:行政|事业|参公)$")
NAME_CELL = re.compile(r"(?:项目|专项|资金).{0,4}名称$")
SIGN = re.compile(rf"[≥≤＝=＞＜<>]+|{SIGN_WORDS}|定性")
NUMBER_SAID = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)\s*([^\d\s（(，。,;；]*)")


@dataclass(frozen=True, slots=True)
class Role:
    """What a column tells: its name for readers, the headers that print it, how it is asked for, the unit where none is printed."""

    name: str
    title: str
    header: re.Pattern[str]
    asked: re.Pattern[str]
    unit: str


@dataclass(frozen=True, slots=True)
class FormWords:
    """All of forms.toml."""

    roles: tuple[Role, ...]
    asking: re.Pattern[str]
    listed: re.Pattern[str]
    indicators: re.Pattern[str]
    spoken: re.Pattern[str]


TITLE_NAME = re.compile(
    r"(?:自评|评价|绩效|目标)[^（()）]{0,8}表[（(](?!20\d\d|部门|单位|项目[）)]|支出|按)(?P<name>[^（()）]{4,40})[）)]$"
    r"|^(?:20\d\d年度?)?(?!项目|部门|单位|整体|[省市县区]|预算|专项|中央|财政|重点|本级|一般|政府|年度)(?P<before>[^\d（()）]{4,30}?)"
    r"(?:项目支出|项目)绩效(?:目标)?自评表$"
    r"|^\d{1,2}[.、．]\s*(?!项目|部门|单位|整体)(?P<numbered>[^（()）]{4,30}?)(?:项目)?绩效目标表$"
)


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row: whose document and table, the project it belongs to, its own name, the headings above it, its cells by role."""

    document: Document
    table: Table
    project: str
    name: str
    headings: tuple[str, ...]
    owner: str
    cells: tuple[tuple[str, Figure], ...]

    def cell(self, role: str) -> Figure | None:
        """The cell that tells this role."""
        return next((figure for name, figure in self.cells if name == role), None)

    def shown(self, role: str) -> str:
        """The cell as a reader wants it: with its sign and unit; empty where there is none."""
        figure, sign = self.cell(role), self.cell("sign")
        if figure is None:
            return ""
        value, unit = plain(figure.value), figure.quantity.unit if figure.quantity else ""
        unit = unit or (role_named(role).unit if figure.quantity else "") or self._counted_in(role, value)
        before = plain(sign.value) if sign and role == "target" and SIGN.fullmatch(plain(sign.value)) and not SIGN.match(value) else ""
        header = figure.col[-1] if figure.col else ""
        if "%" in header and figure.quantity:
            unit = "%"
        return f"{before}{value}{'' if value.endswith(unit) else unit}"

    def _counted_in(self, role: str, value: str) -> str:
        """The unit that a column of its own gives for what an indicator aims at or reached."""
        counted = self.cell("unit") if role in ("target", "actual") and value[-1:].isdigit() else None
        return plain(counted.value) if counted else ""

    def quantity(self, role: str) -> Quantity | None:
        """The number of a cell, also within words (≥30万件)."""
        figure = self.cell(role)
        if figure is None:
            return None
        if figure.quantity is not None:
            return Quantity(figure.quantity.number, figure.quantity.unit or role_named(role).unit)
        found = NUMBER_SAID.search(plain(figure.value))
        said = parse_quantity(found.group(1)) if found else None
        return Quantity(said.number, found.group(2)) if found and said else None


@cache
def load_form_words() -> FormWords:
    """The words of forms: their columns and what a question says around a name."""
    data = tomllib.loads((FOLDER / "forms.toml").read_text("utf-8"))
    roles = (
        Role(entry["name"], entry["title"], re.compile(entry["header"]), re.compile(entry["asked"]), entry.get("unit", ""))
        for entry in data["role"]
    )
    parts = ("asking", "listed", "indicators", "spoken")
    return FormWords(tuple(roles), *(re.compile("|".join(f"(?:{word})" for word in data["words"][part])) for part in parts))


def role_named(name: str) -> Role:
    """The role of this name."""
    return next(role for role in load_form_words().roles if role.name == name)


def read_rows(document: Document, titles: re.Pattern[str]) -> tuple[FormRow, ...]:
    """The rows of all tables whose title fits, in reading order; totals, rows of units and of accounts are left out."""
    tables = [table for table in document.tables if titles.search(table.title)]
    accounts = account_rows(document) if tables else frozenset[tuple[int, int]]()
    return tuple(row for table in tables for row in _rows_of(document, table, accounts))


def _rows_of(document: Document, table: Table, accounts: frozenset[tuple[int, int]]) -> Iterator[FormRow]:
    grouped: dict[tuple[int, tuple[str, ...]], list[Figure]] = {}
    for figure in document.figures:
        if figure.table == table.index and figure.row and (figure.table, figure.cell[0]) not in accounts:
            grouped.setdefault((figure.cell[0], figure.row), []).append(figure)
    named = "" if WHOLE.search(table.title) else plain(table.context or "") or _named_in(document, table) or _in_title(table)
    units, project = _units_of(document), named
    above = ""
    for (_, labels), figures in grouped.items():
        section = CATALOGUE.fullmatch(label_key(labels[-1])) if len(labels) == 1 else None
        above = section.group(1) if section else above
        row = None if section else _row(document, table, project, labels, figures, units, above)
        if row is not None:
            yield row


def _named_in(document: Document, table: Table) -> str:
    """The project that a form names in a cell of its own (专项资金名称)."""
    named = (figure for figure in document.figures if figure.table == table.index and figure.row and not figure.col)
    return next((plain(figure.value) for figure in named if NAME_CELL.search(label_key(figure.row[-1]))), "")


def _in_title(table: Table) -> str:
    """The project that a form names in brackets behind its title (“绩效自评表（水库维修）”)."""
    found = TITLE_NAME.search(plain(table.title))
    return (found["name"] or found["before"] or found["numbered"]) if found else ""


def _units_of(document: Document) -> frozenset[str]:
    info = document.info
    return frozenset(label_key(unit) for unit in (*info.units, info.organization or "", *info.aliases) if unit)


def _row(
    document: Document, table: Table, whose: str, labels: tuple[str, ...], figures: Sequence[Figure], units: frozenset[str], above: str
) -> FormRow | None:
    words = words_of(labels, units)
    if len(words) > 1 and is_total(label_key(words[-1])) and not FUNDS.search(label_key(words[-1])):
        return None  # the subtotal of a class
    owners = [word for word in words if owner_key(word) in units or UNIT_NAME.search(owner_key(word))]
    is_indicator = any(_role_of(figure) == "target" for figure in figures)
    owners = [word for word in owners if not (is_indicator and word is words[-1])]  # 服务驿站: an indicator's name, no unit
    own = [word for word in words if word not in owners and (FUNDS.search(label_key(word)) or not is_total(label_key(word)))]
    cells: dict[str, Figure] = {}
    for figure in figures:
        role = _role_of(figure)
        if role:
            cells.setdefault(role, figure)
    if not own or not cells:
        return None
    named = [word for word in own if not HEADING.search(label_key(word)) and not TYPE.search(label_key(word))]
    name = own[-1] if "target" in cells or not named else named[-1]
    project = "" if WHOLE.search(table.title) else whose or _before_headings(own) or next((word for word in named if word != name), "")
    owners = owners or [plain(one.value) for one in figures if one.col and OWNER_COLUMN.fullmatch(label_key(one.col[-1]))]
    return FormRow(
        document, table, project, name, tuple(word for word in (*own, above) if word not in (name, "")),
        owners[-1] if owners else "", tuple(cells.items()),
    )  # fmt: skip


def words_of(labels: Sequence[str], units: Collection[str]) -> list[str]:
    """A row's labels without codes, and without the account that a thing named before it is paid from (2070111文化创作与保护)."""
    said = [plain(label) for label in labels if not CODE.fullmatch(plain(label))]
    classes = [one for one in said if ACCOUNT_NAME.fullmatch(one) or GOODS_NAME.fullmatch(one)]
    is_named = any(one not in classes and label_key(one) not in units and not is_total(label_key(one)) for one in said)
    return [CODE_BEFORE.sub("", one) for one in said if not (is_named and one in classes)]


def owner_key(word: str) -> str:
    """The key of a unit's name without the kind of its staff, which a table may add to it (局本级（行政）)."""
    return OWN_LEVEL_KIND.sub("", label_key(word))


def _before_headings(words: Sequence[str]) -> str:
    """The project that stands before the headings of its indicators (人员经费｜产出指标｜数量指标｜人数); empty where nothing does."""
    first = next((place for place, word in enumerate(words) if LEVEL.search(label_key(word))), 0)
    return words[first - 1] if first else ""


def _role_of(figure: Figure) -> str | None:
    """The role of the column a figure stands in, by its innermost header."""
    return _role_headed(figure.col[-1]) if figure.col else None


@lru_cache(maxsize=4096)
def _role_headed(header: str) -> str | None:
    key = re.sub(r"[/％%]", "", label_key(header))
    return next((role.name for role in load_form_words().roles if role.header.fullmatch(key)), None)
